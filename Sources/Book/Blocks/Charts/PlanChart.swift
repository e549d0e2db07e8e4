import Drawing
import Phrases
import SalesMethod
import Wording

/// What a picture of a plan shows, and what is said of it.
struct PlanChart {
  let title: Phrase
  /// What the picture shows, for who does not see it.
  let description: Phrase
  let picture: Picture
  /// The numbers of the picture, each with its name.
  let rows: [(name: String, text: String)]

  /// How many customers are drawn.
  private static let mostCustomers = 10

  /// The picture of a subject; nil where the plan has nothing to draw.
  init?(_ subject: ChartBlock.Subject, of plan: MonthlyPlan, in language: Language) {
    switch subject {
    case .pareto:
      guard let pareto = plan.pareto, !pareto.entries.isEmpty else { return nil }
      self.init(pareto, of: plan, in: language)
    case .funnel: self.init(funnelOf: plan, in: language)
    case .outlook: self.init(plan.outlook, in: language)
    case .lorenz: self.init(lorenz: plan, in: language)
    case .maturing: self.init(maturing: plan, in: language)
    case .days: self.init(daysOf: plan, in: language)
    case .variance: self.init(variance: plan, in: language)
    case .weeks: self.init(weeksOf: plan, in: language)
    case .trend: self.init(trend: plan, in: language)
    case .closing: self.init(closing: plan, in: language)
    case .ages: self.init(ages: plan, in: language)
    case .migration:
      guard let moves = plan.moves, let since = moves.days?.start else { return nil }
      self.init(moves, since: since, in: language)
    }
  }

  /// A picture, what is said of it, and its numbers.
  init(
    title: Phrase, description: Phrase, picture: Picture, rows: [(name: String, text: String)]
  ) {
    self.title = title
    self.description = description
    self.picture = picture
    self.rows = rows
  }

  /// Bars, whose words are their numbers.
  init(title: Phrase, description: Phrase, bars: Bars, axis: (Int) -> String) {
    self.init(
      title: title, description: description, picture: bars.picture(axis),
      rows: bars.rows.map { ($0.name, $0.text) })
  }

  private init(_ pareto: Pareto, of plan: MonthlyPlan, in language: Language) {
    let names = Dictionary(
      plan.customers.map { ($0.customer.id, $0.customer.name) },
      uniquingKeysWith: { first, _ in first })
    let shown = pareto.entries.prefix(Self.mostCustomers)
    var (sum, curve) = (0, [Int]())
    let rows = shown.map { entry in
      sum += max(0, entry.revenue.hundredths)
      let share = Rational(sum, over: pareto.base.hundredths) ?? .zero
      curve.append(share.scaledAndRounded(by: 1000) ?? 0)
      return Bars.Row(
        names[entry.customer] ?? entry.customer, to: entry.revenue.hundredths,
        text: "\(Digits.money(entry.revenue)) · \(Digits.percent(share.double))")
    }
    let count = shown.count
    self.init(
      title: Phrase(zh: "金额最大的客户和累计占比", en: "Customers by revenue, and their shares added up"),
      description: Phrase(
        zh: "每根横条是一位客户的金额，折线是到这位客户为止的累计占比；共 \(count) 位客户",
        en:
          "each bar is a customer’s revenue, the line the share of all customers down to that one; "
          + "\(count: count, "customer", "customers")"),
      bars: Bars(rows, curve: curve), axis: { language.short(Money(hundredths: $0)) })
  }

  /// The funnel as it was; where nothing of it is on record, as the period needs it.
  private init?(funnelOf plan: MonthlyPlan, in language: Language) {
    let wasSeen = plan.cohort.reached.contains { $0 > 0 }
    let counts = wasSeen ? plan.cohort.reached : (plan.workload?.stages ?? []).map(\.mean)
    guard let first = counts.first, first > 0 else { return nil }
    let rows = zip(plan.stages, counts).map { stage, count in
      let share = Rational(count, over: first).map { " · " + Digits.percent($0.double) } ?? ""
      return Bars.Row(
        StageName(stage).text(in: language), to: count, text: Digits.grouped(count) + share)
    }
    self.init(
      title: wasSeen
        ? Phrase(zh: "漏斗：到达每个阶段的客户", en: "The funnel: customers who came to each stage")
        : Phrase(zh: "漏斗：本期每个阶段需要的客户", en: "The funnel: customers needed at each stage"),
      description: Phrase(
        zh: "每根横条是一个阶段的客户数，百分数以第一个阶段为 100%",
        en: "each bar is the number of customers at a stage, as a share of those at the first"),
      bars: Bars(rows), axis: { Digits.grouped($0) })
  }

  private init(_ outlook: PeriodOutlook, in language: Language) {
    let parts: [(Phrase, Money)] = [
      (Phrase(zh: "本期已成交", en: "sold in the period"), outlook.won),
      (Phrase(zh: "在途商机", en: "open deals"), outlook.deals),
      (Phrase(zh: "老客户", en: "existing customers"), outlook.existing),
      (Phrase(zh: "接触中的客户", en: "contacts in progress"), outlook.inProgress),
      (Phrase(zh: "新的首次接触", en: "new contacts"), outlook.newContacts),
      (Phrase(zh: "平常月份的其他业务", en: "a usual month’s other business"), outlook.other),
    ]
    var reached = 0
    var rows = parts.filter { $0.1 != .zero }.map { name, amount in
      defer { reached += amount.hundredths }
      return Bars.Row(
        name.text(in: language), from: reached, to: reached + amount.hundredths,
        text: "+" + Digits.money(amount), tone: .beside)
    }
    let expected = Phrase(zh: "预计", en: "expected")
    rows.append(
      Bars.Row(
        expected.text(in: language), to: outlook.expected.hundredths,
        text: "= " + Digits.money(outlook.expected)))
    let mark = outlook.target.map { target in
      Bars.Mark(target.hundredths, language.say(zh: "目标 \(target)", en: "target \(target)"))
    }
    self.init(
      title: Phrase(
        zh: "到 \(outlook.end) 预计的业绩，由哪些部分组成",
        en: "What is expected by \(outlook.end), part by part"),
      description: Phrase(
        zh: "每根横条接着上一根，最后一根是合计；竖线是目标",
        en:
          "each bar goes on where the one before ended, the last is their sum; the upright line is the "
          + "target"),
      bars: Bars(rows, mark: mark), axis: { language.short(Money(hundredths: $0)) })
  }
}
