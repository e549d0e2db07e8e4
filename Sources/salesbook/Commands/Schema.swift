import ArgumentParser
import Diagnostics
import SalesData
import Workspace

/// `salesbook schema`.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints the JSON Schema of the settings or of a table.",
    discussion: """
      Editors complete and check YAML and JSON files by a schema. Without a name the schemas are \
      listed. Where an editor has the YAML language server, a first line in the file names it:

        # yaml-language-server: $schema=settings.schema.json

      Examples:
        salesbook schema settings > settings.schema.json
        salesbook schema goals > Content/data/goals.schema.json
      """)

  @Argument(help: "settings, or a table: customers, goals, …")
  var name: String?

  func validate() throws {
    let known = PublishedSchema.all.map(\.name)
    guard let name, !known.contains(name) else { return }
    throw ValidationError("There is no schema “\(name)”: \(suggestion(for: name, among: known)).")
  }

  func run() {
    let schemas = PublishedSchema.all
    guard let schema = schemas.first(where: { $0.name == name }) else {
      let width = schemas.map(\.name.count).max() ?? 0
      return StandardStream.output(
        schemas.map { schema in
          let gap = String(repeating: " ", count: width - schema.name.count + 2)
          return schema.name + gap + schema.summary + "\n"
        }.joined())
    }
    StandardStream.output(schema.text)
  }
}
