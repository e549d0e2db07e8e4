import Foundation
import SalesMethod

/// Forecasts the months that another program asks for: rows and questions come line by line on standard
/// input, fields between tabs, days as numbers and amounts in hundredths; one answer goes out for each
/// question, in their order.
///
///     member    p0
///     customer  c1  p0  19723          (or - for no first contact)
///     order     c1  19750  1200000
///     deal      c2  won  19730  19790  500000
///     ask       p0  20270  20300  3000000  20270:2 20271:1
@main struct HonestyBenchmark {
  private var records = SalesRecords()
  private var questions: [Question] = []

  /// A person's period and what is planned for it.
  private struct Question {
    let member: Int
    let today: Day
    let end: Day
    let target: Int?
    let contacts: [(day: Day, count: Int)]
  }

  static func main() throws {
    var benchmark = HonestyBenchmark()
    while let line = readLine() {
      benchmark.read(line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
    }
    try benchmark.answer()
  }

  private mutating func read(_ fields: [String]) {
    let row = Row(path: "stdin", line: 1)
    switch (fields[0], fields.count) {
    case ("member", 2): records.members.append(Member(id: fields[1], name: fields[1], row: row))
    case ("customer", 4):
      records.customers.append(
        Customer(
          id: fields[1], name: fields[1], owner: fields[2], firstContact: Self.day(fields[3]),
          row: row))
    case ("order", 4):
      guard let date = Self.day(fields[2]), let amount = Int(fields[3]) else { return }
      records.orders.append(
        Order(customer: fields[1], date: date, amount: Money(hundredths: amount), row: row))
    case ("deal", 6):
      guard let status = Deal.Status(rawValue: fields[2]), let amount = Int(fields[5]) else {
        return
      }
      records.deals.append(
        Deal(
          customer: fields[1], amount: Money(hundredths: amount), status: status,
          created: Self.day(fields[3]), closed: Self.day(fields[4]), row: row))
    case ("ask", 6): ask(fields)
    default: FileHandle.standardError.write(Data("unknown line: \(fields)\n".utf8))
    }
  }

  private mutating func ask(_ fields: [String]) {
    guard let member = records.members.firstIndex(where: { $0.id == fields[1] }),
      let today = Self.day(fields[2]), let end = Self.day(fields[3])
    else { return }
    let contacts = fields[5].split(separator: " ").compactMap { part -> (day: Day, count: Int)? in
      let numbers = part.split(separator: ":").compactMap { Int($0) }
      return numbers.count == 2 ? (Day(number: numbers[0]), numbers[1]) : nil
    }
    questions.append(
      Question(
        member: member, today: today, end: end, target: Int(fields[4]), contacts: contacts))
  }

  private static func day(_ text: String) -> Day? { Int(text).map(Day.init(number:)) }

  /// Rows are grouped once; what a team shares on a day is made once for everybody who is asked about.
  private func answer() throws {
    let rows = WaitRows(records)
    var current: (day: Day, waits: TeamWaits)?
    for question in questions {
      if current?.day != question.today {
        current = (question.today, try TeamWaits(rows, before: question.today) { _, _ in nil })
      }
      guard let waits = current?.waits else { continue }
      let chances = try waits.chances(
        of: question.member, through: question.end, target: question.target, share: 1,
        newContacts: question.contacts)
      let said = [0.1, 0.25, 0.5, 0.75, 0.9].map(chances.quantile)
      let reach = question.target.map { "\(chances.chance(toReach: $0))" } ?? "-"
      let shown = waits.record(of: question.member).allowsChance
      print(
        ([chances.expected] + said).map { "\($0)" }.joined(separator: "\t"), reach,
        shown ? 1 : 0, separator: "\t")
    }
  }
}
