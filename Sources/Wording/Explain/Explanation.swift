package import Phrases
package import SalesMethod

/// Where a class or a number of a plan comes from.
package struct Explanation: Hashable, Sendable {
  /// A number or a fact that was put in.
  package struct Input: Hashable, Sendable {
    package let name: Phrase
    package let value: Phrase

    init(_ name: Phrase, _ value: Phrase) {
      self.name = name
      self.value = value
    }

    init(
      zh chinese: Sentence<InChinese>, en english: Sentence<InEnglish>, _ value: ExplainedValue
    ) {
      self.init(Phrase(zh: chinese, en: english), value.text)
    }

    init(zh chinese: Sentence<InChinese>, en english: Sentence<InEnglish>, _ value: String) {
      self.init(Phrase(zh: chinese, en: english), Phrase(same: value))
    }
  }

  /// What is explained: a key of the plan as data.
  package let subject: String
  package let title: Phrase
  /// The rule or the formula.
  package let formula: Phrase
  package let inputs: [Input]
  /// What the plan as data prints under the key; nil where the key stands for a group of numbers.
  package let value: ExplainedValue?
  /// What comes out, for people.
  package let result: Phrase
  /// What would change it.
  package let changes: [Phrase]
  private let sources: SourceRows

  /// The rows it came from, in the order of file and line, each once.
  package var rows: [Row] { sources.rows }

  /// One number of the plan.
  init(
    _ subject: String, _ title: Phrase, _ formula: Phrase, _ inputs: [Input] = [],
    gives value: ExplainedValue, changes: [Phrase] = [], from sources: SourceRows = SourceRows()
  ) {
    self.subject = subject
    self.title = title
    self.formula = formula
    self.inputs = inputs
    self.value = value
    result = value.text
    self.changes = changes
    self.sources = sources
  }

  /// A word of the plan as data that a rule outside the method gave, with the line of the rule.
  ///
  ///     Explanation("checks.busy.status", title, rule, word: "warn", says: sentence, at: row)
  package init(
    _ subject: String, _ title: Phrase, _ formula: Phrase, word: String, says text: Phrase,
    at row: Row
  ) {
    self.init(
      subject, title, formula, gives: .word(word, text), from: SourceRows([row]))
  }

  /// A group of numbers that are best understood together.
  init(
    group subject: String, _ title: Phrase, _ formula: Phrase, _ inputs: [Input] = [],
    result: Phrase, changes: [Phrase] = [], from sources: SourceRows = SourceRows()
  ) {
    self.subject = subject
    self.title = title
    self.formula = formula
    self.inputs = inputs
    value = nil
    self.result = result
    self.changes = changes
    self.sources = sources
  }
}
