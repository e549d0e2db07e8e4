import Phrases

extension Formatters {
  /// Formatters that are the same in every language.
  static let words: [Formatter] = [count, plural, joined, fallback, first, urlComponent]

  /// How many values a list holds.
  private static var count: Formatter {
    Formatter("count") { value, _ in
      guard case .list(let values) = value else { return .wants(Phrase(zh: "列表", en: "a list")) }
      return .value(.integer(values.count))
    }
  }

  /// The word that fits a number: `{{n | plural "customer" "customers"}}`.
  private static var plural: Formatter {
    Formatter("plural", arguments: 2...2) { value, arguments in
      guard case .integer(let number) = value else {
        return .wants(Phrase(zh: "整数", en: "a whole number"))
      }
      return .value(arguments[number == 1 ? 0 : 1])
    }
  }

  /// Texts in a row, with a mark between them: `{{names | join "、"}}`.
  private static var joined: Formatter {
    Formatter("join", arguments: 1...1) { value, arguments in
      guard case .list(let values) = value, case .text(let mark)? = arguments.first else {
        return .wants(Phrase(zh: "文字的列表，后面再有一段文字", en: "a list of texts, and a text after it"))
      }
      var parts: [String] = []
      for value in values {
        guard case .text(let text) = value else {
          return .wants(Phrase(zh: "文字的列表", en: "a list of texts"))
        }
        parts.append(text)
      }
      return .value(.text(parts.joined(separator: mark)))
    }
  }

  /// What to print where a name holds nothing: `{{note | default "—"}}`.
  private static var fallback: Formatter {
    Formatter("default", arguments: 1...1, takesNothing: true) { value, arguments in
      .value(value == .nothing ? arguments[0] : value)
    }
  }

  /// The first so many values of a list: `{{#customers | first 3}}…{{/customers}}`.
  private static var first: Formatter {
    Formatter("first", arguments: 1...1) { value, arguments in
      guard case .list(let values) = value, case .integer(let wanted)? = arguments.first,
        wanted >= 0
      else { return .wants(Phrase(zh: "列表，后面再有一个整数", en: "a list, and a whole number after it")) }
      return .value(.list(Array(values.prefix(wanted))))
    }
  }

  /// Text for one part of an address, percent-encoded: `href="?q={{name | url}}"`.
  private static var urlComponent: Formatter {
    Formatter("url") { value, _ in
      guard case .text(let text) = value else { return .wants(Phrase(zh: "文字", en: "text")) }
      let digits = Array("0123456789ABCDEF".utf8)
      var bytes: [UInt8] = []
      for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
          UInt8(ascii: "_"), UInt8(ascii: "~"):
          bytes.append(byte)
        default:
          bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
      }
      return .value(.text(String(decoding: bytes, as: UTF8.self)))
    }
  }
}
