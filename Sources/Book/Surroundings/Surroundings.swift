import Desk
import Diagnostics
import Mustache
import Pages
import Phrases
import Rulebook
import SalesMethod

/// Makes one kind of what stands around the pages of a site, once all pages are there: the theme's files,
/// lists of pages, the report of the import.
///
/// To add a kind (feeds), write one such type and name it in
/// ``Site/surroundings``.
protocol SurroundingsMaker: Sendable {
  /// Makes the files and hands them to the sink; gives what is wrong.
  func make(
    around pages: MadePages, of site: Site, into sink: some OutputSink
  ) throws -> [Diagnostic]
}

extension Site {
  /// Everything that stands around the pages.
  static let surroundings: [any SurroundingsMaker] = [
    AssetFiles(), SizesFile(), ShownFiles(), PageLists(), TreeIndex(), ImportReportPages(),
    ArchivedPages(), SearchIndexFile(),
  ]

  /// The fields of a page without text of its own: those of every page, and in their place or beside them
  /// those that it is made of.
  func plainPage(
    title: String, root: String, home: String, in folder: String, _ more: [(String, Value)]
  ) -> Value {
    var frame = PageFrame(title: title, siteTitle: title, running: title, root: root, home: home)
    frame.isHome = true
    if let tree = trees.first(where: { $0.name == folder.prefix { $0 != "/" } }) {
      (frame.asOf, frame.keptUntil) = dataDays(of: tree)
    }
    // A page of no content has no version to tell by it.
    let own = [("version", "")] + more
    let replaced = Set(own.map(\.0))
    return .record(
      Record(frame.members(around: .none).filter { !replaced.contains($0.0) } + own))
  }

  /// The day that the data of a tree's pages are as of, and the day until which they are kept; neither where
  /// nothing of the tables stands there.
  func dataDays(of tree: Tree) -> (asOf: Day?, keptUntil: Day?) {
    guard tree.audience != .everybody, desk.hasMembers else { return (nil, nil) }
    let day = request.asOf
    return (day, settings.retention.map { day.adding(days: $0) })
  }

  /// Prints a page without text of its own, in the language of the workspace.
  func write(
    _ template: String, _ page: Value, to path: String, into sink: some OutputSink
  ) throws -> [Diagnostic] {
    let common = common(settings.language, edition: .participant)
    var bytes: [UInt8] = []
    let found = print(template, [common, page], settings.language, into: &bytes)
    if !found.hasErrors { try sink.take(OutputFile(path: path, bytes: bytes)) }
    return found
  }

  /// A word of the theme in the language of the workspace; where a workspace's own words do not have it
  /// yet, another name stands for it, and a warning says so.
  ///
  ///     site.word("treeTeam", or: "team").value  // "团队汇总"
  func word(_ key: String, or name: String) -> Parsed<String> {
    guard case .record(let words)? = words[settings.language], case .text(let word)? = words[key]
    else {
      let path = "\(settings.templates)/locales/\(settings.language.rawValue).yaml"
      return Parsed(name, [.wordMissing(key, in: path)])
    }
    return Parsed(word)
  }
}

extension Diagnostic {
  static func wordMissing(_ key: String, in path: String) -> Diagnostic {
    Diagnostic(
      id: "template.word-missing", severity: .warning, at: Place(path: path),
      Phrase(zh: "文字里没有“\(key)”", en: "the words have no “\(key)”"),
      fix: Phrase(
        zh: "从内置的 locales 文件里抄来这一行", en: "copy its line from the built-in file of the same name"))
  }
}
