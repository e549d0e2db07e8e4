import Desk
import Mustache
import Pages
import Phrases
import Rulebook
import SalesMethod
import Wording

/// `calendar`: every day of the period with its quota of new contacts and its visits.
struct CalendarBlock: PlanView {
  static let name = "calendar"
  static let form = BlockForm.leaf

  let source: ViewSource

  init(_ options: inout AttributeReader) { source = ViewSource(&options) }

  func fields(of plan: MonthlyPlan, in scene: Scene) -> [(String, Value)] {
    let customers = plan.customers.byId
    let weekendWork = plan.days.contains { $0.day.weekday > 5 && $0.isWorked }
    return [
      ("period", plan.periodFields(in: scene.language)),
      ("classes", plan.classFields(in: scene)), ("hasWeekendWork", .bool(weekendWork)),
      ("newContacts", .integer(plan.days.reduce(0) { $0 + $1.newContacts })),
      ("visits", .integer(plan.days.reduce(0) { $0 + $1.visits.count })),
      ("stages", .list(stages(of: plan, in: scene.language))),
      ("minutes", .minutes(plan.workedDays.allLoads)),
      ("over", .integer(plan.workedDays.count { $0.isOverCap })),
      (
        "days",
        .list(plan.days.enumerated().map { day($1, isFirst: $0 == 0, plan, customers, scene) })
      ),
      ("file", source == .own ? .text(file(in: scene)) : .nothing),
      ("unplaced", .list(unplaced(of: plan, customers, in: scene.language))),
      ("begun", plan.begunFields),
    ]
  }

  func notes(of plan: MonthlyPlan) -> [PlanNote] { plan.notes.filter { $0.view == .calendar } }

  /// The calendar file beside the page.
  private func file(in scene: Scene) -> String {
    let path = calendarPath(beside: scene.instance.path)
    return path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Each stage of the funnel with the sum of its days.
  private func stages(of plan: MonthlyPlan, in language: Language) -> [Value] {
    plan.stages.enumerated().compactMap { number, stage in
      let counts = plan.workedDays.compactMap { number < $0.quotas.count ? $0.quotas[number] : nil }
      guard !counts.isEmpty else { return nil }
      return .record([
        "name": .text(StageName(stage).text(in: language)), "count": .integer(counts.reduce(0, +)),
      ])
    }
  }

  private func day(
    _ day: PlanDay, isFirst: Bool, _ plan: MonthlyPlan, _ customers: [String: PlannedCustomer],
    _ scene: Scene
  ) -> Value {
    let full = Rational(day.load.milliminutes, over: day.cap.milliminutes) ?? .zero
    return .record(
      Record(
        Self.layout,
        [
          .day(day.day), .integer(day.day.dayOfMonth), .integer(day.day.weekday),
          .integer(ISOWeek(of: day.day).week), .text(day.kind),
          .bool(day.calendar.isMakeUpWorkday),
          .bool(plan.calendar.status == .provisional && day.calendar.name != nil),
          .optional(day.calendar.name?.text(in: scene.language), Value.text), .bool(isFirst),
          .bool(day.isPast), .integer(day.newContacts),
          .list(plan.visits(on: day, customers, in: scene.language)),
          .minutes(day.load), .minutes(day.cap), .text(barLength(full)),
          .list(quotas(of: day, plan, in: scene.language)), .bool(day.isOverCap),
          plan.pastFields(of: day),
        ]))
  }

  private static let layout = Layout([
    "date", "dayOfMonth", "weekdayNumber", "week", "kind", "isMakeUp", "isProvisional", "name",
    "isFirst", "isPast", "newContacts", "visits", "load", "cap", "bar", "quotas", "isOver", "past",
  ])

  /// What the stages of the funnel ask for on a day, those with nothing to do left out.
  private func quotas(of day: PlanDay, _ plan: MonthlyPlan, in language: Language) -> [Value] {
    zip(plan.stages, day.quotas).filter { $1 > 0 }.map { stage, count in
      .record(["name": .text(StageName(stage).text(in: language)), "count": .integer(count)])
    }
  }

  /// The visits that found no day, those of a class for one reason together.
  private func unplaced(
    of plan: MonthlyPlan, _ customers: [String: PlannedCustomer], in language: Language
  ) -> [Value] {
    CustomerClass.allCases.flatMap { customerClass in
      UnplacedVisits.Reason.allCases.compactMap { reason -> Value? in
        let visits = plan.unplaced.filter {
          $0.customerClass == customerClass && $0.reason == reason
        }
        guard !visits.isEmpty else { return nil }
        return .record([
          "class": .text(customerClass.rawValue),
          "missing": .integer(visits.reduce(0) { $0 + $1.missing }),
          "reason": .text(reason.text(in: language)),
          "customers": .list(
            visits.map {
              .record([
                "name": .text(customers[$0.customer]?.customer.name ?? $0.customer),
                "missing": .integer($0.missing),
              ])
            }),
        ])
      }
    }
  }
}

/// A visit as templates know it, with how the customer is reached where that is for the reader.
func visit(
  _ visit: PlannedVisit, _ customer: PlannedCustomer?, from: Day? = nil, in language: Language
) -> Value {
  .record(
    Record(
      visitLayout,
      [
        .text(visit.name), .text(visit.customerClass.rawValue), .minutes(visit.time),
        .text(visit.customerClass.visitPurpose.text(in: language)), .text(visit.customer),
        .optional(customer?.nextStep.text(in: language), Value.text),
        .optional(customer?.details, \.fields), .optional(from, Value.day),
      ]))
}

private let visitLayout = Layout([
  "name", "class", "minutes", "purpose", "customer", "step", "reach", "from",
])

/// The path of the calendar of a page.
///
///     calendarPath(beside: "2026-12.html")  // "2026-12.ics"
func calendarPath(beside page: String) -> String {
  (page.hasSuffix(".html") ? String(page.dropLast(5)) : page) + ".ics"
}

extension PlanDay {
  /// What kind of day it is, as templates know it: `work`, `leave`, `weekend` or `holiday`.
  var kind: String {
    if isWorked { return "work" }
    if calendar.isWorkday { return "leave" }
    return calendar.name == nil ? "weekend" : "holiday"
  }
}
