import Desk
import Mustache
import Phrases
import Rulebook
import SalesMethod
import Wording

/// `daysheet`: sheets to fill in by hand, one blank for any day or one for each of some days; those after
/// the first are for paper.
struct DaySheetBlock: PlanView {
  static let name = "daysheet"
  static let form = BlockForm.leaf

  let source: ViewSource
  /// How many days; nil for those of the settings.
  private let days: Int?
  private let rows: Int

  init(_ options: inout AttributeReader) {
    source = ViewSource(&options)
    days = options.integer("days", in: 0...31)
    rows = options.integer("rows", in: 1...40) ?? 8
  }

  func fields(of plan: MonthlyPlan, in scene: Scene) -> [(String, Value)] {
    let name = plan.member.name
    return [
      ("person", name.isEmpty ? .nothing : .text(name)),
      ("isProvisional", .bool(plan.calendar.status == .provisional)),
      ("sheets", .list(sheets(of: plan, in: scene))),
      ("isPaper", .bool(days == nil && scene.sheets.days != .first)),
      ("stages", .texts(plan.stages.map { StageName($0).text(in: scene.language) })),
    ]
  }

  func notes(of plan: MonthlyPlan) -> [PlanNote] { [] }

  /// The first days of the plan, or one sheet without a date where none are asked for.
  private func sheets(of plan: MonthlyPlan, in scene: Scene) -> [Value] {
    let customers = plan.customers.byId
    let count = days ?? Self.days(of: plan, on: scene.sheets)
    guard count > 0 else { return days == nil ? [] : [sheet(nil, plan, customers, scene)] }
    return plan.workedDays.prefix(count).enumerated().map { number, day in
      sheet(day, plan, customers, scene, isFirst: number == 0)
    }
  }

  /// How many of the days that are left get a sheet by the settings.
  private static func days(of plan: MonthlyPlan, on sheets: SheetSettings) -> Int {
    switch sheets.days {
    case .none: 0
    case .first: 1
    case .week: plan.weeks.first?.days.count ?? 0
    case .all: plan.workedDays.count
    }
  }

  private func sheet(
    _ day: PlanDay?, _ plan: MonthlyPlan, _ customers: [String: PlannedCustomer], _ scene: Scene,
    isFirst: Bool = true
  ) -> Value {
    let visits = day?.visits ?? []
    let lines = visits.count > 8 ? 0 : max(1, 5 - visits.count)
    let contacts =
      day.map { min(max($0.newContacts, rows - 2), max(3, 15 - visits.count - lines)) } ?? rows
    return .record([
      "isFirst": .bool(isFirst), "load": .optional(day?.load, Value.minutes),
      "cap": .optional(day?.cap, Value.minutes), "isOver": .bool(day?.isOverCap ?? false),
      "quotas": .list((day?.quotas ?? []).map(Value.integer)),
      "date": .optional(day?.day, Value.day), "quota": .optional(day?.newContacts, Value.integer),
      "visits": .list(day.map { plan.visits(on: $0, customers, in: scene.language) } ?? []),
      "contactRows": .list((1...contacts).map(Value.integer)),
      "visitRows": .list((0..<lines).map(Value.integer)),
    ])
  }
}
