import Phrases
import SalesData
import SalesMethod
import Wording

/// The sheets of a plan's workbook in which its owner writes what came of it: new customers, visits,
/// orders.
///
/// The visits that are planned stand there, each with the id of its customer, and wait for the day on
/// which they took place. The workbook, put among the data, is the history of the next plan.
struct ActualSheets {
  let plan: MonthlyPlan
  let form: EntryForm

  init(of plan: MonthlyPlan, in language: Language) {
    self.plan = plan
    form = EntryForm(language: language)
  }

  var sheets: [Sheet] { [visits, orders, customers] }

  private static let intro = Phrase(
    zh: "黄色的列填实际发生的，没有发生的空着，不算数。填好后把这个工作簿放进数据文件夹，下次计划就按它算。",
    en:
      "Write what took place into the yellow columns; what did not take place stays blank and does "
      + "not count. Put the workbook into the data folder: the next plan counts from it.")

  // MARK: The sheets

  private var visits: Sheet {
    let word = StageName(visitStage)
    let planned = plan.days.filter { !$0.isPast }.flatMap { day in
      day.visits.map { visit -> [Cell.Content?] in
        [
          .text(visit.customer), .text(visit.name), .text(visit.customerClass.rawValue),
          form.serial(day.day), .blank, .text(word.text(in: form.language)), .blank, .blank,
          .text(plan.member.id),
        ]
      }
    }
    let columns = [
      id, form.customer,
      EntryColumn(
        header: Phrase(zh: "客户级别", en: "Customer class"),
        help: Phrase(
          zh: "计划这次拜访时的级别；新客户空着。", en: "The class when the visit was planned; blank for new ones."),
        kind: .choice(CustomerClass.allCases.map(\.rawValue)), width: 10),
      EntryColumn(
        header: Phrase(zh: "计划日期", en: "Planned date"),
        help: Phrase(zh: "计划哪天去；计划外的空着。", en: "The day it was planned for; blank for any other."),
        kind: .day),
      EntryColumn(
        header: Phrase(zh: "实际日期", en: "Actual date"),
        help: Phrase(zh: "哪天真的去了；没去就空着。", en: "The day it took place; blank if it did not."),
        kind: .day, isInput: true),
      EntryColumn(
        header: Phrase(zh: "类型", en: "Type"),
        help: Phrase(zh: "做到哪一步；其余写电话或其他。", en: "The stage it served; else a call or other."),
        kind: .choice(types), isRequired: true),
      EntryColumn(
        header: Phrase(zh: "时长(小时)", en: "Duration (h)"),
        help: Phrase(zh: "用了几小时。", en: "The hours it took."), kind: .number, isInput: true),
      notes, owner,
    ]
    return form.sheet(
      ActualSheet.visits.name, columns, intro: Self.intro, filled: planned)
  }

  private var orders: Sheet {
    let columns = [
      id, form.customer,
      EntryColumn(
        header: Phrase(zh: "实际日期", en: "Actual date"),
        help: Phrase(zh: "哪天下的单。", en: "The day of the order."), kind: .day, isRequired: true,
        isInput: true),
      EntryColumn(
        header: Phrase(zh: "实际金额", en: "Actual amount"),
        help: Phrase(
          zh: "按 \(plan.currency) 写，不写单位；退货写负数。",
          en: "In \(plan.currency), as a number; a return is negative."),
        kind: .amount, isRequired: true, isInput: true),
      EntryColumn(
        header: Phrase(zh: "产品", en: "Product"), help: Phrase(zh: "卖了什么。", en: "What was sold."),
        kind: .text),
      EntryColumn(
        header: Phrase(zh: "数量", en: "Quantity"), help: Phrase(zh: "几件。", en: "How many."),
        kind: .number),
      EntryColumn(
        header: Phrase(zh: "订单号", en: "Order ID"),
        help: Phrase(
          zh: "可以空着；同一个号的几行是一单。", en: "May be blank; rows of one ID are one order."),
        kind: .text),
      notes, owner,
    ]
    return form.sheet(ActualSheet.orders.name, columns, intro: Self.intro)
  }

  private var customers: Sheet {
    var owner = owner
    owner.isRequired = true
    let columns =
      [form.customer, owner] + form.letters + [
        EntryColumn(
          header: Phrase(zh: "行业", en: "Industry"),
          help: Phrase(zh: "哪一类客户。", en: "The kind of customer."), kind: .text),
        EntryColumn(
          header: Phrase(zh: "首次联系日期", en: "First contact"),
          help: Phrase(zh: "第一次联系是哪天。", en: "The day of the first contact."), kind: .day),
        notes,
      ]
    return form.sheet(ActualSheet.customers.name, columns, intro: Self.newCustomers)
  }

  private static let newCustomers = Phrase(
    zh: "这个月新认识的客户，一家一行；拜访和订单里写同样的名称。",
    en: "Customers you came to know this month, one a row; visits and orders name them the same.")

  // MARK: Columns

  private var id: EntryColumn {
    EntryColumn(
      header: Phrase(zh: "客户编号", en: "Customer ID"),
      help: Phrase(
        zh: "认得出客户就行：有编号写编号，没有就空着，写名称。",
        en: "The id if you know it; else leave it blank and write the name."), kind: .text)
  }

  private var notes: EntryColumn {
    EntryColumn(
      header: Phrase(zh: "备注", en: "Notes"),
      help: Phrase(zh: "想记的话。", en: "Anything worth keeping."),
      kind: .text, width: 30)
  }

  private var owner: EntryColumn {
    EntryColumn(
      header: Phrase(zh: "负责人", en: "Owner"),
      help: Phrase(zh: "空着就是客户的负责人。", en: "Blank: the owner of the customer."),
      kind: .choice([plan.member.id]))
  }

  /// The stage that visits to customers are: the second of the funnel, or its only one.
  private var visitStage: String {
    plan.stages.contains("visit") ? "visit" : plan.stages.dropLast().dropFirst().first ?? "visit"
  }

  private var types: [String] {
    plan.stages.dropLast().map { StageName($0).text(in: form.language) }
      + [Phrase(zh: "电话", en: "call"), Phrase(zh: "其他", en: "other")].map(form.say)
  }
}

/// Formulas that count what was written into the sheets of actuals, without `=`.
struct ActualCounts {
  private let visits: String
  private let orders: String

  init(in language: Language) {
    visits = "'" + ActualSheet.visits.name.text(in: language) + "'!"
    orders = "'" + ActualSheet.orders.name.text(in: language) + "'!"
  }

  private func cells(_ sheet: String, _ column: String) -> String {
    let first = EntryForm.headerRow + 2
    return "\(sheet)$\(column)$\(first):$\(column)$\(first + 999)"
  }

  /// How often a stage took place with customers who were in no plan of visits.
  func stage(_ word: String) -> String {
    let word = word.replacing("\"", with: "\"\"")
    return "SUMPRODUCT((\(cells(visits, "F"))=\"\(word)\")*(\(cells(visits, "E"))<>\"\")"
      + "*(\(cells(visits, "C"))=\"\"))"
  }

  /// How many visits to customers of a class took place.
  func visits(_ name: CustomerClass) -> String {
    "SUMPRODUCT((\(cells(visits, "C"))=\"\(name.rawValue)\")*(\(cells(visits, "E"))<>\"\"))"
  }

  /// How many visits and contacts took place on a day.
  var onDay: DayLine.ActualCount {
    DayLine.ActualCount(before: "COUNTIF(\(cells(visits, "E")),", after: ")")
  }

  /// How many orders there were.
  var orderCount: String { "COUNT(\(cells(orders, "D")))" }

  /// What they add up to.
  var sales: String { "SUM(\(cells(orders, "D")))" }
}
