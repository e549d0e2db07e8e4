import Mustache
import Phrases
import SalesMethod

/// What the days that are over came to, as templates know it.
extension MonthlyPlan {
  /// What was planned and done until the day of planning, and how many visits were not made; nothing where
  /// no working day is over.
  var begunFields: Value {
    .optional(begun) { begun in
      .record([
        "planned": begun.planned.fields, "done": begun.done.fields,
        "moved": .integer(begun.moved.count { $0.to != nil }),
        "lost": .integer(begun.moved.count { $0.to == nil }),
      ])
    }
  }

  /// What was planned and done on a day that is over.
  func pastFields(of day: PlanDay) -> Value {
    .optional(begun?.days.first { $0.day == day.day }) { past in
      .record(["planned": past.planned.fields, "done": past.done.fields])
    }
  }

  /// The visits of a day, each with the day it was moved from, if any.
  func visits(
    on day: PlanDay, _ customers: [String: PlannedCustomer], in language: Language
  ) -> [Value] {
    day.visits.map {
      visit(
        $0, customers[$0.customer], from: begun?.origin(of: $0.customer, on: day.day), in: language)
    }
  }
}

extension BegunPeriod.Work {
  /// First contacts and visits.
  fileprivate var fields: Value {
    .record(["contacts": .integer(contacts), "visits": .integer(visits)])
  }
}
