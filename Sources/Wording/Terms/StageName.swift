package import Phrases

/// The word for a stage of the funnel; a company's own stage is its own word.
///
///     StageName("contact").text(in: .chinese)  // "首次接触"
package struct StageName: Hashable, Sendable, Worded {
  /// The name in the settings and the tables.
  package let name: String

  /// The stage of that name.
  package init(_ name: String) { self.name = name }

  package func text(in language: Language) -> String {
    switch (name, language) {
    case ("contact", .chinese): "首次接触"
    case ("visit", .chinese): "拜访"
    case ("proposal", .chinese): "方案/报价"
    case ("deal", .chinese): "成交"
    case ("contact", .english): "first contact"
    default: name
    }
  }

  /// One step of the funnel in both languages, as `首次接触→拜访`.
  static func step(_ from: String, _ to: String) -> Phrase {
    let (from, to) = (StageName(from), StageName(to))
    return Phrase(
      zh: "\(from.text(in: .chinese))→\(to.text(in: .chinese))",
      en: "\(from.text(in: .english)) → \(to.text(in: .english))")
  }
}
