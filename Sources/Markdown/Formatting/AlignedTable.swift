/// A table of a page with its columns one below the other, wide characters counted as two.
struct AlignedTable {
  /// The lines of the table.
  let rows: [[UInt8]]

  /// How a column stands.
  private enum Side { case none, left, right, center }

  /// Sets out the lines of a table, the second being that of dashes; nil where one of them is not written
  /// as those of tables are.
  ///
  ///     AlignedTable(["|甲|b|", "|-|:-:|", "|c|d|"].map { Array($0.utf8)[...] }, from: 1)
  ///     // "| 甲 |  b  |", "| -- | :-: |", "| c  |  d  |"
  init?(_ lines: [ArraySlice<UInt8>], from column: Int) {
    guard lines.count > 1, column > 0 else { return nil }
    let lead = Array(lines[0].prefix(column - 1))
    guard lines.allSatisfy({ $0.prefix(column - 1).elementsEqual(lead) }) else { return nil }
    let cells = lines.map { Self.cells(of: $0.dropFirst(column - 1)) }
    let sides = cells[1].map(Self.side)
    var widths = cells[1].map { _ in 3 }
    for (index, row) in cells.enumerated() where index != 1 {
      for (column, cell) in row.enumerated() where column < widths.count {
        widths[column] = max(widths[column], Self.width(of: cell))
      }
    }
    rows = cells.enumerated().map { index, row in
      let written = row.enumerated().map { column, cell in
        guard column < widths.count else { return cell }
        return index == 1
          ? Self.dashes(sides[column], widths[column])
          : Self.padded(cell, to: widths[column], sides[column])
      }
      return lead + Array(("| " + written.joined(separator: " | ") + " |").utf8)
    }
  }

  /// The texts between the bars of a line.
  private static func cells(of line: ArraySlice<UInt8>) -> [String] {
    var cells: [[UInt8]] = [[]]
    var isEscaped = false
    for byte in trimmed(line) {
      if byte == UInt8(ascii: "|"), !isEscaped {
        cells.append([])
      } else {
        cells[cells.count - 1].append(byte)
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    if cells.first?.isEmpty ?? false { cells.removeFirst() }
    if cells.last.map({ trimmed($0[...]).isEmpty }) ?? false { cells.removeLast() }
    return cells.map { String(decoding: trimmed($0[...]), as: UTF8.self) }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes.drop { $0 == 32 || $0 == 9 }
    while bytes.last == 32 || bytes.last == 9 { bytes.removeLast() }
    return bytes
  }

  private static func side(of dashes: String) -> Side {
    switch (dashes.first == ":", dashes.last == ":") {
    case (true, true): .center
    case (true, false): .left
    case (false, true): .right
    case (false, false): .none
    }
  }

  private static func dashes(_ side: Side, _ width: Int) -> String {
    let dashes = String(repeating: "-", count: width)
    switch side {
    case .none: return dashes
    case .left: return ":" + dashes.dropFirst()
    case .right: return dashes.dropFirst() + ":"
    case .center: return ":" + dashes.dropFirst(2) + ":"
    }
  }

  private static func padded(_ cell: String, to width: Int, _ side: Side) -> String {
    let missing = max(0, width - self.width(of: cell))
    let before =
      switch side {
      case .none, .left: 0
      case .right: missing
      case .center: missing / 2
      }
    return String(repeating: " ", count: before) + cell
      + String(repeating: " ", count: missing - before)
  }

  /// How many columns a text takes in letters of one width.
  private static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { width, scalar in
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format, .control: width
      default:
        // In the fonts that Chinese is written in, these signs are as wide as a character.
        width
          + (EastAsianWidth.isWide(scalar) || EastAsianWidth.isAmbiguousPunctuation(scalar) ? 2 : 1)
      }
    }
  }
}
