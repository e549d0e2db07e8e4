import Diagnostics

/// One rendering: runs a program over a stack of values.
struct Renderer {
  /// A round of a loop.
  struct Round {
    let index: Int
    let count: Int
  }

  let set: TemplateSet
  let code: Code
  var output: [UInt8] = []
  /// The values in whose names one looks, innermost last.
  var frames: [Value]
  var rounds: [Round] = []
  private var indentation: [UInt8] = []
  private var addressStart = 0
  private var depth = 0
  private var roundsLeft = 10_000_000
  private var isStopped = false
  private var reported: Set<Site> = []
  private(set) var diagnostics: [Diagnostic] = []

  /// How many sections, partials and blocks may be inside each other.
  private static let deepest = 200
  /// After so many mistakes the rest is kept for the next run.
  private static let mostDiagnostics = 200

  init(_ set: TemplateSet, stack: [Value]) {
    self.set = set
    code = set.code
    frames = stack
    frames.reserveCapacity(stack.count + 16)
  }

  /// Notes a mistake, once for each site; after too many it stops.
  mutating func report(at site: Site, _ diagnostic: (Place) -> Diagnostic) {
    guard reported.insert(site).inserted else { return }
    diagnostics.append(diagnostic(set.place(of: site)))
    if diagnostics.count >= Self.mostDiagnostics { isStopped = true }
  }

  // MARK: Running

  /// Runs a whole program.
  mutating func run(_ program: Int) { run(code.programs[program], at: nil) }

  private mutating func run(_ steps: Range<Int>, at site: Site?) {
    guard depth < Self.deepest else { return stop(at: site) }
    depth += 1
    var next = steps.lowerBound
    while next < steps.upperBound, !isStopped { next = perform(next) }
    depth -= 1
  }

  /// Performs one operation and gives the next.
  @inline(__always)
  private mutating func perform(_ index: Int) -> Int {
    switch code.operations[index] {
    case .literal(let from, let to):
      output.append(contentsOf: code.literals[Int(from)..<Int(to)])
    case .lines(let from, let to, let startsLine):
      write(lines: Int(from)..<Int(to), startsLine)
    case .print(let path, let placement):
      print(path, placement)
    case .printExpression(let expression, let placement):
      print(code.expressions[Int(expression)], placement)
    case .printVerbatim(let expression):
      printVerbatim(code.expressions[Int(expression)])
    case .section(let expression, let end):
      section(code.expressions[Int(expression)], index + 1..<Int(end))
      return Int(end)
    case .inverted(let expression, let end):
      if let value = value(of: code.expressions[Int(expression)]), !value.isTruthy {
        return index + 1
      }
      return Int(end)
    case .unless(let condition, let target):
      return holds(code.conditions[Int(condition)]) == true ? index + 1 : Int(target)
    case .jump(let target): return Int(target)
    case .call(let program, let from, let to, let site):
      call(Int(program), Int(from)..<Int(to), code.sites[Int(site)])
    case .callNamed(let path, let from, let to):
      callNamed(path, Int(from)..<Int(to))
    case .beginAddress: addressStart = output.count
    case .endAddress(let site): checkAddress(code.sites[Int(site)])
    }
    return index + 1
  }

  private mutating func stop(at site: Site?) {
    isStopped = true
    report(at: site ?? Site(template: 0, offset: 0)) { .tooDeep(Self.deepest, at: $0) }
  }

  // MARK: Sections and calls

  private mutating func section(_ expression: Expression, _ body: Range<Int>) {
    guard let value = value(of: expression), value.isTruthy else { return }
    guard case .list(let values) = value else {
      if case .bool = value { return run(body, at: expression.site) }
      frames.append(value)
      run(body, at: expression.site)
      frames.removeLast()
      return
    }
    let frame = frames.count
    let round = rounds.count
    frames.append(.nothing)
    rounds.append(Round(index: 0, count: values.count))
    for (index, value) in values.enumerated() {
      roundsLeft -= 1
      guard roundsLeft > 0 else {
        isStopped = true
        report(at: expression.site) { .tooLarge("the page", at: $0) }
        break
      }
      frames[frame] = value
      rounds[round] = Round(index: index, count: values.count)
      run(body, at: expression.site)
    }
    frames.removeLast()
    rounds.removeLast()
  }

  private mutating func call(_ program: Int, _ blanks: Range<Int>, _ site: Site) {
    let outer = indentation.count
    indentation += code.literals[blanks]
    run(code.programs[program], at: site)
    indentation.removeLast(indentation.count - outer)
  }

  private mutating func callNamed(_ path: Int32, _ blanks: Range<Int>) {
    guard let value = value(of: path) else { return }
    let site = code.paths[Int(path)].site
    guard case .text(let name) = value else {
      let text = self.text(of: path)
      report(at: site) {
        value == .nothing ? .noValue(text, at: $0) : .notPrintable(text, value, at: $0)
      }
      return
    }
    guard let program = code.roots[name] else {
      let known = set.names
      report(at: site) { .unknownTemplate(name, known: known, at: $0) }
      return
    }
    call(program, blanks, site)
  }

  // MARK: Literals and addresses

  /// Writes literal lines, each behind the indentation of its template.
  private mutating func write(lines range: Range<Int>, _ startsLine: Bool) {
    guard !indentation.isEmpty else {
      output.append(contentsOf: code.literals[range])
      return
    }
    if startsLine { output += indentation }
    var start = range.lowerBound
    while let newline = code.literals[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\n")),
      newline + 1 < range.upperBound
    {
      output += code.literals[start...newline]
      output += indentation
      start = newline + 1
    }
    output += code.literals[start..<range.upperBound]
  }

  /// Replaces an address whose scheme could run code.
  private mutating func checkAddress(_ site: Site) {
    guard !Scheme.allows(output[addressStart...]) else { return }
    output.removeSubrange(addressStart...)
    output.append(UInt8(ascii: "#"))
    report(at: site) { .unsafeAddress(at: $0) }
  }
}
