import Desk
import Mustache
import Pages
import Phrases
import SalesMethod
import Wording

/// The people and the teams inside that one page of a team lists, each with what stands in its line.
struct TeamPeople {
  /// A line with its numbers.
  enum Entry {
    case member(MemberFigures, depth: Int)
    case team(String, TeamSubtotal, depth: Int, isFolded: Bool)
  }

  let entries: [Entry]
  let language: Language
  private let scene: Scene

  /// Takes those of the scene's page; none where people are not named.
  init(_ sums: TeamFigures.Sums, _ lines: TeamLines, _ scene: Scene) {
    self.scene = scene
    language = scene.language
    guard sums.coverage.limits == nil else {
      entries = []
      return
    }
    let figures = Dictionary(
      sums.summary.members.map { ($0.member.id, $0) }, uniquingKeysWith: { first, _ in first })
    entries = lines.lines(ofPage: scene.instance.part).compactMap { line in
      switch line {
      case .member(let id, let depth): figures[id].map { .member($0, depth: depth) }
      case .team(let id, let depth, _, let isFolded):
        sums.subtotals[id].map { .team(id, $0, depth: depth, isFolded: isFolded) }
      }
    }
  }

  /// The table of people, and whom to ask what they need: in the order of the tables, a question, no ranking.
  func fields(showing shows: (TeamBlock.Part) -> Bool) -> [(String, Value)] {
    [
      ("members", .list(shows(.people) ? entries.map(line) : [])),
      ("helps", .list(shows(.help) ? entries.compactMap(help) : [])),
    ]
  }

  /// The goals of the page's people and teams, each so many lines below the company.
  func goalLines(
    below depth: Int,
    _ line: (String?, Int, Money?, Money?, Rational?, Bool) -> Value
  ) -> [Value] {
    var team: Money?
    return entries.compactMap { entry in
      switch entry {
      case .team(_, let sums, let own, _):
        team = sums.target
        guard sums.target != nil || sums.assigned > .zero else { return nil }
        return line(sums.name, depth + own, sums.target, sums.assigned, nil, false)
      case .member(let figures, let own):
        guard let target = figures.streams?.target else { return nil }
        let share = team.flatMap { Rational(target.hundredths, over: $0.hundredths) }
        return line(name(figures.member), depth + own, target, nil, own > 0 ? share : nil, true)
      }
    }
  }

  func name(_ member: Member) -> String { member.name.isEmpty ? member.id : member.name }

  /// The name of a line, with its link.
  func heading(_ entry: Entry) -> [(String, Value)] {
    switch entry {
    case .member(let figures, let depth):
      [
        ("name", .text(name(figures.member))),
        ("href", .optional(scene.plans.links[figures.member.id], Value.text)),
        ("isTeam", .bool(false)), ("depth", .integer(min(depth, 6))),
      ]
    case .team(let id, let sums, let depth, _):
      [
        ("name", .text(sums.name)), ("href", .optional(scene.plans.teamLinks[id], Value.text)),
        ("isTeam", .bool(true)), ("depth", .integer(min(depth, 6))),
      ]
    }
  }

  private func line(_ entry: Entry) -> Value {
    let numbers: [(String, Value)]
    switch entry {
    case .member(let figures, _):
      let counts = figures.classCounts
      numbers =
        [
          ("people", .nothing), ("goal", .optional(figures.streams?.target, Value.money)),
          ("gap", .optional(figures.streams?.gap, Value.money)),
          ("won", .money(figures.outlook.won)),
          ("expected", .optional(figures.outlook.toldExpected, Value.money)),
        ] + classes(counts) + hours(figures.hours) + [
          ("standing", .optional(figures.verdict?.standing.rawValue, Value.text)),
          ("verdict", .optional(figures.verdict?.standing.text(in: language), Value.text)),
          ("reason", .optional(figures.verdict?.reason.text(in: language), Value.text)),
        ]
    case .team(_, let sums, _, _):
      numbers =
        [
          ("people", .integer(sums.people)), ("goal", .money(sums.assigned)),
          ("gap", .money(sums.gap)), ("won", .money(sums.outlook.won)),
          ("expected", .optional(sums.outlook.toldExpected, Value.money)),
        ] + classes(sums.classCounts) + hours(sums.hours)
        + ["standing", "verdict", "reason"].map { ($0, .nothing) }
    }
    return .record(Record(heading(entry) + numbers))
  }

  private func classes(_ counts: ClassCounts) -> [(String, Value)] {
    [
      ("a", .integer(counts.a)), ("b", .integer(counts.b)), ("c", .integer(counts.c)),
      ("d", .integer(counts.d)),
    ]
  }

  private func hours(_ hours: HoursBalance?) -> [(String, Value)] {
    [
      ("needed", .optional(hours?.needed, Value.minutes)),
      ("available", .optional(hours?.available, Value.minutes)),
      ("utilisation", .optional(hours?.utilisation, Value.percent)),
    ]
  }

  private func help(_ entry: Entry) -> Value? {
    switch entry {
    case .member(let figures, _):
      guard figures.needsHelp, let verdict = figures.verdict else { return nil }
      return .record(
        Record(
          heading(entry) + [
            ("count", .nothing), ("people", .nothing),
            ("reason", .text(verdict.reason.text(in: language))),
            ("help", .optional(verdict.help.map(text), Value.text)),
          ]))
    case .team(_, let sums, _, let isFolded):
      guard isFolded, sums.needingHelp > 0 else { return nil }
      return .record(
        Record(
          heading(entry) + [
            ("count", .integer(sums.needingHelp)), ("people", .integer(sums.people)),
            ("reason", .nothing), ("help", .nothing),
          ]))
    }
  }

  /// What would help most, without a customer's name.
  private func text(_ help: Verdict.Help) -> String {
    guard case .win(_, let chance) = help else { return help.text(in: language) }
    return Phrase(
      zh: "最大的一笔在谈商机拿下后，把握变为 \(Digits.chance(chance))",
      en: "with the largest open deal won the chance becomes \(Digits.chance(chance))"
    ).text(in: language)
  }
}
