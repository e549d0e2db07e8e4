/// One step of a compiled template.
///
/// Steps hold indices only, so that going through them neither
/// allocates nor counts references.
enum Operation: Sendable {
  /// Literal bytes in which no line begins.
  case literal(from: Int32, to: Int32)
  /// Literal bytes in which lines begin: each takes the indentation of its template.
  case lines(from: Int32, to: Int32, startsLine: Bool)
  /// A name's value, escaped.
  case print(path: Int32, Placement)
  /// A value that goes through formatters, or is no plain name, escaped.
  case printExpression(Int32, Placement)
  /// HTML that is right already.
  case printVerbatim(Int32)
  /// The steps up to `end`, once for each value.
  case section(Int32, end: Int32)
  /// The steps up to `end`, if the value is false.
  case inverted(Int32, end: Int32)
  case unless(condition: Int32, to: Int32)
  case jump(to: Int32)
  /// Another template, or what replaces a block, with indentation from the literals.
  case call(program: Int32, from: Int32, to: Int32, site: Int32)
  /// The template that a value names.
  case callNamed(Int32, from: Int32, to: Int32)
  /// Where the value of an address attribute begins, and where it ends.
  case beginAddress
  case endAddress(site: Int32)
}

/// Where in the markup an escaped value stands.
enum Placement: Sendable {
  case text
  case attribute
}

/// Compiled templates: steps, and the tables their indices lead to.
struct Code: Sendable {
  var operations: [Operation] = []
  /// The last operation that others jump to.
  private var lastLabel = 0
  /// The steps of each program.
  var programs: [Range<Int>] = []
  var literals: [UInt8] = []
  var paths: [Path] = []
  var expressions: [Expression] = []
  var conditions: [Condition] = []
  var sites: [Site] = []
  /// The program of each template.
  var roots: [String: Int] = [:]

  mutating func add(_ path: Path) -> Int32 {
    paths.append(path)
    return Int32(paths.count - 1)
  }

  mutating func add(_ expression: Expression) -> Int32 {
    expressions.append(expression)
    return Int32(expressions.count - 1)
  }

  mutating func add(_ condition: Condition) -> Int32 {
    conditions.append(condition)
    return Int32(conditions.count - 1)
  }

  mutating func add(_ site: Site) -> Int32 {
    sites.append(site)
    return Int32(sites.count - 1)
  }

  /// Marks that steps may jump to what comes next, so that it stays a step of its own.
  mutating func label() -> Int32 {
    lastLabel = operations.count
    return Int32(operations.count)
  }

  /// Emits literal bytes, as part of the step before where that makes no difference.
  mutating func emit(literal bytes: ArraySlice<UInt8>, startsLine: Bool) {
    guard !bytes.isEmpty || startsLine else { return }
    let endsLine = literals.last == UInt8(ascii: "\n")
    let (from, to) = add(bytes)
    let next: Operation =
      startsLine ? .lines(from: from, to: to, startsLine: true) : .literal(from: from, to: to)
    guard operations.count > lastLabel, let last = operations.last, !bytes.isEmpty else {
      return operations.append(next)
    }
    switch last {
    case .literal(let start, from) where endsLine == startsLine:
      operations[operations.count - 1] =
        startsLine
        ? .lines(from: start, to: to, startsLine: false) : .literal(from: start, to: to)
    case .lines(let start, from, let begins) where endsLine == startsLine && start < from:
      operations[operations.count - 1] = .lines(from: start, to: to, startsLine: begins)
    default: operations.append(next)
    }
  }

  /// Adds bytes to the literals and gives where they lie.
  mutating func add(_ bytes: ArraySlice<UInt8>) -> (from: Int32, to: Int32) {
    let from = Int32(literals.count)
    literals += bytes
    return (from, Int32(literals.count))
  }
}
