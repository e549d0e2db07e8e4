import Diagnostics
import Markdown
import Mustache
import Pages

/// Renders one file of a page from its parts.
struct PageRenderer {
  private let parts: PageParts
  /// What the page computes.
  private var calculations = PageCalculations()
  /// What was found wrong.
  private var diagnostics: [Diagnostic] = []

  /// Whether a task names the page of the workbook that it stands on.
  private var namesWorkbook = false

  /// Starts with the parts of a file.
  init(_ parts: PageParts) { self.parts = parts }

  /// The text of a page bound into a book.
  struct BoundText {
    /// The text as HTML.
    let content: [UInt8]
    /// Its headings.
    let headings: [Heading]
    /// What was found wrong.
    let diagnostics: [Diagnostic]
  }

  /// A slide of the page.
  struct RenderedSlide {
    /// Whether the page's title stands on it alone.
    let isTitle: Bool
    /// Whether the chapter's own title is its heading.
    let isChapter: Bool
    /// The heading as HTML, without its tag.
    let heading: [UInt8]
    let content: [UInt8]
    /// The facilitator's notes.
    let notes: [UInt8]
    /// The minutes of its task.
    let minutes: Int?
  }

  /// The page as slides, their ids beginning with the chapter's.
  mutating func slides(
    _ title: String, of chapter: String, _ reader: inout CalculationReader
  ) -> Parsed<[RenderedSlide]> {
    let body = parts.body
    let computed = PageComputing(
      rules: parts.rules, page: parts.page, tree: parts.tree, plans: parts.plans
    ).calculations(in: body.pieces, &reader)
    calculations = computed.value
    diagnostics += computed.diagnostics
    var heading = HTMLWriter()
    heading.text(title)
    let title = Piece.html(heading.bytes)
    let deck = SlideDeck(body.pieces, title: title)
    let slides = deck.slides.enumerated().map { index, slide in
      RenderedSlide(
        isTitle: slide.pieces.isEmpty, isChapter: slide.heading == [title],
        heading: fill(slide.heading, inside: nil),
        content: bound(parts.labelled(fill(slide.pieces, inside: nil)), to: chapter),
        notes: bound(parts.labelled(fill(slide.notes, inside: nil)), to: chapter),
        minutes: slide.minutes)
    }
    return Parsed(slides, diagnostics)
  }

  /// The page's text alone, or what is kept of it.
  mutating func text(
    keeping kept: KeptPieces?, _ reader: inout CalculationReader
  ) -> BoundText {
    let body = parts.body
    let computed = PageComputing(
      rules: parts.rules, page: parts.page, tree: parts.tree, plans: parts.plans
    ).calculations(in: body.pieces, &reader)
    calculations = computed.value
    diagnostics += computed.diagnostics
    namesWorkbook = kept?.keepsOutline ?? false
    let content = fill(kept.map { $0.pieces(of: body.pieces) } ?? body.pieces, inside: nil)
    return BoundText(content: content, headings: body.headings, diagnostics: diagnostics)
  }

  /// The finished page; its formulas are read by `reader`, which remembers those it has read.
  mutating func render(_ reader: inout CalculationReader) -> RenderedPage {
    let body = parts.body
    let computed = PageComputing(
      rules: parts.rules, page: parts.page, tree: parts.tree, plans: parts.plans
    ).calculations(in: body.pieces, &reader)
    calculations = computed.value
    diagnostics += computed.diagnostics
    let content = parts.labelled(fill(body.pieces, inside: nil))
    let checked = parts.links.check(body.links)
    let head = parts.plans.head(of: parts.entry, parts.instance)
    diagnostics += checked.diagnostics + head.diagnostics
    let record = parts.frame.record(around: text(content, body.headings))
    var bytes: [UInt8] = []
    if !diagnostics.hasErrors {
      bytes.reserveCapacity(content.count + 8192)
      print(parts.template, [record, head.value], into: &bytes)
    }
    let (entry, instance) = (parts.entry, parts.instance)
    let outcome = PageOutcome(
      source: entry.source, tree: instance.tree.name, folder: instance.folder,
      path: instance.path, title: parts.frame.running, language: entry.language, ids: body.ids,
      fragments: checked.fragments + seen, files: checked.files.sorted(), diagnostics: diagnostics,
      search: parts.frame.hasSearch && instance.row == nil
        ? SearchPage(
          path: instance.path, title: entry.title, description: entry.head.description,
          headings: body.headings, content: content) : nil)
    return RenderedPage(
      file: OutputFile(path: instance.output, bytes: bytes), outcome: outcome)
  }

  /// What notes for the facilitator say that participants look at: it has to be on the page, as what a link
  /// names.
  private var seen: [FragmentLink] {
    parts.page.document.directives.compactMap { directive in
      let note = parts.page.blocks[directive.place]?.kind as? FacilitatorBlock
      return note?.seen.map { id in
        FragmentLink(
          target: parts.entry.source, tree: parts.tree.name, fragment: id, place: directive.place)
      }
    }
  }

  private func text(_ content: [UInt8], _ headings: [Heading]) -> PageFrame.Text {
    let isFillable = FillablePage.isFillable(content)
    return PageFrame.Text(
      content: content,
      headings: headings.map { heading in
        let link = linkRecord(
          heading.text, "#" + percentEncoded(heading.id), level: heading.level)
        return (heading.level, link)
      }, isComputed: !calculations.isEmpty, isLive: calculations.isLive,
      scripts: scripts + (isFillable ? [FillablePage.script] : []),
      fillPage: isFillable ? FillablePage.key(of: parts.instance) : nil,
      programs: CalculationFields.programs(
        calculations.programs(
          of: parts.instance, page: parts.entry, workbook: parts.frame.siteTitle)))
  }

  /// The scripts that the page's calculations and blocks need, each once, in the order of the page.
  private var scripts: [String] {
    let blocks = parts.page.document.directives.compactMap { parts.page.blocks[$0.place] }
    let needed =
      (calculations.isLive ? PageCalculations.scripts : []) + blocks.flatMap(\.kind.scripts)
    var seen: Set<String> = []
    return needed.filter { seen.insert($0).inserted }
  }

  private mutating func print(_ template: String, _ values: [Value], into bytes: inout [UInt8]) {
    diagnostics += parts.look.print(template, values, into: &bytes)
  }

  private mutating func fill(_ pieces: [Piece], inside block: String?) -> [UInt8] {
    var bytes: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .html(let html): bytes += html
      case .element(let element, let body):
        bytes += element.opening
        bytes += fill(body, inside: block)
        bytes += element.closing
      case .directive(let directive, let inner):
        show(directive, body: fill(inner, inside: directive.name), into: &bytes)
      case .data(let kind, info: _, text: _, let place) where kind != DataFence.calculation:
        if kind != block { diagnostics.append(.looseData(kind, at: place)) }
      case .data(_, info: _, text: _, let place):
        guard let fence = calculations.fence(at: place) else { continue }
        let record = CalculationFields.fence(fence.steps, scope: fence.scope)
        print("blocks/calc", [record], into: &bytes)
      case .formula(_, let place): bytes += calculations.number(at: place).utf8
      }
    }
    return bytes
  }

  private mutating func show(_ directive: Directive, body: [UInt8], into bytes: inout [UInt8]) {
    guard let block = parts.page.blocks[directive.place] else { return }
    let scene = Scene(
      page: parts.entry, instance: parts.instance, number: block.number, plans: parts.plans,
      document: parts.page.document, directive: directive, calculations: calculations,
      checks: parts.rules.checks, method: parts.rules.method, sheets: parts.rules.sheets,
      around: parts.frame.around)
    let fields = block.kind.fields(in: scene)
    diagnostics += fields.diagnostics
    guard let members = fields.value else { return }
    let title = directive.title.map { Value.html(HTML(trusted: $0.html)) }
    let record = Value.record(
      Record(
        [
          ("id", .optional(directive.id, Value.text)), ("title", title ?? .nothing),
          ("body", .html(HTML(trusted: body))), ("fill", .text(block.field(of: directive))),
          ("workbook", .optional(namesWorkbook ? directive.id : nil, Value.text)),
        ] + members))
    print("blocks/" + directive.name, [record], into: &bytes)
  }
}
