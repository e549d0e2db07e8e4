import Desk
import Diagnostics
import Mustache
import Phrases
import Rulebook
import SalesMethod
import Wording

/// `goal`: the goals of the period, and how the sum that new customers must bring comes about.
struct GoalBlock: PlanView {
  static let name = "goal"
  static let form = BlockForm.leaf

  let source: ViewSource

  init(_ options: inout AttributeReader) { source = ViewSource(&options) }

  func fields(of plan: MonthlyPlan, in scene: Scene) -> [(String, Value)] {
    checkedFields(of: plan, in: scene).value
  }

  /// The company's checks are asked once, for what they say and for what is wrong with them.
  func checkedFields(of plan: MonthlyPlan, in scene: Scene) -> Parsed<[(String, Value)]> {
    let checks = scene.checks.findings(in: plan, scene.language)
    let fields: [(String, Value)] = [
      ("period", plan.periodFields(in: scene.language)),
      ("goals", .list(plan.goals.map { goal($0, in: scene.language) })),
      ("bridge", plan.outlook.bridgeFields),
      ("verdict", plan.verdictFields(in: scene.language)),
      (
        "checks",
        .list(
          checks.value.map {
            .record(["id": .text($0.id), "level": .text($0.level.rawValue), "text": .text($0.text)])
          })
      ),
    ]
    return Parsed(fields, checks.diagnostics)
  }

  func notes(of plan: MonthlyPlan) -> [PlanNote] { plan.notes.filter { $0.view == .goal } }

  private func goal(_ planned: PlannedGoal, in language: Language) -> Value {
    let goal = planned.goal
    let isMoney = goal.metric == .amount || goal.metric == .collections
    func target(_ hundredths: Int) -> Value {
      isMoney || hundredths % 100 != 0
        ? .integer(isMoney ? hundredths : (hundredths + 50) / 100) : .integer(hundredths / 100)
    }
    return .record([
      "name": .text(goal.metric.text(in: language)),
      "dimension": .text(goal.dimension.rawValue), "isMoney": .bool(isMoney),
      "target": target(goal.targetHundredths), "unit": .text(isMoney ? "" : goal.unit ?? ""),
      "scope": .optional(goal.scope, Value.text), "why": .optional(goal.why, Value.text),
      "start": .day(goal.start), "end": .day(goal.end),
      "findings": goalFindings(planned, in: language),
      "checksLeft": checksLeft(planned, in: language),
      "milestones": .list(
        goal.milestones.map {
          .record([
            "date": .day($0.date), "isMoney": .bool(isMoney),
            "target": target($0.targetHundredths),
          ])
        }),
    ])
  }
}

/// The checks of SMART+C that a person is asked and those that are passed, as templates know them; nothing
/// without any.
private func checksLeft(_ planned: PlannedGoal, in language: Language) -> Value {
  let asked = planned.checks.filter { $0.status == .ask }
  let passed = planned.checks.filter { $0.status == .pass }
  guard !(asked + passed).isEmpty else { return .nothing }
  return .record([
    "asked": .integer(asked.count), "passed": .integer(passed.count),
    "checks": .list(
      (asked + passed).map {
        .record([
          "id": .text($0.id.rawValue), "isAsked": .bool($0.status == .ask),
          "text": .text($0.finding.text(in: language)),
        ])
      }),
  ])
}

/// What SMART+C finds wrong with a goal, as templates know it.
func goalFindings(_ planned: PlannedGoal, in language: Language) -> Value {
  .list(
    planned.checks.filter { $0.status == .fail || $0.status == .warn }.map {
      .record([
        "id": .text($0.id.rawValue), "level": .text($0.status.rawValue),
        "text": .text($0.finding.text(in: language)),
      ])
    })
}
