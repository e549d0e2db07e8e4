package import Diagnostics

/// A page as HTML, with the places open where something else must be put in.
package struct Body: Hashable, Sendable {
  /// The page in order.
  package var pieces: [Piece] = []
  /// The headings that are shown, in order.
  package var headings: [Heading] = []
  /// The links and images that are shown, in order, as the page wrote them.
  package var links: [Link] = []
  /// The ids that the shown page holds, of headings, directives and footnotes, in order.
  package var ids: [String] = []

  /// The page as one run of HTML, with everything that is not HTML put in by the caller.
  ///
  ///     body.html { piece in … }
  package func html(_ fill: (Piece) -> [UInt8]) -> [UInt8] {
    pieces.flatMap { $0.html(fill) }
  }
}

/// A part of a rendered page.
///
/// Put one after the other, the parts are well-formed HTML; one alone need not be (a directive in a
/// list stands between `<li>` and `</li>`).
package indirect enum Piece: Hashable, Sendable {
  /// HTML, as UTF-8.
  case html([UInt8])
  /// A heading, or a list that stands in no other, and what stands inside it.
  case element(BlockElement, body: [Piece])
  /// A directive and what stands inside it.
  case directive(Directive, body: [Piece])
  /// A fenced block of data: its kind, the rest of its info string, its text, where the fence
  /// stands.
  ///
  /// The text begins on the next line.
  case data(kind: String, info: String, text: String, place: Place)
  /// A code span that begins with `= `: the formula after it, and where the formula starts.
  case formula(String, place: Place)
}

extension Piece {
  /// The piece as one run of HTML, with everything that is not HTML put in by the caller.
  fileprivate func html(_ fill: (Piece) -> [UInt8]) -> [UInt8] {
    switch self {
    case .html(let html): html
    case .element(let element, let body):
      element.opening + body.flatMap { $0.html(fill) } + element.closing
    default: fill(self)
    }
  }
}

/// A heading of a page, as navigation needs it.
package struct Heading: Hashable, Sendable {
  /// 1 to 6.
  package let level: Int
  /// The id in the page.
  package let id: String
  /// The heading without markup.
  package let text: String
  /// The heading as HTML, without links, so that it can stand in one.
  package let html: [UInt8]
  /// Where it stands.
  package let place: Place
}

/// A link or an image of a page.
package struct Link: Hashable, Sendable {
  /// What a link is.
  package enum Kind: Hashable, Sendable {
    /// `[text](destination)`, a reference, or an address in `<…>`.
    case link
    /// `![alt](destination)`.
    case image
    /// An address written bare.
    case bare
  }

  /// What kind of link it is.
  package let kind: Kind
  /// The destination as the page gives it, with escapes and entities read.
  package let destination: String
  /// Where it stands.
  package let place: Place
}
