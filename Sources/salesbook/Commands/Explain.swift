import ArgumentParser
import Diagnostics
import Workspace

/// `salesbook explain`.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says where a class or a number of a plan comes from.",
    discussion: """
      WHAT is a customer's id or name, a goal's id, or a key of the plan as salesbook plan --format \
      json prints it: members joined by dots, and what stands in a list named by its id, stage, day \
      or customer. A group such as forecast or workload.hours is answered as a whole; a key that \
      the plan does not have gets the nearest one, or the list of all.

      The answer is the rule, what was put in, what would change it, and the rows of the tables it \
      came from.

      Examples:
        salesbook explain 云杉公司
        salesbook explain workload.stages.contact.mean --person zhang-wei
        salesbook explain forecast.quantiles.0.5 --month 2026-12
        salesbook explain layout.days.2026-12-01.load
        salesbook explain customers.C0042.valueTier.share
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
