/// Something a person should know about what they wrote: where it stands, what is wrong, what was
/// expected and how to mend it.
///
/// A diagnostic is a value. Nothing is printed and nothing stops when one is made: every reader
/// collects all it finds, and the command decides at the end.
///
///     Diagnostic(
///       id: "settings.unknown-key", at: Place(path: "salesbook.yaml", line: 3, column: 1),
///       "unknown setting “titel”", fix: "did you mean “title”?")
package struct Diagnostic: Hashable, Sendable {
  /// How much a diagnostic weighs.
  package enum Severity: String, Hashable, Sendable {
    /// The build cannot be trusted: nothing is written.
    case error
    /// The build goes on; `--strict` makes it fail.
    case warning
    /// Said only where the reader asks for more.
    case note
  }

  /// The stable name of the rule, as `module.rule`: `table.bad-date`.
  package let id: String
  /// Whether the build may go on.
  package let severity: Severity
  /// Where the trouble starts.
  package let place: Place
  /// What is wrong, in one sentence without a full stop.
  package let message: String
  /// What would have been right, if that can be said apart from the fix.
  package let expected: String?
  /// How to mend it.
  package let fix: String?
  /// The message in Chinese, where readers of a page see it too; nil where only the terminal says it.
  package private(set) var chinese: String?

  /// Makes a diagnostic; an error unless said otherwise.
  package init(
    id: String, severity: Severity = .error, at place: Place, _ message: String,
    expected: String? = nil, fix: String? = nil
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
  /// The same with its message in Chinese beside it.
  ///
  ///     Diagnostic(id: "data.blank", at: place, "“name” is blank").saying("“name”为空")
  package func saying(_ chinese: String) -> Diagnostic {
    var diagnostic = self
    diagnostic.chinese = chinese
    return diagnostic
  }
}

extension Diagnostic: Comparable {
  /// The order of reports: by path, line, column, then id and message, so that any number of jobs
  /// prints the same.
  package static func < (left: Self, right: Self) -> Bool {
    (left.place, left.id, left.message) < (right.place, right.id, right.message)
  }
}

extension [Diagnostic] {
  /// Whether any of them is an error.
  package var hasErrors: Bool { contains { $0.severity == .error } }
}
