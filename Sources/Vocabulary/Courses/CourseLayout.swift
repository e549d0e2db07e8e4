import Diagnostics
package import Phrases
import YAML

/// How a course of another tool lies in its folder: which files are its pages, in which order, and what its
/// own settings say of it.
package struct CourseLayout: Hashable, Sendable {
  /// A page of the course.
  package struct Page: Hashable, Sendable {
    /// The file below the content folder.
    package let path: String
    /// The same with the ending that our pages have: `episodes/one.md` for `episodes/one.Rmd`.
    package let source: String
    /// Where it stands in a tree.
    package let output: String
    /// Its place among the pages.
    package let order: Int
    /// Whether it stands in the book for everybody.
    package let isChapter: Bool
    /// Whether only the facilitator gets it.
    package let isForFacilitators: Bool
  }

  /// What the course is called.
  package var title: String?
  package var language: Language?
  /// The pages in their order.
  package let pages: [Page]
  /// The file that defines links for all pages.
  package var links: String?
  /// The folders in which a page may stand that another one names without them.
  package let folders: [String]
  /// What stands at the end of the first page.
  package var closing = ""

  private let byPath: [String: Page]

  init(_ pages: [Page], folders: [String]) {
    self.pages = pages
    self.folders = folders
    byPath = Dictionary(pages.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The page of a file.
  package subscript(path: String) -> Page? { byPath[path] }

  /// The first page: the folder's own.
  package var index: Page? { pages.first { $0.output == "index.html" } }

  /// The endings of files that are pages in other tools.
  package static let endings = [".md", ".qmd", ".Rmd", ".rmd"]

  /// A path with the ending that our pages have; nil for a file that is no page.
  ///
  ///     CourseLayout.source(of: "episodes/one.Rmd")  // "episodes/one.md"
  package static func source(of path: String) -> String? {
    endings.first { path.hasSuffix($0) }.map { path.dropLast($0.count) + ".md" }
  }

  /// The name of a file without folder and ending.
  static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.prefix { $0 != "." })
  }

  /// Files in their order with what each is: of two that would stand in one place the second keeps its
  /// folder.
  static func pages(
    _ files: [(path: String, isChapter: Bool, isForFacilitators: Bool)], isFlat: Bool
  ) -> [Page] {
    var taken: Set<String> = []
    var pages: [Page] = []
    for (index, file) in files.enumerated() {
      guard let source = source(of: file.path) else { continue }
      let whole = source.dropLast(3) + ".html"
      let flat = (source.split(separator: "/").last ?? "").dropLast(3) + ".html"
      let output = isFlat && !taken.contains(flat.lowercased()) ? String(flat) : String(whole)
      guard taken.insert(output.lowercased()).inserted else { continue }
      pages.append(
        Page(
          path: file.path, source: String(source), output: output, order: index,
          isChapter: file.isChapter, isForFacilitators: file.isForFacilitators))
    }
    return pages
  }
}

extension Language {
  /// A language by a tag of any kind; nil for one that pages have no words in.
  init?(tag: String) {
    switch tag.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" }).first {
    case "zh": self = .chinese
    case "en": self = .english
    default: return nil
    }
  }
}
