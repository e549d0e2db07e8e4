import ArgumentParser
import Diagnostics
import OrderedJSON
import PlanData
import Workspace

/// `salesbook record`.
struct Record: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Sets what earlier plans said beside what came.",
    discussion: """
      For each of the last complete months: what was expected, the interval that eight of ten months \
      should fall into, the chance that was said, and what came; then how many months fell into their \
      interval, and how much of what was expected came. Plans that were kept (kept_plans in the settings, \
      or --since) are what was said; other months are computed again from what was known on their first \
      day. Without --person for everybody, one by one and together. Nothing is written.

      Examples:
        salesbook record
        salesbook record --person zhang-wei --months 12
        salesbook record --since Plans --format json
      """)

  @OptionGroup var options: PlanOptions

  @Option(name: .long, help: "How many complete months to look back at, 1 to 60.")
  var months = 6

  @Option(name: .long, help: "How to print: text, or json.")
  var format = BuildOptions.Format.text

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard (1...60).contains(months) else {
      throw ValidationError("--months is a number from 1 to 60, not \(months).")
    }
  }

  func run() throws {
    let read = try RequestedRecord.read(try options.request(shared), months: months)
    StandardStream.error(shared.diagnosticText.text(of: read.diagnostics))
    guard let record = read.value else { throw ExitCode(1) }
    switch format {
    case .text: StandardStream.output(record.text)
    case .json:
      let data = recordJSON(
        record.record, of: record.members.map(\.id), asOf: record.asOf, months: record.months)
      StandardStream.output(data.text(indented: true) + "\n")
    }
  }
}
