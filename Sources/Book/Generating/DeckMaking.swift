import Diagnostics
import Markdown
import Mustache
import Pages
import Rulebook

extension BookMaking {
  /// Whether the tree gets the course as slides.
  var hasDeck: Bool { tree.edition == .facilitator || tree.edition == .slides }

  /// Where the slides stand in their tree.
  var deckPath: String { String(binding.path.dropLast("book.html".count)) + "slides.html" }

  /// The course as slides; nil where nothing stands on them.
  func deck() -> Parsed<OutputFile?> {
    var found: [Diagnostic] = []
    var reader = CalculationReader(units: site.rules.units)
    var slides: [(chapter: String, slide: PageRenderer.RenderedSlide)] = []
    for chapter in binding.chapters where !chapter.isForGuide {
      guard let page = page(of: chapter) else { continue }
      let isIndex = chapter.entry.source == binding.index.source
      let title =
        isIndex ? binding.index.title : BookFields.title(of: chapter.entry, in: binding)
      var renderer = PageRenderer(page)
      let made = renderer.slides(title, of: chapter.id, &reader)
      found += made.diagnostics
      if made.value.count > 1 || !(made.value.first?.content.isEmpty ?? true) {
        slides += made.value.map { (title, $0) }
      }
    }
    guard !slides.isEmpty, !found.hasErrors else { return Parsed(nil, found) }
    var bytes: [UInt8] = []
    let language = binding.index.language
    let common = site.common(language, edition: tree.edition ?? .participant)
    found += site.print("pages/slides", [common, record(of: slides)], language, into: &bytes)
    let path = tree.name + "/" + deckPath
    return Parsed(OutputFile(path: path, bytes: withoutLooseLinks(bytes)), found)
  }

  private func record(
    of slides: [(chapter: String, slide: PageRenderer.RenderedSlide)]
  ) -> Value {
    let index = binding.index
    let content = slides.flatMap(\.slide.content)
    return .record([
      "title": .text(index.title),
      "siteTitle": .text(site.siteTitle(of: index)),
      "description": .optional(index.head.description, Value.text),
      "running": .text(index.title), "isHome": false, "scripts": [],
      "hasSearch": false, "dataAsOf": .nothing, "keptUntil": .nothing,
      "root": .text(String(repeating: "../", count: binding.path.utf8.count { $0 == 47 })),
      "isComputed": .bool(content.holds("class=\"calc")),
      "count": .integer(slides.count),
      "slides": .list(
        slides.enumerated().map { number, made in
          .record([
            "number": .integer(number + 1),
            "chapter": made.slide.isChapter ? .nothing : .text(made.chapter),
            "isTitle": .bool(made.slide.isTitle),
            "time": .optional(made.slide.minutes, Value.integer),
            "heading": made.slide.heading.isEmpty
              ? .nothing : .html(HTML(trusted: made.slide.heading)),
            "content": .html(HTML(trusted: made.slide.content)),
            "notes": made.slide.notes.isEmpty ? .nothing : .html(HTML(trusted: made.slide.notes)),
          ])
        }),
    ])
  }
}
