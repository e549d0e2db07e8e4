import Desk
import Mustache
import Phrases
import Rulebook
import SalesMethod
import Wording

/// `workload`: the workload plan sheet: what each stage and each class needs in all, what is planned and
/// done in each week, and whether the hours suffice.
struct WorkloadBlock: PlanView {
  static let name = "workload"
  static let form = BlockForm.leaf

  let source: ViewSource

  init(_ options: inout AttributeReader) { source = ViewSource(&options) }

  func fields(of plan: MonthlyPlan, in scene: Scene) -> [(String, Value)] {
    let weeks = SheetWeek.all(plan)
    let rows =
      funnelRows(plan, weeks, scene) + visitRows(plan, weeks, scene) + unplacedRow(plan, scene)
    return [
      ("period", plan.periodFields(in: scene.language)),
      ("weeks", .list(weeks.map(\.fields))), ("rows", .list(rows)),
      ("hours", .optional(plan.workload?.hours) { hours($0, of: plan, by: scene.method.goals) }),
      ("byEnd", byEnd(plan)),
      ("forConfidence", .optional(plan.forecast) { forConfidence($0, of: plan) }),
      (
        "changes", .list((plan.forecast?.sensitivity ?? []).map { change($0, in: scene.language) })
      ),
      ("remedy", .optional(Remedy(plan), { $0.fields(in: scene.language) })),
    ]
  }

  func notes(of plan: MonthlyPlan) -> [PlanNote] { plan.notes.filter { $0.view == .workload } }

  /// How much of the work comes in by the period’s end; nothing without work to do.
  private func byEnd(_ plan: MonthlyPlan) -> Value {
    let outlook = plan.outlook
    return .optional(plan.workload?.stages.first?.mean) { asked in
      .record([
        "asked": .integer(asked), "fit": .integer(outlook.contactsThatFit),
        "end": .day(outlook.end),
        "amount": .optional(outlook.toldNewContacts, Value.money),
      ])
    }
  }

  /// How many first contacts it takes for the confidence that the settings ask for.
  private func forConfidence(_ forecast: Forecast, of plan: MonthlyPlan) -> Value {
    .record([
      "confidence": .share(plan.confidence),
      "contacts": .optional(
        forecast.contactsForConfidence.map { max($0, plan.workload?.stages.first?.mean ?? 0) },
        Value.integer),
    ])
  }

  private func change(_ change: FactorSensitivity, in language: Language) -> Value {
    .record([
      "factor": .text(change.factor.text(in: language)), "amount": .money(change.amount),
      "minutes": .minutes(change.time),
    ])
  }

  private func funnelRows(_ plan: MonthlyPlan, _ weeks: [SheetWeek], _ scene: Scene) -> [Value] {
    (plan.workload?.stages ?? []).enumerated().map { number, stage in
      let perWeek = weeks.map { week in
        Cell(
          week: week,
          planned: week.workdays == 0
            ? nil : stage.perWeek.first { $0.week == week.week }?.count ?? 0,
          actual: week.done?.stages[number])
      }
      let each = scene.method.funnel.first { $0.name == stage.stage }?.time ?? .zero
      return row(
        kind: "funnel", name: StageName(stage.stage).text(in: scene.language), class: nil,
        need: stage.mean, confident: stage.confident.map { max($0, stage.mean) }, perWeek: perWeek,
        each: each, time: stage.time)
    }
  }

  private func visitRows(_ plan: MonthlyPlan, _ weeks: [SheetWeek], _ scene: Scene) -> [Value] {
    CustomerClass.allCases.compactMap { customerClass in
      let visits = plan.days.flatMap { day in
        day.visits.filter { $0.customerClass == customerClass }.map { _ in day.day }
      }
      let wasVisited = plan.done.contains { $0.visits[customerClass] != nil }
      guard !visits.isEmpty || wasVisited else { return nil }
      let perWeek = weeks.map { week in
        Cell(
          week: week,
          planned: week.workdays == 0 ? nil : visits.count { ISOWeek(of: $0) == week.week },
          actual: week.done.map { $0.visits[customerClass] ?? 0 })
      }
      let each = scene.method.cadence[customerClass].time
      let name = customerClass.visits.text(in: scene.language)
      return row(
        kind: "visits", name: name, class: customerClass, need: visits.count, confident: nil,
        perWeek: perWeek, each: each,
        time: WorkingTime(milliminutes: each.milliminutes * visits.count))
    }
  }

  /// The visits that found no day, so that the rows add up to the hours needed.
  private func unplacedRow(_ plan: MonthlyPlan, _ scene: Scene) -> [Value] {
    let missing = plan.unplaced.reduce(0) { $0 + $1.missing }
    guard missing > 0 else { return [] }
    let time = plan.unplaced.reduce(0) {
      $0 + $1.missing * scene.method.cadence[$1.customerClass].time.milliminutes
    }
    return [
      .record([
        "kind": "unplaced", "need": .integer(missing), "perWeek": [],
        "minutes": .minutes(WorkingTime(milliminutes: time)),
      ])
    ]
  }

  /// What stands in a row for one week.
  private struct Cell {
    let week: SheetWeek
    let planned: Int?
    let actual: Int?

    var fields: Value {
      .record([
        "start": .day(week.start), "end": .day(week.end),
        "planned": .optional(planned, Value.integer), "actual": .optional(actual, Value.integer),
      ])
    }
  }

  private func row(
    kind: String, name: String, class customerClass: CustomerClass?, need: Int, confident: Int?,
    perWeek: [Cell], each: WorkingTime, time: WorkingTime
  ) -> Value {
    .record([
      "kind": .text(kind), "name": .text(name),
      "class": .optional(customerClass?.rawValue, Value.text), "need": .integer(need),
      "confident": .optional(confident, Value.integer),
      "perWeek": .list(perWeek.map(\.fields)),
      "minutesEach": .minutes(each), "minutes": .minutes(time),
    ])
  }

  private func hours(
    _ hours: HoursBalance, of plan: MonthlyPlan, by settings: GoalSettings
  ) -> Value {
    let member = plan.member
    let longest = max(hours.needed.milliminutes, hours.available.milliminutes)
    func bar(_ time: Int) -> Value { .text(barLength(Rational(time, over: longest) ?? .zero)) }
    let used = min(hours.needed.milliminutes, hours.available.milliminutes)
    let over = max(0, hours.needed.milliminutes - hours.available.milliminutes)
    let utilisation = hours.utilisation
    return .record([
      "needed": .minutes(hours.needed), "available": .minutes(hours.available),
      "utilisation": .optional(utilisation, Value.percent),
      "dayCap": .optional(plan.workedDays.map(\.cap).max(), Value.minutes),
      "minutesPerDay": .integer(member.minutesPerDay),
      "share": .integer(member.sellingShareThousandths * 1000),
      "workdays": .text(Digits.decimal(plan.calendar.daysLeft.double, places: 1)),
      "isOver": .bool(over > 0),
      "isTight": .bool(hours.fit == .tight),
      "comfortable": .integer(settings.comfortableThousandths * 1000),
      "usedBar": bar(used), "overBar": bar(over), "limitBar": bar(hours.available.milliminutes),
    ])
  }
}
