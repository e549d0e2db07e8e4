/// Where a table came from and how it was read: the head of an import report.
package struct TableOrigin: Hashable, Sendable {
  /// The kinds of sources.
  package enum Format: String, Hashable, Sendable {
    case csv, xlsx, yaml, json, sqlite, postgresql
  }

  /// The file, as the user knows it; a database by its table: `sql.deals`.
  package let path: String
  /// The sheet of a workbook.
  package let sheet: String?
  /// The kind of source.
  package let format: Format
  /// The encoding of a text file.
  package let encoding: TextEncoding?
  /// What stands between the cells of a text file: `,`, `;` or a tab.
  package let separator: String?

  /// Describes a source.
  package init(
    path: String, sheet: String? = nil, format: Format, encoding: TextEncoding? = nil,
    separator: String? = nil
  ) {
    self.path = path
    self.sheet = sheet
    self.format = format
    self.encoding = encoding
    self.separator = separator
  }

  /// The path as places have it: `deals.xlsx[Sheet1]` for a sheet.
  package var placePath: String { sheet.map { "\(path)[\($0)]" } ?? path }
}
