package import Diagnostics
package import Phrases

/// A value of a YAML (or JSON) document with the place where it was written.
///
/// Scalars stay text: what `12:30`, `no` or `012` mean is for the schema that reads them to say.
package struct YAMLNode: Hashable, Sendable {
  /// What stands there.
  package enum Content: Hashable, Sendable {
    /// Text; `isQuoted` tells `"350000"` from `350000`.
    case scalar(String, isQuoted: Bool)
    /// Values in order.
    case sequence([YAMLNode])
    /// Keys with their values in order; no key twice.
    case mapping([YAMLEntry])
  }

  /// What stands there.
  package let content: Content
  /// Where it starts.
  package let place: Place

  /// Makes a node, as parsers and tests do.
  package init(_ content: Content, at place: Place) {
    self.content = content
    self.place = place
  }

  /// The text of a scalar; nil for a list or a mapping.
  package var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// Whether it is nothing: an empty plain scalar, `~` or `null`.
  package var isNull: Bool {
    guard case .scalar(let text, isQuoted: false) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  /// The values of a list; nil otherwise.
  package var items: [YAMLNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  /// The entries of a mapping; nil otherwise.
  package var entries: [YAMLEntry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The value of a key of a mapping.
  package subscript(key: String) -> YAMLNode? { entries?.first { $0.key == key }?.value }

  /// The word for what stands there, for messages.
  package var kindName: Phrase {
    switch content {
    case .scalar: isNull ? Phrase(zh: "空值", en: "nothing") : Phrase(zh: "文字", en: "text")
    case .sequence: Phrase(zh: "列表", en: "a list")
    case .mapping: Phrase(zh: "若干键和值", en: "a mapping")
    }
  }
}

/// One key of a mapping and its value.
package struct YAMLEntry: Hashable, Sendable {
  /// The key as written.
  package let key: String
  /// Where the key stands.
  package let place: Place
  /// What the key says.
  package let value: YAMLNode

  /// Pairs a key with its value.
  package init(key: String, at place: Place, value: YAMLNode) {
    self.key = key
    self.place = place
    self.value = value
  }
}
