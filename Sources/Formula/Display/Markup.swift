/// Text as it may stand in HTML, in an element or in a quoted attribute: the one place where this
/// module escapes.
///
///     escaped("<b>")  // "&lt;b&gt;"
func escaped(_ text: String) -> String {
  guard text.utf8.contains(where: { "&<>\"'".utf8.contains($0) }) else { return text }
  var result = ""
  for character in text.unicodeScalars {
    switch character {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    default: result.unicodeScalars.append(character)
    }
  }
  return result
}

/// A name as readers see it, its words apart and never torn; a name of the data stays as it is.
///
///     wordsApart("deal_size")  // "deal\u{A0}size"
func wordsApart(_ name: String) -> String {
  name.contains(".") ? name : name.replacing("_", with: "\u{A0}")
}

/// A formula set twice: as MathML, and as the line of text that says the same.
package struct Setting: Hashable, Sendable {
  /// MathML elements without `<math>` around them; a line may be broken between two of them.
  var pieces: [String]
  /// The same on one line: `目标业绩 ÷ (单量 × 续购量)`.
  package var plain: String
  /// The rank of the outermost operation, which says where brackets are needed.
  var rank: Int

  /// The rank of what needs no brackets.
  static let whole = 100

  init(_ pieces: [String], plain: String, rank: Int = Setting.whole) {
    self.pieces = pieces
    self.plain = plain
    self.rank = rank
  }

  /// MathML ready for a page, read out by its plain twin.
  package var html: String {
    let math = pieces.map { "<math aria-hidden=\"true\">\($0)</math>" }.joined(separator: "<wbr>")
    return
      "<span class=\"calc-formula\" role=\"math\" aria-label=\"\(escaped(plain))\">\(math)</span>"
  }

  /// The setting as one piece, in brackets where it binds less tightly than `rank`.
  func bracketed(below rank: Int) -> Setting {
    if self.rank >= rank { return self }
    return Setting(["<mrow><mo>(</mo>\(pieces.joined())<mo>)</mo></mrow>"], plain: "(\(plain))")
  }
}
