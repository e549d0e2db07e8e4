import Diagnostics
import Phrases

/// One rendering: runs a program over the values in scope.
///
/// Code and scope are handed from call to call and never kept here: so they are known not to
/// change, and nothing has to be counted or copied to read them.
struct Renderer: ~Copyable {
  private let set: TemplateSet
  var page = PageBuffer()
  private var indentation: [UInt8] = []
  private var addressStart = 0
  private var depth = 0
  private var roundsLeft = 2_000_000
  private var isStopped = false
  private var reported: Set<Site> = []
  private(set) var diagnostics: [Diagnostic] = []

  /// How many sections, partials and blocks may be inside each other.
  private static let deepest = 200
  /// After so many mistakes the rest is kept for the next run.
  private static let mostDiagnostics = 200

  init(_ set: TemplateSet) { self.set = set }

  /// Notes a mistake, once for each site; after too many it stops.
  mutating func report(at site: Site, _ diagnostic: (Place) -> Diagnostic) {
    guard reported.insert(site).inserted else { return }
    diagnostics.append(diagnostic(set.place(of: site)))
    if diagnostics.count >= Self.mostDiagnostics { isStopped = true }
  }

  // MARK: Running

  /// Runs a whole program.
  mutating func run(_ program: Int, _ code: Code, in scope: Scope) {
    run(code.programs[program], code, in: scope, at: Site(template: 0, offset: 0))
  }

  /// Kept a function of its own: written out into each of its callers, with all the operations, it is
  /// a quarter of what the compiler does for this module.
  @inline(never)
  private mutating func run(_ steps: Range<Int>, _ code: Code, in scope: Scope, at site: Site) {
    guard depth < Self.deepest else {
      isStopped = true
      return report(at: site) { .tooDeep(Self.deepest, at: $0) }
    }
    depth += 1
    var next = steps.lowerBound
    while next < steps.upperBound, !isStopped { next = perform(next, code, in: scope) }
    depth -= 1
  }

  /// Performs one operation and gives the next.
  @inline(__always)
  private mutating func perform(_ index: Int, _ code: Code, in scope: Scope) -> Int {
    switch code.operations[index] {
    case .literal(let from, let to): page.append(code.literals, Int(from)..<Int(to))
    case .lines(let from, let to, let startsLine):
      write(lines: Int(from)..<Int(to), of: code.literals, startsLine)
    case .print(let path, let placement): print(Int(path), placement, code, in: scope)
    case .printExpression(let expression, let placement):
      print(code.expressions[Int(expression)], placement, in: scope)
    case .printVerbatim(let expression):
      printVerbatim(code.expressions[Int(expression)], in: scope)
    case .section(let expression, let end):
      section(code.expressions[Int(expression)], index + 1..<Int(end), code, in: scope)
      return Int(end)
    case .inverted(let expression, let end):
      let value = value(of: code.expressions[Int(expression)], in: scope)
      return value?.isTruthy == false ? index + 1 : Int(end)
    case .unless(let condition, let target):
      return holds(code.conditions[Int(condition)], in: scope) == true ? index + 1 : Int(target)
    case .jump(let target): return Int(target)
    case .call(let program, let from, let to, let site):
      call(Int(program), code.literals[Int(from)..<Int(to)], code, in: scope, code.sites[Int(site)])
    case .callNamed(let name, let from, let to):
      callNamed(code.expressions[Int(name)], code.literals[Int(from)..<Int(to)], code, in: scope)
    case .beginAddress: addressStart = page.count
    case .endAddress(let site): checkAddress(code.sites[Int(site)])
    }
    return index + 1
  }

  // MARK: Sections and calls

  @inline(never)
  private mutating func section(
    _ expression: Expression, _ body: Range<Int>, _ code: Code, in scope: Scope
  ) {
    guard let value = value(of: expression, in: scope), value.isTruthy else { return }
    switch value {
    case .list(let values):
      let outer = scope.stack
      for (index, value) in values.enumerated() {
        guard startRound(at: expression.site) else { return }
        let round = Scope.Round(index: index, count: values.count)
        let scope = Scope(current: value, outer: outer, round: round)
        run(body, code, in: scope, at: expression.site)
      }
    case .bool: run(body, code, in: scope, at: expression.site)
    default:
      let scope = Scope(current: value, outer: scope.stack, round: scope.round)
      run(body, code, in: scope, at: expression.site)
    }
  }

  private mutating func startRound(at site: Site) -> Bool {
    roundsLeft -= 1
    if roundsLeft < 0, !isStopped {
      isStopped = true
      report(at: site) { .tooLarge(Phrase(zh: "页面", en: "the page"), at: $0) }
    }
    return !isStopped
  }

  private mutating func call(
    _ program: Int, _ blanks: ArraySlice<UInt8>, _ code: Code, in scope: Scope, _ site: Site
  ) {
    let outer = indentation.count
    indentation += blanks
    run(code.programs[program], code, in: scope, at: site)
    indentation.removeLast(indentation.count - outer)
  }

  @inline(never)
  private mutating func callNamed(
    _ expression: Expression, _ blanks: ArraySlice<UInt8>, _ code: Code, in scope: Scope
  ) {
    guard let value = value(of: expression, in: scope) else { return }
    guard case .text(let name) = value else {
      return report(at: expression.site) {
        value == .nothing
          ? .noValue(expression.text, at: $0) : .noTemplateName(expression.text, value, at: $0)
      }
    }
    guard let program = code.roots[name] else {
      let known = set.names
      return report(at: expression.site) { .unknownTemplate(name, known: known, at: $0) }
    }
    call(program, blanks, code, in: scope, expression.site)
  }

  // MARK: Literals and addresses

  /// Writes literal lines, each behind the indentation of its template.
  private mutating func write(
    lines range: Range<Int>, of literals: [UInt8], _ startsLine: Bool
  ) {
    guard !indentation.isEmpty else { return page.append(literals, range) }
    if startsLine { page.append(indentation) }
    var start = range.lowerBound
    while let newline = literals[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\n")),
      newline + 1 < range.upperBound
    {
      page.append(literals, start..<newline + 1)
      page.append(indentation)
      start = newline + 1
    }
    page.append(literals, start..<range.upperBound)
  }

  /// Replaces an address whose scheme could run code.
  @inline(never)
  private mutating func checkAddress(_ site: Site) {
    guard !page.holds(from: addressStart, { Scheme.allows($0) }) else { return }
    page.removeAll(from: addressStart)
    page.append(Array("#".utf8))
    report(at: site) { .unsafeAddress(at: $0) }
  }
}
