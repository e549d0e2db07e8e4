import Mustache
import Pages
import Phrases
import SalesMethod

/// The list of a site's sections as each folder's pages print it: made once, as thousands of pages
/// share it.
struct Menus: Sendable {
  /// Where a page stands, as far as its menu depends on it.
  struct Place: Hashable, Sendable {
    let tree: String
    let language: Language
    let folder: String
  }

  /// A site with more sections has no menu: its pages would be menu for the most part.
  private static let mostSections = 60

  private var lists: [Place: [Value]] = [:]

  /// No menu.
  init() {}

  /// The menus of some folders: the sections that stand in each tree.
  init(sections: [Language: [Outline.Entry]], trees: [Tree], folders: [String]) {
    for tree in trees {
      for language in Language.allCases {
        let shown = sections[language, default: []].filter { $0.stands(in: tree) }
        guard (1...Self.mostSections).contains(shown.count) else { continue }
        for folder in folders {
          let place = Place(tree: tree.name, language: language, folder: folder)
          lists[place] = shown.map { Self.link(to: $0, from: folder) }
        }
      }
    }
  }

  /// The menu of a place; empty where there is none.
  subscript(place: Place) -> [Value] { lists[place] ?? [] }

  private static func link(to section: Outline.Entry, from folder: String) -> Value {
    let page = folder.isEmpty ? "index.html" : folder + "/index.html"
    let isCurrent = page.hasPrefix(section.folder + "/")
    return linkRecord(
      section.title, relativeLink(from: page, to: section.output),
      [("isCurrent", .bool(isCurrent))])
  }
}
