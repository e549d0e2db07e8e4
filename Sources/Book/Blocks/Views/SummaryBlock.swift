import Desk
import Mustache
import Phrases
import SalesMethod
import Wording

/// `summary`: the sheet that says it all: the target and what is expected, this week's visits, whom to
/// call first, what is past its date or owed, and the period day by day.
struct SummaryBlock: PlanView {
  static let name = "summary"
  static let form = BlockForm.leaf

  /// How the same data are laid out.
  enum Form: String, CaseIterable {
    /// On one sheet, and on a screen.
    case sheet
    /// On both sides of a sheet that is folded twice, for the pocket.
    case pocket
    /// On one sheet for the manager: sums, hours, what is asked for.
    case manager
  }

  let source: ViewSource
  private let form: Form

  /// How many customers are named to be called first, and how many deals past their date.
  private static let first = 3
  private static let overdue = 5
  private static let owed = 3

  init(_ options: inout AttributeReader) {
    source = ViewSource(&options)
    form = options.choice("form", of: Form.self) ?? .sheet
  }

  func fields(of plan: MonthlyPlan, in scene: Scene) -> [(String, Value)] {
    let customers = plan.customers.byId
    let owed = plan.receivables.filter(\.isLate)
    let late = plan.openDeals.filter(\.isOverdue).byWeight
    return [
      ("isPocket", .bool(form == .pocket)), ("isManager", .bool(form == .manager)),
      ("person", plan.member.name.isEmpty ? .nothing : .text(plan.member.name)),
      ("verdict", plan.verdictFields(in: scene.language)),
      ("sides", .list(form == .pocket ? sides(of: plan, customers, scene) : [])),
      ("manager", form == .manager ? manager(plan, scene) : .nothing),
      ("period", plan.periodFields(in: scene.language)),
      ("outlook", plan.outlook.fields(in: scene.language)),
      ("untold", .optional(Self.untold(plan)) { .text($0.text(in: scene.language)) }),
      ("week", .optional(plan.weeks.first) { week($0, plan, customers, scene) }),
      ("begun", plan.begunFields), ("contacts", firstMonth(plan)),
      ("first", .list(plan.firstCalls(Self.first).map { call($0, plan, in: scene.language) })),
      (
        "overdue", .optional(late.isEmpty ? nil : late) { overdue($0, customers) }
      ),
      (
        "owed",
        .optional(owed.isEmpty ? nil : owed) { owed in
          .record([
            "sum": owed.sums,
            "rows": .list(owed.prefix(Self.owed).map { $0.fields(customers[$0.customer]) }),
            "rest": Array(owed.dropFirst(Self.owed)).sums,
          ])
        }
      ),
      ("promised", promised(plan.promises, customers, in: scene.language)),
      (
        "days",
        .list(plan.days.enumerated().map { day($1, isFirst: $0 == 0, plan, in: scene.language) })
      ),
    ]
  }

  func notes(of plan: MonthlyPlan) -> [PlanNote] { [] }

  /// Why nothing is said of what to expect, where a dash stands in its place.
  private static func untold(_ plan: MonthlyPlan) -> PlanNote? {
    guard plan.outlook.toldExpected == nil else { return nil }
    return plan.notes.first { note in
      switch note {
      case .outlook(.tooFewEvents), .outlook(.recordTooShort), .outlook(.neverWell),
        .outlook(.chanceUnsaid):
        true
      default: false
      }
    }
  }

  private func call(
    _ planned: PlannedCustomer, _ plan: MonthlyPlan, in language: Language
  ) -> Value {
    let found = planned.classification
    let deals = plan.openDeals.filter { $0.deal.customer == planned.customer.id }
    let amount = deals.reduce(Money.zero) { $0 + $1.deal.amount }
    return .record([
      "name": .text(planned.customer.name), "class": .text(found.customerClass.rawValue),
      "amount": .optional(deals.isEmpty ? nil : amount, Value.money),
      "reach": .optional(planned.details, \.fields),
      "question": .optional(found.questions.first?.text(in: language), Value.text),
      "step": .text(planned.nextStep.text(in: language)),
    ])
  }

  /// The weeks after the first, four on a side.
  private func sides(
    of plan: MonthlyPlan, _ customers: [String: PlannedCustomer], _ scene: Scene
  ) -> [Value] {
    let weeks = Array(plan.weeks.dropFirst())
    return stride(from: 0, to: weeks.count, by: 4).map { start in
      .record([
        "weeks": .list(
          weeks[start..<min(start + 4, weeks.count)].map { week($0, plan, customers, scene) })
      ])
    }
  }

  /// The first contacts of a month that nothing was sold before: what somebody new can promise.
  ///
  /// As many as fit the hours; nothing where there is a history.
  private func firstMonth(_ plan: MonthlyPlan) -> Value {
    let isNew = plan.sold.isEmpty && plan.cohort.reached.allSatisfy { $0 == 0 }
    guard isNew, let asked = plan.workload?.stages.first?.mean else { return .nothing }
    return .record([
      "count": .integer(plan.shortfall?.feasibleCounts.first ?? asked), "asked": .integer(asked),
    ])
  }

  /// What a manager asks: the hours, the classes, the deals and payments together, what to tell.
  private func manager(_ plan: MonthlyPlan, _ scene: Scene) -> Value {
    let language = scene.language
    let deals = plan.openDeals
    let charts = [ChartBlock.Subject.outlook, .weeks].enumerated().compactMap { number, subject in
      PlanChart(subject, of: plan, in: language).map {
        $0.fields(id: "manager-\(scene.number)-\(number)", in: language)
      }
    }
    return .record([
      "charts": .list(charts),
      "hours": .optional(plan.workload?.hours) { hours in
        .record([
          "needed": .minutes(hours.needed), "available": .minutes(hours.available),
          "utilisation": .optional(hours.utilisation, Value.percent),
        ])
      },
      "classes": .list(
        CustomerClass.allCases.map {
          .record(["class": .text($0.rawValue), "count": .integer(plan.classCounts[$0])])
        }),
      "deals": .optional(deals.isEmpty ? nil : deals) { deals in
        .record([
          "count": .integer(deals.count),
          "amount": .money(deals.reduce(Money.zero) { $0 + $1.deal.amount }),
        ])
      },
      "due": plan.receivables.sums,
      "unplaced": .integer(plan.unplaced.reduce(0) { $0 + $1.missing }),
      "message": .optional(plan.managerMessage?.text(in: language), Value.text),
    ])
  }

  /// The days of a week that are left.
  private func week(
    _ week: PlanWeek, _ plan: MonthlyPlan, _ customers: [String: PlannedCustomer], _ scene: Scene
  ) -> Value {
    let days = plan.workedDays.filter { ISOWeek(of: $0.day) == week.week }
    // A pocket page has some 34 lines.
    let most = form == .pocket ? max(1, 34 / max(days.count, 1) - 2) : Int.max
    return .record([
      "number": .integer(week.week.week), "start": .optional(week.days.first, Value.day),
      "end": .optional(week.days.last, Value.day),
      "days": .list(
        days.map { day in
          .record([
            "date": .day(day.day), "newContacts": .integer(day.newContacts),
            "isOver": .bool(day.isOverCap),
            "later": .list(later(day, plan, in: scene.language)),
            "visits": .list(
              Array(plan.visits(on: day, customers, in: scene.language).prefix(most))),
            "rest": .integer(max(0, day.visits.count - most)),
          ])
        }),
    ])
  }

  /// What the stages after the first ask for on a day.
  private func later(_ day: PlanDay, _ plan: MonthlyPlan, in language: Language) -> [Value] {
    zip(plan.stages, day.quotas).dropFirst().filter { $1 > 0 }.map { stage, count in
      .record(["name": .text(StageName(stage).text(in: language)), "count": .integer(count)])
    }
  }

  private func overdue(_ late: [DealOutlook], _ customers: [String: PlannedCustomer]) -> Value {
    .record([
      "count": .integer(late.count),
      "amount": .money(late.reduce(Money.zero) { $0 + $1.deal.amount }),
      "rest": .integer(late.count - min(late.count, Self.overdue)),
      "deals": .list(
        late.prefix(Self.overdue).map { open in
          .record([
            "name": .text(customers[open.deal.customer]?.customer.name ?? open.deal.customer),
            "amount": .money(open.deal.amount),
            "close": .optional(open.deal.expectedClose, Value.day),
          ])
        }),
    ])
  }

  /// What was promised and not done, the longest overdue first.
  private func promised(
    _ late: [OverduePromise], _ customers: [String: PlannedCustomer], in language: Language
  ) -> Value {
    .optional(late.isEmpty ? nil : late) { late in
      .record([
        "count": .integer(late.count), "rest": .integer(max(0, late.count - Self.owed)),
        "rows": .list(
          late.prefix(Self.owed).map { promise in
            .record([
              "name": .text(promise.name), "day": .day(promise.day),
              "what": .text(StageName(promise.type).text(in: language)),
              "late": .integer(promise.daysLate),
              "reach": .optional(customers[promise.customer]?.details, \.fields),
            ])
          }),
      ])
    }
  }

  private func day(
    _ day: PlanDay, isFirst: Bool, _ plan: MonthlyPlan, in language: Language
  ) -> Value {
    .record([
      "date": .day(day.day), "dayOfMonth": .integer(day.day.dayOfMonth),
      "weekdayNumber": .integer(day.day.weekday), "kind": .text(day.kind),
      "isFirst": .bool(isFirst), "isPast": .bool(day.isPast),
      "newContacts": .integer(day.newContacts), "visits": .integer(day.visits.count),
      "past": plan.pastFields(of: day),
      "name": .optional(day.isWorked ? nil : day.calendar.name?.text(in: language), Value.text),
      "isMakeUp": .bool(day.isWorked && day.calendar.isMakeUpWorkday),
    ])
  }
}
