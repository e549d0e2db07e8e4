import ArgumentParser
import Diagnostics
import Workspace

/// `salesbook explain`.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says where a class or a number of a plan comes from.",
    discussion: """
      WHAT is a customer's id or name, a goal's id, or a key of the plan as salesbook plan --format \
      json prints it; one that cannot be explained gets the list of those that can. The answer is the rule, what was put in, what would change it, and the rows of \
      the tables it came from.

      Examples:
        salesbook explain 云杉公司
        salesbook explain workload.stages.contact --person zhang-wei
        salesbook explain forecast.probability --month 2026-12
      """)

  @Argument(help: "A customer's id or name, a goal's id, or a key of the plan.")
  var what: String

  @OptionGroup var options: PlanOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let requested = try options.plan(shared)
    let found = requested.explain(what)
    StandardStream.error(shared.diagnosticText.text(of: found.diagnostics))
    guard let explanation = found.value else { throw ExitCode(1) }
    StandardStream.output(explanationText(explanation, in: requested.language))
  }
}
