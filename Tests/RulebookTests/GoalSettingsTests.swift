import Diagnostics
import Rulebook
import SalesMethod
import Testing

/// The bounds that the checks of goals use.
@Suite struct `The settings of goals` {
  private func read(_ text: String) -> Parsed<Settings> {
    readSettings(SourceFile(path: "salesbook.yaml", text: text))
  }

  @Test(arguments: [
    (
      "assigned_at_least: 0.9, assigned_at_most: 1.2",
      GoalSettings(assignmentThousandths: 900...1200)
    ),
    ("assigned_at_most: 1.05", GoalSettings(assignmentThousandths: 1000...1050)),
    ("price_tolerance: 0.02", GoalSettings(priceToleranceThousandths: 20)),
    ("largest_discount: 0.25", GoalSettings(largestDiscountThousandths: 250)),
    ("comfortable_load: 0.7", GoalSettings(comfortableThousandths: 700)),
    ("", GoalSettings()),
  ])
  func `are read, each by its key`(text: String, expected: GoalSettings) {
    let parsed = read("goals: {\(text)}")
    #expect(parsed.diagnostics == [])
    #expect(parsed.value.method.goals == expected)
  }

  @Test(arguments: [
    ("assigned_at_least: 1.2", "settings.goals", 28),
    ("assigned_at_most: 0.9", "settings.goals", 27),
    ("comfortable_load: 1.1", "goals-settings.wrong-value", 27),
    ("discount: 0.1", "goals-settings.unknown-key", 9),
  ])
  func `are refused where they make no sense`(text: String, id: String, column: Int) {
    let found = read("goals: {\(text)}").diagnostics
    #expect(found.map(\.id) == [id])
    #expect(found.first?.place == Place(path: "salesbook.yaml", line: 1, column: column))
  }
}
