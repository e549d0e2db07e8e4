package import OrderedJSON

/// A JSON Schema that editors take to complete and check a file.
package struct PublishedSchema: Sendable {
  /// The name by which `salesbook schema` prints it: `settings`, or a table's.
  package let name: String
  /// One sentence about the file it describes.
  package let summary: String
  /// The schema.
  package let json: JSON

  /// The file that holds it in `Documentation/schemas`: `settings.schema.json`.
  package var fileName: String { name + ".schema.json" }

  /// The file's text.
  ///
  ///     PublishedSchema.all[0].text.hasPrefix("{")  // true
  package var text: String { json.text(indented: true) + "\n" }

  /// The schema of `salesbook.yaml` and those of all tables, in the order of the documentation.
  package static let all: [PublishedSchema] =
    [
      PublishedSchema(
        name: "settings", summary: "The settings, salesbook.yaml.", json: settingsSchema())
    ]
    + TableSchema.all.map { table in
      PublishedSchema(name: table.name.rawValue, summary: table.summary, json: table.json)
    }
}
