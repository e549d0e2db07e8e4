package import Phrases

/// A document that binds the pages of a folder, as it was made for a tree.
package struct BookFile: Hashable, Sendable {
  /// The tree it stands in.
  package let tree: String
  /// Its path below the output folder: `participant/course/book.html`.
  package let path: String
  /// The language it is written in.
  package let language: Language
  /// The paths below the output folder of the pages that it binds.
  package let pages: [String]
  /// How many chapters it has.
  package let chapters: Int
  /// The path of the same book for participants, whose pages it names; nil where it is that itself.
  package let workbook: String?
}
