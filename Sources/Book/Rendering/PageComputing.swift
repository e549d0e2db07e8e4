import Desk
import Diagnostics
import Formula
import Markdown
import Pages
import Phrases
import Rulebook
import SalesMethod
import Wording

/// Computes what one file of a page computes, from what the settings, the page's head and its plan
/// define.
struct PageComputing {
  let rules: PageRules
  let page: PreparedPage
  let tree: Tree
  let plans: PagePlans
  /// Whether tables that data fill are computed too.
  var fillsTables = true

  private var units: Units { rules.units }

  /// The calculations among the pieces that the tree shows.
  func calculations(
    in pieces: [Piece], _ reader: inout CalculationReader
  ) -> Parsed<PageCalculations> {
    let sources = reader.sources(in: pieces, parts: page.calculations)
    guard sources.value.contains(where: { !$0.isEmpty }) else {
      return Parsed(PageCalculations(), sources.diagnostics)
    }
    let base = scope(for: sources.value)
    var found = sources.diagnostics + base.diagnostics
    guard let scope = base.value else { return Parsed(PageCalculations(), found) }
    var computing: [Diagnostic] = []
    var computed = compute(sources.value, in: scope, &reader, &computing)
    if computing.contains(where: { $0.id == "formula.unknown-name" }) {
      computing = []
      let explained = hiding(scope, but: sources.value, &reader)
      computed = compute(sources.value, in: explained, &reader, &computing)
    }
    found += computing
    return Parsed(computed, found)
  }

  private func compute(
    _ sources: [CalculationSource], in scope: Scope, _ reader: inout CalculationReader,
    _ found: inout [Diagnostic]
  ) -> PageCalculations {
    var computed = PageCalculations(
      sources, in: scope, notation, isAnswered: isAnswered, &reader, &found)
    for table in sources.flatMap(\.tables) where fillsTables {
      let filled = fill(table, computed.names(around: table.place))
      found += filled.diagnostics
      if let filled = filled.value { computed.add(filled, at: table.place) }
    }
    return computed
  }

  private var notation: Notation { Notation(language: page.entry.language.rawValue) }
  private var isAnswered: Bool { tree.showsAnswers }

  /// A table with its rows; without them where the data are not this reader's to see, or there are
  /// none.
  private func fill(
    _ table: TableSource, _ names: (scope: Scope, hidden: Set<String>)
  ) -> Parsed<ComputedTable?> {
    let source = table.fill.source
    let units = DataUnits(units, currency: rules.method.currency)
    var scope: Scope
    let data: DataTable
    var isEmpty = false
    switch plans[source] ?? .failure(.noData) {
    case .success(let plan):
      data = DataTable(table.fill.table, of: plan, plans.products[source] ?? [], units)
      scope = DataNames.scope(names.scope, adding: plan, method: rules.method, self.units)
    case .failure(.noData), .failure(.notForAudience):
      data = DataTable(empty: table.fill.table, units)
      scope = DataNames.scope(names.scope, adding: nil, method: rules.method, self.units)
      isEmpty = true
    case .failure(let problem): return Parsed(nil, [problem.diagnostic(at: table.place)])
    }
    if table.fill.table == .products { scope.define(.products, data.fields) }
    let content = TableComputing(
      table: table, scope: scope, hidden: names.hidden, language: page.entry.language,
      isAnswered: isAnswered
    ).content(of: data)
    let computed = ComputedTable(
      titles: table.columns.map(\.title), content: isEmpty ? nil : content.value)
    return Parsed(content.diagnostics.hasErrors ? nil : computed, content.diagnostics)
  }

  /// The names around the page's own; nil where a plan that they come from cannot be had.
  private func scope(for sources: [CalculationSource]) -> Parsed<Scope?> {
    let settings = Scope().adding(rules.values, units)
    let head = settings.value.adding(page.entry.head.values, units)
    let found = settings.diagnostics + head.diagnostics
    guard let first = sources.flatMap(\.dataNames).first else { return Parsed(head.value, found) }
    let source = ViewSource.formulas(of: page.entry.head)
    switch plans[source] ?? .failure(.noData) {
    case .success(let plan):
      return Parsed(
        DataNames.scope(head.value, adding: plan, method: rules.method, units), found)
    case .failure(let problem):
      return Parsed(nil, found + [problem.diagnostic(at: first.place)])
    }
  }

  /// The scope in which names that only other editions or other exercises define are known to be
  /// so, for whoever uses one by mistake.
  private func hiding(
    _ scope: Scope, but shown: [CalculationSource], _ reader: inout CalculationReader
  ) -> Scope {
    let whole = page.manuscript.page { _ in true }.value
    let all = whole.render(Rendering(isData: DataFence.isData))
    let visible = Set(
      (shown.first?.fences ?? []).flatMap { $0.block.definitions.map(\.name) })
    var scope = scope
    for source in reader.sources(in: all.pieces, parts: page.calculations).value {
      for definition in source.fences.flatMap(\.block.definitions)
      where !visible.contains(definition.name) {
        scope.hide(definition.name, definedAt: definition.place)
      }
    }
    return scope
  }
}
