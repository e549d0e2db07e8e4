import Formula
import Markdown
import Mustache
import Phrases

/// What the templates print of calculations.
enum CalculationFields {
  /// Steps: the template lists them, the formula module has written each.
  static func steps(_ steps: [WorkedStep]) -> Mustache.Value {
    .list(steps.map { .html(HTML(trusted: $0.html)) })
  }

  /// A fenced calculation.
  static func fence(_ steps: [WorkedStep], scope: String) -> Mustache.Value {
    .record([
      "scope": scope.isEmpty ? .nothing : .text(scope), "steps": self.steps(steps),
    ])
  }

  /// What the page's script works on.
  static func programs(_ programs: [String]) -> Mustache.Value {
    .list(programs.map { .html(HTML(trusted: $0)) })
  }
}
