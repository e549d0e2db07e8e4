import Diagnostics
import Markdown
import Mustache
import SalesMethod

/// Renders one page for one tree and one row.
struct PageRenderer {
  let site: Site
  let page: PreparedPage
  let instance: PageInstance
  let plans: PagePlans
  /// What the page computes.
  private var calculations = PageCalculations()
  /// What was found wrong.
  private(set) var diagnostics: [Diagnostic] = []

  init(site: Site, page: PreparedPage, instance: PageInstance, plans: PagePlans) {
    self.site = site
    self.page = page
    self.instance = instance
    self.plans = plans
  }

  /// The finished page; its formulas are read by `reader`.
  mutating func render(_ reader: inout CalculationReader) -> RenderedPage {
    let fields = PageFields(site: site, entry: page.entry, instance: instance)
    let links = LinkReader(site: site, entry: page.entry, instance: instance, fields: fields)
    let blocks = page.blocks
    let tree = instance.tree
    let rendering = Rendering(
      shows: { blocks[$0.place]?.isShown(in: tree) ?? false },
      address: { links.address(of: $0) }, isData: { $0 == "calc" })
    let body = page.document.render(rendering)
    let computed = PageComputing(site: site, page: page, instance: instance, plans: plans)
      .calculations(in: body.pieces, &reader)
    calculations = computed.value
    diagnostics += computed.diagnostics
    let common = site.common(page.entry.language, edition: tree.edition ?? .participant)
    let content = fill(body.pieces, common)
    let checked = links.check(body.links)
    let head = plans.head(of: page.entry, instance)
    diagnostics += checked.diagnostics + head.diagnostics
    let record = fields.record(
      content: content, headings: body.headings, calculations: calculations)
    var bytes: [UInt8] = []
    if !diagnostics.hasErrors {
      bytes.reserveCapacity(content.count + 8192)
      print(template, [common, record, head.value], into: &bytes)
    }
    return RenderedPage(
      file: OutputFile(path: instance.output, bytes: bytes), title: page.entry.title,
      ids: body.ids, fragments: checked.fragments, files: checked.files,
      diagnostics: diagnostics)
  }

  private mutating func print(_ template: String, _ stack: [Value], into bytes: inout [UInt8]) {
    diagnostics += site.print(template, stack, page.entry.language, into: &bytes)
  }

  private var template: String {
    if let named = page.entry.head.template { return "pages/" + named }
    switch page.entry.head.each {
    case .member: return "pages/plan"
    case .team: return "pages/team"
    case .customer: return "pages/page"
    case nil: return page.entry.output == "index.html" ? "pages/home" : "pages/page"
    }
  }

  private mutating func fill(_ pieces: [Piece], _ common: Value) -> [UInt8] {
    var bytes: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .html(let html): bytes += html
      case .directive(let directive, let inner):
        show(directive, body: fill(inner, common), common, into: &bytes)
      case .data(_, info: _, text: _, let place):
        guard let fence = calculations.fence(at: place) else { continue }
        let record = CalculationFields.fence(fence.steps, scope: fence.scope)
        print("blocks/calc", [common, record], into: &bytes)
      case .formula(_, let place): bytes += calculations.number(at: place).utf8
      }
    }
    return bytes
  }

  private mutating func show(
    _ directive: Directive, body: [UInt8], _ common: Value, into bytes: inout [UInt8]
  ) {
    guard let block = page.blocks[directive.place] else { return }
    let scene = Scene(
      page: page.entry, instance: instance, place: directive.place, number: block.number,
      plans: plans, calculations: calculations, checks: site.checks, method: site.settings.method)
    let fields = block.kind.fields(in: scene)
    diagnostics += fields.diagnostics
    guard let members = fields.value else { return }
    let title = directive.title.map { Value.html(HTML(trusted: $0.html)) }
    let record = Value.record(
      Record(
        [
          ("id", .optional(directive.id, Value.text)), ("title", title ?? .nothing),
          ("body", .html(HTML(trusted: body))),
        ] + members))
    print("blocks/" + directive.name, [common, record], into: &bytes)
  }
}
