/// How much of a card a side takes in print: a quarter of a sheet, of the paper that is less high or less wide.
///
/// Measured in the theme's own sizes: 12 points, and 10 for a side that is long. A Chinese character is as
/// wide as it is high; for any other half of that is reckoned.
struct CardRoom: Hashable, Sendable {
  let title: String
  let subtitle: String?
  /// The paragraphs and items of the side; an item begins with `- `.
  let lines: [String]

  /// The room within a card's padding, in tenths of a millimetre: 85 × 114 mm less 12 each way.
  private static let (width, height) = (725, 1010)

  /// A size of type: its em, its lines and what stands between paragraphs, in tenths of a millimetre.
  private struct Setting {
    let em: Int
    let line: Int
    let between: Int
  }

  private static let usual = Setting(em: 42, line: 68, between: 15)
  private static let small = Setting(em: 35, line: 53, between: 12)

  /// Whether the side goes in only with smaller letters.
  var isSetSmaller: Bool { height(Self.usual) > Self.height }

  /// By how many lines the side is too long even so; 0 where it goes in.
  var linesOver: Int {
    let over = height(Self.small) - Self.height
    return over <= 0 ? 0 : (over + Self.small.line - 1) / Self.small.line
  }

  private func height(_ setting: Setting) -> Int {
    let heading = count(of: title + (subtitle ?? ""), setting, indent: 0)
    return lines.reduce(heading * (setting.line + 8) + setting.between) { sum, text in
      let isItem = text.hasPrefix("- ")
      return sum + count(of: text, setting, indent: isItem ? setting.em : 0) * setting.line
        + setting.between
    }
  }

  /// How many lines a text takes.
  private func count(of text: String, _ setting: Setting, indent: Int) -> Int {
    let wide = text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
    let room = max(1, (Self.width - indent) / setting.em * 2)
    return max(1, (wide + room - 1) / room)
  }
}
