import OrderedJSON
import SalesMethod
import Wording

extension PlanJSON {
  var layout: JSON {
    .object([
      ("days", .array(plan.workedDays.map(day))),
      (
        "unplaced",
        .array(
          plan.unplaced.map { visits in
            .object([
              ("customer", .string(visits.customer)), ("missing", .integer(visits.missing)),
              ("reason", .string(visits.reason.text(in: language))),
            ])
          })
      ),
    ])
  }

  private func day(_ day: PlanDay) -> JSON {
    .object([
      ("date", .string(day.day.description)),
      ("newContacts", .integer(day.newContacts)),
      (
        "stages",
        day.quotas.isEmpty
          ? nil : .object(zip(plan.stages, day.quotas).map { ($0, .integer($1)) })
      ),
      (
        "visits",
        .array(
          day.visits.map { visit in
            .object([
              ("customer", .string(visit.customer)),
              ("class", .string(visit.customerClass.rawValue)),
              ("hours", number(visit.time.hours)),
            ])
          })
      ),
      ("load", number(day.load.hours)),
      ("cap", number(day.cap.hours)),
    ])
  }
}
