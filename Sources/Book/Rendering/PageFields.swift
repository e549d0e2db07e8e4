import Markdown
import Mustache
import Phrases
import SalesMethod

/// What a page's template prints around the page's own text, as `Templates/README.md` lists it.
struct PageFields: Sendable {
  let site: Site
  let entry: Outline.Entry
  let instance: PageInstance

  /// The record of a page whose text has been rendered.
  func record(content: [UInt8], headings: [Heading], calculations: PageCalculations) -> Value {
    let title = entry.title
    let neighbours = neighbours
    return .record([
      "title": .text(title), "siteTitle": .text(siteTitle),
      "description": .optional(entry.head.description, Value.text),
      "running": .text(running(title)), "root": .text(root), "home": .text(link(to: home)),
      "isHome": .bool(instance.path == "index.html"), "version": .text(shortMark(of: content)),
      "navigation": .list(navigation), "breadcrumbs": .list(breadcrumbs),
      "translations": .list(translations), "previous": neighbour(neighbours.previous),
      "next": neighbour(neighbours.next), "toc": .list(contents(headings)),
      "time": .optional(entry.head.minutes, Value.integer), "children": .list(children),
      "content": .html(HTML(trusted: content)),
      "isComputed": .bool(!calculations.isEmpty), "isLive": .bool(calculations.isLive),
      "programs": CalculationFields.programs(
        calculations.programs(of: instance, page: entry, workbook: siteTitle)),
      "report": .optional(site.reportLink(from: instance), Value.text),
    ])
  }

  /// The relative link from the page to another file of its folder.
  func link(to path: String) -> String {
    relativeLink(from: instance.path, to: path)
  }

  /// The way back to the tree's folder, where the assets are: empty, `../`, `../../`.
  var root: String {
    let depth = instance.output.utf8.count { $0 == 47 } - 1
    return String(repeating: "../", count: depth)
  }

  private var siteTitle: String {
    site.settings.title.isEmpty ? entry.title : site.settings.title
  }

  private var home: String {
    entry.language == .english && site.outline.entry(source: "index.en.md") != nil
      ? "en/index.html" : "index.html"
  }

  private func running(_ title: String) -> String {
    guard let row = instance.row else { return title }
    let name =
      switch row.subject {
      case .member(let member), .customer(_, owner: let member): member.name
      case .team(let team): team.name
      }
    let period = site.data.period(of: entry).title(in: entry.language)
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
    return indexes.filter { !isTranslated || $0.language == entry.language }.map { index in
      Self.link(index.title, link(to: index.output))
    }
  }

  private var translations: [Value] {
    guard instance.row == nil else { return [] }
    return site.outline.translations(of: entry).filter { $0.stands(in: instance.tree) }.map {
      Self.link(
        $0.language.ownName, link(to: $0.output), [("lang", .text($0.language.htmlTag))])
    }
  }

  /// The pages before and after this one in its folder, as far as the tree holds them.
  private var neighbours: (previous: Outline.Entry?, next: Outline.Entry?) {
    guard instance.row == nil else { return (nil, nil) }
    return site.outline.neighbours(of: entry) { $0.stands(in: instance.tree) }
  }

  private func neighbour(_ entry: Outline.Entry?) -> Value {
    entry.map { Self.link($0.title, link(to: $0.output)) } ?? .nothing
  }

  private func contents(_ headings: [Heading]) -> [Value] {
    let listed = headings.filter { $0.level == 2 || $0.level == 3 }
    guard entry.head.showsContents ?? (listed.count >= 3) else { return [] }
    return listed.map {
      Self.link($0.text, "#" + percentEncoded($0.id), [("level", .integer($0.level))])
    }
  }

  private var children: [Value] {
    guard entry.isIndex, !(instance.path == "index.html") else { return [] }
    let pages = site.outline.pages(inFolder: String(entry.folder)).filter {
      $0.output != entry.output && $0.stands(in: instance.tree)
    }
    return pages.map { page in
      Self.link(
        page.title, link(to: page.output),
        [
          ("description", .optional(page.head.description, Value.text)),
          ("time", .optional(page.head.minutes, Value.integer)),
        ])
    }
  }

  /// A link as templates know it, with more fields behind it.
  static func link(_ title: String, _ href: String, _ more: [(String, Value)] = []) -> Value {
    .record(Record([("title", .text(title)), ("href", .text(href))] + more))
  }
}

/// Eight characters that change with the content: the foot of a printed page says by them which
/// version one holds.
func shortMark(of content: [UInt8]) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  content.withUnsafeBytes { bytes in
    var offset = 0
    while offset + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      hash = (hash ^ word) &* 0x9e37_79b9_7f4a_7c15
      hash ^= hash >> 29
      offset += 8
    }
    for byte in bytes[offset...] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
  }
  let digits = String((hash ^ hash >> 32) & 0xffff_ffff, radix: 16)
  return String(repeating: "0", count: 8 - digits.utf8.count) + digits
}
