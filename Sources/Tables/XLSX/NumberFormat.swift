/// What a cell's number format makes of its number.
enum NumberFormat: Hashable, Sendable {
  case number
  /// A part of one, shown as percent.
  case percent
  /// A day, with or without a time.
  case date
  /// A time of day or a length of time.
  case time
  /// A number with a unit or zeros that only the format shows: `35万`, `$12.50`, `00007`.
  case shown(ShownNumber)

  /// The format that Excel knows by a number without a code of its own.
  init(builtIn id: Int) {
    switch id {
    case 9, 10: self = .percent
    case 14...17, 22, 27...31, 34...36, 50...54, 57, 58: self = .date
    case 18...21, 32, 33, 45...47, 55, 56: self = .time
    default: self = .number
    }
  }

  /// The format of a code: `yyyy"年"m"月"d"日"` is a date, `0.0%` percent, `0!.0,"万"` a number.
  ///
  /// Only the first section counts; text in quotes, behind `\`, `!`, `_` and `*`, and brackets say
  /// nothing, but for `[h]`, `[m]` and `[s]`, which are lengths of time.
  init(code: String) {
    let letters = Self.tellingLetters(of: code)
    if letters.contains("%") {
      self = .percent
    } else if letters.contains("y") || letters.contains("d")
      || (letters.contains("m") && !letters.contains("h") && !letters.contains("s"))
    {
      self = .date
    } else if letters.contains("h") || letters.contains("s") {
      self = .time
    } else if let shown = ShownNumber(code: code) {
      self = .shown(shown)
    } else {
      self = .number
    }
  }

  private static func tellingLetters(of code: String) -> Set<Character> {
    var letters: Set<Character> = []
    var rest = Substring(code.lowercased())
    if rest.hasPrefix("general") { return [] }
    while let next = rest.popFirst(), next != ";" {
      switch next {
      case "\"":
        rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "!", "_", "*":
        rest = rest.dropFirst()
      case "[":
        let inner = rest.prefix { $0 != "]" }
        if let first = inner.first, "hms".contains(first), inner.allSatisfy({ $0 == first }) {
          letters.insert("h")
        }
        rest = rest.dropFirst(inner.count + 1)
      default: letters.insert(next)
      }
    }
    return letters
  }
}
