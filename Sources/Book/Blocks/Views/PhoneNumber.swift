/// One of the telephone numbers that a person wrote into a cell.
struct PhoneNumber: Hashable, Sendable {
  /// As it is shown.
  let written: String
  /// What a telephone dials: digits, with a plus before them where it is written, and an extension behind a
  /// comma, at which it waits; nil where nobody can be called.
  let dialled: String?

  /// What stands between two numbers.
  private static let separators: Set<Character> = [
    "/", "／", ";", "；", ",", "，", "、", "|", "\n", "或",
  ]
  /// What an extension begins with: 转, 分机, `ext.`, `x`, `#`.
  private static let extensions: Set<Character> = ["转", "轉", "分", "e", "E", "x", "X", "#"]
  /// The digits of the shortest number; fewer before one are an area code, behind one the end of another.
  private static let shortest = 5

  /// The numbers in a text, in order.
  ///
  ///     PhoneNumber.all(in: "+86 (0)21 5550-1234 转 8 / 138 0000 0000").map(\.dialled)
  ///     // ["+862155501234,8", "13800000000"]
  static func all(in text: String) -> [PhoneNumber] {
    // What is left of a number that is masked calls nobody.
    if text.contains("*") { return [PhoneNumber(written: text, dialled: nil)] }
    var parts: [(shown: Substring, called: Substring)] = []
    for part in text.split(whereSeparator: separators.contains) {
      guard let last = parts.last else {
        parts.append((part, part))
        continue
      }
      let whole = text[last.shown.startIndex..<part.endIndex]
      if digits(in: part) < shortest {
        parts[parts.count - 1].shown = whole
      } else if digits(in: last.called) < shortest {
        parts[parts.count - 1] = (whole, whole)
      } else {
        parts.append((part, part))
      }
    }
    return parts.map { PhoneNumber(written: withoutScheme($0.shown), dialled: dialled($0.called)) }
  }

  /// The text without the `tel:` that was copied with it.
  private static func withoutScheme(_ text: Substring) -> String {
    let text = trimmed(text)
    return text.lowercased().hasPrefix("tel:") ? trimmed(text.dropFirst(4)) : text
  }

  private static func dialled(_ text: Substring) -> String? {
    // The zero of +86 (0)21 is dialled by those who leave the country's code out.
    let text = text.contains { $0 == "+" || $0 == "＋" } ? withoutTrunkZero(text) : String(text)
    var (number, suffix, isInSuffix) = ("", "", false)
    for character in text {
      if let digit = digit(character) {
        if isInSuffix { suffix += digit } else { number += digit }
      } else if "+＋".contains(character), number.isEmpty {
        number = "+"
      } else if extensions.contains(character), digits(in: number[...]) >= shortest {
        isInSuffix = true
      }
    }
    guard digits(in: number[...]) >= 3 else { return nil }
    return suffix.isEmpty ? number : number + "," + suffix
  }

  private static func withoutTrunkZero(_ text: Substring) -> String {
    String(text.replacing("(0)", with: "").replacing("（0）", with: ""))
  }

  private static func digits(in text: Substring) -> Int { text.count { digit($0) != nil } }

  /// A digit of any width as ASCII writes it.
  private static func digit(_ character: Character) -> String? {
    guard let value = character.wholeNumberValue, (0...9).contains(value) else { return nil }
    return String(value)
  }
}
