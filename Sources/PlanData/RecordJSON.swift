package import OrderedJSON
import Phrases
package import SalesMethod
import Wording

/// What earlier plans said and what came, as data.
///
///     recordJSON(record, of: ["zhang"], asOf: today, months: 6).text()
///     // {"schema":"salesbook.record/1","asOf":"2026-05-06",…}
package func recordJSON(
  _ record: PlanRecord, of members: [String], asOf: Day, months: Int, undatedKept: Int = 0
) -> JSON {
  .object([
    ("schema", "salesbook.record/1"), ("asOf", .string(asOf.description)),
    ("months", .integer(months)),
    ("keptWithoutInterval", .integer(undatedKept)),
    ("unsaid", .array(record.unsaid.map { .string($0.start.description) })),
    ("entries", .array(record.entries.map(entry))),
    ("persons", .array(members.map { summary(record.of($0), of: $0) })),
    ("together", summary(record, of: nil)),
  ])
}

private func entry(_ entry: PlanRecord.Entry) -> JSON {
  let said = entry.said
  return .object([
    ("person", .string(said.member)), ("month", .string(said.month.start.description)),
    ("asOf", .string(said.asOf.description)), ("kept", .bool(said.isKept)),
    ("target", said.target.map(amount)), ("expected", amount(said.expected)),
    ("interval80", .array([amount(said.low), amount(said.high)])),
    ("chance", said.chance.map { .number(Digits.decimal($0, places: 6)) }),
    ("actual", amount(entry.actual)), ("inside", .bool(entry.isInside)),
    ("reached", entry.isReached.map { .bool($0) }),
  ])
}

private func summary(_ record: PlanRecord, of member: String?) -> JSON {
  .object([
    ("person", member.map { .string($0) }), ("months", .integer(record.entries.count)),
    ("inside", .integer(record.inside)),
    ("bias", record.bias.map { .number(Digits.decimal($0, places: 6)) }),
  ])
}

private func amount(_ amount: Money) -> JSON { .number(amount.description) }
