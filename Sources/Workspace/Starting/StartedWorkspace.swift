package import Phrases
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
  ///     started.textOfProposals(in: "my-plan", language: .english)
  ///     // "found: export.csv looks like deals (5 of 7 columns recognised): salesbook import …\n"
  package func textOfProposals(in folder: String, language: Language) -> String {
    proposals.map { line(about: $0, in: folder).text(in: language) + "\n" }.joined()
  }

  private func line(about proposal: TableProposal, in folder: String) -> Phrase {
    let name = harmless(proposal.file + (proposal.sheet.map { "[\($0)]" } ?? ""))
    guard let table = proposal.table else {
      return Phrase(
        zh: "找到：\(name) 不像任何一张表；请在 salesbook.yaml 的 tables: 下写明它是哪一张",
        en: "found: \(name) fits no table; say which it is under tables: in salesbook.yaml")
    }
    let (known, all) = (proposal.recognised, proposal.headers.count)
    let line = Phrase(
      zh: "找到：\(name) 像是 \(table.rawValue)（\(all) 列认出 \(known) 列）",
      en: "found: \(name) looks like \(table.rawValue) "
        + "(\(known) of \(count: all, "column", "columns") recognised)")
    if proposal.file.hasPrefix(FoundTables.dataFolder + "/") { return line }
    let file = shellQuoted(joined(folder, proposal.file))
    let command = "salesbook import \(file) --as \(table.rawValue) -s \(shellQuoted(folder))"
    return Phrase(zh: "\(line)；导入它：\(command)", en: "\(line); take it in with: \(command)")
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
