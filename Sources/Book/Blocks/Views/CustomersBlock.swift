import Desk
import Diagnostics
import Mustache
import Phrases
import SalesMethod
import Wording

/// `customers`: the customers by class, each with its letters, the reason, what to ask and the next
/// step.
struct CustomersBlock: PlanView {
  static let name = "customers"
  static let form = BlockForm.leaf

  let source: ViewSource
  /// The classes asked for, in their order; nil for all.
  private let classes: [CustomerClass]?
  /// The classes that are listed a line for each customer.
  private let compact: [CustomerClass]
  private let limit: Int?

  init(_ options: inout AttributeReader) {
    source = ViewSource(&options)
    classes = Self.classes("class", &options)
    compact = Self.classes("compact", &options) ?? []
    limit = options.integer("limit", in: 1...100_000)
  }

  /// The classes that an option names.
  private static func classes(
    _ name: String, _ options: inout AttributeReader
  ) -> [CustomerClass]? {
    options.read(
      name,
      expected: Phrase(
        zh: "一个或几个类别，例如 A 或 \"A,B,C\"", en: "one class or several, such as A or \"A,B,C\"")
    ) { text in
      let names = text.split(separator: ",", omittingEmptySubsequences: false).map {
        String($0.filter { $0 != " " })
      }
      let read = names.compactMap(CustomerClass.init(rawValue:))
      guard read.count == names.count, Set(read).count == read.count else { return nil }
      return CustomerClass.allCases.filter(read.contains)
    }
  }

  func fields(of plan: MonthlyPlan, in scene: Scene) -> [(String, Value)] {
    let classes = classes ?? CustomerClass.allCases
    let groups = classes.map { ($0, plan.customers(of: $0)) }.filter { !$0.1.isEmpty }
    let others = CustomerClass.allCases.filter { !classes.contains($0) && plan.classCounts[$0] > 0 }
    let total = groups.reduce(0) { $0 + $1.1.count }
    let shown = groups.reduce(0) { $0 + min(limit ?? .max, $1.1.count) }
    return [
      ("total", .integer(total)), ("shown", .integer(shown)),
      ("classes", classes.count > 1 ? plan.classFields(in: scene) : []),
      (
        "others",
        .list(
          others.map {
            .record(["class": .text($0.rawValue), "count": .integer(plan.classCounts[$0])])
          })
      ),
      (
        "groups",
        .list(
          groups.map {
            group($0.0, $0.1, Deals(plan), of: plan, in: scene.language)
          })
      ),
    ]
  }

  func notes(of plan: MonthlyPlan) -> [PlanNote] { plan.notes.filter { $0.view == .customers } }

  private func group(
    _ customerClass: CustomerClass, _ customers: [PlannedCustomer], _ deals: Deals,
    of plan: MonthlyPlan, in language: Language
  ) -> Value {
    let shown = customers.prefix(limit ?? .max)
    return .record([
      "class": .text(customerClass.rawValue), "count": .integer(customers.count),
      "rest": .integer(customers.count - shown.count),
      "isCompact": .bool(compact.contains(customerClass)),
      "customers": .list(shown.map { customer($0, deals, asOf: plan.asOf, in: language) }),
    ])
  }

  private func customer(
    _ planned: PlannedCustomer, _ deals: Deals, asOf: Day, in language: Language
  ) -> Value {
    let customer = planned.customer
    let found = planned.classification
    let base = found.base == .c && found.missing.count > 0 && found.readings.letters(.yes).isEmpty
    let values: [Value] = [
      .text(customer.name), customer.id == customer.name ? .nothing : .text(customer.id),
      .text(found.customerClass.rawValue),
      found.canRise ? .text(found.potential.rawValue) : .nothing, .bool(base),
      .list(found.readings.all.map(letter)), .optional(customer.closeDate, Value.day),
      .bool(customer.closeDate.map { $0 < asOf } ?? false),
      .text(found.reason.text(in: language)),
      .optional(questions(planned, in: language), Value.text),
      .optional(step(planned, in: language), Value.text),
      .optional(found.questions.first?.text(in: language), Value.text),
      .integer(planned.visits.count), .optional(planned.details, \.fields),
      .optional(planned.lastTouch, Value.day), deals.fields(of: customer.id),
      .text(customer.id),
    ]
    return .record(Record(Self.layout, values))
  }

  /// The questions to ask that neither the reason nor the next step asks already; nil where there is none.
  private func questions(_ planned: PlannedCustomer, in language: Language) -> String? {
    let found = planned.classification
    let said = found.reason.text(in: language) + (step(planned, in: language) ?? "")
    let open = found.questions.filter { question in
      switch (question, planned.nextStep) {
      case (.date, .askDate), (.date, .renewDate), (.date, .confirmDate): false
      default: true
      }
    }.map { $0.text(in: language) }.filter { !said.contains($0) }
    return open.isEmpty ? nil : open.joined(separator: language.say(zh: "", en: " "))
  }

  /// The next step, where it is more than the question that the reason asks already.
  private func step(_ planned: PlannedCustomer, in language: Language) -> String? {
    let found = planned.classification
    if case .ask = planned.nextStep, let question = found.questions.first?.text(in: language),
      found.reason.text(in: language).contains(question)
    {
      return nil
    }
    return planned.nextStep.text(in: language)
  }

  private static let layout = Layout([
    "name", "code", "class", "potential", "isUnverified", "letters", "close", "isClosePast",
    "reason", "question", "step", "ask", "visits", "reach", "last", "deals", "customer",
  ])

  /// The open deals of each customer, added up.
  private struct Deals {
    private var sums: [String: (count: Int, amount: Money)] = [:]

    init(_ plan: MonthlyPlan) {
      for open in plan.openDeals {
        let sum = sums[open.deal.customer] ?? (0, .zero)
        sums[open.deal.customer] = (sum.count + 1, sum.amount + open.deal.amount)
      }
    }

    func fields(of customer: String) -> Value {
      .optional(sums[customer]) {
        .record(["count": .integer($0.count), "amount": .money($0.amount)])
      }
    }
  }

  private func letter(_ reading: LetterReading) -> Value {
    let isOverdue = if case .overdue = reading.source { true } else { false }
    return .record(
      Record(
        Self.letterLayout,
        [
          .text(reading.letter.rawValue), .text(reading.state.rawValue),
          .bool(reading.source == .presumed), .bool(isOverdue),
        ]))
  }

  private static let letterLayout = Layout(["letter", "state", "isPresumed", "isOverdue"])
}
