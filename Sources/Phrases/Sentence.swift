/// A language as a type, which a `Sentence` is written in.
package protocol Tongue {
  /// The language that the type stands for.
  static var language: Language { get }
}

/// Chinese, as the language of a sentence.
package enum InChinese: Tongue {
  /// `Language.chinese`.
  package static var language: Language { .chinese }
}

/// English, as the language of a sentence.
package enum InEnglish: Tongue {
  /// `Language.english`.
  package static var language: Language { .english }
}

/// One language's text of a `Phrase`: a literal whose holes know the language they stand in.
///
///     let day: Sentence<InEnglish> = "on \(year: 2026, month: 5, day: 6)"
///     day.text  // "on 6 May 2026"
package struct Sentence<Spoken: Tongue>: ExpressibleByStringInterpolation {
  /// The finished text.
  package let text: String

  /// Takes a text as it stands.
  package init(stringLiteral text: String) { self.text = text }

  /// Takes the text of a literal with holes.
  package init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

  /// A sentence that goes on, for literals longer than a line.
  package static func + (left: Self, right: Self) -> Self {
    Self(stringLiteral: left.text + right.text)
  }
}

extension Sentence {
  /// The holes that a sentence may have.
  ///
  /// A value of any other type does not compile.
  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var text: String

    package init(literalCapacity: Int, interpolationCount: Int) {
      text = ""
      text.reserveCapacity(literalCapacity + interpolationCount * 8)
    }

    /// What stands between the holes.
    package mutating func appendLiteral(_ literal: String) { text += literal }

    /// A text as it is: a name, a key, code.
    package mutating func appendInterpolation(_ text: some StringProtocol) { self.text += text }

    /// A number as it is: a year, a line, an index.
    package mutating func appendInterpolation(_ number: some BinaryInteger) {
      text += String(number)
    }

    /// What a value says in this language.
    package mutating func appendInterpolation(_ worded: some Worded) {
      text += worded.text(in: Spoken.language)
    }

    /// A count in groups of three: `12,000`.
    package mutating func appendInterpolation(count: Int) { text += Digits.grouped(count) }

    /// An amount in hundredths of its unit: `87,500.50`.
    package mutating func appendInterpolation(hundredths: Int) {
      text += Digits.amount(hundredths: hundredths)
    }

    /// A day of the calendar: `2026年5月6日`, `6 May 2026`.
    package mutating func appendInterpolation(year: Int, month: Int, day: Int) {
      text += Spoken.language.day(year: year, month: month, day: day)
    }

    /// A list as the language joins it: `M、N`, `M, N`.
    package mutating func appendInterpolation(list: [String]) {
      text += Spoken.language.list(list)
    }

    /// A list of what the values say.
    package mutating func appendInterpolation(list: [some Worded]) {
      text += Spoken.language.list(list.map { $0.text(in: Spoken.language) })
    }
  }
}

extension Sentence.Interpolation where Spoken == InEnglish {
  /// A count with its noun: `1 customer`, `2 customers`, `0 customers`.
  package mutating func appendInterpolation(count: Int, _ one: String, _ many: String) {
    appendInterpolation(count: count)
    text += " "
    appendInterpolation(agreeing: count, one, many)
  }

  /// An amount of at most two decimals with its noun: `1 hour`, `1.5 hours`.
  package mutating func appendInterpolation(measure: Double, _ one: String, _ many: String) {
    let shown = Digits.decimal(measure, places: 2)
    text += shown + " " + (shown == "1" ? one : many)
  }

  /// The word that agrees with a count that stands elsewhere: `is`, `are`.
  package mutating func appendInterpolation(agreeing count: Int, _ one: String, _ many: String) {
    text += count.magnitude == 1 ? one : many
  }
}
