import OrderedJSON
import Phrases
import SalesMethod
import Testing
import Wording

@testable import PlanData

@Suite struct `A key of the plan as data` {
  /// A plan with its planner, and how its classes stand beside an earlier plan's.
  private struct Sample {
    let name: String
    let planner: Planner
    let plan: MonthlyPlan
    let classes: ClassHistory?

    init(_ name: String, _ planner: Planner, isBesideApril: Bool = false) throws {
      self.name = name
      self.planner = planner
      plan = try planner.plan(for: "lin")
      let april = RecordedPlan(
        person: "lin", asOf: try PlanSample.day("2026-04-01"),
        periodEnd: try PlanSample.day("2026-04-30"),
        customers: [
          RecordedPlan.Customer(id: "c1", name: "c1", customerClass: .a),
          RecordedPlan.Customer(id: "c2", name: "c2", customerClass: .b),
          RecordedPlan.Customer(id: "gone", name: "gone", customerClass: .b),
        ])
      classes = isBesideApril ? planner.classHistory(of: april, beside: plan) : nil
    }
  }

  /// Plans that differ in what they have.
  private static func samples() throws -> [Sample] {
    var mixed = try PlanSample.history()
    mixed.activities = mixed.activities.filter { $0.type != "visit" }
    mixed.givenRates = try PlanSample.given().givenRates.filter { $0.from == "contact" }
    var nothing = SalesRecords()
    nothing.members = [Member(id: "lin", name: "林", row: Row(path: "team.csv", line: 2))]
    var sums = MethodSettings()
    sums.man.scheme = .sum(SumBands())
    sums.layout = LayoutSettings(shape: .front, buffer: 2)
    var looksBack = try PlanSample.history()
    looksBack.goals.append(looksBack.goals[0])
    looksBack.goals[1].start = try PlanSample.day("2026-04-01")
    looksBack.goals[1].end = try PlanSample.day("2026-04-30")
    return [
      try Sample("a goal of the month before", planner(looksBack)),
      try Sample("rates by hand", planner(PlanSample.given())),
      try Sample("rows", planner(PlanSample.history()), isBesideApril: true),
      try Sample("mixed sources", planner(mixed)), try Sample("nothing", planner(nothing)),
      try Sample(
        "returns",
        planner(PlanSample.revenues([300, 200, 200, 120, 80, 50, 30, 20, 10, 5, 0, -15]))),
      try Sample("a whole desk", planner(wholeDesk(), settings: sums)),
    ]
  }

  private static func planner(
    _ records: SalesRecords, settings: MethodSettings = MethodSettings()
  ) throws -> Planner {
    try Planner(
      RecordIndex(records), settings: settings, period: #require(.month(5, of: 2026)),
      now: PlanSample.day("2026-05-06"))
  }

  /// The example with goals of every kind, open deals, returns, orders of the period, days off, a
  /// calendar of its own and more visits than the days hold.
  private static func wholeDesk() throws -> SalesRecords {
    var records = try PlanSample.history()
    let row = Row(path: "desk.csv", line: 3)
    let (start, end) = (try PlanSample.day("2026-05-01"), try PlanSample.day("2026-05-31"))
    for (number, metric) in Goal.Metric.allCases.enumerated() {
      records.goals.append(
        Goal(
          id: "all-\(number)", owner: "lin", dimension: number < 2 ? .performance : .organisation,
          metric: metric, targetHundredths: 1_234_500, unit: ["元", "家", "元", "次", "次"][number],
          start: start, end: end, parent: "g1", why: "成长",
          milestones: [Goal.Milestone(date: end, targetHundredths: 1_234_500)], row: row))
    }
    for number in 0..<60 {
      records.customers[number].purchasingPower = .score(thousandths: 5000)
      records.customers[number].decisionPower = number < 50 ? .score(thousandths: 4000) : .unknown
      records.customers[number].need = .yes
      records.customers[number].closeDate = try PlanSample.day("2026-05-20")
    }
    let may = try PlanSample.day("2026-05-04")
    records.orders.append(
      Order(customer: "c1", date: may, amount: Money(hundredths: 123_456), row: row))
    records.orders.append(
      Order(customer: nil, date: may, amount: Money(hundredths: -2_345), row: row))
    for number in 0..<7 {
      records.deals.append(
        Deal(
          id: "d\(number)", customer: "c\(number + 90)", amount: Money(units: 7_777),
          created: try PlanSample.day("2026-04-0\(number + 1)"),
          probabilityMillionths: 333_333, row: row))
    }
    for number in 0..<12 {
      let created = try PlanSample.day("2026-0\(number % 3 + 1)-1\(number % 9)")
      records.deals.append(
        Deal(
          id: number < 10 ? "closed" : nil, customer: "c\(number + 100)",
          amount: Money(units: 9_000), status: number % 3 == 0 ? .lost : .won, created: created,
          closed: created.adding(days: 9 + number * 3), row: row))
    }
    for id in [nil, "twice", "twice", "#1"] {
      records.deals.append(
        Deal(
          id: id, customer: "c3", amount: Money(hundredths: 1_234_567), stage: "proposal",
          created: try PlanSample.day("2026-03-01"),
          expectedClose: try PlanSample.day(id == nil ? "2026-05-02" : "2026-05-20"), row: row))
    }
    records.members[0].daysOff = [try PlanSample.day("2026-05-12")]
    records.members[0].halfDaysOff = [try PlanSample.day("2026-05-14")]
    records.calendar = [
      CalendarEntry(
        date: try PlanSample.day("2026-05-13"), kind: .off, name: "厂休", status: .official, row: row)
    ]
    records.presentTables += ["deals", "calendar"]
    return records
  }

  @Test func `gets its own number from the explanation, for every number that is printed`() throws {
    for sample in try Self.samples() {
      let explained = Dictionary(
        uniqueKeysWithValues: try sample.planner.explanations(
          of: sample.plan, classes: sample.classes
        ).map { ($0.subject, $0) })
      for language in Language.allCases {
        let printed = PrintedKeys(planJSON(sample.plan, in: language, classes: sample.classes))
        #expect(printed.twice == [], "\(sample.name)")
        for (key, value) in printed.values.sorted(by: { $0.key < $1.key }) {
          let found = explained[key]
          let isSentence =
            [".reason", ".next", ".help", ".says", "managerMessage"].contains(where: key.hasSuffix)
          #expect(
            (isSentence ? found?.result.text(in: language) : found?.value?.plain) == value,
            "\(sample.name): \(key)")
        }
      }
    }
  }

  /// Whether it explains why nothing can be told.
  private func isDash(_ explanation: Explanation) -> Bool {
    explanation.value == nil && explanation.result.chinese == "—"
      && explanation.subject.hasPrefix("outlook.")
  }

  @Test func `is explained only where it is printed`() throws {
    for sample in try Self.samples() {
      let name = sample.name
      let printed = PrintedKeys(planJSON(sample.plan, in: .chinese, classes: sample.classes))
      let explained = try sample.planner.explanations(of: sample.plan, classes: sample.classes)
      let keys = explained.filter { $0.value != nil }.map(\.subject)
      #expect(Set(keys).subtracting(printed.values.keys) == [], "\(name)")
      let all = explained.map(\.subject)
      #expect(Set(all).count == all.count, "\(name)")
      for group in explained where group.value == nil {
        #expect(
          keys.contains { $0.hasPrefix(group.subject + ".") } || group.subject.contains("checks.")
            || group.subject == "classes.migration" || group.subject.hasPrefix("notes.")
            || isDash(group),
          "\(name): \(group.subject) stands for nothing")
      }
      // A part of the outlook is printed, or a dash that says why; never both, never neither.
      for part in ["deals", "existing", "inProgress", "newContacts"] {
        let key = "outlook." + part
        let isPrinted = printed.values[key] != nil
        let isToldToBeNone = explained.contains { $0.subject == key && isDash($0) }
        #expect(isPrinted != isToldToBeNone, "\(name): \(key)")
      }
    }
  }

  @Test(arguments: [
    "forecast.nonsense", "lag.x", "outlook.", "outlook.luck", "deals.open.nobody.chance",
    "pareto.top20.share.more", "attention.", "variance.luck",
    "streams.other", "customers.c1.klass", "layout.days.2026-05-02",
    "workload.stages.contact.mean.x", "goals.", ".", "",
  ])
  func `that was made up is refused`(key: String) throws {
    let planner = try Self.planner(Self.wholeDesk())
    let plan = try planner.plan(for: "lin")
    #expect(throws: MethodFailure.nothingToExplain(key)) { try planner.explain(key, in: plan) }
  }

  @Test(arguments: [
    ("streams.openPipeline", "now outlook.deals"), ("forecast.mean", "now outlook.expected"),
    ("forecast.probability.inPeriod", "now outlook.chance"),
    ("lag.median", "now outlook.evidence"),
    ("forecast.probability.ever", "numbers by the period’s end stand under outlook"),
  ])
  func `of the first version is answered with where it went`(key: String, answer: String) throws {
    let planner = try Self.planner(Self.wholeDesk())
    let found = try planner.explain(key, in: planner.plan(for: "lin"))
    #expect(found.result.english == answer)
    #expect(found.subject == key && found.value == nil)
  }

  @Test func `is looked up one by one as it is listed`() throws {
    let planner = try Self.planner(Self.wholeDesk())
    let plan = try planner.plan(for: "lin")
    let explained = try planner.explanations(of: plan)
    for (position, explanation) in explained.enumerated() where position % 37 == 0 {
      #expect(try planner.explain(explanation.subject, in: plan) == explanation)
    }
  }

  @Test func `has a title, a formula and a result in both languages`() throws {
    for sample in try Self.samples() {
      for explanation in try sample.planner.explanations(of: sample.plan) {
        for language in Language.allCases {
          #expect(!explanation.title.text(in: language).isEmpty)
          #expect(!explanation.formula.text(in: language).isEmpty, "\(explanation.subject)")
          #expect(!explanation.result.text(in: language).isEmpty, "\(explanation.subject)")
        }
      }
    }
  }
}
