import Diagnostics

/// Finds out what is to be done to a page, and does what leaves its tree as it is.
struct PageFormatter {
  let path: String
  let options: ParsingOptions

  /// More single changes than these are not tried one by one.
  private static let mostTried = 60

  private func document(of text: PageLines, _ found: inout [Diagnostic]) -> Document {
    Document.read(text.bytes, of: path, firstLine: 1, options, &found)
  }

  // MARK: Signs

  /// Mends the signs of blocks; gives the number of lines that were changed, and the page as it is then.
  func mend(_ text: inout PageLines) -> (lines: Int, document: Document) {
    var changed: Set<Int> = []
    // A block that begins where none was read brings others inside it.
    for _ in 0..<3 {
      var found: [Diagnostic] = []
      let document = document(of: text, &found)
      var rest: [Diagnostic] = []
      var finished = document
      // Ids of headings are read at the end.
      if text.bytes.holds("｛#") { finished.finish(&rest) }
      let signs = [
        "markdown.full-width", "markdown.bad-directive", "markdown.bad-attribute",
        "markdown.curly-quotes",
      ]
      let wrong = (found + rest).filter { signs.contains($0.id) }.map(\.place.line)
      let lines = Set(wrong + document.directives.map(\.place.line))
      var isDone = true
      for line in lines.sorted() {
        guard let written = text[line], let mended = MendedLine.mend(written) else { continue }
        text.replace(line, with: mended)
        changed.insert(line)
        isDone = false
      }
      if isDone { return (changed.count, document) }
    }
    var found: [Diagnostic] = []
    return (changed.count, document(of: text, &found))
  }

  // MARK: Lines and tables

  /// Sets out what can be set out without a change of the page's tree; gives what was done.
  func setOut(_ text: inout PageLines, read document: Document) -> [PageEdit] {
    func isSame(_ changed: PageLines) -> Bool {
      var found: [Diagnostic] = []
      return self.document(of: changed, &found).hasTree(of: document)
    }
    let all = blankLines(document, text) + tables(document, text)
    guard !all.isEmpty else { return [] }
    let outer = all.filter { edit in
      if case .blankLine(let lead) = edit.change { return lead.isEmpty && !isIndented(edit, text) }
      return true
    }
    for edits in [all, outer] {
      let changed = text.with(edits)
      guard isSame(changed) else { continue }
      text = changed
      return edits
    }
    var kept: [PageEdit] = []
    for edit in all.prefix(Self.mostTried)
    where isSame(text.with(kept + [edit])) {
      kept.append(edit)
    }
    text = text.with(kept)
    return kept
  }

  private func isIndented(_ edit: PageEdit, _ text: PageLines) -> Bool {
    [edit.line - 1, edit.line].contains { text[$0]?.first == 32 || text[$0]?.first == 9 }
  }

  /// Blank lines before and behind each line that begins or ends a block.
  private func blankLines(_ document: Document, _ text: PageLines) -> [PageEdit] {
    var places: Set<Int> = []
    for extent in document.extents {
      // A block that begins behind the sign of a list has nothing above it.
      if stands(alone: extent.lines.lowerBound, text) { places.insert(extent.lines.lowerBound) }
      if extent.lines.upperBound > extent.lines.lowerBound,
        stands(alone: extent.lines.upperBound, text)
      {
        places.insert(extent.lines.upperBound)
        places.insert(extent.lines.upperBound + 1)
      }
      places.insert(extent.lines.lowerBound + 1)
    }
    return places.sorted().compactMap { line in
      guard line > 1, line <= text.lines.count, !text.isBlank(line - 1), !text.isBlank(line) else {
        return nil
      }
      return PageEdit(line: line, change: .blankLine(lead: quotation(line, text)))
    }
  }

  private func stands(alone line: Int, _ text: PageLines) -> Bool {
    let start = text[line]?.first { $0 != 32 && $0 != 9 && $0 != UInt8(ascii: ">") }
    return start == UInt8(ascii: ":")
  }

  /// The signs of the quotation that two lines stand in.
  private func quotation(_ line: Int, _ text: PageLines) -> [UInt8] {
    func signs(_ number: Int) -> ArraySlice<UInt8> {
      let lead = text[number]?.prefix { $0 == 32 || $0 == UInt8(ascii: ">") } ?? []
      let end = lead.lastIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? lead.startIndex
      return lead[..<end]
    }
    let (before, behind) = (signs(line - 1), signs(line))
    return Array(before.count < behind.count ? before : behind)
  }

  private func tables(_ document: Document, _ text: PageLines) -> [PageEdit] {
    document.nodes.indices.compactMap { index in
      let node = document.nodes[index]
      guard node.kind == .table else { return nil }
      let rows = (index + 1..<Int(node.end)).filter {
        document.nodes[$0].kind == .tableHead || document.nodes[$0].kind == .tableRow
      }
      let first = Int(node.line)
      let last = rows.map { Int(document.nodes[$0].line) }.max() ?? first
      // The line of dashes is no row.
      let lines = (first...max(first + 1, last)).compactMap { text[$0] }
      guard let table = AlignedTable(lines, from: Int(node.column)) else { return nil }
      return table.rows.elementsEqual(lines, by: { $0[...] == $1 })
        ? nil : PageEdit(line: first, change: .table(rows: table.rows))
    }
  }
}

extension Document {
  /// Whether two pages say the same, wherever in their files they say it.
  func hasTree(of other: Document) -> Bool {
    nodes.count == other.nodes.count && directives.count == other.directives.count
      && zip(directives, other.directives).allSatisfy { $0.says($1) }
      && zip(nodes, other.nodes).allSatisfy { mine, theirs in
        mine.kind == theirs.kind && mine.detail == theirs.detail && mine.number == theirs.number
          && mine.end == theirs.end && bytes(mine.text) == other.bytes(theirs.text)
          && bytes(mine.more) == other.bytes(theirs.more)
      }
  }
}

extension Directive {
  /// Whether two blocks are called the same and say the same of themselves.
  fileprivate func says(_ other: Directive) -> Bool {
    name == other.name && form == other.form && title == other.title && id == other.id
      && classes == other.classes && flags.map(\.name) == other.flags.map(\.name)
      && attributes.map(\.key) == other.attributes.map(\.key)
      && attributes.map(\.value) == other.attributes.map(\.value)
  }
}
