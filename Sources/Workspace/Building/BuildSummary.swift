import Diagnostics
package import OrderedJSON
package import Phrases

/// What a build came to, for the last line on a terminal and for other programs.
package struct BuildSummary {
  private let diagnostics: [Diagnostic]
  private let pages: Int
  private let seconds: Double
  private let publication: Publication?

  /// Sums up a report; `seconds` is how long it took.
  package init(_ report: BuildReport, seconds: Double) {
    diagnostics = Array(Set(report.diagnostics)).sorted()
    pages = report.pages
    self.seconds = seconds
    publication = report.publication
  }

  /// How many things were found that fail a strict build.
  package var warnings: Int { diagnostics.count { $0.severity == .warning } }

  /// How many things were found that fail a build.
  package var errors: Int { diagnostics.count { $0.severity == .error } }

  /// One line for a person.
  ///
  ///     120 pages, 2 warnings, 0.41 s: 3 files written, 240 unchanged, 1 removed
  package var line: Phrase {
    var parts = [Phrase(zh: "\(count: pages) 页", en: "\(count: pages, "page", "pages")")]
    if errors > 0 {
      parts.append(
        Phrase(zh: "\(count: errors) 个错误", en: "\(count: errors, "error", "errors")"))
    }
    parts.append(
      Phrase(zh: "\(count: warnings) 个警告", en: "\(count: warnings, "warning", "warnings")"))
    parts.append(Phrase(zh: "\(hundredths) 秒", en: "\(hundredths) s"))
    let line = Phrase(zh: "\(list: parts)", en: "\(list: parts)")
    guard let publication else { return line }
    let (unchanged, removed) = (publication.unchanged, publication.removed)
    return Phrase(
      zh:
        "\(line)：写入 \(count: publication.written) 个文件，\(count: unchanged) 个未变，删除 \(count: removed) 个",
      en: "\(line): \(count: publication.written, "file", "files") written, "
        + "\(count: unchanged) unchanged, \(count: removed) removed")
  }

  /// The report as data: every diagnostic and the figures of the last line.
  package var json: JSON {
    .object([
      ("diagnostics", .array(diagnostics.map { Self.json(of: $0) })), ("pages", .integer(pages)),
      ("warnings", .integer(warnings)), ("seconds", .number(hundredths)),
    ])
  }

  private static func json(of diagnostic: Diagnostic) -> JSON {
    let place = diagnostic.place
    let path = place.cell.map { "\(place.path)!\($0)" } ?? place.path
    return .object([
      ("id", .string(diagnostic.id)), ("severity", .string(diagnostic.severity.rawValue)),
      ("path", .string(path)), ("line", .integer(place.line)), ("column", .integer(place.column)),
      ("message", json(of: diagnostic.message)),
      ("expected", diagnostic.expected.map { json(of: $0) } ?? .null),
      ("fix", diagnostic.fix.map { json(of: $0) } ?? .null),
    ])
  }

  /// A sentence in every language, by its tag.
  private static func json(of phrase: Phrase) -> JSON {
    .object(Language.allCases.map { ($0.rawValue, .string(phrase.text(in: $0))) })
  }

  private var hundredths: String {
    let count = Int((max(seconds, 0) * 100).rounded())
    let cents = String(count % 100)
    return "\(count / 100)." + (cents.count == 1 ? "0" + cents : cents)
  }
}
