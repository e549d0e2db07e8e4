import Drawing
import Phrases
import SalesMethod
import Wording

/// Pictures of time: where it goes, how full the days are, what was done in weeks and months.
extension PlanChart {
  /// Customers from the most revenue for their time to the least; nil without times.
  init?(lorenz plan: MonthlyPlan, in language: Language) {
    guard let attention = plan.attention, !attention.entries.isEmpty else { return nil }
    // Who brought nothing and took nothing would compare as equal to everybody.
    let counted = attention.entries.filter { $0.revenueShare > 0 || $0.timeShare > 0 }
    let entries = counted.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      let (a, b) = (one.revenueShare * other.timeShare, other.revenueShare * one.timeShare)
      return a == b ? left.offset < right.offset : a > b
    }.map(\.element)
    var (time, revenue) = (0.0, 0.0)
    var points = [Picture.Point(x: 0, y: 0)]
    for entry in entries {
      time += entry.timeShare
      revenue += entry.revenueShare
      points.append(.init(x: Self.thousandths(time), y: Self.thousandths(revenue)))
    }
    let even = [Picture.Point(x: 0, y: 0), .init(x: 1000, y: 1000)]
    let picture = Plot(
      [
        .init(language.say(zh: "成交随时间的累计", en: "revenue by the time spent"), points),
        .init(language.say(zh: "时间与成交一致", en: "time goes where the money is"), even, tone: .mark),
      ], right: 1000, top: 1000
    ).picture(x: Self.percent, y: Self.percent)
    let tenths = [250, 500, 750].map { wanted -> (name: String, text: String) in
      let reached = points.last { $0.x <= wanted }?.y ?? 0
      return (
        language.say(zh: "\(wanted / 10)% 的时间以内", en: "within \(wanted / 10)% of the time"),
        Self.percent(reached)
      )
    }
    self.init(
      title: Phrase(zh: "时间给了谁", en: "Where the time goes"),
      description: Phrase(
        zh: "横轴是用掉的时间，纵轴是这些客户带来的成交；离虚线越远，时间和成交错得越多",
        en:
          "across the time spent, upward the revenue of those it went to; the farther from the dashed "
          + "line, the less the two agree"),
      picture: picture, rows: tenths)
  }

  /// How soon buyers buy; nil where too few cycles are known.
  init?(maturing plan: MonthlyPlan, in language: Language) {
    guard let lag = plan.lag?.lag, let last = lag.days.last else { return nil }
    let end = max(last, 1)
    let steps = (0...40).map { $0 * end / 40 }
    func share(_ day: Int) -> Int {
      let rate = lag.share(within: day)
      return (Rational(rate.successes, over: rate.trials) ?? .zero).scaledAndRounded(by: 1000) ?? 0
    }
    let curve = Plot.Curve(
      language.say(zh: "已下单的买家", en: "buyers who have bought"),
      steps.map { .init(x: $0, y: share($0)) })
    let marks = [7, 14, 30, 60, 90, 180, 365].filter { $0 < end } + [end]
    self.init(
      title: Phrase(zh: "首次接触后多久下单", en: "How soon after the first contact buyers buy"),
      description: Phrase(
        zh: "横轴是首次接触后的天数，纵轴是到那天已经下单的买家占全部买家的多少",
        en:
          "across the days since the first contact, upward the share of buyers who have bought by then"
      ),
      picture: Plot([curve], right: end, top: 1000).picture(
        x: { language.say(zh: "\($0)天", en: "\($0) d") }, y: Self.percent),
      rows: marks.map {
        (language.say(zh: "\($0) 天以内", en: "within \($0) days"), Self.percent(share($0)))
      })
  }

  /// The days of the period, a week a row.
  init?(daysOf plan: MonthlyPlan, in language: Language) {
    guard plan.days.contains(where: \.isWorked) else { return nil }
    var rows: [[Cells.Cell?]] = []
    var week: ISOWeek?
    for day in plan.days {
      if ISOWeek(of: day.day) != week {
        rows.append([Cells.Cell?](repeating: nil, count: 7))
        week = ISOWeek(of: day.day)
      }
      let share = Rational(day.load.milliminutes, over: day.cap.milliminutes) ?? .zero
      rows[rows.count - 1][day.day.weekday - 1] = Cells.Cell(
        "\(day.day.dayOfMonth)" + (day.isOverCap ? " !" : ""),
        text: day.isWorked && !day.isPast ? day.load.hoursText : "",
        filled: share.scaledAndRounded(by: 1000) ?? 1000)
    }
    let names =
      language == .chinese
      ? ["一", "二", "三", "四", "五", "六", "日"] : ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    self.init(
      title: Phrase(zh: "每天排了几小时", en: "The hours laid on each day"),
      description: Phrase(
        zh: "每格一天：日子、排的小时，填色是占当天能用的多少；! 是超过的日子",
        en:
          "a cell for each day: the day, its hours, filled by their share of the time there is; ! marks "
          + "days with more"),
      picture: Cells(columns: names, rows: rows).picture,
      rows: plan.workedDays.map {
        (
          language.say(zh: "\($0.day)", en: "\($0.day)"),
          "\($0.load.hoursText) / \($0.cap.hoursText)"
        )
      })
  }

  /// All that is counted, planned and done, by week.
  init?(weeksOf plan: MonthlyPlan, in language: Language) {
    let weeks = SheetWeek.all(plan)
    guard !weeks.isEmpty else { return nil }
    let places = weeks.map { week -> Columns.Place in
      let days = plan.workedDays.filter { ISOWeek(of: $0.day) == week.week }
      let planned = days.reduce(0) { $0 + $1.quotas.reduce(0, +) + $1.visits.count }
      let done = week.done.map { $0.stages.reduce(0, +) + $0.visits.values.reduce(0, +) }
      return Columns.Place(
        "\(week.start.month)/\(week.start.dayOfMonth)", beside: days.isEmpty ? nil : planned,
        main: done)
    }
    let words = (
      plan: language.say(zh: "计划", en: "planned"), done: language.say(zh: "实际", en: "done")
    )
    self.init(
      title: Phrase(zh: "每周的接触、拜访、方案和成交", en: "Contacts, visits, proposals and deals by week"),
      description: Phrase(
        zh: "空心是计划，实心是实际；下面是每周的第一天",
        en: "outlined what is planned, filled what was done; below the first day of each week"),
      picture: Columns(places, beside: words.plan, main: words.done).picture { Digits.grouped($0) },
      rows: places.map { place in
        let parts = [
          place.beside.map { "\(words.plan) \($0)" }, place.main.map { "\(words.done) \($0)" },
        ]
        return (place.name, parts.compactMap(\.self).joined(separator: " · "))
      })
  }

  /// The twelve months before.
  init?(trend plan: MonthlyPlan, in language: Language) {
    guard !plan.sold.isEmpty else { return nil }
    let places = plan.sold.map { month in
      Columns.Place(
        language.say(
          zh: "\(month.month.start.month)月",
          en: "\(month.month.start.month)/\(month.month.start.year % 100)"),
        main: month.amount.hundredths)
    }
    self.init(
      title: Phrase(zh: "前十二个月的成交", en: "What the twelve months before brought"),
      description: Phrase(
        zh: "每根竖条是一个月的成交净额，退货已减去",
        en: "each column is a month’s orders less returns"),
      picture: Columns(places).picture { language.short(Money(hundredths: $0)) },
      rows: plan.sold.map { ("\($0.month.start)".prefix(7).description, Digits.money($0.amount)) })
  }

  private static func thousandths(_ share: Double) -> Int { Int((share * 1000).rounded()) }

  private static func percent(_ thousandths: Int) -> String {
    Digits.percent(Double(thousandths) / 1000)
  }
}
