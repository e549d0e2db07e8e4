import Desk
import Diagnostics
import Formula
import Markdown
import Pages
import Phrases
import SalesMethod

/// Every calculation of one file of a page, computed and ready to be printed.
struct PageCalculations: Sendable {
  private var scopes: [CalculationScope] = []
  /// The scope of each fence, formula and faded example, by where it stands.
  private var owners: [Place: Int] = [:]
  private let isAnswered: Bool
  /// The tables that data fill, by where they stand.
  private var tables: [Place: ComputedTable] = [:]
  /// The names that each of these tables knows, and those that no reader may see worked out.
  private var surroundings: [Place: (scope: Scope, hidden: Set<String>)] = [:]

  /// A page without calculations.
  init() { isAnswered = false }

  /// Computes the calculations of a page; what is wrong is put to `found`.
  ///
  /// The page's own names are known in its exercises and examples, theirs nowhere else.
  init(
    _ sources: [CalculationSource], in base: Scope, _ notation: Notation, isAnswered: Bool,
    _ reader: inout CalculationReader, _ found: inout [Diagnostic]
  ) {
    self.isAnswered = isAnswered
    guard let first = sources.first else { return }
    let page = CalculationScope(
      first, in: base, notation, isAnswered: isAnswered, outer: [], &found)
    add(page, of: first)
    let inner = base.adding(page.evaluation, blanks: page.style.blanks)
    for table in first.tables { surroundings[table.place] = (inner, page.hidden) }
    for source in sources.dropFirst() where !source.isEmpty {
      var scope = CalculationScope(
        source, in: inner, notation, isAnswered: isAnswered, outer: page.hidden, &found)
      if case .worked(let example?) = source.role, let place = source.directive?.place {
        scope.variants = Self.variants(of: scope, example, at: place, &reader, &found)
        for variant in scope.variants where !isAnswered {
          found += variant.evaluation.tellingLabels(of: variant.blanks, in: notation)
        }
      }
      add(scope, of: source)
      let known = inner.adding(scope.evaluation, blanks: scope.style.blanks)
      for table in source.tables {
        surroundings[table.place] = (known, page.hidden.union(scope.hidden))
      }
    }
    if scopes.dropFirst().contains(where: \.style.isLive) { scopes[0].style.isLive = true }
  }

  /// The examples that follow a faded one.
  private static func variants(
    of scope: CalculationScope, _ example: FadedExample, at place: Place,
    _ reader: inout CalculationReader, _ found: inout [Diagnostic]
  ) -> [Variant] {
    let wrong = reader.verify(example, of: scope.evaluation, at: place)
    found += wrong
    guard wrong.isEmpty else { return [] }
    let variants = scope.evaluation.variants(
      example.fading, count: example.count, seed: example.seed, at: place)
    found += variants.diagnostics
    return Array(variants.value.dropFirst())
  }

  private mutating func add(_ scope: CalculationScope, of source: CalculationSource) {
    for fence in source.fences { owners[fence.place] = scopes.count }
    for span in source.spans { owners[span.place] = scopes.count }
    if let directive = source.directive { owners[directive.place] = scopes.count }
    scopes.append(scope)
  }

  /// The steps of a fence and the id of its scope; nil where nothing of it is printed.
  func fence(at place: Place) -> (steps: [WorkedStep], scope: String)? {
    guard let owner = owners[place] else { return nil }
    let steps = scopes[owner].steps(at: place)
    return steps.isEmpty ? nil : (steps, scopes[owner].id)
  }

  /// The number of a sentence as HTML.
  func number(at place: Place) -> String {
    guard let owner = owners[place], let name = scopes[owner].numbers[place] else { return "" }
    let scope = scopes[owner]
    return scope.evaluation.numberHTML(of: name, scope.style, scope: scope.id)
  }

  /// The names that a table at a place knows, and those that its readers may not see worked out.
  func names(around table: Place) -> (scope: Scope, hidden: Set<String>) {
    surroundings[table] ?? (Scope(), [])
  }

  /// Keeps a table that was computed.
  mutating func add(_ table: ComputedTable, at place: Place) { tables[place] = table }

  /// The table of a directive; nil where a mistake in it was reported.
  func table(at place: Place) -> ComputedTable? { tables[place] }

  /// The examples that follow a faded one, each as its steps.
  func variants(of example: Place) -> [[WorkedStep]] {
    guard let owner = owners[example] else { return [] }
    let scope = scopes[owner]
    return scope.variants.map { scope.steps(of: $0, isAnswered: isAnswered) }
  }

  /// Whether the page computes nothing.
  var isEmpty: Bool { scopes.allSatisfy { $0.names.isEmpty && $0.numbers.isEmpty } }

  /// The scripts that a page needs where a reader can change a number.
  static let scripts = ["calc.js"]

  /// Whether a reader can change a number.
  var isLive: Bool { scopes.contains(where: \.style.isLive) }

  /// What the page's script works on, one element for each scope that is live.
  ///
  /// What readers type is kept by the folder the page stands in: a person's plan apart from
  /// everybody's.
  func programs(of instance: PageInstance, page entry: Outline.Entry, workbook: String) -> [String]
  {
    let page = LivePage(
      workbook: workbook, edition: instance.folder, page: entry.source,
      language: entry.language.rawValue)
    return scopes.filter(\.style.isLive).compactMap { scope in
      scope.evaluation.liveHTML(on: page, scope: scope.id, blanks: scope.style.blanks)
    }
  }

  /// The calculations that are printed, each with what is left blank in it, for a workbook.
  var sections: [CalculatedPage.Section] {
    scopes.filter { !$0.names.isEmpty || !$0.numbers.isEmpty }.map { scope in
      CalculatedPage.Section(
        id: scope.id, title: scope.title, evaluation: scope.evaluation, hidden: scope.hidden,
        examples: scope.examples(isAnswered: isAnswered))
    }
  }
}
