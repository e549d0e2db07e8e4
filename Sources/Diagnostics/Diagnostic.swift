package import Phrases

/// Something a person should know about what they wrote: where it stands, what is wrong, what was
/// expected and how to mend it.
///
/// A diagnostic is a value. Nothing is printed and nothing stops when one is made: every reader
/// collects all it finds, and the command decides at the end.
///
///     Diagnostic(
///       id: "settings.unknown-key", at: Place(path: "salesbook.yaml", line: 3, column: 1),
///       Phrase(zh: "没有“titel”这项设置", en: "unknown setting “titel”"),
///       fix: suggestion(for: "titel", among: ["title", "language"]))
package struct Diagnostic: Hashable, Sendable, Codable {
  /// How much a diagnostic weighs.
  package enum Severity: String, Hashable, Sendable, Codable {
    /// The build cannot be trusted: nothing is written.
    case error
    /// The build goes on; `--strict` makes it fail.
    case warning
    /// Said only where the reader asks for more, or where it is of the few that are always said.
    case note
  }

  /// The stable name of the rule, as `module.rule`: `table.bad-date`.
  package let id: String
  /// Whether the build may go on.
  package let severity: Severity
  /// Where the trouble starts.
  package let place: Place
  /// What is wrong, in one sentence without a full stop.
  package let message: Phrase
  /// What would have been right, if that can be said apart from the fix.
  package let expected: Phrase?
  /// How to mend it.
  package let fix: Phrase?
  /// How many rows of data it would mend, where one mistake has spoiled many; such come first.
  package private(set) var rows = 0
  /// Whether it is said though it is only a note, unless the reader asks for errors alone.
  package private(set) var isAlwaysSaid = false
  /// Ways to mend it that can be written for the user, the likeliest first.
  package internal(set) var offers: [Offer] = []

  /// Makes a diagnostic; an error unless said otherwise.
  package init(
    id: String, severity: Severity = .error, at place: Place, _ message: Phrase,
    expected: Phrase? = nil, fix: Phrase? = nil
  ) {
    self.id = id
    self.severity = severity
    self.place = place
    self.message = message
    self.expected = expected
    self.fix = fix
  }
}

extension Diagnostic {
  /// The same as the one cause of so many rows' trouble.
  ///
  ///     Diagnostic.unknownOwner("张伟", …).mending(rows: 339)  // stands before what spoils fewer
  package func mending(rows: Int) -> Diagnostic {
    var same = self
    same.rows = rows
    return same
  }
}

extension Diagnostic {
  /// The same with another weight.
  ///
  ///     Diagnostic.brokenLink("a.md", nearest: nil, at: place).weighing(.warning)
  package func weighing(_ severity: Severity) -> Diagnostic { with(severity, place, message) }

  /// The same at another place.
  package func placed(at place: Place) -> Diagnostic { with(severity, place, message) }

  /// The same in other words.
  package func saying(_ message: Phrase) -> Diagnostic { with(severity, place, message) }

  private func with(_ severity: Severity, _ place: Place, _ message: Phrase) -> Diagnostic {
    var same = Diagnostic(
      id: id, severity: severity, at: place, message, expected: expected, fix: fix)
    (same.rows, same.isAlwaysSaid, same.offers) = (rows, isAlwaysSaid, offers)
    return same
  }
}

extension Diagnostic {
  /// The same, said even where notes are not: how a file was read that could be read otherwise.
  ///
  ///     Diagnostic.readAs(.gb18030, at: place).alwaysSaid()
  package func alwaysSaid() -> Diagnostic {
    var same = self
    same.isAlwaysSaid = true
    return same
  }
}

extension Diagnostic: Comparable {
  /// The order of reports: what mends most rows of data first, then by path, line, column, id and
  /// message, so that any number of jobs prints the same.
  package static func < (left: Self, right: Self) -> Bool {
    if left.rows != right.rows { return left.rows > right.rows }
    return (left.place, left.id, left.message) < (right.place, right.id, right.message)
  }
}

extension [Diagnostic] {
  /// Whether any of them is an error.
  package var hasErrors: Bool { contains { $0.severity == .error } }
}
