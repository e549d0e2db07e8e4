import ArgumentParser
import PlanData
import OrderedJSON
import SalesMethod
import Workspace

/// `salesbook plan`.
struct Plan: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints one person's plan for a month.",
    discussion: """
      Reads the workspace's tables and prints the goals, where the target comes from, the work of \
      each stage and its hours; as json everything that the plan's pages show. Nothing is written.

      Examples:
        salesbook plan -s my-plan --month 2026-12
        salesbook plan --person zhang-wei --format json > plan.json
        salesbook plan --person zhang-wei --month 2026-12 --since plan.json
      """)

  @OptionGroup var options: PlanOptions

  @Option(name: .long, help: "How to print: text, or json.")
  var format = BuildOptions.Format.text

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let requested = try options.plan(shared)
    switch format {
    case .text: StandardStream.output(requested.text)
    case .json:
      let data = planJSON(
        requested.plan, in: requested.language, classes: requested.classes,
        checks: requested.checks)
      StandardStream.output(data.text(indented: true) + "\n")
    }
  }
}
