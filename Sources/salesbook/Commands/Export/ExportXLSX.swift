import ArgumentParser
import Book
import Pages
import SalesMethod
import Workspace

/// `salesbook export xlsx`.
struct ExportXLSX: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "xlsx",
    abstract: "Writes a plan, and what pages compute, as an Excel workbook.",
    discussion: """
      The workbook has the workload sheet, the days of the month, the classes of the customers, the \
      80/20 table and the funnel, each with its charts; with --page or --all-pages a sheet for each \
      page that computes something. Inputs are light yellow cells; results are formulas that follow \
      them. Where pages are named and neither --person nor --month is, there is no plan in it. What \
      the edition leaves blank is blank in the workbook too.

      A file that is there is replaced only if it is as an earlier export wrote it, or by --force.

      Examples:
        salesbook export xlsx my-plan -o plan.xlsx --month 2026-12
        salesbook export xlsx -o zhang.xlsx --person zhang-wei --month 2026-12
        salesbook export xlsx -o answers.xlsx --page course/part-3.md --edition facilitator
      """)

  @OptionGroup var export: ExportOptions

  @Option(name: .shortAndLong, help: "The workbook to write.", completion: .file())
  var output: String

  @OptionGroup var options: PlanOptions

  @Option(
    name: .long,
    help: "A page whose calculations get a sheet, as course/part-3.md; may be given more than once."
  )
  var page: [String] = []

  @Flag(name: .long, help: "Give every page that computes something a sheet.")
  var allPages = false

  @Option(name: .long, help: "The edition whose blanks the pages' sheets keep.")
  var edition = Edition.participant

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if allPages && !page.isEmpty {
      throw ValidationError("--page and --all-pages cannot be given together.")
    }
  }

  func run() async throws {
    let shared = export.settled(shared)
    var request = WorkbookRequest(plan: try options.request(shared))
    request.force = export.force
    if allPages || !page.isEmpty {
      request.pages = PageChoice(
        sources: allPages ? nil : page, edition: edition, person: options.person)
    }
    try ExportOptions.say(try await exportWorkbook(request, to: output), shared)
  }
}

extension Edition: ExpressibleByArgument {}
