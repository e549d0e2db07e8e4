package import Phrases

/// What a part of a diagnostic may be given as: a phrase, or words that are not in Chinese yet.
package protocol Said {
  /// The words in both languages, as far as there are two.
  ///
  ///     "a name".phrase.chinese  // "a name"
  var phrase: Phrase { get }
}

extension Phrase: Said {
  /// The phrase itself.
  package var phrase: Phrase { self }
}

extension String: Said {
  /// The same words in both languages.
  package var phrase: Phrase { Phrase(same: self) }
}

extension Diagnostic {
  /// Makes a diagnostic of which a part is in English only; new ones are phrases throughout.
  @_disfavoredOverload
  package init(
    id: String, severity: Severity = .error, at place: Place, _ message: some Said,
    expected: (any Said)? = nil, fix: (any Said)? = nil
  ) {
    self.init(
      id: id, severity: severity, at: place, message.phrase, expected: expected?.phrase,
      fix: fix?.phrase)
  }
}
