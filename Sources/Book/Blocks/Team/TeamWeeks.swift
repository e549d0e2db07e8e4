import Desk
import Mustache
import SalesMethod

/// The weeks of a team's period: what was planned and done, how full the hours left are, and the days.
struct TeamWeeks {
  private let sums: TeamFigures.Sums
  private let people: TeamPeople
  private let scene: Scene

  init(_ sums: TeamFigures.Sums, _ people: TeamPeople, _ scene: Scene) {
    self.sums = sums
    self.people = people
    self.scene = scene
  }

  /// Nothing where there are too few people to tell their sums.
  private var isTold: Bool { sums.coverage.limits?.people != 0 }

  /// The values of the weeks, of the hours by week, and of the days.
  func fields(showing shows: (TeamBlock.Part) -> Bool) -> [(String, Value)] {
    [
      ("weeks", isTold && shows(.weeks) ? weeks : []),
      ("heat", isTold && shows(.capacity) ? heat : .nothing),
      ("visits", isTold && shows(.visits) ? days : .nothing),
    ]
  }

  private var weeks: Value {
    let goal = sums.summary.target ?? sums.summary.assigned
    var sold = Money.zero
    return .list(
      sums.summary.weeks.map { week in
        if let amount = week.sold { sold = sold + amount }
        let share = week.sold == nil ? nil : Rational(sold.hundredths, over: goal.hundredths)
        return .record([
          "start": .day(week.days.start), "end": .day(week.days.end),
          "contacts": .integer(week.planned.contacts), "visits": .integer(week.planned.visits),
          "contactsDone": .optional(week.done?.contacts, Value.integer),
          "visitsDone": .optional(week.done?.visits, Value.integer),
          "sold": .optional(week.sold, Value.money),
          "soldShare": .optional(share.flatMap { $0 >= .zero ? $0 : nil }, Value.percent),
          "utilisation": .optional(week.utilisation, Value.percent),
        ])
      })
  }

  /// How full the hours of each week are, for each line of the page and in sum: as a number, and as one of five
  /// grades.
  private var heat: Value {
    let all = sums.summary.weeks.filter { $0.cap > .zero }
    guard !all.isEmpty else { return .nothing }
    func cells(_ weeks: [TeamWeek]) -> Value {
      .list(
        all.map { week in
          let share = weeks.first { $0.week == week.week }?.utilisation
          return .record([
            "share": .optional(share, Value.percent),
            "grade": .integer(share.map(Self.grade) ?? 0),
          ])
        })
    }
    let rows = people.entries.map { entry -> Value in
      let weeks: [TeamWeek]
      switch entry {
      case .member(let figures, _): weeks = figures.weeks
      case .team(_, let sums, _, _): weeks = sums.weeks
      }
      return .record(Record(people.heading(entry) + [("cells", cells(weeks))]))
    }
    return .record([
      "weeks": .list(
        all.map { .record(["start": .day($0.days.start), "end": .day($0.days.end)]) }),
      "rows": .list(rows), "total": cells(all),
    ])
  }

  /// Under half, comfortable, nearly full, over.
  private static func grade(_ share: Rational) -> Int {
    let edges = [(1, 2), (17, 20), (1, 1)].compactMap { Rational($0.0, over: $0.1) }
    return 1 + edges.count { share > $0 }
  }

  /// The days week by week, from Monday to Friday and further where somebody works at a weekend.
  private var days: Value {
    let days = sums.summary.days
    guard let first = days.first, let last = days.last else { return .nothing }
    let columns = max(5, days.map(\.day.weekday).max() ?? 5)
    let byDay = Dictionary(days.map { ($0.day, $0) }, uniquingKeysWith: { first, _ in first })
    let most = max(1, days.map { $0.work.contacts + $0.work.visits }.max() ?? 1)
    var rows: [Value] = []
    var monday = first.day.adding(days: 1 - first.day.weekday)
    while monday <= last.day {
      let cells = (0..<columns).map { number -> Value in
        guard let day = byDay[monday.adding(days: number)] else {
          return .record(["day": .nothing])
        }
        return .record(["day": .record(cell(day, most))])
      }
      rows.append(.record(["cells": .list(cells)]))
      monday = monday.adding(days: 7)
    }
    let head = first.day.adding(days: 1 - first.day.weekday)
    return .record([
      "columns": .list((0..<columns).map { .day(head.adding(days: $0)) }), "rows": .list(rows),
    ])
  }

  private func cell(_ day: TeamDay, _ most: Int) -> Record {
    let all = day.work.contacts + day.work.visits
    return Record([
      ("date", .day(day.day)), ("contacts", .integer(day.work.contacts)),
      ("visits", .integer(day.work.visits)), ("isPast", .bool(day.isPast)),
      ("bar", .text(barLength(Rational(all, over: most) ?? .zero))),
    ])
  }
}
