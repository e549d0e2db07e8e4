/// How much room a text takes when it is written by hand.
enum Handwriting {
  /// The width of a line in tenths of a millimetre.
  private static let line = 1650
  /// The room of a handwritten Chinese character, and of a Latin letter.
  private static let (han, letter) = (75, 26)

  /// How much room a text takes when written by hand, in tenths of a millimetre, a fifth more than it
  /// needs.
  static func width(of text: String) -> Int {
    let signs = text.unicodeScalars.filter { !$0.properties.isWhitespace }
    let tenths = signs.reduce(0) { $0 + ($1.value >= 0x2E80 ? han : letter) }
    return (tenths * 6 + 4) / 5
  }

  /// How many lines a text takes.
  ///
  ///     SpaceGate.lines(for: "先问日期")  // 1
  static func lines(for text: String) -> Int {
    max(1, (width(of: text) + line - 1) / line)
  }
}
