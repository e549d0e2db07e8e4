import Desk
import Mustache
import Phrases
import Rulebook
import SalesMethod
import Wording

/// `daysheet`: sheets to fill in by hand, one blank for any day or one for each of some days.
struct DaySheetBlock: PlanView {
  static let name = "daysheet"
  static let form = BlockForm.leaf

  let source: ViewSource
  private let days: Int
  private let rows: Int

  init(_ options: inout AttributeReader) {
    source = ViewSource(&options)
    days = options.integer("days", in: 0...31) ?? 1
    rows = options.integer("rows", in: 1...40) ?? 8
  }

  func fields(of plan: MonthlyPlan, in scene: Scene) -> [(String, Value)] {
    let name = plan.member.name
    return [
      ("person", name.isEmpty ? .nothing : .text(name)),
      ("isProvisional", .bool(plan.calendar.status == .provisional)),
      ("sheets", .list(sheets(of: plan, in: scene.language))),
      ("stages", .texts(plan.stages.map { StageName($0).text(in: scene.language) })),
    ]
  }

  func notes(of plan: MonthlyPlan) -> [PlanNote] { [] }

  /// The first days of the plan, or one sheet without a date where none are asked for.
  private func sheets(of plan: MonthlyPlan, in language: Language) -> [Value] {
    guard days > 0 else { return [sheet(nil, in: language)] }
    return plan.workedDays.prefix(days).map { sheet($0, in: language) }
  }

  private func sheet(_ day: PlanDay?, in language: Language) -> Value {
    let visits = day?.visits ?? []
    let contacts = min(max(day?.newContacts ?? rows, rows), 20)
    return .record([
      "date": .optional(day?.day, Value.day), "quota": .optional(day?.newContacts, Value.integer),
      "visits": .list(visits.map { visit($0, in: language) }),
      "contactRows": .list((1...contacts).map(Value.integer)),
      "visitRows": .list((1...max(2, 5 - visits.count)).map(Value.integer)),
    ])
  }
}
