import Desk
import Diagnostics
import Mustache
import Pages
import Phrases
import SalesMethod
import Wording

/// `record`: month by month what would have been said on the first day, and what came: of a person, or on
/// a team's page of its members together.
struct RecordBlock: PlanView {
  static let name = "record"
  static let form = BlockForm.leaf

  let source: ViewSource

  init(_ options: inout AttributeReader) { source = ViewSource(&options) }

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    guard scene.page.head.each == .team else { return planFields(in: scene) }
    switch scene.plans.team?.sums {
    case nil: return Parsed(nil, [PlanProblem.noData.diagnostic(at: scene.place)])
    case .failure(let problem): return Parsed(nil, [problem.diagnostic(at: scene.place)])
    case .success(let sums):
      let entries = sums.summary.members.flatMap(\.record)
      return Parsed([("example", .nothing), ("notes", [])] + fields(of: entries, scene.language))
    }
  }

  func fields(of plan: MonthlyPlan, in scene: Scene) -> [(String, Value)] {
    fields(of: plan.outlook.ownRecord, scene.language)
  }

  func notes(of plan: MonthlyPlan) -> [PlanNote] { [] }

  private func fields(
    of entries: [ChanceRecord.Entry], _ language: Language
  ) -> [(String, Value)] {
    let starts = Set(entries.map(\.month.start)).sorted()
    let months = starts.map { start in entries.filter { $0.month.start == start } }
    return [
      ("months", .list(months.map { month($0, in: language) })),
      ("total", .optional(entries.isEmpty ? nil : entries, sums)),
      ("share", .optional(share(of: entries), Value.percent)),
    ]
  }

  private func month(_ entries: [ChanceRecord.Entry], in language: Language) -> Value {
    let one = entries.count == 1 ? entries.first : nil
    return .record([
      "month": .optional(entries.first) {
        .text(
          Period.month($0.month.start.month, of: $0.month.start.year)?.title(in: language) ?? "")
      },
      "chance": .optional(one?.chance, Value.chance), "sums": sums(entries),
      "isReached": .optional(one?.isReached, Value.bool),
    ])
  }

  /// What was asked, expected and came; how many persons' months, and how many reached what was asked.
  private func sums(_ entries: [ChanceRecord.Entry]) -> Value {
    .record([
      "count": .integer(entries.count), "reached": .integer(entries.count { $0.isReached }),
      "target": .money(entries.reduce(.zero) { $0 + $1.target }),
      "expected": .money(entries.reduce(.zero) { $0 + $1.expected }),
      "actual": .money(entries.reduce(.zero) { $0 + $1.actual }),
    ])
  }

  /// What came of each unit expected: the bias; nil where nothing was expected.
  private func share(of entries: [ChanceRecord.Entry]) -> Rational? {
    let expected = entries.reduce(Money.zero) { $0 + $1.expected }
    let actual = entries.reduce(Money.zero) { $0 + $1.actual }
    return expected > .zero ? Rational(actual.hundredths, over: expected.hundredths) : nil
  }
}
