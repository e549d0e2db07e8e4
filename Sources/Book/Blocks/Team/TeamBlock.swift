import Desk
import Diagnostics
import Mustache
import Pages
import Phrases
import Rulebook
import SalesMethod
import Wording

/// A block that shows sums over a team.
protocol TeamView: BlockKind {}

/// `team`: what a manager looks at every Monday: goals from the company down, what is expected by the end, the
/// weeks, the people with their sums, who to ask, hours, classes, open deals and visits by day; no customer's
/// name, and nobody's where the reader may not see the team's people.
///
/// On a member's page it is about the team that the member leads, for managers.
struct TeamBlock: TeamView {
  static let name = "team"
  static let form = BlockForm.leaf

  /// A part of the block, in the order of the page.
  enum Part: String, CaseIterable {
    case sums, goals, outlook, weeks, people, help, capacity, classes, pipeline, visits
  }

  /// The parts to show.
  private let parts: Set<Part>

  init(_ options: inout AttributeReader) {
    let names = Part.allCases.map(\.rawValue)
    let parts = options.read(
      "show",
      expected: Phrase(
        zh: "用逗号隔开的若干项：\(list: names)", en: "some of these, with commas: \(list: names)")
    ) { text -> Set<Part>? in
      let words = text.split { $0 == "," || $0 == "，" }.map { trimmed($0) }
      let parts = words.compactMap(Part.init(rawValue:))
      return parts.count == words.count && !parts.isEmpty ? Set(parts) : nil
    }
    self.parts = parts ?? Set(Part.allCases)
  }

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    guard let team = scene.plans.team else {
      // A page of members is written for those who lead nobody too.
      if scene.page.head.each == .member { return Parsed(nil) }
      return Parsed(nil, [PlanProblem.noData.diagnostic(at: scene.place)])
    }
    switch team.sums {
    case .failure(let problem): return Parsed(nil, [problem.diagnostic(at: scene.place)])
    case .success(let sums): return Parsed(fields(sums, team, scene))
    }
  }

  private func fields(
    _ sums: TeamFigures.Sums, _ team: TeamFigures, _ scene: Scene
  ) -> [(String, Value)] {
    let isFirst = scene.instance.part == 1
    let people = TeamPeople(sums, team.lines, scene)
    func shows(_ part: Part) -> Bool {
      parts.contains(part) && (isFirst || [.people, .help, .capacity].contains(part))
    }
    let shown = Part.allCases.map { ($0.rawValue, Value.bool(shows($0))) }
    return [
      ("example", .nothing), ("notes", .texts(isFirst ? notes(sums, in: scene.language) : [])),
      ("show", .record(Record(shown))),
      ("pages", sums.coverage.limits == nil ? pages(team.lines, scene) : .nothing),
      ("period", periodFields(sums, in: scene.language)),
    ] + sumFields(sums) + people.fields(showing: shows) + goalFields(sums, people, shows(.goals))
      + TeamWeeks(sums, people, scene).fields(showing: shows)
      + TeamPipeline(sums, scene).fields(showing: shows(.pipeline)) + classFields(sums, scene)
  }

  private func sumFields(_ sums: TeamFigures.Sums) -> [(String, Value)] {
    let summary = sums.summary
    let limits = sums.coverage.limits
    // Where some count in no sum, the sum is not to be held against the whole team's goal.
    let comparesGoal = limits?.leftOut ?? 0 == 0
    let difference = comparesGoal ? summary.target.map { summary.assigned - $0 } : nil
    return [
      ("isNamed", .bool(limits == nil)),
      ("people", .optional(limits?.people == 0 ? nil : limits?.people, Value.integer)),
      ("tellsWon", .bool(limits?.tellsWon ?? true)),
      ("target", .optional(summary.target, Value.money)),
      ("sum", .optional(limits?.people == 0 ? nil : summary.assigned, Value.money)),
      ("coverage", .optional(comparesGoal ? summary.assignment : nil, Value.percent)),
      ("missing", .optional(difference.flatMap { $0 < .zero ? .zero - $0 : nil }, Value.money)),
      ("total", total(summary)), ("outlook", outlook(summary)),
      (
        "interval",
        .optional(limits?.people == 0 ? nil : summary.interval) {
          .record(["low": .money($0.low), "high": .money($0.high)])
        }
      ),
    ]
  }

  private func classFields(_ sums: TeamFigures.Sums, _ scene: Scene) -> [(String, Value)] {
    let counts = sums.summary.classCounts
    return [
      ("tellsClasses", .bool(sums.coverage.limits?.tellsClasses ?? true)),
      (
        "classes",
        classLines(counts, cadence: scene.cadence) { customerClass in
          counts[customerClass] * scene.cadence[customerClass].perMonth
        }
      ), ("moves", .optional(sums.summary.moves, moves)),
    ]
  }

  /// The classes before in lines, those now in columns; new customers and those who are gone at the edges.
  private func moves(_ moves: ClassMoves) -> Value {
    let classes = CustomerClass.allCases.map(Optional.some) + [nil]
    return .record([
      "from": .optional(moves.days?.start, Value.day), "to": .optional(moves.days?.end, Value.day),
      "raised": .integer(moves.raised), "lowered": .integer(moves.lowered),
      "rows": .list(
        classes.map { from in
          .record([
            "class": .optional(from?.rawValue, Value.text),
            "cells": .list(
              classes.map { to in
                .record([
                  "count": .integer(moves[from, to]), "isSame": .bool(from == to && from != nil),
                  "isNone": .bool(from == nil && to == nil),
                ])
              }),
          ])
        }),
    ])
  }

  /// The links to the pages that the list of people takes; nothing where it is one.
  private func pages(_ lines: TeamLines, _ scene: Scene) -> Value {
    let links = scene.plans.partLinks
    guard lines.pages > 1 else { return .nothing }
    return .record([
      "number": .integer(scene.instance.part), "count": .integer(lines.pages),
      "links": .list(
        links.enumerated().map { number, href in
          .record([
            "title": .text(String(number + 1)), "href": .text(href),
            "isCurrent": .bool(number + 1 == scene.instance.part),
          ])
        }),
      // A page that is not written for teams has no others to go on with.
      "unlisted": .optional(
        links.isEmpty ? lines.lines.count - lines.lines(ofPage: 1).count : nil, Value.integer),
    ])
  }

  private func notes(_ sums: TeamFigures.Sums, in language: Language) -> [String] {
    let summary = sums.summary
    var notes: [String] = []
    if let limits = sums.coverage.limits {
      notes = self.notes(limits, in: language)
    } else if summary.membersWithoutWorkload > 0 {
      let count = summary.membersWithoutWorkload
      notes.append(
        language.say(
          zh: "\(count)人没有目标或没有转化率，未计入所需工时",
          en: "\(count) without a goal or rates: their hours are not counted"))
    }
    if parts.contains(.outlook), summary.interval != nil, sums.coverage.limits?.people != 0 {
      notes.append(
        language.say(
          zh: "区间由各人的预计逐一相加，当作互不影响；一起好、一起坏的月份会比它更宽",
          en: "the range adds up what each may bring, as if nobody’s month depended on another’s; "
            + "months that go well or badly as a whole lie further out"))
      if summary.membersWithoutSpread > 0 {
        let count = summary.membersWithoutSpread
        notes.append(
          language.say(
            zh: "其中\(count)人历史太少，只计入已成交",
            en: "\(count) of them have too little history: only what is won counts"))
      }
    }
    return notes
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
          zh: "已成交和预计不列出：下单的客户不到3家，成交的不到3人，或者相减就看得出是谁",
          en:
            "what was won and what is expected are not told: fewer than 3 customers bought or 3 people sold, "
            + "or a difference would tell whose it is"))
    }
    if limits.tellsWon, !limits.tellsExpected {
      notes.append(
        language.say(
          zh: "预计不列出：还可能下单的客户不到3家，或者相减就看得出是谁",
          en:
            "what is expected is not told: fewer than 3 customers may still buy, or a difference would tell "
            + "whose deal it is"))
    }
    if limits.tellsWon, !limits.tellsWeeks {
      notes.append(
        language.say(
          zh: "每周成交不列出：有的一周下单的客户不到3家，成交的不到3人，或者相减就看得出是谁",
          en:
            "what was won in each week is not told: in one fewer than 3 customers bought or 3 people sold, "
            + "or a difference would tell whose it is"))
    }
    if !limits.tellsClasses {
      notes.append(
        language.say(
          zh: "分类计划不列出：有的类别不到3家客户", en: "classes are not told: one has fewer than 3 customers"))
    }
    return notes
  }

  /// What all are expected to bring by the end: the sum of the members' parts.
  private func outlook(_ summary: TeamSummary) -> Value {
    let sums = summary.outlook
    return .record([
      "end": .day(sums.end), "won": .money(sums.won),
      "deals": .optional(sums.toldDeals, Value.money),
      "existing": .optional(sums.toldExisting, Value.money),
      "inProgress": .optional(sums.toldInProgress, Value.money),
      "newContacts": .money(sums.newContacts), "other": .money(sums.other),
      "expected": .optional(sums.toldExpected, Value.money),
    ])
  }

  private func total(_ summary: TeamSummary) -> Value {
    let counts = summary.classCounts
    return .record([
      "goal": .money(summary.assigned), "gap": .money(summary.gap),
      "won": .money(summary.outlook.won),
      "expected": .optional(summary.outlook.toldExpected, Value.money),
      "a": .integer(counts.a),
      "b": .integer(counts.b), "c": .integer(counts.c), "d": .integer(counts.d),
      "needed": .minutes(summary.hours.needed), "available": .minutes(summary.hours.available),
      "utilisation": .optional(summary.hours.utilisation, Value.percent),
    ])
  }

  /// The goals from the company down to the team, and of its people and the teams inside those of this page.
  private func goalFields(
    _ sums: TeamFigures.Sums, _ people: TeamPeople, _ isShown: Bool
  ) -> [(String, Value)] {
    guard isShown else { return [("goalSteps", []), ("goals", [])] }
    let summary = sums.summary
    var steps = sums.goals.map { step in
      // The last team of the way is divided among its people, where no team inside has a goal.
      let isOwn = step.team == summary.team?.id && step.sumOfParts == nil
      let isTold = isOwn && sums.coverage.limits == nil && !summary.members.isEmpty
      return goalStep(
        name: step.team.map { _ in step.name }, depth: step.depth, target: step.target,
        parts: step.sumOfParts ?? (isTold ? summary.assigned : nil), share: nil, isPerson: false)
    }
    steps += people.goalLines(below: sums.goals.count, goalStep)
    let goals = summary.goals.map { goal in
      Value.record([
        "name": .text(goal.goal.metric.text(in: people.language)),
        "findings": goalFindings(goal, in: people.language),
      ])
    }
    return [("goalSteps", .list(steps.count > 1 ? steps : [])), ("goals", .list(goals))]
  }

  private func goalStep(
    name: String?, depth: Int, target: Money?, parts: Money?, share: Rational?, isPerson: Bool
  ) -> Value {
    let covered = target.flatMap { target in
      parts.flatMap { Rational($0.hundredths, over: target.hundredths) }
    }
    return .record([
      "name": .optional(name, Value.text), "depth": .integer(min(depth, 6)),
      "target": .optional(target, Value.money), "parts": .optional(parts, Value.money),
      "share": .optional(share ?? covered, Value.percent), "isPerson": .bool(isPerson),
    ])
  }
}
