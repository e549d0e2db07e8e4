/// Words in a picture, on one line.
package struct Label: Hashable, Sendable {
  /// Which point of the words stands at `x`.
  package enum Anchor: String, Hashable, Sendable {
    case start, middle, end
  }

  /// The words.
  package let text: String
  /// Where the anchor stands, and the line that the letters stand on.
  package let x, y: Int
  package let anchor: Anchor
  /// The height of a letter's em.
  package let size: Int

  /// Puts words at a place.
  package init(_ text: String, x: Int, y: Int, anchor: Anchor = .start, size: Int = 15) {
    (self.text, self.x, self.y, self.anchor, self.size) = (text, x, y, anchor, size)
  }

  /// The room that the words take, rather more than less: a browser's letters are not known here.
  package var box: Box {
    let width = Self.width(of: text, size: size)
    let left =
      switch anchor {
      case .start: x
      case .middle: x - width / 2
      case .end: x - width
      }
    return Box(x: left, y: y - size, width: width, height: size + size / 4)
  }

  /// How wide words are: a letter of Chinese is as wide as its em, any other six tenths of it.
  ///
  ///     Label.width(of: "销售", size: 10)  // 20
  package static func width(of text: String, size: Int) -> Int {
    (text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 10 : 6) } * size + 9) / 10
  }

  /// The words, or as much of them as fits, with … at the end.
  ///
  ///     Label.fitting("华东示例机械有限公司", width: 60, size: 10)  // "华东示例机…"
  package static func fitting(_ text: String, width: Int, size: Int) -> String {
    guard Self.width(of: text, size: size) > width else { return text }
    var short = text
    while !short.isEmpty, Self.width(of: short + "…", size: size) > width { short.removeLast() }
    return short + "…"
  }
}

/// A rectangle along the axes; `y` grows downward.
package struct Box: Hashable, Sendable {
  package let x, y, width, height: Int

  /// A rectangle by its upper left corner.
  package init(x: Int, y: Int, width: Int, height: Int) {
    (self.x, self.y, self.width, self.height) = (x, y, width, height)
  }

  /// Whether the two have an area in common.
  package func overlaps(_ other: Box) -> Bool {
    x < other.x + other.width && other.x < x + width && y < other.y + other.height
      && other.y < y + height
  }
}
