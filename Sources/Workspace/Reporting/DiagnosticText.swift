package import Diagnostics
package import Phrases

/// Says diagnostics as a person reads them: the place, the message, the line with a caret under the
/// place, what was expected and the fix.
///
///     Content/index.md:3:1: error: unknown directive “exercice” [book.unknown-directive]
///        3 | :::exercice
///          | ^
///       fix: did you mean “exercise”?
///
/// Twenty of an id in a file are said, then only their count.
package struct DiagnosticText {
  /// Whether to colour, for a terminal.
  package var hasColours = false
  /// The least severity that is said.
  package var least = Diagnostic.Severity.warning
  /// The language to say them in.
  package var language = Language.english
  /// The bytes of a source by its path; nil where they cannot be shown.
  package var source: (String) -> [UInt8]?

  /// Makes a writer that finds the lines it shows with the given function.
  package init(source: @escaping (String) -> [UInt8]?) { self.source = source }

  /// The text of all of them, in order and each once, with a line end after each line.
  package func text(of diagnostics: [Diagnostic]) -> String {
    let said = Array(Set(diagnostics)).sorted().filter { diagnostic in
      rank(diagnostic.severity) >= rank(least) || (diagnostic.isAlwaysSaid && least != .error)
    }
    var counts: [Key: Int] = [:]
    var lines: [String] = []
    var open: (path: String, lines: SourceLines?)?
    for diagnostic in said {
      let key = Key(path: diagnostic.place.path, id: diagnostic.id)
      counts[key, default: 0] += 1
      guard counts[key, default: 0] <= Self.limit else { continue }
      if open?.path != key.path { open = (key.path, sourceLines(of: diagnostic)) }
      lines += self.lines(of: diagnostic, from: open?.lines)
    }
    lines += counts.filter { $0.value > Self.limit }.sorted { $0.key < $1.key }
      .map { "\(harmless($0.key.path))\(more($0.value - Self.limit)) [\($0.key.id)]" }
    return lines.map { $0 + "\n" }.joined()
  }

  private static let limit = 20

  private struct Key: Hashable, Comparable {
    let path: String
    let id: String
    static func < (left: Key, right: Key) -> Bool { (left.path, left.id) < (right.path, right.id) }
  }

  private func sourceLines(of diagnostic: Diagnostic) -> SourceLines? {
    guard diagnostic.place.cell == nil, let bytes = source(diagnostic.place.path) else {
      return nil
    }
    return SourceLines(bytes)
  }

  private func lines(of diagnostic: Diagnostic, from source: SourceLines?) -> [String] {
    let place = diagnostic.place
    let severity = coloured(said(diagnostic.severity.label), colour(of: diagnostic.severity))
    let head = coloured(harmless(place.description) + ":", "1")
    let message = harmless(said(diagnostic.message))
    let space = language == .chinese ? "" : " "
    var lines = ["\(head) \(severity)\(space)\(message) [\(diagnostic.id)]"]
    if place.cell == nil, place.line > 0, let text = source?.line(place.line) {
      lines += sourceExcerpt(text, line: place.line, column: place.column)
    }
    if let expected = diagnostic.expected {
      lines.append(said(Phrase(zh: "  应为：", en: "  expected: ")) + harmless(said(expected)))
    }
    if let fix = diagnostic.fix {
      lines.append(said(Phrase(zh: "  办法：", en: "  fix: ")) + harmless(said(fix)))
    }
    return lines
  }

  private func said(_ phrase: Phrase) -> String { phrase.text(in: language) }

  private func more(_ count: Int) -> String {
    said(Phrase(zh: "：另有 \(count: count) 处", en: ": \(count: count) more"))
  }

  private func coloured(_ text: String, _ code: String) -> String {
    hasColours ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  private func colour(of severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "1;31"
    case .warning: "1;33"
    case .note: "1;36"
    }
  }

  private func rank(_ severity: Diagnostic.Severity) -> Int {
    switch severity {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

extension Diagnostic.Severity {
  /// The word before a message.
  fileprivate var label: Phrase {
    switch self {
    case .error: Phrase(zh: "错误：", en: "error:")
    case .warning: Phrase(zh: "警告：", en: "warning:")
    case .note: Phrase(zh: "提示：", en: "note:")
    }
  }
}
