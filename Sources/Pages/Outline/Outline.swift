package import Diagnostics
package import Phrases
import SalesMethod

/// Every page of the workspace by its head alone: paths, titles, languages, order.
///
/// It is all that stays in memory of a page between reading its head and rendering it.
package struct Outline: Sendable {
  /// One page.
  package struct Entry: Hashable, Sendable {
    /// The path below the content folder: `course/part-3.md`.
    package let source: String
    /// The path from the workspace's root, for diagnostics.
    package let path: String
    /// What its head says.
    package let head: FrontMatter
    /// Where its text begins in the file.
    package let start: PageSource.Start
    /// Where it stands in its tree, for a page that is written once.
    package let output: String
    /// The language it is written in.
    package let language: Language

    /// The title, or the file's name where the head has none.
    package var title: String {
      if let title = head.title { return title }
      let name = source.split(separator: "/").last.map(String.init) ?? source
      return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    }

    /// The folder of the output it stands in, empty at the top.
    package var folder: Substring {
      output.lastIndex(of: "/").map { output[..<$0] } ?? ""
    }

    /// Whether it is its folder's page.
    package var isIndex: Bool { output == "index.html" || output.hasSuffix("/index.html") }
  }

  /// The pages in the order of their paths.
  package let entries: [Entry]
  private let positions: [String: Int]
  private let folders: [String: [Int]]
  /// The position of each page in its folder, by its output.
  private let places: [String: Int]
  /// The stems of the pages whose names tell their language: only pages of such a stem have translations.
  private let tagged: Set<String>
  /// The folders of which a page says how many minutes it takes, by the page's language.
  private let timed: [Language: Set<String>]

  /// Puts pages in order; drafts are left out.
  package init(pages: [PageSource], contentFolder: String, language: Language) {
    let prefix = contentFolder.isEmpty ? "" : contentFolder + "/"
    entries = pages.filter { !$0.head.isDraft }.map { page in
      let inContent =
        page.path.hasPrefix(prefix) ? String(page.path.dropFirst(prefix.count)) : page.path
      let source = page.standing?.source ?? inContent
      let path = PagePath(source: source, slug: page.head.slug)
      return Entry(
        source: source, path: page.path, head: page.head, start: page.start,
        output: page.standing?.output ?? path.output,
        language: page.head.language ?? path.language ?? language)
    }
    tagged = Set(
      entries.lazy.filter { Self.tag(of: $0.source) != nil }.map { Self.stem(of: $0.source) })
    positions = Dictionary(
      entries.enumerated().map { ($1.source, $0) }, uniquingKeysWith: { first, _ in first })
    var folders: [String: [Int]] = [:]
    for (index, entry) in entries.enumerated() where entry.head.each == nil {
      folders[String(entry.folder), default: []].append(index)
    }
    let pages = entries
    let sorted = folders.mapValues { indices in
      indices.sorted { Self.comesBefore(pages[$0], pages[$1]) }
    }
    self.folders = sorted
    var places: [String: Int] = [:]
    for indices in sorted.values {
      for (place, index) in indices.enumerated() { places[pages[index].output] = place }
    }
    self.places = places
    var timed: [Language: Set<String>] = [:]
    for entry in entries where entry.head.each == nil && entry.head.minutes != nil {
      timed[entry.language, default: []].insert(String(entry.folder))
    }
    self.timed = timed
  }

  /// The page of a source path below the content folder.
  package func entry(source: String) -> Entry? { positions[source].map { entries[$0] } }

  /// Every source path, for naming the nearest one.
  package var sources: [String] { entries.map(\.source) }

  /// The pages of one folder of the output in reading order: its own page first, then by `order`,
  /// then by path.
  package func pages(inFolder folder: String) -> [Entry] {
    folders[folder, default: []].map { entries[$0] }
  }

  /// Whether a page of a folder of the output, in a language, says how many minutes it takes.
  package func saysMinutes(inFolder folder: Substring, _ language: Language) -> Bool {
    timed[language]?.contains(String(folder)) ?? false
  }

  /// The folders of the output, sorted.
  package var folderNames: [String] { folders.keys.sorted() }

  /// The page of a folder of the output, if it has one.
  package func index(ofFolder folder: String) -> Entry? {
    folders[folder]?.first.map { entries[$0] }.flatMap { $0.isIndex ? $0 : nil }
  }

  /// The pages before and after one in its folder, of those that count.
  package func neighbours(
    of entry: Entry, where counts: (Entry) -> Bool
  ) -> (previous: Entry?, next: Entry?) {
    let pages = folders[String(entry.folder), default: []]
    guard let position = places[entry.output] else { return (nil, nil) }
    let before = pages[..<position].last { counts(entries[$0]) }
    let after = pages[(position + 1)...].first { counts(entries[$0]) }
    return (before.map { entries[$0] }, after.map { entries[$0] })
  }

  /// Whether any page can have a translation.
  package var hasTranslations: Bool { !tagged.isEmpty }

  /// The same page in other languages: the files beside it whose names differ in the language alone.
  package func translations(of entry: Entry) -> [Entry] {
    guard hasTranslations else { return [] }
    let stem = Self.stem(of: entry.source)
    guard tagged.contains(stem) else { return [] }
    let names = [stem + ".md"] + Language.allCases.map { "\(stem).\($0.rawValue).md" }
    return names.filter { $0 != entry.source }.compactMap { self.entry(source: $0) }
  }

  /// A source path without its ending and its language.
  private static func stem(of source: String) -> String {
    let name = source.hasSuffix(".md") ? source.dropLast(3) : source[...]
    return String(tag(of: source).map { name.dropLast($0.rawValue.utf8.count + 1) } ?? name)
  }

  /// The language that a source path tells before its ending.
  private static func tag(of source: String) -> Language? {
    let name = source.hasSuffix(".md") ? source.dropLast(3) : source[...]
    return Language.allCases.first { name.hasSuffix("." + $0.rawValue) }
  }

  /// The page of each folder directly below the given one, in reading order.
  package func indexPages(below folder: String) -> [Entry] {
    let prefix = folder.isEmpty ? "" : folder + "/"
    let below = folders.keys.filter { key in
      key != folder && key.hasPrefix(prefix) && !key.dropFirst(prefix.count).contains("/")
    }
    let first: [Entry] = below.compactMap { pages(inFolder: $0).first }
    return first.filter(\.isIndex).sorted(by: Self.comesBefore)
  }

  /// The pages that would be written to the same file, or to files whose names differ in letter
  /// case alone.
  package func collisions() -> [Diagnostic] {
    var first: [String: Entry] = [:]
    return entries.filter { $0.head.each == nil }.compactMap { entry in
      let key = entry.output.lowercased()
      guard let other = first[key] else {
        first[key] = entry
        return nil
      }
      return .sameOutput(entry.output, other.path, at: Place(path: entry.path))
    }
  }

  private static func comesBefore(_ left: Entry, _ right: Entry) -> Bool {
    if left.isIndex != right.isIndex, left.folder == right.folder { return left.isIndex }
    let (first, second) = (left.head.order ?? Int.max, right.head.order ?? Int.max)
    return (first, left.output) < (second, right.output)
  }
}
