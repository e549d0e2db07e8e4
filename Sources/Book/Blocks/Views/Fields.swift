import Mustache
import Phrases
import SalesMethod
import Wording

extension Value {
  /// An amount in hundredths, for the formatters of money.
  static func money(_ amount: Money) -> Value { .integer(amount.hundredths) }

  /// An exact amount in hundredths, rounded to a whole hundredth.
  static func money(_ amount: Rational) -> Value { .integer(amount.rounded) }

  /// A day, for the formatters of dates.
  static func day(_ day: Day) -> Value { .integer(day.number) }

  /// A span of time in whole minutes.
  static func minutes(_ time: WorkingTime) -> Value {
    .integer((Rational(time.milliminutes, over: 1000) ?? .zero).rounded)
  }

  /// A share in millionths.
  static func percent(_ share: Rational) -> Value {
    .integer(share.scaledAndRounded(by: 1_000_000) ?? 0)
  }

  /// A list of texts.
  static func texts(_ texts: [String]) -> Value { .list(texts.map(Value.text)) }
}

/// A share as a length in a drawing: `37.5%`, never more than the whole.
///
///     barLength(Rational(3, over: 8)!)  // "37.5%"
func barLength(_ share: Rational) -> String {
  Digits.decimal(
    (share.scaledAndRounded(by: 10_000)).flatMap {
      Rational(min(max($0, 0), 10_000), over: 100)
    } ?? .zero, places: 2) + "%"
}

extension Period {
  /// The period as a title: `2026年12月`, `December 2026`.
  func title(in language: Language) -> String {
    let (year, month, day) = range.start.civil
    return switch kind {
    case .month:
      language.say(zh: "\(year)年\(month)月", en: "\(Self.months[month - 1]) \(year)")
    case .quarter:
      language.say(zh: "\(year)年第\((month + 2) / 3)季度", en: "Q\((month + 2) / 3) \(year)")
    case .custom:
      language.say(
        zh: "\(year)年\(month)月\(day)日至\(Self.date(range.end, after: year))",
        en: "\(range.start)–\(range.end)")
    }
  }

  private static func date(_ day: Day, after year: Int) -> String {
    (day.year == year ? "" : "\(day.year)年") + "\(day.month)月\(day.dayOfMonth)日"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

extension MonthlyPlan {
  /// The period as templates know it.
  func periodFields(in language: Language) -> Value {
    .record([
      "title": .text(period.title(in: language)), "key": .text(period.description),
      "start": .day(period.range.start),
      "end": .day(period.range.end), "workdays": .integer(calendar.workdays),
      "isProvisional": .bool(calendar.status == .provisional),
    ])
  }
}

/// One line of the plan by classes; how those of past plans did, where that was counted and is for the reader
/// to see.
func classLines(
  _ counts: ClassCounts, cadence: Cadence, chances: [ClassChance] = [], ordered: String = "",
  visits: (CustomerClass) -> Int
) -> Value {
  .list(
    CustomerClass.allCases.map { customerClass in
      let share = Rational(counts[customerClass], over: counts.total) ?? .zero
      let each = cadence[customerClass]
      let planned = visits(customerClass)
      let chance = chances.first { $0.customerClass == customerClass }
      return .record([
        "class": .text(customerClass.rawValue), "count": .integer(counts[customerClass]),
        "share": .percent(share), "bar": .text(barLength(share)),
        "visits": .integer(each.perMonth), "gap": .integer(each.gap),
        "minutesEach": .minutes(each.time), "planned": .integer(planned),
        "minutes": .minutes(WorkingTime(milliminutes: each.time.milliminutes * planned)),
        "measured": .optional(chance?.measured) { rate in
          .record([
            "ordered": .text(ordered), "bought": .integer(rate.successes),
            "customers": .integer(rate.trials),
          ])
        },
      ])
    })
}

extension MonthlyPlan {
  /// The plan by classes, with the visits that it asks for, and how classes of past plans did.
  func classFields(in scene: Scene) -> Value {
    let ordered = scene.method.man.near.ordered.text(in: scene.language)
    return classLines(classCounts, cadence: scene.cadence, chances: chances, ordered: ordered) {
      customerClass in
      customers(of: customerClass).reduce(0) { $0 + $1.wantedVisits }
    }
  }
}
