extension Sheet {
  /// The height of a line of text, in points.
  private static let line = 15.0
  /// A row may be so high and no higher.
  private static let greatest = 400.0

  /// The height in points that the wrapped texts of a row need in their columns; nil where one line
  /// is enough.
  ///
  /// Spreadsheets leave it to the file: a program that does not measure texts when it opens one would
  /// print them over each other.
  func height(of cells: [Cell?]) -> Double? {
    var lines = 1
    for (column, cell) in cells.enumerated() where column < widths.count {
      guard let cell, cell.style.wraps, case .text(let text) = cell.content else { continue }
      let room = max(1, widths[column] - 1)
      let needed = text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
        $0 + max(1, Int((Self.width(of: $1) / room).rounded(.up)))
      }
      lines = max(lines, needed)
    }
    return lines == 1 ? nil : min(Self.greatest, Double(lines) * Self.line + 2)
  }

  /// The width of a text in characters of Latin width: a Chinese one counts two.
  private static func width(of text: Substring) -> Double {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 1.9 : 1) }
  }
}
