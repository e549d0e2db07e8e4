import Diagnostics
import Markdown
import Pages
import Rulebook

/// What a build sees to in one page, before any of its files is made.
struct PageGates: Sendable {
  /// What is wrong.
  var diagnostics: [Diagnostic] = []
  /// What the readers of each tree do not get of it, by the tree's name; none where nothing is kept from
  /// them.
  var secrets: [String: Secrets] = [:]
  /// What its translation must have too; nil where there is none.
  var shape: PageShape?

  /// Looks at a page.
  init(_ page: ReadPage, in site: Site) {
    let off = site.settings.gatesOff
    let entry = page.entry
    let directives = page.manuscript.directives
    // Most pages hold nothing that must be looked at as a tree.
    lazy var content = page.whole.content
    if !off.contains(.time) {
      diagnostics += TimeGate.check(
        entry, directives, content, isCounted: site.countsMinutes(of: entry))
    }
    if !off.contains(.translation), !site.outline.translations(of: entry).isEmpty {
      let words = content.map(\.allWords).joined(separator: "\n")
      shape = PageShape(entry, directives)
      shape?.rooms =
        directives.compactMap(PageShape.Room.init(of:)) + content.roomsBesides
      let values = entry.head.values.map(\.text)
      shape?.numbers = SaidNumbers((values + [words]).joined(separator: "\n"))
      shape?.words = Self.terms(in: words, beside: entry, of: site)
    }
    let isCourse = !directives.isEmpty || !entry.head.objectives.isEmpty
    guard isCourse || !off.contains(.leak) && LeakGate.maySign(in: page.manuscript.bytes) else {
      return
    }
    diagnostics += EmptyFigures.check(content)
    if !off.contains(.objectives) { diagnostics += ObjectivesGate.check(entry, content) }
    if !off.contains(.space) { diagnostics += SpaceGate.check(content, in: entry.language) }
    guard !off.contains(.leak) else { return }
    diagnostics += LeakGate.signs(in: content)
    for tree in site.trees {
      guard let prepared = page[tree], prepared.document.directives.count < directives.count else {
        continue
      }
      let shown = Set(prepared.document.directives.map(\.place))
      let parts = content.split { shown.contains($0.place) }
      secrets[tree.name] = Secrets(hidden: parts.hidden, shown: parts.shown)
    }
  }

  /// The words that the heads of the folder explain in the page's language and that it says.
  private static func terms(in words: String, beside entry: Outline.Entry, of site: Site)
    -> Set<String>
  {
    let text = words.lowercased()
    let terms = site.outline.pages(inFolder: String(entry.folder)).flatMap { page in
      page.language == entry.language
        ? page.head.terms
        : site.outline.translations(of: page).filter { $0.language == entry.language }
          .flatMap(\.head.terms)
    }
    return Set(terms.map(\.word).filter { text.contains($0.lowercased()) })
  }
}

extension Site {
  /// Whether the day that a page belongs to is added up.
  ///
  /// It is where a page of its folder, in its language, says how many minutes it takes. A course of another tool
  /// says them otherwise.
  fileprivate func countsMinutes(of entry: Outline.Entry) -> Bool {
    !settings.isForeignCourse && outline.saysMinutes(inFolder: entry.folder, entry.language)
  }
}

extension PageShape {
  /// The shape of a page with these directives.
  fileprivate init(_ entry: Outline.Entry, _ directives: [Directive]) {
    self.init(
      entry: entry,
      blocks: directives.compactMap { directive in
        directive.id.map {
          Block(
            name: directive.name, id: $0, minutes: directive["time"],
            isForAll: directive["audience"] == nil, place: directive.place)
        }
      })
  }
}

extension RenderedPage {
  /// The file with a diagnostic where it holds what its readers may not see.
  func checked(for secrets: Secrets?, of entry: Outline.Entry) -> [Diagnostic] {
    secrets?.leak(in: file.path, file.bytes).map { words in
      [.leaked(words, into: file.path, at: Place(path: entry.path, line: 1, column: 1))]
    } ?? []
  }
}
