/// How a CSV file is written.
package struct CSVStyle: Hashable, Sendable {
  /// Whether Excel is to open it by a double click: with a byte order mark and CRLF.
  package var isForExcel: Bool

  /// A style; LF and no mark unless Excel is meant.
  package init(forExcel: Bool = false) { isForExcel = forExcel }
}

/// Writes rows as CSV in UTF-8, so that reading them again gives the same cells.
///
/// A cell that a spreadsheet would take for a formula, since it begins with `=`, `+`, `-`, `@`, a tab
/// or CR, gets a `'` in front, but for plain numbers. Cells that already begin with `'` and one of
/// these get another, so that reading can take just one away.
///
///     String(decoding: csv([["名称", "金额"], ["=甲", "-5"]]), as: UTF8.self)  // "名称,金额\n'=甲,-5\n"
package func csv(_ rows: [[String]], style: CSVStyle = CSVStyle()) -> [UInt8] {
  var bytes: [UInt8] = style.isForExcel ? [0xEF, 0xBB, 0xBF] : []
  let lineEnd = Array((style.isForExcel ? "\r\n" : "\n").utf8)
  for row in rows {
    for (index, cell) in row.enumerated() {
      if index > 0 { bytes.append(Separator.comma) }
      append(harmless(cell), to: &bytes, isAlone: row.count == 1)
    }
    bytes += lineEnd
  }
  return bytes
}

/// A cell that no spreadsheet takes for a formula, and that reading gives back as it is.
///
///     harmless("=1+1")   // "'=1+1"
///     harmless("-12.5")  // "-12.5"
///     harmless("'00125") // "''00125", since a single mark would be taken away
package func harmless(_ cell: String) -> String {
  (startsFormula(cell) && !isPlainNumber(cell)) || isMarked(cell) ? "'" + cell : cell
}

/// A cell as it was before it was made harmless; also `'00125`, with the mark that a spreadsheet puts
/// before digits which are to stay text.
///
///     withoutGuard("'+86 138")  // "+86 138"
///     withoutGuard("'00125")    // "00125"
///     withoutGuard("'t Hof")    // "'t Hof"
package func withoutGuard(_ cell: String) -> String {
  guard cell.utf8.first == UInt8(ascii: "'"), startsFormula(cell) || isMarked(cell) else {
    return cell
  }
  return String(cell.unicodeScalars.dropFirst())
}

/// Whether what stands behind any `'` is the sign of a formula.
private func startsFormula(_ cell: String) -> Bool {
  let first = cell.unicodeScalars.first { $0 != "'" }
  return first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
}

/// Whether a cell is a `'` or more and behind them digits, or digits with letters and signs, as ids,
/// numbers and days are.
private func isMarked(_ cell: String) -> Bool {
  let rest = cell.utf8.drop { $0 == UInt8(ascii: "'") }
  guard rest.count < cell.utf8.count, let first = rest.first, first &- 48 < 10 else { return false }
  return rest.allSatisfy { byte in
    byte &- 48 < 10 || (byte | 0x20) &- 97 < 26 || "-_./:,".utf8.contains(byte)
  }
}

/// Digits with a sign and a point, which no spreadsheet calculates.
private func isPlainNumber(_ cell: String) -> Bool {
  var digits = cell[...]
  if digits.first == "-" || digits.first == "+" { digits.removeFirst() }
  let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
  return (1...2).contains(parts.count)
    && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { $0 &- 48 < 10 } }
}

/// Adds a cell, in quotes where it holds a separator, a quote, a line break or spaces at its ends, or
/// where it is the empty cell of a row that would else be an empty line.
private func append(_ cell: String, to bytes: inout [UInt8], isAlone: Bool) {
  let text = Array(cell.utf8)
  let needsQuotes =
    text.isEmpty
    ? isAlone
    : text.span.trimmedRange.count < text.count || text.contains { ",\"\n\r;\t".utf8.contains($0) }
  guard needsQuotes else {
    bytes += text
    return
  }
  bytes.append(UInt8(ascii: "\""))
  for byte in text {
    if byte == UInt8(ascii: "\"") { bytes.append(byte) }
    bytes.append(byte)
  }
  bytes.append(UInt8(ascii: "\""))
}
