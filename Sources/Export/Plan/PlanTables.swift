package import Phrases
package import SalesMethod
import Wording

/// A table of a plan as rows of text, the header first.
package struct PlanTable: Hashable, Sendable {
  /// The name, which is the file's: `plan-days`.
  package let name: String
  /// The header, then a row for each line.
  package let rows: [[String]]

  /// Names rows.
  package init(name: String, rows: [[String]]) {
    self.name = name
    self.rows = rows
  }
}

/// A plan as tables for other programs: the workload, the days, the classes of the customers.
///
/// Amounts and hours are plain decimals of at most two places; headers are the same in every
/// language, words are in the plan's.
///
///     planTables(plan, method: settings.method, in: .chinese)[0].rows[0]
///     // ["step", "successes", "trials", "needed", "hours_each", "hours", "week_19", …]
package func planTables(
  _ plan: MonthlyPlan, method: MethodSettings, in language: Language
) throws(MethodFailure) -> [PlanTable] {
  let table = WorkloadTable(plan, method: method, in: language)
  return [
    PlanTable(name: "plan-workload", rows: try workloadRows(table, plan)),
    PlanTable(name: "plan-days", rows: dayRows(plan)),
    PlanTable(name: "plan-classes", rows: classRows(plan, in: language)),
  ]
}

private func hours(_ time: WorkingTime) -> String { Digits.decimal(time.hours, places: 2) }

private func workloadRows(
  _ table: WorkloadTable, _ plan: MonthlyPlan
) throws(MethodFailure) -> [[String]] {
  let weeks = table.weekNumbers.map { "week_\($0)" }
  let header = ["step", "successes", "trials", "needed", "hours_each", "hours"] + weeks
  return try [header]
    + table.steps.map { (step) throws(MethodFailure) -> [String] in
      let time = try step.each * step.needed
      return [
        step.name, step.rate.map { "\($0.successes)" } ?? "",
        step.rate.map { "\($0.trials)" } ?? "",
        "\(step.needed)", hours(step.each), hours(time),
      ] + step.perWeek.map { "\($0)" }
    }
}

private func dayRows(_ plan: MonthlyPlan) -> [[String]] {
  let header = ["date", "worked", "past"] + plan.stages + ["visits", "hours", "available"]
  return [header]
    + plan.days.map { day in
      let quotas = plan.stages.indices.map { $0 < day.quotas.count ? "\(day.quotas[$0])" : "" }
      return [
        day.day.description, day.isWorked ? "yes" : "no", day.isPast ? "yes" : "no",
      ] + quotas + [
        day.visits.map(\.name).joined(separator: ";"), hours(day.load), hours(day.cap),
      ]
    }
}

private func classRows(_ plan: MonthlyPlan, in language: Language) -> [[String]] {
  let header = [
    "customer_id", "name", "M", "A", "N", "class", "potential", "close_date", "visits", "reason",
    "next_step",
  ]
  return [header]
    + plan.customers.map { planned in
      let (customer, found) = (planned.customer, planned.classification)
      return [customer.id, customer.name] + found.readings.all.map { $0.state.rawValue } + [
        found.customerClass.rawValue, found.potential.rawValue,
        customer.closeDate?.description ?? "", "\(planned.visits.count)",
        found.reason.text(in: language), planned.nextStep.text(in: language),
      ]
    }
}
