package import Diagnostics

/// A block that a page names: `:::exercise[标题]{#ex-month time=25}` … `:::`, or `::lines{n=6}`.
///
/// The module reads any name and any attribute; which of them mean something is the reader's to
/// say, with the places given here.
package struct Directive: Hashable, Sendable {
  /// How the directive is written.
  package enum Form: Hashable, Sendable {
    /// `:::name` … `:::`, with blocks inside.
    case container
    /// `::name`, alone on its line.
    case leaf
  }

  /// One `key=value`.
  package struct Attribute: Hashable, Sendable {
    /// The key as written.
    package let key: String
    /// The value without its quotes.
    package let value: String
    /// Where the key stands.
    package let place: Place
    /// Where the value stands, after an opening quote.
    package let valuePlace: Place
  }

  /// A word without a value.
  package struct Flag: Hashable, Sendable {
    /// The word as written.
    package let name: String
    /// Where it stands.
    package let place: Place
  }

  /// What stands between `[` and `]`, as a line of Markdown.
  package struct Title: Hashable, Sendable {
    /// The title without markup.
    package var text: String
    /// The title as HTML; empty until the page is rendered.
    package var html: [UInt8] = []
  }

  /// The name after the colons.
  package var name: String
  /// Container or leaf.
  package var form: Form
  /// The title, if there is one.
  package var title: Title?
  /// The id after `#`.
  package var id: String?
  /// Where the id stands.
  package var idPlace: Place?
  /// The classes after `.`, in order.
  package var classes: [String] = []
  /// `key=value` in order; no key comes twice.
  package var attributes: [Attribute] = []
  /// Words without a value, in order.
  package var flags: [Flag] = []
  /// Where the colons stand.
  package var place: Place

  /// The value of a key.
  ///
  ///     directive["time"]  // "25"
  package subscript(key: String) -> String? { attributes.first { $0.key == key }?.value }

  /// Whether a word stands among the attributes.
  package func has(_ flag: String) -> Bool { flags.contains { $0.name == flag } }
}
