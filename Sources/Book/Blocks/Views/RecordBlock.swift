import Desk
import Diagnostics
import Mustache
import Pages
import Phrases
import SalesMethod
import Wording

/// `record`: month by month what plans said on the first day, and what came.
///
/// Of a person, or on a team's page of its members together; plans that were kept, or computed again: the
/// same as `salesbook record` prints.
struct RecordBlock: BlockKind {
  static let name = "record"
  static let form = BlockForm.leaf

  let source: ViewSource

  private let isOfMember: Bool
  private let place: Place

  init(_ options: inout AttributeReader) {
    // It looks back from the day of planning, whatever the period: no `month=`.
    let (data, member) = (options.text("data"), options.text("member"))
    source = ViewSource(data: data, member: member, period: nil)
    isOfMember = data != nil || member != nil
    place = options.place
  }

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    let isOfTeam = scene.page.head.each == .team
    if isOfTeam, isOfMember { return Parsed(nil, [.recordOfTeamAlone(at: place)]) }
    let record = isOfTeam ? scene.plans.teamRecord : scene.plans.records[source]
    switch record {
    case nil: return Parsed(nil, [PlanProblem.noData.diagnostic(at: scene.place)])
    case .failure(let problem): return Parsed(nil, [problem.diagnostic(at: scene.place)])
    case .success(let record):
      let example = isOfTeam ? nil : source.data
      return Parsed(
        [("example", .optional(example, Value.text)), ("notes", [])]
          + fields(of: record, scene.language))
    }
  }

  private func fields(of record: PlanRecord, _ language: Language) -> [(String, Value)] {
    let entries = record.entries
    let starts = Set(entries.map(\.said.month.start)).sorted()
    let months = starts.map { start in entries.filter { $0.said.month.start == start } }
    return [
      ("months", .list(months.map { month($0, in: language) })),
      ("total", .optional(entries.isEmpty ? nil : entries, sums)),
      ("sentence", .optional(entries.isEmpty ? nil : record) { .text($0.text(in: language)) }),
    ]
  }

  private func month(_ entries: [PlanRecord.Entry], in language: Language) -> Value {
    let one = entries.count == 1 ? entries.first : nil
    return .record([
      "month": .optional(entries.first) {
        .text(
          Period.month($0.said.month.start.month, of: $0.said.month.start.year)?.title(in: language)
            ?? "")
      },
      "chance": .optional(one?.said.chance, Value.chance), "sums": sums(entries),
      "low": .optional(one?.said.low, Value.money), "high": .optional(one?.said.high, Value.money),
      "isInside": .optional(one?.isInside, Value.bool),
      "isReached": .optional(one?.isReached, Value.bool),
      "isKept": .bool(entries.allSatisfy(\.said.isKept)),
    ])
  }

  /// What was asked, expected and came; how many persons' months, how many of them fell into their interval,
  /// and how many of those with a target reached it.
  private func sums(_ entries: [PlanRecord.Entry]) -> Value {
    let asked = entries.filter { $0.said.target != nil }
    return .record([
      "count": .integer(entries.count), "inside": .integer(entries.count { $0.isInside }),
      "asked": .integer(asked.count), "reached": .integer(asked.count { $0.isReached == true }),
      "target": .optional(asked.isEmpty ? nil : asked) { asked in
        .money(asked.reduce(.zero) { $0 + ($1.said.target ?? .zero) })
      },
      "expected": .money(entries.reduce(.zero) { $0 + $1.said.expected }),
      "actual": .money(entries.reduce(.zero) { $0 + $1.actual }),
    ])
  }
}

extension Diagnostic {
  static func recordOfTeamAlone(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "view.record-of-team", at: place,
      Phrase(
        zh: "团队页上的“record”是整个团队的，不能写 data 或 member",
        en: "on a team's page “record” is the whole team's, and takes neither data nor member"),
      fix: Phrase(zh: "去掉 data 和 member", en: "take data and member away"))
  }
}
