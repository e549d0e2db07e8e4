package import Diagnostics
import Tables

/// What a file that was found is most likely meant for, as `salesbook init` proposes it.
package struct TableProposal: Hashable, Sendable {
  /// A header and the column it is taken for; nil where the table has none of the kind.
  package struct Header: Hashable, Sendable {
    package let header: String
    package let field: String?
    /// Whether it is read together with another column: names beside ids.
    package let isBeside: Bool

    /// Pairs a header with a column.
    package init(header: String, field: String?, isBeside: Bool = false) {
      (self.header, self.field, self.isBeside) = (header, field, isBeside)
    }
  }

  /// The file's path, as the user knows it.
  package let file: String
  /// The sheet, in a workbook of several.
  package let sheet: String?
  /// The table; nil where nothing fits, or the file cannot be read.
  package let table: TableName?
  /// Whether the name of the file or the sheet says so already.
  package let isNamed: Bool
  /// The headers, but those without a name.
  package let headers: [Header]

  /// The file and the sheet, as `tables` in the settings names them.
  package var name: String {
    let base = file.split(separator: "/").last.map(String.init) ?? file
    return base + (sheet.map { "[\($0)]" } ?? "")
  }

  /// How many headers were recognised.
  package var recognised: Int { headers.count { $0.field != nil } }
}

/// What each table of a file is most likely meant for, by its name, else by its columns.
///
///     proposals(for: SourceFile(path: "export.csv", text: "客户名称,商机金额\n"))[0].table  // .deals
package func proposals(for file: SourceFile) -> [TableProposal] {
  let tables = readData(file).value
  guard !tables.isEmpty else {
    return [TableProposal(file: file.path, sheet: nil, table: nil, isNamed: false, headers: [])]
  }
  let (base, _) = nameAndExtension(of: file.path)
  return tables.map { table in
    let named = tables.count == 1 ? TableSchema.named(base) : TableSchema.named(table.name)
    let name = named?.name ?? likelyTable(of: table)
    let matched = name.map { matchHeaders(of: table, to: .of($0), by: []).value } ?? []
    return TableProposal(
      file: file.path, sheet: tables.count == 1 ? nil : table.origin.sheet, table: name,
      isNamed: named != nil,
      headers: matched.filter { !$0.header.isEmpty }.map {
        TableProposal.Header(header: $0.header, field: $0.field?.name)
      })
  }
}

/// The parts of `salesbook.yaml` that say what was found; empty where nothing was.
///
/// Files of the data folder that their names do not tell are named under `tables`, the first for each
/// table; what headers were taken for stands in comments, to be corrected.
///
///     proposedSettings([proposal], dataFolder: "Content/data")  // "tables:\n  \"export.csv\": deals\n"
package func proposedSettings(_ proposals: [TableProposal], dataFolder: String) -> String {
  let inData = proposals.filter { $0.file.hasPrefix(dataFolder + "/") && $0.table != nil }
  var taken = Set(inData.filter(\.isNamed).compactMap(\.table))
  var lines: [String] = []
  for proposal in inData where !proposal.isNamed {
    guard let table = proposal.table else { continue }
    let entry = "\(yamlQuoted(proposal.name)): \(table.rawValue)"
    lines.append(
      taken.insert(table).inserted
        ? "  " + entry : "  # " + entry + "   # another file is this table already")
  }
  var text = ""
  if lines.contains(where: { !$0.hasPrefix("  #") }) {
    text +=
      "# Found by init: the table that each file is.\ntables:\n"
      + lines.map { $0 + "\n" }.joined()
  } else if !lines.isEmpty {
    text += "# Found by init:\n# tables:\n" + lines.map { "#" + $0.dropFirst(2) + "\n" }.joined()
  }
  return text + proposedMapping(proposals)
}

/// What the headers were taken for, in comments.
private func proposedMapping(_ proposals: [TableProposal]) -> String {
  var lines: [String] = []
  var seen: Set<TableName> = []
  for proposal in proposals {
    guard let table = proposal.table, seen.insert(table).inserted else { continue }
    let headers = proposal.headers.filter { $0.header != $0.field }
    guard !headers.isEmpty else { continue }
    lines.append("#   \(table.rawValue):   # \(yamlQuoted(proposal.name))")
    lines += headers.map { "#     \(yamlQuoted($0.header)): \($0.field ?? "~   # not recognised")" }
  }
  guard !lines.isEmpty else { return "" }
  let head =
    "# What headers were taken for; to correct one, take the “#” off its lines.\n# mapping:\n"
  return head + lines.map { $0 + "\n" }.joined()
}
