import Foundation
import Testing

@testable import SalesMethod

/// The waits of invented teams, computed by another program from the same text: tables, chances, months
/// tested and the outlook.
@Suite struct `An independent program` {
  private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "waits-cases.json")

  private static func cases() throws -> [WaitCase] {
    struct File: Decodable { let cases: [WaitCase] }
    let other = ProcessInfo.processInfo.environment["WAITS_CASES"].map(URL.init(fileURLWithPath:))
    return try JSONDecoder().decode(File.self, from: Data(contentsOf: other ?? file)).cases
  }

  @Test func `counts the same, chances the same, expects the same`() throws {
    let cases = try Self.cases()
    #expect(cases.count >= 70)
    for waitCase in cases {
      let computed = try ComputedCase(waitCase)
      for difference in try computed.differences(from: waitCase.expected) {
        Issue.record("\(waitCase.name): \(difference)")
      }
    }
  }
}

/// An invented team and what the other program says of it.
struct WaitCase: Decodable {
  let name: String
  let t0: String
  let end: String
  let person: String
  let members: [String]
  let customers: [String]
  let activities: [String]
  let orders: [String]
  let deals: [String]
  let targets: [String]
  let target: Int?
  let wonSoFar: Int
  let workdaysLeft: Int
  let workdaysOfMonth: Int
  let newContacts: [String]
  let expected: Expected

  struct Expected: Decodable {
    struct Table: Decodable {
      let w0: String
      let pooled: Bool
      let groups: [String]
    }

    let tables: [String: Table?]
    let theta: [String: Double]
    let deals: [String]
    let existing: [String]
    let inProgress: [String]
    let parts: [String: Double]
    let expectedMean: Double
    let variance: Double
    let backtest: [String]
    let months: Int
    let b: Double
    let lambda: Double
    let tau: Double
    let c: Double
    let other: Double
    let grid: Double
    let mean: Double
    let reach: Double?
    let quantiles: [String: Double]
    let brier: Double?
    let brierShare: Double?
    let shown: Bool

    enum CodingKeys: String, CodingKey {
      case tables, theta, deals, existing, inProgress, parts, backtest, b, lambda, tau, c, other
      case grid, mean, reach, quantiles, brier, brierShare, shown
      case expectedMean = "E"
      case variance = "V"
      case months = "M"
    }
  }

  static func fields(_ row: String) -> [String] {
    row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }

  /// The rows as records.
  var records: SalesRecords {
    func text(_ field: String) -> String? { field.isEmpty ? nil : field }
    func amount(_ field: String) -> Money { Money(hundredths: Int(field) ?? 0) }
    var records = SalesRecords()
    records.members = members.map { Member(id: $0, name: $0, row: row) }
    records.customers = customers.map(Self.fields).map { fields in
      Customer(
        id: fields[0], name: fields[0], owner: text(fields[1]), firstContact: Day(fields[2]),
        row: row)
    }
    records.activities = activities.map(Self.fields).map { fields in
      Activity(customer: fields[0], date: day(fields[1]), type: "contact", row: row)
    }
    records.orders = orders.map(Self.fields).map { fields in
      Order(
        id: text(fields[0]), customer: text(fields[1]), date: day(fields[3]),
        amount: amount(fields[4]), owner: text(fields[2]), row: row)
    }
    records.deals = deals.map(Self.fields).map { fields in
      Deal(
        customer: fields[0], amount: amount(fields[5]),
        status: Deal.Status(rawValue: fields[2]) ?? .open, created: Day(fields[3]),
        closed: Day(fields[4]), owner: text(fields[1]), row: row)
    }
    return records
  }
}

/// What this program says of an invented team.
struct ComputedCase {
  private let waitCase: WaitCase
  private let member: Int
  private let waits: TeamWaits
  private let outlook: DatedOutlook

  init(_ waitCase: WaitCase) throws {
    self.waitCase = waitCase
    let member = waitCase.members.firstIndex(of: waitCase.person) ?? 0
    self.member = member
    var targets: [String: Money] = [:]
    for fields in waitCase.targets.map(WaitCase.fields) {
      targets[fields[0] + " " + fields[1]] = Money(hundredths: Int(fields[2]) ?? 0)
    }
    waits = try TeamWaits(WaitRows(waitCase.records), before: day(waitCase.t0)) { member, month in
      targets[waitCase.members[member] + " " + month.start.description.prefix(7)]
    }
    let contacts = waitCase.newContacts.map(WaitCase.fields).map { fields in
      (day: day(fields[0]), count: Int(fields[1]) ?? 0)
    }
    let arrivals = waits.arrivals(of: member, through: day(waitCase.end), newContacts: contacts)
    let share = Double(waitCase.workdaysLeft) / Double(waitCase.workdaysOfMonth)
    outlook = DatedOutlook(
      arrivals, waits.adjustment(of: member),
      OutlookQuestion(
        won: waitCase.wonSoFar, target: waitCase.target,
        usual: try waits.usualMonth(of: member)?.double, share: share))
  }

  func differences(from expected: WaitCase.Expected) throws -> [String] {
    try tableDifferences(expected) + numberDifferences(expected) + chanceDifferences(expected)
      + monthDifferences(expected)
  }

  private func tableDifferences(_ expected: WaitCase.Expected) -> [String] {
    let places: [(String, Wait.Kind, Int)] = [
      ("deal", .deal, 0), ("reorder1", .reorder, 0), ("reorder2", .reorder, 1),
      ("reorder3", .reorder, 2), ("first", .firstOrder, 0),
    ]
    var differences: [String] = []
    for (name, kind, stratum) in places {
      let counts = waits.known.counts
      let table = counts.tables(kind, of: member)?[stratum]
      let theirs = expected.tables[name] ?? nil
      let groups = table?.groups.map { group in
        "\(group.from),\(group.through.map(String.init) ?? ""),\(group.days),\(group.won),\(group.lost)"
      }
      if groups != theirs?.groups {
        differences.append("\(name): \(groups ?? []), expected \(theirs?.groups ?? [])")
      }
      guard let theirs else { continue }
      let window = counts.window(kind, of: member).description
      if window != theirs.w0 || counts.isPooled[kind.number] != theirs.pooled {
        differences.append("\(name): from \(window), expected \(theirs.w0) \(theirs.pooled)")
      }
    }
    return differences
  }

  private func numberDifferences(_ expected: WaitCase.Expected) -> [String] {
    let counts = waits.known.counts
    let (deal, moments) = (counts.pace(.deal, of: member), outlook.scaled.arrivals.moments)
    let record = waits.record(of: member)
    let arrivals = outlook.scaled.arrivals
    var numbers: [(String, Double?, Double?)] = [
      ("theta won", deal.won, expected.theta["dealWon"]),
      ("theta lost", deal.lost, expected.theta["dealLost"]),
      ("theta reorder", counts.pace(.reorder, of: member).won, expected.theta["reorder"]),
      ("theta first", counts.pace(.firstOrder, of: member).won, expected.theta["first"]),
      ("E", moments.mean, expected.expectedMean), ("V", moments.variance, expected.variance),
      ("M", Double(outlook.scaled.adjustment.months), Double(expected.months)),
      ("b", outlook.scaled.adjustment.bias, expected.b),
      ("lambda", outlook.scaled.adjustment.blend, expected.lambda),
      ("tau", outlook.scaled.adjustment.spread, expected.tau), ("c", outlook.scale, expected.c),
      ("other", outlook.other, expected.other), ("grid", Double(outlook.grid.step), expected.grid),
      ("mean", outlook.expected, expected.mean), ("brier", record.brier, expected.brier),
      ("brier of share", record.brierOfShare, expected.brierShare),
      ("shown", record.allowsChance ? 1 : 0, expected.shown ? 1 : 0),
      ("deals", arrivals.dealMoments.mean, expected.parts["deals"]),
      ("existing", arrivals.worth(arrivals.existingOrders).mean, expected.parts["existing"]),
      (
        "in progress", arrivals.worth(arrivals.firstOrdersInProgress).mean,
        expected.parts["inProgress"]
      ),
      ("new", arrivals.worth(arrivals.firstOrdersOfNew).mean, expected.parts["new"]),
      ("reach", waitCase.target.map { outlook.chance(toReach: $0) }, expected.reach),
    ]
    for (share, amount) in expected.quantiles.sorted(by: { $0.key < $1.key }) {
      numbers.append((share, outlook.quantile(Double(share) ?? 0), amount))
    }
    return numbers.compactMap { name, ours, theirs in
      Self.isSame(ours, theirs)
        ? nil
        : "\(name) \(ours.map { "\($0)" } ?? "nil"), expected \(theirs.map { "\($0)" } ?? "nil")"
    }
  }

  private func chanceDifferences(_ expected: WaitCase.Expected) -> [String] {
    let ids = waitCase.customers.map { WaitCase.fields($0)[0] }
    let arrivals = outlook.scaled.arrivals
    return Self.differences(
      arrivals.deals.map { ["\($0.deal)", "\($0.chance)"] }, expected.deals)
      + Self.differences(
        arrivals.existing.map { [ids[$0.customer]] + $0.counts.map { "\($0)" } }, expected.existing)
      + Self.differences(
        arrivals.inProgress.map { [ids[$0.customer], "\($0.chance)"] }, expected.inProgress)
  }

  private func monthDifferences(_ expected: WaitCase.Expected) throws -> [String] {
    let test = try BackTest(waits.known, waits.sales)
    let months = test.judged(for: member).sorted {
      ($0.month.start, $0.member) < ($1.month.start, $1.member)
    }
    return Self.differences(
      months.map { month in
        [
          String(month.month.start.description.prefix(7)), waitCase.members[month.member],
          "\(month.actual)", "\(month.expected.mean)", "\(month.expected.variance)",
          month.usual.map { "\($0.double)" } ?? "",
        ]
      }, expected.backtest)
  }

  private static func differences(_ ours: [[String]], _ theirs: [String]) -> [String] {
    guard ours.count == theirs.count else {
      return ["\(ours.count) rows, expected \(theirs.count): \(ours), \(theirs)"]
    }
    return zip(ours, theirs.map(WaitCase.fields)).compactMap { ours, theirs in
      let isSameRow =
        ours.count == theirs.count
        && zip(ours, theirs).allSatisfy {
          $0 == $1 || Double($0) != nil && isSame(Double($0), Double($1))
        }
      return isSameRow ? nil : "\(ours), expected \(theirs)"
    }
  }

  /// Equal but for what rounding can change, and what counts of orders leave out at their ends.
  private static func isSame(_ left: Double?, _ right: Double?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return (left - right).magnitude <= 2e-8 * max(1, right.magnitude)
  }
}
