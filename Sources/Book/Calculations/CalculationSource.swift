import Diagnostics
import Formula
import Markdown

/// A fenced calculation as it was read.
struct CalcFence: Sendable {
  let place: Place
  let block: CalcBlock
  /// What its fence says; nil leaves it to the block around it.
  let mode: FenceMode?
}

/// A formula in a sentence as it was read.
struct FormulaSpan: Sendable {
  let place: Place
  let expression: Expression
}

/// The calculations of one scope of a page, in the order of the page: those of an exercise, of a
/// worked example, or of the text outside of both.
struct CalculationSource: Sendable {
  /// The exercise or example; nil for the page.
  let directive: Directive?
  /// What is done with them there.
  let role: CalculationRole
  /// The id by which the page's script tells scopes apart: empty for the page.
  let id: String
  var fences: [CalcFence] = []
  var spans: [FormulaSpan] = []
  /// The tables that data fill.
  var tables: [TableSource] = []

  /// Whether it computes nothing.
  var isEmpty: Bool { fences.isEmpty && spans.isEmpty && tables.isEmpty }

  /// The names that come from data, each with the place that asks for it first.
  var dataNames: [(name: String, place: Place)] {
    var found: [(String, Place)] = []
    for fence in fences {
      for definition in fence.block.definitions {
        switch definition.formula {
        case .computed(let expression):
          found += expression.names.map { ($0, expression.place) }
        case .given(let input): found.append((input.name, input.place))
        case .input: break
        }
      }
      found += fence.block.claims.flatMap { claim in
        claim.condition.names.map { ($0, claim.place) }
      }
    }
    found += spans.flatMap { span in span.expression.names.map { ($0, span.place) } }
    return found.filter { $0.0.contains(".") }
  }
}

/// Reads the calculations of a page; what a page says is read once for all files it becomes.
struct CalculationReader {
  private let units: Units
  private var fences: [Place: Parsed<CalcFence>] = [:]
  private var spans: [Place: Parsed<FormulaSpan?>] = [:]
  private var tables: [Place: Parsed<TableSource>] = [:]
  /// The faded examples whose numbers were tried already.
  private var verified: [Place: [Diagnostic]] = [:]

  init(units: Units) { self.units = units }

  /// The calculations among the pieces of a page by their scopes, the page's own first, and what is
  /// wrong with how they are written.
  mutating func sources(
    in pieces: [Piece], parts: [Place: CalculationPart]
  ) -> Parsed<[CalculationSource]> {
    var collector = Collector(reader: self, parts: parts)
    collector.collect(pieces, into: 0)
    self = collector.reader
    return Parsed(collector.sources, collector.diagnostics)
  }

  fileprivate mutating func fence(_ text: String, _ info: String, at place: Place)
    -> Parsed<CalcFence>
  {
    if let known = fences[place] { return known }
    let first = Place(path: place.path, line: place.line + 1, column: place.column)
    let block = CalcBlock.parse(text, at: first, units: units)
    let mode = FenceMode(rawValue: info)
    let found = mode == nil && !info.isEmpty ? [Diagnostic.fenceMode(info, at: place)] : []
    let fence = Parsed(
      CalcFence(place: place, block: block.value, mode: mode), found + block.diagnostics)
    fences[place] = fence
    return fence
  }

  fileprivate mutating func span(_ text: String, at place: Place) -> Parsed<FormulaSpan?> {
    if let known = spans[place] { return known }
    let expression = Expression.parse(text, at: place, units: units)
    let span = expression.value.map { FormulaSpan(place: place, expression: $0) }
    spans[place] = Parsed(span, expression.diagnostics)
    return Parsed(span, expression.diagnostics)
  }

  fileprivate mutating func table(_ fill: FilledTable, at place: Place) -> Parsed<TableSource> {
    if let known = tables[place] { return known }
    let table = TableSource.read(fill, at: place, units)
    tables[place] = table
    return table
  }

  /// What is wrong with the numbers that a faded example may draw, tried with a thousand seeds the
  /// first time.
  mutating func verify(_ example: FadedExample, of evaluation: Evaluation, at place: Place)
    -> [Diagnostic]
  {
    if let known = verified[place] { return known }
    let found = evaluation.verifyVariants(count: example.count, at: place)
    verified[place] = found
    return found
  }
}

/// Walks over the pieces of a page and sorts what is computed by scope.
private struct Collector {
  var reader: CalculationReader
  let parts: [Place: CalculationPart]
  var sources = [CalculationSource(directive: nil, role: .page, id: "")]
  var diagnostics: [Diagnostic] = []

  mutating func collect(_ pieces: [Piece], into scope: Int) {
    for piece in pieces {
      switch piece {
      case .html: break
      case .element(_, let body): collect(body, into: scope)
      case .directive(let directive, let body):
        collectTable(directive, into: scope)
        collect(body, into: open(directive, in: scope))
      case .data(let kind, _, _, _) where kind != "calc": break
      case .data(_, let info, let text, let place):
        let fence = reader.fence(text, info, at: place)
        diagnostics += fence.diagnostics
        sources[scope].fences.append(fence.value)
      case .formula(let text, let place):
        let span = reader.span(text, at: place)
        diagnostics += span.diagnostics
        if let span = span.value { sources[scope].spans.append(span) }
      }
    }
  }

  private mutating func collectTable(_ directive: Directive, into scope: Int) {
    guard let fill = parts[directive.place]?.fill else { return }
    let table = reader.table(fill, at: directive.place)
    diagnostics += table.diagnostics
    if !table.diagnostics.hasErrors { sources[scope].tables.append(table.value) }
  }

  /// The scope of what stands inside a directive: its own where it makes one.
  private mutating func open(_ directive: Directive, in scope: Int) -> Int {
    guard let part = parts[directive.place], let role = part.role else { return scope }
    let id = directive.id ?? "\(directive.name)-\(part.number)"
    sources.append(CalculationSource(directive: directive, role: role, id: id))
    return sources.count - 1
  }
}
