import Diagnostics
import Phrases
import SalesMethod

/// What the status of an order says: whether it was sold.
enum OrderStatus: Hashable {
  case sold
  /// Cancelled, refunded, a draft, void, or not paid for yet.
  case void
  /// What means one thing in one program and the other in another: 已关闭.
  case open
  case unknown

  /// Reads a status: as the settings' `stages` say, else as programs write it.
  ///
  ///     OrderStatus("已作废", DataSettings())  // .void
  init(_ text: String, _ settings: DataSettings) {
    let key = HeaderKey(text).key
    let plain = simplified(key) ?? key
    if let given = settings.stages.first(where: { HeaderKey($0.name).key == key }) {
      self = given.status.rawValue == "won" ? .sold : .void
    } else if Self.voids.contains(plain) {
      self = .void
    } else if Self.closed.contains(plain) {
      self = .open
    } else {
      self = Self.solds.contains(plain) ? .sold : .unknown
    }
  }

  private static let voids = keys([
    "已取消", "取消", "交易取消", "订单取消", "交易关闭", "已退款", "退款", "退款成功", "全额退款", "已退货", "退货", "草稿",
    "已作废", "作废", "待付款", "未付款", "等待付款", "等待买家付款", "待支付", "未支付", "无效", "已驳回", "驳回", "已拒绝", "审核拒绝",
    "审核不通过", "审核未通过", "审批拒绝", "审批不通过", "已撤销", "撤销", "已撤回", "撤回", "未提交", "cancelled", "canceled",
    "void", "voided", "draft", "refunded", "returned", "rejected", "declined", "expired", "unpaid",
    "pending payment", "awaiting payment", "failed", "quote", "quotation",
  ])

  private static let closed = keys(["已关闭", "关闭", "closed"])

  private static let solds = keys([
    "已完成", "完成", "交易成功", "交易完成", "成交", "已成交", "已付款", "已支付", "已发货", "待发货", "已收货", "待收货", "部分发货",
    "已签收", "已审核", "审核通过", "审批通过", "已审批", "已生效", "生效", "生效中", "执行中", "履行中", "进行中", "正常", "有效",
    "已签约", "已签", "已确认", "已下单", "已开票", "部分付款", "已回款", "部分回款", "已出库", "已入账", "已到期", "已结束", "待审核",
    "审核中", "审批中", "处理中", "生产中", "paid", "partially paid", "completed", "complete", "shipped",
    "delivered", "fulfilled", "partially fulfilled", "confirmed", "approved", "active", "sent",
    "overdue", "open", "invoiced", "partially invoiced", "sale", "sales order", "done",
    "processing",
    "in progress", "won", "booked", "posted", "issued", "accepted", "ordered", "new",
  ])

  private static func keys(_ words: [String]) -> Set<String> {
    Set(words.map { HeaderKey($0).key })
  }
}

extension DecodedTable {
  /// Leaves out orders that were never sold, and asks about a status that may mean either.
  mutating func sortOutOrderStatuses(_ settings: DataSettings) {
    let statuses = texts("status")
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
    let (voids, unknown) = (rowsOf(.void), rowsOf(.unknown))
    for row in voids {
      skip(
        row,
        because: Phrase(
          zh: "订单状态是“\(statuses[row] ?? "")”，不算销售",
          en: "its status is “\(statuses[row] ?? "")”, which is no sale"))
    }
    if let first = voids.first {
      diagnostics.append(
        .ordersThatAreNone(words(voids), rows: voids.count, at: place(first, "status")))
    }
    // A word for each row, or nearly, is no status: numbers of parcels, remarks.
    if let first = unknown.first, Set(unknown.map { statuses.number($0) }).count <= 20 {
      diagnostics.append(
        .unknownOrderStatus(words(unknown), rows: unknown.count, at: place(first, "status")))
    }
    for word in words(rowsOf(.open)) {
      let asked = rowsOf(.open).filter { statuses[$0] == word }
      let question = Diagnostic.unknownStage(
        word, rows: asked.count, known: [], at: place(asked[0], "status"))
      diagnostics.append(question)
      for row in asked { skip(row, because: question.message) }
    }
  }
}
