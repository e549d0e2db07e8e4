import Desk
import Mustache
import Pages
import Phrases
import Rulebook
import SalesMethod

/// Puts together what stands around the text of one file of a page.
struct SiteFrame {
  let site: Site
  let entry: Outline.Entry
  let instance: PageInstance

  /// The frame.
  var frame: PageFrame {
    var frame = PageFrame()
    let neighbours = neighbours
    frame.title = entry.title
    frame.siteTitle = site.siteTitle(of: entry)
    frame.description = entry.head.description
    frame.running = running
    let depth = instance.path.utf8.count { $0 == 47 }
    frame.root = String(repeating: "../", count: depth)
    frame.home = link(to: home)
    frame.isHome = instance.path == "index.html"
    frame.navigation = navigation
    frame.breadcrumbs = breadcrumbs
    frame.translations = translations
    frame.previous = neighbour(neighbours.previous)
    frame.next = neighbour(neighbours.next)
    frame.children = children
    frame.book = book
    frame.minutes = entry.head.minutes
    frame.showsContents = entry.head.showsContents
    frame.report = site.reportLink(from: instance)
    frame.hasSearch = site.hasSearch(instance.tree)
    (frame.asOf, frame.keptUntil) = site.dataDays(of: instance.tree)
    return frame
  }

  /// The relative link from the page to another file of its folder.
  private func link(to path: String) -> String { relativeLink(from: instance.path, to: path) }

  private var home: String {
    let english = site.outline.entry(source: "index.en.md")
    let hasEnglishHome = english?.stands(in: instance.tree) ?? false
    return entry.language == .english && hasEnglishHome ? "en/index.html" : "index.html"
  }

  private var running: String {
    let title = entry.title
    guard let name = instance.row?.name else { return title }
    let period = site.desk.period(of: entry.head).title(in: entry.language)
    return entry.language == .chinese
      ? "\(name) · \(period)\(title)" : "\(name) · \(title), \(period)"
  }

  private var navigation: [Value] {
    let folder = instance.path.lastIndex(of: "/").map { String(instance.path[..<$0]) } ?? ""
    let place = Menus.Place(tree: instance.tree.name, language: entry.language, folder: folder)
    return site.menus[place]
  }

  private var breadcrumbs: [Value] {
    guard instance.row == nil else { return [] }
    let parts = entry.output.split(separator: "/").dropLast()
    var folders = [""]
    for part in parts {
      folders.append((folders.last.map { $0.isEmpty ? "" : $0 + "/" } ?? "") + part)
    }
    let indexes = folders.compactMap { folder -> Outline.Entry? in
      guard let index = site.outline.index(ofFolder: folder), index.output != entry.output,
        index.stands(in: instance.tree)
      else { return nil }
      return index
    }
    // An English page's way starts at the English home, where there is one.
    let isTranslated = indexes.contains { $0.language == entry.language }
    let way = indexes.filter { !isTranslated || $0.language == entry.language }
    // What the next one is called, or the page itself, is not said twice.
    let following = way.dropFirst().map(\.title) + [entry.title]
    return zip(way, following).filter { $0.0.title != $0.1 }.map { index, _ in
      linkRecord(index.title, link(to: index.output))
    }
  }

  private var translations: [Value] {
    guard instance.row == nil else { return [] }
    return site.outline.translations(of: entry).filter { $0.stands(in: instance.tree) }.map {
      linkRecord(
        $0.language.ownName, link(to: $0.output), [("lang", .text($0.language.htmlTag))])
    }
  }

  /// The pages before and after this one in its folder, as far as the tree holds them.
  private var neighbours: (previous: Outline.Entry?, next: Outline.Entry?) {
    guard instance.row == nil else { return (nil, nil) }
    return site.outline.neighbours(of: entry) { $0.stands(in: instance.tree) }
  }

  private func neighbour(_ entry: Outline.Entry?) -> Value {
    entry.map { linkRecord($0.title, link(to: $0.output)) } ?? .nothing
  }

  /// What the page's blocks may say of the pages beside it; in a book the links lead to its chapters.
  func around(in binding: Binding?) -> CourseAround {
    let own = site.outline.index(ofFolder: String(entry.folder)).flatMap {
      site.outline.binding(of: $0, in: instance.tree)
    }
    let beside =
      (binding ?? own).map { $0.chapters.map(\.entry) }
      ?? site.outline.pages(inFolder: String(entry.folder)).filter {
        $0.stands(in: instance.tree)
      }
    func href(_ page: Outline.Entry) -> String {
      binding?.id(ofPage: page.source).map { boundMark + $0 } ?? link(to: page.output)
    }
    var around = CourseAround()
    around.participants = site.desk.participants(for: instance.reader)
    around.courseDay = site.request.courseDay
    for page in beside {
      let isOwn = page.source == entry.source
      if let minutes = page.head.minutes {
        around.sessions.append(
          CourseSession(
            name: page.stem, title: page.title, description: page.head.description,
            minutes: minutes, href: isOwn ? nil : href(page)))
      }
      around.terms += page.head.terms.map {
        CourseTerm(
          word: $0.word, meaning: $0.meaning, page: page.title, href: isOwn ? nil : href(page))
      }
      let place = IndexedPage(source: page.source, tree: instance.tree.name)
      around.entries += (site.indexed?[place] ?? []).map { entry in
        CourseEntry(
          word: entry.word, order: entry.order, page: page.title,
          href: way(to: page, binding) + percentEncoded(entry.id))
      }
      guard !isOwn else { continue }
      around.pages.append(
        CoursePage(
          title: page.title, href: href(page), description: page.head.description,
          minutes: page.head.minutes))
    }
    return around
  }

  /// The way to a page, up to the id on it.
  private func way(to page: Outline.Entry, _ binding: Binding?) -> String {
    if let id = binding?.id(ofPage: page.source) { return boundMark + id + "." }
    return page.source == entry.source ? "#" : link(to: page.output) + "#"
  }

  /// The way to the book of the page's folder.
  private var book: String? {
    guard !site.isDivided(instance.tree) else { return nil }
    return site.outline.binding(of: entry, in: instance.tree).map { link(to: $0.path) }
  }

  private var children: [Value] {
    guard entry.isIndex, !(instance.path == "index.html") else { return [] }
    let pages = site.outline.pages(inFolder: String(entry.folder)).filter {
      $0.output != entry.output && $0.stands(in: instance.tree)
    }
    return pages.map { page in
      linkRecord(
        page.title, link(to: page.output),
        [
          ("description", .optional(page.head.description, Value.text)),
          ("time", .optional(page.head.minutes, Value.integer)),
        ])
    }
  }
}

extension PreparedPage {
  /// Whether a block of the page says something of the pages beside it.
  var looksAround: Bool {
    blocks.values.contains {
      $0.kind is AgendaBlock || $0.kind is GlossaryBlock || $0.kind is ContentsBlock
        || $0.kind is IndexBlock || $0.kind is AttendanceBlock || $0.kind is CertificateBlock
        || $0.kind is FollowUpBlock
    }
  }
}

extension Outline.Entry {
  /// The name of the file without folder, language and ending.
  fileprivate var stem: String {
    output.split(separator: "/").last.map { String($0.dropLast(".html".count)) } ?? output
  }
}
