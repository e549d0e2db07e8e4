import Diagnostics
import Phrases

/// What is kept of one file of a page once it is written: plain values, in an order of their own, so that
/// they can be stored beside the file and read again.
struct PageOutcome: Hashable, Sendable, Codable {
  /// The page by its source path below the content folder.
  let source: String
  /// The tree it stands in.
  let tree: String
  /// The folder below the output folder that its own links start from.
  let folder: String
  /// The path below that folder.
  let path: String
  /// What a list of pages names it by: its title, with the person or team and the period it is made for.
  let title: String
  /// The language it is written in.
  let language: Language
  /// The ids that links may name, in the order of the page.
  let ids: [String]
  /// The links to headings of other pages, in the order of the page.
  let fragments: [FragmentLink]
  /// The files beside the pages that it shows or links, below the content folder, sorted.
  let files: [String]
  /// What was found wrong, in the order it was found.
  let diagnostics: [Diagnostic]
  /// What a search finds it by; nil where nobody searches.
  var search: SearchPage?
}

/// A finished file of a page, and what must be known of it once all pages are there.
struct RenderedPage: Sendable {
  /// The file; without bytes where something is wrong.
  let file: OutputFile
  /// What is kept of it.
  let outcome: PageOutcome
}

/// A link to a heading, to be checked once the heading's page has been rendered.
struct FragmentLink: Hashable, Sendable, Codable {
  /// The page it leads to, by its source path below the content folder.
  let target: String
  /// The tree both stand in.
  let tree: String
  /// The heading's id.
  let fragment: String
  /// Where the link stands.
  let place: Place
}
