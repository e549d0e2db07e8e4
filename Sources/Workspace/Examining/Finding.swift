package import OrderedJSON
package import Phrases

/// Something that a machine or a workspace lacks, or that is unsafe there, with the line that mends it.
///
///     let finding = Finding(.missing, "browser", at: nil, what, mend: "sudo apt-get install chromium")
package struct Finding: Hashable, Sendable {
  /// How it matters.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Something is not there, and what needs it cannot be done.
    case missing
    /// Something is open, wrong or about to fail.
    case unsafe
  }

  /// How it matters.
  package let kind: Kind
  /// What was looked for, the same in every version: `font`, `output.open`.
  package let id: String
  /// Where it is, as a path; nil for the machine as a whole.
  package let path: String?
  /// What is wrong, and what comes of it, without a full stop.
  package let what: Phrase
  /// A line for a shell that mends it, or, where a person has to decide, for an editor.
  package let mend: String

  init(_ kind: Kind, _ id: String, at path: String?, _ what: Phrase, mend: String) {
    self.kind = kind
    self.id = id
    self.path = path
    self.what = what
    self.mend = mend
  }

  /// The word that stands before it.
  package var kindName: Phrase {
    switch kind {
    case .missing: Phrase(zh: "缺少", en: "missing")
    case .unsafe: Phrase(zh: "不安全", en: "unsafe")
    }
  }
}

/// What was looked at, and what was found.
package struct Examination: Hashable, Sendable {
  /// The ids of all that was looked for, whether found or not.
  package private(set) var looked: [String] = []
  /// What was found, in the order in which it was looked for.
  package private(set) var findings: [Finding] = []

  init() {}

  /// Notes a check and what it found.
  mutating func add(_ ids: [String], _ found: [Finding]) {
    looked += ids
    for finding in found where !findings.contains(finding) { findings.append(finding) }
  }

  /// The findings as a person reads them, and a last line that sums them up.
  ///
  ///     missing: no Chromium: pages cannot be printed as PDF
  ///         sudo apt-get install chromium
  package func text(in language: Language) -> String {
    var lines: [String] = []
    for finding in findings {
      let what = finding.what
      let place = finding.path.map {
        Phrase(zh: "\(harmless($0))：\(what)", en: "\(harmless($0)): \(what)")
      }
      let line = place ?? what
      lines.append(
        Phrase(zh: "\(finding.kindName)：\(line)", en: "\(finding.kindName): \(line)").text(
          in: language))
      lines.append("    " + finding.mend)
    }
    lines.append(summary.text(in: language))
    return lines.joined(separator: "\n") + "\n"
  }

  /// One line that sums them up.
  private var summary: Phrase {
    guard !findings.isEmpty else {
      return Phrase(
        zh: "什么都不缺，也没有不安全的地方：查了 \(count: looked.count) 项",
        en: "nothing is missing and nothing unsafe: \(count: looked.count, "check", "checks")")
    }
    let missing = findings.count { $0.kind == .missing }
    let unsafe = findings.count - missing
    return Phrase(
      zh: "查了 \(count: looked.count) 项：缺少 \(count: missing) 样，不安全 \(count: unsafe) 处",
      en:
        "\(count: looked.count, "check", "checks"): \(count: missing) missing, \(count: unsafe) unsafe"
    )
  }

  /// The same as data: what was looked for and what was found, in both languages.
  package var json: JSON {
    .object([
      ("checks", .array(looked.map { .string($0) })),
      (
        "findings",
        .array(
          findings.map { finding in
            .object([
              ("id", .string(finding.id)), ("kind", .string(finding.kind.rawValue)),
              ("path", finding.path.map { .string($0) } ?? .null),
              (
                "what",
                .object(
                  Language.allCases.map { ($0.rawValue, .string(finding.what.text(in: $0))) })
              ),
              ("mend", .string(finding.mend)),
            ])
          })
      ),
    ])
  }
}
