package import SalesData

/// What a starter has made.
package struct StartedWorkspace: Sendable {
  /// The paths of the files written.
  package let files: [String]
  /// The tables that were in the folder already, and what they are most likely meant for.
  package let proposals: [TableProposal]
}

extension StartedWorkspace {
  /// What is said about the tables that were found in the folder of the workspace, a line for each.
  ///
  ///     started.textOfProposals(in: "my-plan")
  ///     // "found: export.csv looks like deals (5 of 7 columns recognised): salesbook import …\n"
  package func textOfProposals(in folder: String) -> String {
    proposals.map { line(about: $0, in: folder) + "\n" }.joined()
  }

  private func line(about proposal: TableProposal, in folder: String) -> String {
    let name = harmless(proposal.file + (proposal.sheet.map { "[\($0)]" } ?? ""))
    guard let table = proposal.table else {
      return "found: \(name) fits no table; say which it is under tables: in salesbook.yaml"
    }
    let columns = "\(proposal.recognised) of \(proposal.headers.count) columns recognised"
    let line = "found: \(name) looks like \(table.rawValue) (\(columns))"
    if proposal.file.hasPrefix(FoundTables.dataFolder + "/") { return line }
    let file = shellQuoted(joined(folder, proposal.file))
    return line
      + "; take it in with: salesbook import \(file) --as \(table.rawValue) -s \(shellQuoted(folder))"
  }

  /// A word that a shell takes as it is.
  private func shellQuoted(_ word: String) -> String {
    let word = word.hasPrefix("-") ? "./" + word : word
    let isPlain = word.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || "0123456789._-/".unicodeScalars.contains($0)
    }
    return isPlain ? word : "'" + harmless(word).replacing("'", with: "'\\''") + "'"
  }
}
