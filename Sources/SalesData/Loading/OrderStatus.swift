import Diagnostics
import Phrases
import SalesMethod
import Tables

/// What the status of an order says: whether it was sold.
enum OrderStatus: Hashable {
  case sold
  /// Cancelled, refunded, a draft, an offer, void, or not paid for yet.
  case void
  /// Waiting for somebody's approval, and no sale before it.
  case pending
  /// What means one thing in one program and the other in another: 已关闭.
  case open
  case unknown

  /// Reads a status: as the settings' `stages` say, else as programs write it.
  ///
  ///     OrderStatus("已作废", DataSettings())  // .void
  init(_ text: String, _ settings: DataSettings) {
    let key = wordKey(text)
    let plain = simplified(key) ?? key
    if let given = settings.stages.first(where: { wordKey($0.name) == key }) {
      self = given.status.rawValue == "won" ? .sold : .void
    } else if Self.voids.contains(plain) {
      self = .void
    } else if Self.pendings.contains(plain) {
      self = .pending
    } else if Self.closed.contains(plain) {
      self = .open
    } else {
      self = Self.solds.contains(plain) ? .sold : .unknown
    }
  }

  private static let voids = keys([
    "拒绝", "已拒", "已取消", "取消", "交易取消", "订单取消", "交易关闭", "已退款", "退款", "退款成功", "全额退款", "已退货", "退货", "草稿",
    "已作废", "作废", "待付款", "未付款", "等待付款", "等待买家付款", "待支付", "未支付", "无效", "已驳回", "驳回", "已拒绝", "审核拒绝",
    "审核不通过", "审核未通过", "审批拒绝", "审批不通过", "已撤销", "撤销", "已撤回", "撤回", "未提交", "cancelled", "canceled",
    "void", "voided", "draft", "refunded", "returned", "rejected", "declined", "expired", "unpaid",
    "pending payment", "awaiting payment", "failed", "quote", "quotation",
    "quotation sent", "quote sent", "estimate", "proposal", "报价", "报价单", "报价中", "已报价", "已删除", "删除",
    "测试", "已失效",
    "失效", "已冲销", "冲销", "红冲", "已红冲", "冲红", "deleted", "archived", "test", "voided order", "未通过",
    "被否决", "已否决", "否决", "不同意", "未同意", "意外终止", "已中止", "partially rejected", "已关闭未付款", "超时关闭", "支付超时",
    "支付失败", "等待支付",
  ])

  private static let pendings = keys([
    "待审核", "审核中", "审批中", "待审批", "未审核", "未审批", "未生效", "待生效", "待提交", "已提交", "提交审核", "待确认", "未确认",
    "待签约", "待签",
    "待签署", "签署中", "会签中", "流程中", "待复核", "复核中", "to approve", "pending approval", "pending review",
    "awaiting approval", "in approval", "under review", "in review", "waiting for approval",
    "submitted", "submitted for approval", "not approved", "unapproved", "pending",
    "waiting approval", "未开始", "未处理", "待处理", "未发起", "not started", "awaiting signature", "inactive",
  ])

  private static let closed = keys([
    "已关闭", "关闭", "closed", "已终止", "终止", "terminated", "退款中", "退货中", "退货退款中", "部分退款", "部分退货", "售后中",
    "申请退款", "refunding", "refund requested", "partially refunded", "partial refund",
    "partially_refunded",
  ])

  private static let solds = keys([
    "已完成", "完成", "交易成功", "交易完成", "成交", "已成交", "已付款", "已支付", "已发货", "待发货", "已收货", "待收货", "部分发货",
    "已签收", "已审核", "审核通过", "审批通过", "已审批", "已生效", "生效", "生效中", "执行中", "履行中", "进行中", "正常", "有效",
    "已签约", "已签", "已确认", "已下单", "已开票", "部分付款", "已回款", "部分回款", "已出库", "已入账", "已到期", "已结束",
    "已通过", "通过", "同意", "已同意", "审批同意", "全部付款", "部分支付", "已开具", "未开票", "部分开票", "locked", "to invoice",
    "fully invoiced",
    "nothing to invoice", "unfulfilled", "partial", "变更中", "处理中", "生产中", "paid", "partially paid",
    "completed", "complete", "shipped",
    "delivered", "fulfilled", "partially fulfilled", "confirmed", "approved", "active", "sent",
    "overdue", "open", "invoiced", "partially invoiced", "sale", "sales order", "done",
    "processing",
    "in progress", "won", "booked", "posted", "issued", "accepted", "ordered", "new",
  ])

  private static func keys(_ words: [String]) -> Set<String> {
    Set(words.map { wordKey($0) })
  }
}

extension DecodedTable {
  /// Leaves out orders that were never sold or are not approved yet, and asks about a status that may mean
  /// either; of several columns of statuses each counts.
  mutating func sortOutOrderStatuses(_ settings: DataSettings) {
    if let column = columns.first(where: { $0.field?.name == "status" }) {
      sortOut(texts("status"), column.index, settings)
    }
    for other in further { sortOut(TextColumn(other.texts), other.index, settings) }
  }

  private mutating func sortOut(
    _ statuses: TextColumn, _ column: Int, _ settings: DataSettings
  ) {
    guard !statuses.texts.isEmpty else { return }
    let meanings = statuses.texts.map { OrderStatus($0, settings) }
    let rows = keptRows.filter { statuses.number($0) != nil }
    func rowsOf(_ meaning: OrderStatus) -> [Int] {
      rows.filter { row in statuses.number(row).map { meanings[$0] } == meaning }
    }
    func words(_ rows: [Int]) -> [String] {
      var words: [String] = []
      for row in rows { if let word = statuses[row], !words.contains(word) { words.append(word) } }
      return Array(words.prefix(5))
    }
    let unsold: [(OrderStatus, ([String], Int, Place) -> Diagnostic)] = [
      (.void, { .ordersThatAreNone($0, rows: $1, at: $2) }),
      (.pending, { .ordersNotApproved($0, rows: $1, at: $2) }),
    ]
    for (meaning, said) in unsold {
      let rows = rowsOf(meaning)
      guard let first = rows.first else { continue }
      for row in rows {
        skip(
          row,
          because: Phrase(
            zh: "订单状态是“\(statuses[row] ?? "")”，不算销售",
            en: "its status is “\(statuses[row] ?? "")”, which is no sale"))
      }
      diagnostics.append(said(words(rows), rows.count, table.place(first, column)))
    }
    let unknown = rowsOf(.unknown)
    // A word for each row, or nearly, is no status: numbers of parcels, remarks.
    if let first = unknown.first, Set(unknown.map { statuses.number($0) }).count <= 20 {
      diagnostics.append(
        .unknownOrderStatus(words(unknown), rows: unknown.count, at: table.place(first, column)))
    }
    for word in words(rowsOf(.open)) {
      let asked = rowsOf(.open).filter { statuses[$0] == word }
      let question = Diagnostic.unknownStage(
        word, rows: asked.count, known: [], at: table.place(asked[0], column))
      diagnostics.append(question)
      for row in asked { skip(row, because: question.message) }
    }
  }
}

extension Diagnostic {
  static func ordersNotApproved(_ words: [String], rows: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.orders-not-approved", severity: .warning, at: place,
      Phrase(
        zh: "\(rows) 个订单的状态是\(list: words.map { "“\($0)”" })，还没有批准，不算销售",
        en: "\(count: rows, "order", "orders") of the status \(list: words.map { "“\($0)”" }) "
          + "\(agreeing: rows, "is", "are") not approved yet and "
          + "\(agreeing: rows, "does", "do") not count as sales"),
      fix: Phrase(
        zh: "批准后重新导出就会算；现在就算，在设置中写明：stages: {\"\(words[0])\": {status: won}}",
        en:
          "once approved, export them again and they count; to count them now, say so in the settings: "
          + "stages: {\"\(words[0])\": {status: won}}"))
  }
}
