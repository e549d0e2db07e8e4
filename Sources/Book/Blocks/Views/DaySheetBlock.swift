import Desk
import Mustache
import Phrases
import Rulebook
import SalesMethod
import Wording

/// `daysheet`: sheets to fill in by hand, one blank for any day or one for each of some days; those after
/// the first are for paper, where two days with little on them share a sheet.
struct DaySheetBlock: PlanView {
  static let name = "daysheet"
  static let form = BlockForm.leaf

  let source: ViewSource
  /// How many days; nil for those of the settings.
  private let days: Int?
  /// How many rows a sheet has for new contacts; nil where each day has the room it needs.
  private let rows: Int?

  init(_ options: inout AttributeReader) {
    source = ViewSource(&options)
    days = options.integer("days", in: 0...31)
    rows = options.integer("rows", in: 1...40)
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
    guard count > 0 else {
      return days == nil ? [] : [sheet(nil, Room(whole: nil, rows: rows), plan, customers, scene)]
    }
    let days = Array(plan.workedDays.prefix(count))
    return zip(days, rooms(for: days)).enumerated().map { number, sheet in
      self.sheet(sheet.0, sheet.1, plan, customers, scene, isFirst: number == 0)
    }
  }

  /// What room each of the days has: two in a row that both find room on half a sheet share one.
  private func rooms(for days: [PlanDay]) -> [Room] {
    var rooms: [Room] = []
    while rooms.count < days.count {
      let pair = days[rooms.count...].prefix(2)
      let halves =
        rows == nil
        ? zip(pair, [Room.Place.upper, .lower]).compactMap { Room(half: $0, $1) } : []
      rooms += halves.count == 2 ? halves : [Room(whole: pair.first, rows: rows)]
    }
    return rooms
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
    _ day: PlanDay?, _ room: Room, _ plan: MonthlyPlan, _ customers: [String: PlannedCustomer],
    _ scene: Scene, isFirst: Bool = true
  ) -> Value {
    .record([
      "isFirst": .bool(isFirst), "place": .text(room.place.rawValue),
      "load": .optional(day?.load, Value.minutes),
      "cap": .optional(day?.cap, Value.minutes), "isOver": .bool(day?.isOverCap ?? false),
      "quotas": .list((day?.quotas ?? []).map(Value.integer)),
      "date": .optional(day?.day, Value.day), "quota": .optional(day?.newContacts, Value.integer),
      "visits": .list(day.map { plan.visits(on: $0, customers, in: scene.language) } ?? []),
      "contactRows": .list((1...room.contacts).map(Value.integer)),
      "visitRows": .list((0..<room.spareVisits).map(Value.integer)),
    ])
  }
}

/// What room a day has to write in.
private struct Room {
  /// What of a sheet it takes.
  enum Place: String {
    case whole, upper, lower
  }

  let place: Place
  /// Rows for new contacts.
  let contacts: Int
  /// Rows for visits that were not planned.
  let spareVisits: Int

  /// A whole sheet for a day, or for any; `rows` are for new contacts.
  init(whole day: PlanDay?, rows: Int?) {
    let (visits, most) = (day?.visits.count ?? 0, rows ?? 8)
    let spare = visits > 8 ? 0 : max(1, 5 - visits)
    (place, spareVisits) = (.whole, spare)
    contacts = day.map { min(max($0.newContacts, most - 2), max(3, 15 - visits - spare)) } ?? most
  }

  /// Half a sheet, which has room for four visits and three new contacts; nil where a day has more.
  init?(half day: PlanDay, _ place: Place) {
    guard day.visits.count <= 4, day.newContacts <= 3 else { return nil }
    self.place = place
    spareVisits = max(1, 3 - day.visits.count) - (day.visits.count == 4 ? 1 : 0)
    contacts = max(2, day.newContacts)
  }
}
