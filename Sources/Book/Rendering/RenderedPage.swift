import Diagnostics

/// A finished page and what must be checked once all pages are there.
struct RenderedPage: Sendable {
  /// The file.
  let file: OutputFile
  /// The title a list of pages names it by.
  let title: String
  /// The ids that links may name.
  let ids: [String]
  /// The links to headings of other pages.
  let fragments: [FragmentLink]
  /// The files beside the pages that it shows or links, below the content folder.
  let files: Set<String>
  /// What was found wrong.
  let diagnostics: [Diagnostic]
}

/// A link to a heading, to be checked once the heading's page has been rendered.
struct FragmentLink: Hashable, Sendable {
  /// The page it leads to, by its source path below the content folder.
  let target: String
  /// The tree both stand in.
  let tree: String
  /// The heading's id.
  let fragment: String
  /// Where the link stands.
  let place: Place
}
