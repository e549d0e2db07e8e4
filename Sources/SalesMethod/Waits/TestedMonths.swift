import Synchronization

/// What the months before a day taught: how deals are told best, how far the rule was off, and how its chances did.
///
/// It says all that plans need of the back test, and is small where the test takes longest of all that members share.
package struct TestedMonths: Codable, Hashable, Sendable {
  /// Whether the months of all members are judged together.
  let isPooled: Bool
  /// What open deals’ chances go by.
  let deals: DealTest
  /// What was learned of each member; of everybody where they are judged together.
  let adjustments: [Adjustment]
  /// What was said of each, and what came.
  let records: [ChanceRecord]

  /// Tests the months before a day.
  ///
  /// Targets are asked for by a member's number and a month.
  init(
    _ known: KnownWaits, _ sales: MonthlySales,
    target: (_ member: Int, _ month: DayRange) throws(MethodFailure) -> Money?
  ) throws(MethodFailure) {
    let test = try BackTest(known, sales)
    var adjustments: [Adjustment] = []
    var records: [ChanceRecord] = []
    for member in 0..<(test.isPooled ? 1 : known.rows.memberCount) {
      let adjustment = Adjustment(test, for: member)
      adjustments.append(adjustment)
      records.append(try ChanceRecord(test.judged(for: member), adjustment, target: target))
    }
    (isPooled, deals) = (test.isPooled, test.deals)
    (self.adjustments, self.records) = (adjustments, records)
  }

  /// Whether it says something of each of so many members.
  func fits(_ members: Int) -> Bool {
    adjustments.count == (isPooled ? 1 : members) && records.count == adjustments.count
      && deals.fits(members)
  }
}

/// What months taught, by what planners asked: made once, here or in another run on the same rows.
///
///     let tests = MonthTests()
///     _ = try Planner(index, settings: settings, period: may, now: today, tests: tests)
///     tests.made.keys.sorted()  // ["2026-05 2026-05-06 last", "2026-05 2026-05-06 now"]
package struct MonthTests: Sendable {
  private final class Made: Sendable {
    let tests: Mutex<[String: TestedMonths]>
    init(_ tests: [String: TestedMonths]) { self.tests = Mutex(tests) }
  }

  private let all: Made
  private let name: String

  /// Begins with what was made before of the same rows, by the same rules.
  package init(_ made: [String: TestedMonths] = [:]) { (all, name) = (Made(made), "") }

  private init(_ all: Made, _ name: String) { (self.all, self.name) = (all, name) }

  /// All that was made.
  package var made: [String: TestedMonths] { all.tests.withLock { $0 } }

  /// The same tests, those of one who asks by another name.
  package func named(_ more: String) -> MonthTests {
    MonthTests(all, name.isEmpty ? more : name + " " + more)
  }

  /// What was made by this name for so many members; made now where it was not.
  func tested(
    _ members: Int, _ make: () throws(MethodFailure) -> TestedMonths
  ) throws(MethodFailure) -> TestedMonths {
    if let known = all.tests.withLock({ $0[name] }), known.fits(members) { return known }
    let tested = try make()
    all.tests.withLock { $0[name] = tested }
    return tested
  }
}
