import ArgumentParser

/// Turns Markdown and a person's own sales data into a site and into paper.
@main
struct Salesbook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "salesbook", abstract: "Turns Markdown and sales data into a site and into paper.")
}
