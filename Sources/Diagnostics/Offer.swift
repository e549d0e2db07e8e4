package import Phrases

/// One way to mend a mistake, or to answer what is asked, by lines of the settings.
///
///     Offer(["person"], "张伟", isSafe: true, Phrase(same: "张伟")).lines[0].keys  // ["person"]
package struct Offer: Hashable, Sendable, Codable {
  /// A line of the settings.
  package struct Line: Hashable, Sendable, Codable {
    /// The keys that lead to it, the outermost first.
    package let keys: [String]
    /// What stands there, as YAML writes it on one line.
    package let value: String

    /// Pairs keys with a value.
    package init(_ keys: [String], _ value: String) {
      self.keys = keys
      self.value = value
    }
  }

  /// The lines to write.
  package let lines: [Line]
  /// Whether nothing else can be meant, so that it may be written unasked.
  package let isSafe: Bool
  /// What choosing it says, for one who is asked.
  package let meaning: Phrase

  /// Makes an offer of several lines.
  package init(_ lines: [Line], isSafe: Bool = false, _ meaning: Phrase) {
    self.lines = lines
    self.isSafe = isSafe
    self.meaning = meaning
  }

  /// Makes an offer of one line.
  package init(_ keys: [String], _ value: String, isSafe: Bool = false, _ meaning: Phrase) {
    self.init([Line(keys, value)], isSafe: isSafe, meaning)
  }
}

extension Diagnostic {
  /// The same with ways to mend it, the likeliest first.
  package func offering(_ offers: [Offer]) -> Diagnostic {
    var same = self
    same.offers = offers
    return same
  }

  /// What may be written unasked; nil where a person must choose.
  package var safeOffer: Offer? { offers.first(where: \.isSafe) }
}

extension [Diagnostic] {
  /// How many different ones can be mended unasked, and how many by a choice.
  package var offers: (safe: Int, open: Int) {
    let all = Set(filter { $0.severity != .note && !$0.offers.isEmpty })
    let safe = all.count { $0.safeOffer != nil }
    return (safe, all.count - safe)
  }
}

/// A text as a scalar of YAML in double quotes, which no line break or quote in it can end.
///
///     yamlQuoted("a \"b\"\n")  // "\"a \\\"b\\\"\\n\""
package func yamlQuoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case _ where scalar.value < 32 || scalar.value == 127 || breaksLines(scalar):
      let digits = String(scalar.value, radix: 16, uppercase: true)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

/// Whether YAML takes the scalar for the end of a line, or reads it as no character of a text.
private func breaksLines(_ scalar: Unicode.Scalar) -> Bool {
  (0x80...0x9F).contains(scalar.value) || [0x2028, 0x2029, 0xFEFF].contains(scalar.value)
}
