import Diagnostics
package import OrderedJSON
import Phrases

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
  package var line: String {
    var parts = [counted(pages, "page")]
    if errors > 0 { parts.append(counted(errors, "error")) }
    parts.append(counted(warnings, "warning"))
    parts.append(hundredths + " s")
    let line = parts.joined(separator: ", ")
    guard let publication else { return line }
    return line + ": \(counted(publication.written, "file")) written, "
      + "\(publication.unchanged) unchanged, \(publication.removed) removed"
  }

  /// The report as data: every diagnostic and the figures of the last line.
  package var json: JSON {
    .object([
      ("diagnostics", .array(diagnostics.map(Self.json))), ("pages", .integer(pages)),
      ("warnings", .integer(warnings)), ("seconds", .number(hundredths)),
    ])
  }

  private static func json(of diagnostic: Diagnostic) -> JSON {
    let place = diagnostic.place
    let path = place.cell.map { "\(place.path)!\($0)" } ?? place.path
    return .object([
      ("id", .string(diagnostic.id)), ("severity", .string(diagnostic.severity.rawValue)),
      ("path", .string(path)), ("line", .integer(place.line)), ("column", .integer(place.column)),
      ("message", .string(diagnostic.message.english)),
      ("expected", diagnostic.expected.map { .string($0.english) } ?? .null),
      ("fix", diagnostic.fix.map { .string($0.english) } ?? .null),
    ])
  }

  private var hundredths: String {
    let count = Int((max(seconds, 0) * 100).rounded())
    let cents = String(count % 100)
    return "\(count / 100)." + (cents.count == 1 ? "0" + cents : cents)
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
