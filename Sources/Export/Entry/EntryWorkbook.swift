package import Phrases
package import SalesData
package import SalesMethod

extension Workbook {
  /// A workbook to fill in, in place of files of text: customers, goals, deals, orders and visits, each a
  /// sheet with its columns explained, checked where they can be, and with examples in grey.
  ///
  /// A build reads it as it is. Rows that begin with the mark of an example do not count.
  ///
  ///     Workbook.entry(for: "张伟", period: december, in: .chinese).sheets.map(\.name)
  ///     // ["客户", "目标", "商机", "订单", "拜访"]
  package static func entry(
    for owner: String, period: Period, target: Int? = nil, in language: Language
  ) -> Workbook {
    let builder = EntrySheets(
      owner: owner, period: period, target: target, language: language)
    return Workbook(sheets: builder.sheets, title: Self.entryTitle(in: language))
  }

  private static func entryTitle(in language: Language) -> String {
    language.say(zh: "销售计划数据", en: "Sales plan data")
  }

  /// A workbook to fill in with the rows of another that go on, without its examples; nil where a sheet
  /// of it lacks a column of ours, so that something would be lost.
  ///
  /// Columns that were added to it stand behind our own.
  ///
  ///     Workbook.entry(continuing: filled, for: "张伟", period: january, in: .chinese)
  package static func entry(
    continuing filled: FilledWorkbook, for owner: String, period: Period, in language: Language
  ) -> Workbook? {
    var builder = EntrySheets(owner: owner, period: period, target: nil, language: language)
    builder.continued = filled
    guard builder.hasAllColumns else { return nil }
    return Workbook(sheets: builder.sheets, title: entryTitle(in: language))
  }
}

/// The sheets of a workbook to fill in.
private struct EntrySheets {
  let owner: String
  let period: Period
  let target: Int?
  let language: Language
  /// The workbook whose rows go on; nil for a new one.
  var continued: FilledWorkbook?

  var sheets: [Sheet] { drafts.map(sheet) }

  private var drafts: [Draft] { [customers, goals, deals, orders, visits] }

  /// A sheet before its rows are put in.
  struct Draft {
    let table: TableName
    let name: Phrase
    var columns: [EntryColumn]
    let examples: [[Cell.Content?]]
    var filled: [[Cell.Content?]] = []
    var computed = 0
  }

  /// Whether every sheet that goes on has all columns that it was made with.
  var hasAllColumns: Bool {
    drafts.allSatisfy { draft in
      let header = continued?.parts.first { $0.table == draft.table }?.header ?? []
      return draft.columns.allSatisfy { header.contains(title(of: $0)) }
    }
  }

  private func title(of column: EntryColumn) -> String {
    say(column.header) + (column.isRequired ? "*" : "")
  }

  private func sheet(_ draft: Draft) -> Sheet {
    guard let part = continued?.parts.first(where: { $0.table == draft.table }) else {
      return form.sheet(
        draft.name, draft.columns, examples: draft.examples, filled: draft.filled,
        computed: draft.computed)
    }
    var columns = draft.columns
    var places = columns.map { column in part.header.firstIndex(of: title(of: column)) }
    for (index, header) in part.header.enumerated()
    where !header.isEmpty && !places.contains(index) {
      places.append(index)
      columns.append(
        EntryColumn(header: Phrase(same: header), help: Phrase(same: header), kind: .text))
    }
    let filled = part.open.map { row in
      places.map { place -> Cell.Content? in
        guard let value = place.flatMap({ $0 < row.count ? row[$0] : nil }) else { return .blank }
        return switch value {
        case .text(let text): .text(text)
        case .number(let number): .number(number)
        case .day(let day): form.serial(day)
        }
      }
    }
    return form.sheet(draft.name, columns, filled: filled, computed: draft.computed)
  }

  private var form: EntryForm { EntryForm(language: language) }

  private func say(_ phrase: Phrase) -> String { form.say(phrase) }

  /// What an example begins with.
  private var mark: String { say(Phrase(zh: "例：", en: "Example: ")) }

  // MARK: The sheets

  private var customers: Draft {
    Draft(
      table: .customers, name: Phrase(zh: "客户", en: "Customers"),
      columns: [
        form.customer,
        EntryColumn(
          header: Phrase(zh: "负责人", en: "Owner"),
          help: Phrase(
            zh: "谁跟这个客户；只有你一个人就空着。", en: "Who looks after the customer; blank if there is only you."
          ),
          kind: .owner),
      ] + form.letters + [
        EntryColumn(
          header: Phrase(zh: "预计成交日期", en: "Expected close date"),
          help: Phrase(
            zh: "客户说过的日子，不是你希望的日子。", en: "The day the customer has named, not the one you hope for."
          ), kind: .day),
        EntryColumn(
          header: Phrase(zh: "行业", en: "Industry"),
          help: Phrase(zh: "哪一类客户。", en: "The kind of customer."), kind: .text),
        EntryColumn(
          header: Phrase(zh: "首次联系日期", en: "First contact"),
          help: Phrase(zh: "第一次联系是哪天。", en: "The day of the first contact."),
          kind: .day),
        EntryColumn(
          header: Phrase(zh: "最近联系日期", en: "Last contact"),
          help: Phrase(zh: "最近一次联系是哪天。", en: "The day of the last contact."),
          kind: .day),
        EntryColumn(
          header: Phrase(zh: "联系人", en: "Contact"),
          help: Phrase(zh: "找谁。", en: "Whom to ask for."), kind: .text),
        EntryColumn(
          header: Phrase(zh: "电话", en: "Phone"),
          help: Phrase(
            zh: "手机或座机；只出现在你自己的计划里。", en: "The number to call; only your own plan shows it."),
          kind: .text, width: 18),
        EntryColumn(
          header: Phrase(zh: "地址", en: "Address"),
          help: Phrase(
            zh: "拜访去哪里；只出现在你自己的计划里。", en: "Where visits lead; only your own plan shows it."),
          kind: .text, width: 26),
        EntryColumn(
          header: Phrase(zh: "备注", en: "Notes"),
          help: Phrase(zh: "想记的话。", en: "Anything worth keeping."), kind: .text, width: 30),
      ],
      examples: [
        [
          text(exampleCustomer), .blank, .number(4), .number(5), .blank, day(20),
          text(say(Phrase(zh: "酒店", en: "Hotels"))),
          day(-40), day(-3), text(say(Phrase(zh: "王经理", en: "Ms. Lee"))), text("13800000000"),
          text(say(Phrase(zh: "示例路1号", en: "1 Example Road"))),
          text(say(Phrase(zh: "已要报价", en: "Has asked for a quote"))),
        ]
      ])
  }

  private var goals: Draft {
    let rule = say(Phrase(zh: "<>例：*", en: "<>Example: *"))
    let orders = "'" + say(Phrase(zh: "订单", en: "Orders")) + "'!"
    let columns = [
      EntryColumn(
        header: Phrase(zh: "编号", en: "Goal ID"),
        help: Phrase(zh: "一个目标一个编号，随便起。", en: "A name of its own for each goal."), kind: .text,
        width: 20, isRequired: true),
      EntryColumn(
        header: Phrase(zh: "负责人", en: "Owner"), help: Phrase(zh: "谁的目标。", en: "Whose goal it is."),
        kind: .text, isRequired: true),
      EntryColumn(
        header: Phrase(zh: "维度", en: "Dimension"),
        help: Phrase(zh: "业绩目标，还是组织目标。", en: "Performance, or organisation."),
        kind: .choice(language == .chinese ? ["业绩", "组织"] : ["performance", "organisation"]),
        isRequired: true),
      EntryColumn(
        header: Phrase(zh: "指标", en: "Metric"),
        help: Phrase(zh: "计什么：销售额、数量、回款。", en: "What is counted: amount, quantity, collections."),
        kind: .choice(
          language == .chinese ? ["销售额", "数量", "回款"] : ["amount", "quantity", "collections"]),
        isRequired: true),
      EntryColumn(
        header: Phrase(zh: "目标值", en: "Target"),
        help: Phrase(zh: "要达到多少。", en: "What is to be reached."), kind: .amount, isRequired: true),
      EntryColumn(
        header: Phrase(zh: "单位", en: "Unit"),
        help: Phrase(zh: "元、万元、家、单。", en: "A currency such as CNY; customers; orders."),
        kind: .text, width: 8),
      EntryColumn(
        header: Phrase(zh: "开始", en: "Start"), help: Phrase(zh: "第一天。", en: "The first day."),
        kind: .day, isRequired: true),
      EntryColumn(
        header: Phrase(zh: "结束", en: "End"), help: Phrase(zh: "最后一天。", en: "The last day."),
        kind: .day, isRequired: true),
      EntryColumn(
        header: Phrase(zh: "为什么", en: "Why"),
        help: Phrase(zh: "这个目标对你为什么重要。", en: "Why it matters to you."), kind: .text, width: 30),
      EntryColumn(
        header: Phrase(zh: "实际", en: "Actual"),
        help: Phrase(
          zh: "不用填：订单表里这段日子的合计，按目标的单位；指标不是销售额的空着。",
          en:
            "Do not fill in: what the sheet of orders adds up to on these days, in the goal's unit; "
            + "blank for goals that count anything else."),
        kind: .formula { row in
          let n = row + 1
          let isAmount = "OR(D\(n)=\"销售额\",D\(n)=\"金额\",D\(n)=\"amount\")"
          let unit =
            "IF(LEFT(F\(n),1)=\"亿\",100000000,IF(LEFT(F\(n),2)=\"百万\",1000000,"
            + "IF(LEFT(F\(n),1)=\"万\",10000,IF(LEFT(F\(n),1)=\"千\",1000,1))))"
          return
            "IF(OR(E\(n)=\"\",NOT(\(isAmount))),\"\",SUMIFS(\(orders)$D:$D,\(orders)$C:$C,\">=\"&G\(n),\(orders)$C:$C,\"<=\"&H\(n),\(orders)$B:$B,\"\(rule)\")/\(unit))"
        }),
    ]
    return Draft(
      table: .goals, name: Phrase(zh: "目标", en: "Goals"), columns: columns,
      examples: [goalCells(mark + period.description, 350_000)],
      filled: target.map { [goalCells(period.description, $0)] } ?? [], computed: 24)
  }

  private var deals: Draft {
    let stages =
      language == .chinese
      ? ["初步接洽", "需求确认", "方案报价", "商务谈判", "赢单", "输单"]
      : ["Prospecting", "Qualification", "Proposal", "Negotiation", "Closed Won", "Closed Lost"]
    return Draft(
      table: .deals, name: Phrase(zh: "商机", en: "Deals"),
      columns: [
        EntryColumn(
          header: Phrase(zh: "商机编号", en: "Deal ID"), help: Phrase(zh: "可以空着。", en: "May be blank."),
          kind: .text),
        form.customer,
        EntryColumn(
          header: Phrase(zh: "金额", en: "Amount"),
          help: Phrase(zh: "预计成交多少，按元写。", en: "What it is expected to bring."), kind: .amount,
          isRequired: true),
        EntryColumn(
          header: Phrase(zh: "阶段", en: "Stage"),
          help: Phrase(
            zh: "谈到哪一步；成了写赢单，没成写输单。",
            en: "How far it is; Closed Won or Closed Lost when it is over."),
          kind: .choice(stages)),
        EntryColumn(
          header: Phrase(zh: "创建日期", en: "Created"),
          help: Phrase(zh: "哪天开始谈的。", en: "The day it began."), kind: .day),
        EntryColumn(
          header: Phrase(zh: "预计成交日期", en: "Expected close"),
          help: Phrase(zh: "预计哪天成交。", en: "The day it is expected to close."), kind: .day),
        EntryColumn(
          header: Phrase(zh: "实际成交日期", en: "Actual close date"),
          help: Phrase(
            zh: "赢单或输单的那天；还在谈就空着。", en: "The day it was won or lost; blank while it is open."),
          kind: .day, width: 16),
        EntryColumn(
          header: Phrase(zh: "产品", en: "Product"), help: Phrase(zh: "卖什么。", en: "What is sold."),
          kind: .text),
        EntryColumn(
          header: Phrase(zh: "负责人", en: "Owner"),
          help: Phrase(zh: "谁在谈；只有你一个人就空着。", en: "Who works on it; blank if there is only you."),
          kind: .owner),
      ],
      examples: [
        [
          text(mark + "1"), text(exampleCustomer), .number(36_000), text(stages[2]), day(-30),
          day(20), .blank, .blank, .blank,
        ]
      ])
  }

  private var orders: Draft {
    Draft(
      table: .orders, name: Phrase(zh: "订单", en: "Orders"),
      columns: [
        EntryColumn(
          header: Phrase(zh: "订单号", en: "Order ID"),
          help: Phrase(zh: "可以空着；同一个号的几行是一单。", en: "May be blank; rows of one ID are one order."),
          kind: .text),
        form.customer,
        EntryColumn(
          header: Phrase(zh: "日期", en: "Date"),
          help: Phrase(zh: "哪天下的单。", en: "The day of the order."), kind: .day, isRequired: true),
        EntryColumn(
          header: Phrase(zh: "金额", en: "Amount"),
          help: Phrase(zh: "按元写；退货写负数。", en: "What was sold; a return is negative."), kind: .amount,
          isRequired: true),
        EntryColumn(
          header: Phrase(zh: "产品", en: "Product"), help: Phrase(zh: "卖了什么。", en: "What was sold."),
          kind: .text),
        EntryColumn(
          header: Phrase(zh: "数量", en: "Quantity"), help: Phrase(zh: "几件。", en: "How many."),
          kind: .number),
      ],
      examples: [
        [text(mark + "1"), text(exampleCustomer), day(-10), .number(12_000), .blank, .number(2)]
      ])
  }

  private var visits: Draft {
    let types =
      language == .chinese
      ? ["接触", "拜访", "方案", "电话", "其他"] : ["contact", "visit", "proposal", "call", "other"]
    return Draft(
      table: .activities, name: Phrase(zh: "拜访", en: "Visits"),
      columns: [
        form.customer,
        EntryColumn(
          header: Phrase(zh: "计划日期", en: "Planned date"),
          help: Phrase(zh: "打算哪天去。", en: "The day it is planned for."), kind: .day),
        EntryColumn(
          header: Phrase(zh: "实际日期", en: "Actual date"),
          help: Phrase(zh: "哪天真的去了；没去就空着，不算数。", en: "The day it took place; blank does not count."),
          kind: .day),
        EntryColumn(
          header: Phrase(zh: "类型", en: "Type"),
          help: Phrase(
            zh: "接触、拜访、方案是漏斗的阶段，其余只作记录。",
            en: "contact, visit and proposal are stages of the funnel; others are kept as notes."),
          kind: .choice(types), isRequired: true),
        EntryColumn(
          header: Phrase(zh: "时长(小时)", en: "Duration (h)"),
          help: Phrase(zh: "用了几小时。", en: "The hours it took."), kind: .number),
        EntryColumn(
          header: Phrase(zh: "备注", en: "Notes"), help: Phrase(zh: "谈了什么。", en: "What was said."),
          kind: .text, width: 30),
      ],
      examples: [
        [text(exampleCustomer), day(2), .blank, text(types[1]), .number(1.5), .blank]
      ])
  }

  // MARK: Columns and cells

  private var exampleCustomer: String {
    mark + say(Phrase(zh: "云杉示例酒店", en: "Spruce Example Hotel"))
  }

  private func goalCells(_ id: String, _ target: Int) -> [Cell.Content?] {
    let isChinese = language == .chinese
    return [
      text(id), text(owner), text(isChinese ? "业绩" : "performance"),
      text(isChinese ? "销售额" : "amount"), .number(Double(target)),
      text(isChinese ? "元" : "CNY"), serial(period.range.start), serial(period.range.end), .blank,
      nil,
    ]
  }

  private func text(_ text: String) -> Cell.Content { .text(text) }

  /// A day so many days from the first day of the period.
  private func day(_ days: Int) -> Cell.Content { serial(period.range.start.adding(days: days)) }

  private func serial(_ day: Day) -> Cell.Content { form.serial(day) }
}
