import Desk
import Mustache
import Phrases
import Rulebook
import SalesMethod
import Wording

/// `weeksheet`: a sheet to fill in by hand for each week: what each day asks for, whom to visit, what
/// came of it, and what goes on next week.
struct WeekSheetBlock: PlanView {
  static let name = "weeksheet"
  static let form = BlockForm.leaf

  let source: ViewSource
  /// How many weeks; nil for those of the settings.
  private let weeks: Int?

  init(_ options: inout AttributeReader) {
    source = ViewSource(&options)
    weeks = options.integer("weeks", in: 0...6)
  }

  func fields(of plan: MonthlyPlan, in scene: Scene) -> [(String, Value)] {
    let all = plan.weeks
    let count = weeks ?? scene.sheets.weeks.count(of: all.count)
    let name = plan.member.name
    return [
      ("person", name.isEmpty ? .nothing : .text(name)),
      ("stages", .texts(plan.stages.map { StageName($0).text(in: scene.language) })),
      ("weeks", .list(all.prefix(count).enumerated().map { week($1, number: $0 + 1, plan) })),
    ]
  }

  func notes(of plan: MonthlyPlan) -> [PlanNote] { [] }

  private func week(_ week: PlanWeek, number: Int, _ plan: MonthlyPlan) -> Value {
    let days = plan.workedDays.filter { ISOWeek(of: $0.day) == week.week }
    let quotas = plan.stages.indices.map { stage in
      days.reduce(0) { $0 + (stage < $1.quotas.count ? $1.quotas[stage] : 0) }
    }
    let owed = plan.receivables.filter { owed in week.days.contains(owed.due) }
    return .record([
      "number": .integer(number), "start": .optional(week.days.first, Value.day),
      "end": .optional(week.days.last, Value.day), "days": .list(days.map(Self.day)),
      "quotas": .list(quotas.map(Value.integer)),
      "visits": .integer(days.reduce(0) { $0 + $1.visits.count }),
      "minutes": .minutes(days.allLoads),
      "due": .list(owed.map { $0.fields(nil) }),
    ])
  }

  private static func day(_ day: PlanDay) -> Value {
    .record([
      "date": .day(day.day), "load": .minutes(day.load), "isOver": .bool(day.isOverCap),
      "quotas": .list(day.quotas.map(Value.integer)),
      "visits": .list(
        day.visits.map {
          .record(["name": .text($0.name), "class": .text($0.customerClass.rawValue)])
        }),
    ])
  }
}

extension SheetSettings.Weeks {
  /// How many of so many weeks get a sheet.
  fileprivate func count(of weeks: Int) -> Int {
    switch self {
    case .none: 0
    case .first: min(1, weeks)
    case .all: weeks
    }
  }
}

extension [PlanDay] {
  /// The time of all work on all of the days; what no number can hold counts as the most there is.
  var allLoads: WorkingTime {
    reduce(WorkingTime.zero) { (try? $0 + $1.load) ?? WorkingTime(milliminutes: .max) }
  }
}
