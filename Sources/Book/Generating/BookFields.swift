import Markdown
import Mustache
import Pages
import Phrases
import Rulebook

/// What the template of a book prints.
struct BookFields {
  /// The lines of a sheet of notes: as many as an A4 or a letter page holds.
  private static let noteLines = 25

  let binding: Binding
  let tree: Tree
  let site: Site
  let isGuide: Bool
  let isKey: Bool
  /// The answers of all chapters, where the book ends with them.
  let answers: [UInt8]?
  let chapters: [BoundChapter]

  private var index: Outline.Entry { binding.index }

  /// The titles of the chapters in order.
  var titles: [String] { chapters.map { title(of: $0.chapter.entry) } }

  /// The record of `pages/book`.
  var record: Value {
    let depth = record(depthOf: binding.path)
    let content = chapters.flatMap(\.content)
    return .record([
      "title": .text(index.title),
      "siteTitle": .text(site.siteTitle(of: index)),
      "description": .optional(index.head.description, Value.text),
      "running": .text(index.title), "root": .text(depth), "isHome": false,
      "home": .text(relativeLink(from: binding.path, to: index.output)),
      "version": .text(shortMark(of: content)), "navigation": [],
      "translations": .list(translations), "isComputed": .bool(content.holds("class=\"calc")),
      "isFillable": .bool(isFillable),
      "scripts": .texts(isFillable ? [FillablePage.script] : []), "report": .nothing,
      "hasSearch": false, "dataAsOf": .nothing, "keptUntil": .nothing,
      "isGuide": .bool(isGuide), "isKey": .bool(isKey),
      "answers": .optional(answers) { .html(HTML(trusted: $0)) },
      "subtitle": .optional(binding.head.subtitle, Value.text),
      "hasNameLines": .bool(binding.head.nameLines == nil),
      "nameLines": .texts(binding.head.nameLines ?? []),
      "noteLines": .list((1...Self.noteLines).map(Value.integer)),
      "chapters": .list(chapters.enumerated().map { chapter($1, number: $0 + 1) }),
    ])
  }

  /// Whether something of the book can be filled in on the screen.
  private var isFillable: Bool { chapters.contains { FillablePage.isFillable($0.content) } }

  /// What the answers on a chapter are kept by: those of its own page.
  private func fillPage(of bound: BoundChapter) -> String? {
    let pages = site.instances(of: bound.chapter.entry)
    guard FillablePage.isFillable(bound.content) else { return nil }
    return pages.first { $0.tree == tree }.map(FillablePage.key)
  }

  private func record(depthOf path: String) -> String {
    String(repeating: "../", count: path.utf8.count { $0 == 47 })
  }

  /// The same book in other languages.
  private var translations: [Value] {
    site.outline.translations(of: index).filter {
      site.outline.binding(of: $0, in: tree) != nil
    }.map {
      linkRecord(
        $0.language.ownName,
        relativeLink(from: binding.path, to: Binding.path(beside: $0)),
        [("lang", .text($0.language.htmlTag))])
    }
  }

  private func chapter(_ bound: BoundChapter, number: Int) -> Value {
    let entry = bound.chapter.entry
    return .record([
      "number": .integer(number), "id": .text(bound.chapter.id),
      "isPart": .bool(bound.chapter.isPart), "title": .text(title(of: entry)),
      "time": .optional(entry.head.minutes, Value.integer),
      "content": .html(HTML(trusted: bound.content)),
      "fillPage": .optional(fillPage(of: bound), Value.text),
      "headings": .list(headings(of: bound)),
    ])
  }

  /// A chapter's title; the folder's own page may have another than the book.
  private func title(of entry: Outline.Entry) -> String { Self.title(of: entry, in: binding) }

  /// A page's title as a chapter of a book.
  static func title(of entry: Outline.Entry, in binding: Binding) -> String {
    entry == binding.index ? binding.head.opening ?? entry.title : entry.title
  }

  /// The headings of the second level that stand in the chapter, for the contents.
  private func headings(of bound: BoundChapter) -> [Value] {
    bound.headings.filter { $0.level == 2 }.filter {
      bound.content.holds("id=\"\(bound.chapter.id).\($0.id)\"")
    }.map { heading in
      .record([
        "id": .text(bound.chapter.id + "." + heading.id),
        "href": .text("#" + percentEncoded(bound.chapter.id + "." + heading.id)),
        "title": .text(heading.text),
      ])
    }
  }
}
