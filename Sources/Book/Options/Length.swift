/// A length on paper, in tenths of a millimetre.
struct Length: Hashable, Sendable, Codable, Comparable {
  let tenths: Int
  /// Whether it is the width of a column, in tenths of a hundredth of its table, and no height.
  let isWidth: Bool

  init(tenths: Int, isWidth: Bool = false) {
    self.tenths = tenths
    self.isWidth = isWidth
  }

  /// Reads `9`, `9mm` or `7.5mm`.
  init?(_ text: some StringProtocol) {
    let number = text.hasSuffix("mm") ? text.dropLast(2) : text[...]
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = Int(parts[0]), (0...2000).contains(whole)
    else { return nil }
    guard parts.count == 2 else {
      self.init(tenths: whole * 10)
      return
    }
    guard parts[1].utf8.count == 1, let tenth = Int(parts[1]), tenth >= 0 else { return nil }
    self.init(tenths: whole * 10 + tenth)
  }

  static func < (left: Length, right: Length) -> Bool {
    left.isWidth == right.isWidth ? left.tenths < right.tenths : right.isWidth
  }

  /// The class that sets this height: `mm-9`, `mm-7_5`; of a width `w-25`.
  var className: String { (isWidth ? "w-" : "mm-") + millimetres(decimalMark: "_") }

  /// The length in millimetres without its unit: `7.5`.
  func millimetres(decimalMark: String = ".") -> String {
    tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10)\(decimalMark)\(tenths % 10)"
  }
}
