package import Diagnostics

/// The names a formula may use beside those of its own block: the settings', the front matter's,
/// the data's, and those of the page around it.
///
///     var scope = Scope()
///     scope.define("goal.amount", number: Rational(350_000), unit: .none)
///     scope.define("customers.class", texts: ["A", "B", nil])
package struct Scope: Hashable, Sendable {
  /// A name's value and what is known of it.
  package struct Entry: Hashable, Sendable {
    package let outcome: Outcome
    package let kind: Kind
    package let style: Style
    /// The one place that defines it, where there is one.
    package let place: Place?
    /// Whether a reader of the page can change it.
    package var isLive = false
    /// Whether a calculation of the page defines it.
    package var isComputed = false
  }

  private var entries: [String: Entry] = [:]
  /// The names that are defined where this scope does not see them, with the places that do.
  private(set) var hidden: [String: Place] = [:]

  /// A scope without names.
  package init() {}

  package subscript(name: String) -> Entry? { entries.isEmpty ? nil : entries[name] }

  /// The names, sorted.
  package var names: [String] { entries.keys.sorted() }

  /// Notes that a name is defined at a place whose names are not known here, so that whoever uses it
  /// hears why.
  package mutating func hide(_ name: String, definedAt place: Place) { hidden[name] = place }

  /// Defines a number with its unit; `style` says how it is shown.
  package mutating func define(
    _ name: String, number: Rational, unit: Unit = .none, style: Style = .plain,
    at place: Place? = nil
  ) {
    entries[name] = Entry(
      outcome: .value(.number(number)), kind: .number(unit), style: style, place: place)
  }

  /// Defines a number that the data could hold and do not: what needs it says so, and the page is
  /// made all the same.
  ///
  ///     scope.define("history.repeat", missing: perCustomer)  // nobody has bought yet
  package mutating func define(_ name: String, missing unit: Unit, style: Style = .plain) {
    entries[name] = Entry(
      outcome: .failed(.missing), kind: .number(unit), style: style, place: nil)
  }

  /// Defines a text.
  package mutating func define(_ name: String, text: String, at place: Place? = nil) {
    entries[name] = Entry(outcome: .value(.text(text)), kind: .text, style: .plain, place: place)
  }

  /// Defines a condition.
  package mutating func define(_ name: String, truth: Bool, at place: Place? = nil) {
    entries[name] = Entry(outcome: .value(.truth(truth)), kind: .truth, style: .plain, place: place)
  }

  /// Defines a name of which only the kind is known, as a field of a table before its first row.
  mutating func define(_ name: String, kind: Kind) {
    entries[name] = Entry(outcome: .failed(.missing), kind: kind, style: .plain, place: nil)
  }

  /// Defines a column of numbers, `customers.amount`; nil is a blank cell.
  package mutating func define(
    _ name: String, numbers: [Rational?], unit: Unit = .none, at place: Place? = nil
  ) {
    entries[name] = Entry(
      outcome: .value(.column(.numbers(numbers))), kind: .numbers(unit), style: .plain, place: place
    )
  }

  /// Defines a column of texts, `customers.class`; nil is a blank cell.
  package mutating func define(_ name: String, texts: [String?], at place: Place? = nil) {
    entries[name] = Entry(
      outcome: .value(.column(.texts(texts))), kind: .texts, style: .plain, place: place)
  }

  /// Defines a name by what stands in a settings file or in front matter: a number with its unit
  /// (`35 万元`, `20%`), else a text.
  package mutating func define(
    _ name: String, written text: String, units: Units = .standard, at place: Place
  ) {
    let lexer = Lexer(Array(text.unicodeScalars)[...], at: place)
    var parser = LiteralParser(lexer.tokens, from: 0, at: place, units: units)
    if let literal = parser.parseSigned(), lexer.tokens[parser.position].kind == .end,
      lexer.diagnostics.isEmpty, parser.diagnostics.isEmpty
    {
      let style: Style = literal.word == "%" ? .percent : .plain
      define(name, number: literal.value, unit: literal.unit, style: style, at: place)
    } else {
      define(name, text: text, at: place)
    }
  }

  /// The scope of what follows a calculation on the same page: its names are known there.
  ///
  /// What follows from the names of `blanks` is known, but no reader sees it follow.
  package func adding(_ evaluation: Evaluation, blanks: Set<String> = []) -> Scope {
    var scope = self
    let live = evaluation.program.liveSlots(without: blanks)
    for (slot, result) in evaluation.results.enumerated() where !result.name.contains(" ") {
      scope.entries[result.name] = Entry(
        outcome: result.outcome, kind: result.kind, style: result.style,
        place: result.definition.place, isLive: live.contains(slot), isComputed: true)
    }
    return scope
  }
}
