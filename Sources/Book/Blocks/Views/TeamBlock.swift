import Desk
import Diagnostics
import Mustache
import Phrases
import Rulebook
import SalesMethod
import Wording

/// A block that shows sums over a team.
protocol TeamView: BlockKind {}

/// `team`: the members' plans summed up against the team's goal, and how many customers each class
/// has; no customer's name, and nobody's where the reader may not see the team's people.
struct TeamBlock: TeamView {
  static let name = "team"
  static let form = BlockForm.leaf

  init(_ options: inout AttributeReader) {}

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    guard let team = scene.plans.team else {
      return Parsed(nil, [PlanProblem.noData.diagnostic(at: scene.place)])
    }
    switch team.sums {
    case .failure(let problem): return Parsed(nil, [problem.diagnostic(at: scene.place)])
    case .success(let sums): return Parsed(fields(sums, scene))
    }
  }

  private func fields(_ sums: TeamFigures.Sums, _ scene: Scene) -> [(String, Value)] {
    let summary = sums.summary
    let limits = sums.coverage.limits
    // Where some count in no sum, the sum is not to be held against the whole team's goal.
    let comparesGoal = limits?.leftOut ?? 0 == 0
    let difference = comparesGoal ? summary.target.map { summary.assigned - $0 } : nil
    return [
      ("example", .nothing), ("notes", .texts(notes(sums, in: scene.language))),
      ("goalSteps", .list(sums.goals.count > 1 ? sums.goals.map(Self.step) : [])),
      ("helps", .list(limits == nil ? helps(summary, scene) : [])),
      ("isNamed", .bool(limits == nil)),
      ("people", .optional(limits?.people == 0 ? nil : limits?.people, Value.integer)),
      ("tellsWon", .bool(limits?.tellsWon ?? true)),
      ("tellsClasses", .bool(limits?.tellsClasses ?? true)),
      ("period", periodFields(sums, in: scene.language)),
      ("target", .optional(summary.target, Value.money)),
      ("sum", .optional(limits?.people == 0 ? nil : summary.assigned, Value.money)),
      ("coverage", .optional(comparesGoal ? summary.assignment : nil, Value.percent)),

      ("missing", .optional(difference.flatMap { $0 < .zero ? .zero - $0 : nil }, Value.money)),
      (
        "members",
        .list(
          zip(summary.members, shownGaps(summary)).map { figures, gap in
            member(
              figures, gap: gap, scene.plans.links[figures.member.id], in: scene.language)
          })
      ),
      ("total", total(summary)), ("outlook", outlook(summary)),
      (
        "goals",
        .list(
          summary.goals.map {
            .record([
              "name": .text($0.goal.metric.text(in: scene.language)),
              "findings": goalFindings($0, in: scene.language),
            ])
          })
      ),
      (
        "classes",
        classLines(summary.classCounts, cadence: scene.cadence) { customerClass in
          summary.classCounts[customerClass] * scene.cadence[customerClass].perMonth
        }
      ),
    ]
  }

  private func notes(_ sums: TeamFigures.Sums, in language: Language) -> [String] {
    let summary = sums.summary
    if let limits = sums.coverage.limits { return notes(limits, in: language) }
    guard summary.membersWithoutWorkload > 0 else { return [] }
    let count = summary.membersWithoutWorkload
    return [
      language.say(
        zh: "\(count)人没有目标或没有转化率，未计入所需工时",
        en: "\(count) without a goal or rates: their hours are not counted")
    ]
  }

  /// A goal on the way from the company's down.
  private static func step(_ step: GoalStep) -> Value {
    .record([
      "name": .optional(step.team.map { _ in step.name }, Value.text),
      "depth": .integer(min(step.depth, 4)), "target": .money(step.target),
      "parts": .optional(step.sumOfParts, Value.money),
      "share": .optional(step.share, Value.percent),
    ])
  }

  /// Whom to ask what they need, in the order of the members' table: a question, no ranking.
  private func helps(_ summary: TeamSummary, _ scene: Scene) -> [Value] {
    summary.members.compactMap { figures in
      guard let verdict = figures.verdict, verdict.standing != .onTrack else { return nil }
      return .record([
        "name": .text(figures.member.name.isEmpty ? figures.member.id : figures.member.name),
        "href": .optional(scene.plans.links[figures.member.id], Value.text),
        "reason": .text(verdict.reason.text(in: scene.language)),
      ])
    }
  }

  /// What is not told where nobody is named, and why.
  private func notes(_ limits: TeamFigures.Coverage, in language: Language) -> [String] {
    guard limits.people > 0 else {
      return [
        language.say(
          zh: "不到3人，合计不单独列出：看得出是谁",
          en: "fewer than 3 people: sums would tell whose they are")
      ]
    }
    var notes: [String] = []
    if limits.leftOut > 0 {
      notes.append(
        language.say(
          zh: "另有\(limits.leftOut)人不计入：单独列出或相减都看得出是谁",
          en: "\(limits.leftOut) more are in no sum: it, or a difference, would tell whose it is"))
    }
    if !limits.tellsWon {
      notes.append(
        language.say(
          zh: "已成交不列出：下单的客户不到3家", en: "what was won is not told: fewer than 3 customers bought"))
    }
    if !limits.tellsClasses {
      notes.append(
        language.say(
          zh: "分类计划不列出：有的类别不到3家客户", en: "classes are not told: one has fewer than 3 customers"))
    }
    return notes
  }

  /// The members' gaps in whole units that add up to their sum as it is shown; nil without a goal.
  private func shownGaps(_ summary: TeamSummary) -> [Money?] {
    let gaps = summary.members.map { $0.streams?.gap }
    let whole = Rational(summary.gap.hundredths, over: 100)?.rounded ?? 0
    let weights = gaps.map { $0?.hundredths ?? 0 }
    let shown = try? Apportionment.largestRemainder(whole, weights: weights).map(Money.init(units:))
    return zip(gaps, shown ?? gaps.map { $0 ?? .zero }).map { gap, shown in gap.map { _ in shown } }
  }

  private func member(
    _ figures: MemberFigures, gap: Money?, _ link: String?, in language: Language
  ) -> Value {
    let hours = figures.hours
    return .record(
      Record(
        Self.layout,
        [
          .text(figures.member.name), .optional(link, Value.text),
          .optional(figures.streams?.target, Value.money),
          .optional(gap, Value.money), .money(figures.outlook.won),
          .money(figures.outlook.expected), .integer(figures.classCounts.a),
          .integer(figures.classCounts.b), .integer(figures.classCounts.c),
          .integer(figures.classCounts.d), .optional(hours?.needed, Value.minutes),
          .optional(hours?.available, Value.minutes),
          .optional(hours?.utilisation, Value.percent),
          .optional(figures.verdict?.standing.rawValue, Value.text),
          .optional(figures.verdict?.standing.text(in: language), Value.text),
          .optional(figures.verdict?.reason.text(in: language), Value.text),
        ]))
  }

  private static let layout = Layout([
    "name", "href", "goal", "gap", "won", "expected", "a", "b", "c", "d", "needed", "available",
    "utilisation", "standing", "verdict", "reason",
  ])

  /// What all are expected to bring by the end: the sum of the members' parts.
  private func outlook(_ summary: TeamSummary) -> Value {
    let sums = summary.outlook
    return .record([
      "end": .day(sums.end), "won": .money(sums.won), "deals": .money(sums.deals),
      "existing": .money(sums.existing), "inProgress": .money(sums.inProgress),
      "newContacts": .money(sums.newContacts), "other": .money(sums.other),
      "expected": .money(sums.expected),
    ])
  }

  private func total(_ summary: TeamSummary) -> Value {
    let counts = summary.classCounts
    return .record([
      "goal": .money(summary.assigned), "gap": .money(summary.gap),
      "won": .money(summary.outlook.won), "expected": .money(summary.outlook.expected),
      "a": .integer(counts.a),
      "b": .integer(counts.b), "c": .integer(counts.c), "d": .integer(counts.d),
      "needed": .minutes(summary.hours.needed), "available": .minutes(summary.hours.available),
      "utilisation": .optional(summary.hours.utilisation, Value.percent),
    ])
  }
}

/// The period of a summary as templates know it.
func periodFields(_ sums: TeamFigures.Sums, in language: Language) -> Value {
  let summary = sums.summary
  return .record([
    "title": .text(summary.period.title(in: language)),
    "start": .day(summary.period.range.start), "end": .day(summary.period.range.end),
    "workdays": .integer(sums.workdays),
    "isProvisional": .bool(summary.calendarStatus == .provisional),
  ])
}

/// `members`: every member by team, each with a link to their plan.
struct MembersBlock: TeamView {
  static let name = "members"
  static let form = BlockForm.leaf

  init(_ options: inout AttributeReader) {}

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    guard let team = scene.plans.team else {
      return Parsed(nil, [PlanProblem.noData.diagnostic(at: scene.place)])
    }
    let roster: [TeamFigures.Group]
    switch team.roster {
    case .failure(let problem): return Parsed(nil, [problem.diagnostic(at: scene.place)])
    case .success(let groups): roster = groups
    }
    let teams = roster.map { group in
      Value.record([
        "name": .text(group.name), "href": .nothing,
        "count": .optional(group.members.isEmpty ? group.count : nil, Value.integer),
        "members": .list(
          group.members.map {
            .record([
              "name": .text($0.name.isEmpty ? $0.id : $0.name),
              "href": .optional(scene.plans.links[$0.id], Value.text),
            ])
          }),
      ])
    }
    return Parsed([
      ("example", .nothing), ("notes", []), ("period", .nothing), ("teams", .list(teams)),
    ])
  }
}
