package import Phrases

/// A named way to turn a value into what a reader sees: `{{amount | money}}`.
///
/// A formatter is a pure function of a value and its arguments. One that is handed what it cannot
/// use says what it wants; the message then names the template's line.
///
///     Formatter("shout") { value, _ in
///       guard case .text(let text) = value else { return .wants(Phrase(zh: "文字", en: "text")) }
///       return .value(.text(text + "!"))
///     }
package struct Formatter: Sendable {
  /// What a formatter gives.
  package enum Outcome: Sendable {
    /// The formatted value, mostly text; another formatter may follow.
    case value(Value)
    /// What the formatter works on, in words: "a whole number".
    case wants(Phrase)
  }

  /// The name behind the bar.
  package let name: String
  /// How many arguments may follow the name.
  package let arguments: ClosedRange<Int>
  /// Whether it is also asked about `nothing`, as `default` is.
  package let takesNothing: Bool
  let format: @Sendable (Value, [Value]) -> Outcome

  /// Makes a formatter; without arguments, and never asked about `nothing`, unless said otherwise.
  package init(
    _ name: String, arguments: ClosedRange<Int> = 0...0, takesNothing: Bool = false,
    _ format: @escaping @Sendable (Value, [Value]) -> Outcome
  ) {
    self.name = name
    self.arguments = arguments
    self.takesNothing = takesNothing
    self.format = format
  }
}

/// The formatters that templates may name.
///
///     TemplateSet.compile(files, formatters: Formatters(.simplifiedChinese))
package struct Formatters: Sendable {
  /// The language whose customs dates and amounts follow.
  package enum Language: String, Hashable, Sendable, CaseIterable {
    /// Chinese as written on the mainland: 2026年5月6日, 120万.
    case simplifiedChinese = "zh-Hans"
    /// English: 6 May 2026, 1,200k.
    case english = "en"
  }

  private var formatters: [String: Formatter] = [:]

  /// All standard formatters in the customs of a language.
  package init(_ language: Language) {
    for formatter in Self.numbers(language) + Self.dates(language) + Self.words {
      formatters[formatter.name] = formatter
    }
  }

  /// The same with one more; it takes the place of one of its name.
  package func adding(_ formatter: Formatter) -> Formatters {
    var more = self
    more.formatters[formatter.name] = formatter
    return more
  }

  /// All names, sorted.
  package var names: [String] { formatters.keys.sorted() }

  subscript(name: String) -> Formatter? { formatters[name] }
}
