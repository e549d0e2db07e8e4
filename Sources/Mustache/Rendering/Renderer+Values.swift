import Diagnostics

extension Renderer {
  // MARK: Names

  /// The value a path leads to; nil, and a diagnostic, if there is none of that name.
  @inline(__always)
  mutating func value(of path: Path, in scope: Scope) -> Value? {
    guard let value = scope.value(of: path.name) else {
      report(at: path.site) { .unknownName(path.name.text, known: scope.names, at: $0) }
      return nil
    }
    return path.parts.isEmpty ? value : follow(path, from: value)
  }

  /// Goes from a record to its part, and to that part's part.
  private mutating func follow(_ path: Path, from start: Value) -> Value? {
    var value = start
    for (index, name) in path.parts.enumerated() {
      switch value {
      case .nothing: return .nothing
      case .record(let record):
        guard let part = record[name] else {
          report(at: path.site(ofPart: index)) {
            .unknownName(name.text, known: record.layout.names, at: $0)
          }
          return nil
        }
        value = part
      default:
        report(at: path.site(ofPart: index)) {
          .notARecord(path.text(upTo: index), value, part: name.text, at: $0)
        }
        return nil
      }
    }
    return value
  }

  // MARK: Expressions

  /// The value of an expression behind its formatters; nil where a diagnostic was made.
  mutating func value(of expression: Expression, in scope: Scope) -> Value? {
    guard var value = value(of: expression.operand, in: scope) else { return nil }
    for step in expression.steps {
      if value == .nothing, !step.formatter.takesNothing {
        report(at: expression.site) { .noValue(expression.text, at: $0) }
        return nil
      }
      var arguments: [Value] = []
      for argument in step.arguments {
        guard let argument = self.value(of: argument, in: scope) else { return nil }
        arguments.append(argument)
      }
      switch step.formatter.format(value, arguments) {
      case .value(let formatted): value = formatted
      case .wants(let wanted):
        report(at: step.site) {
          .cannotFormat(step.formatter.name, value, wants: wanted, at: $0)
        }
        return nil
      }
    }
    return value
  }

  mutating func value(of operand: Operand, in scope: Scope) -> Value? {
    switch operand {
    case .path(let path): return value(of: path, in: scope)
    case .literal(let value): return value
    case .expression(let expression): return value(of: expression, in: scope)
    case .current: return scope.current
    case .loop(let fact, let site):
      if let value = scope.value(of: fact) { return value }
      report(at: site) { .noLoop(fact, at: $0) }
      return nil
    }
  }

  // MARK: Conditions

  /// Whether a condition holds; nil where a diagnostic was made.
  mutating func holds(_ condition: Condition, in scope: Scope) -> Bool? {
    switch condition {
    case .truth(let operand): return value(of: operand, in: scope)?.isTruthy
    case .not(let condition): return holds(condition, in: scope).map { !$0 }
    case .all(let conditions):
      for condition in conditions {
        guard let holds = holds(condition, in: scope) else { return nil }
        if !holds { return false }
      }
      return true
    case .any(let conditions):
      for condition in conditions {
        guard let holds = holds(condition, in: scope) else { return nil }
        if holds { return true }
      }
      return false
    case .comparison(let left, let comparison, let right, let site):
      return compare(left, comparison, right, at: site, in: scope)
    }
  }

  private mutating func compare(
    _ left: Operand, _ comparison: Condition.Comparison, _ right: Operand, at site: Site,
    in scope: Scope
  ) -> Bool? {
    guard let left = value(of: left, in: scope), let right = value(of: right, in: scope) else {
      return nil
    }
    let holds = comparison.holds(left, right)
    if holds == nil { report(at: site) { .notComparable(left, right, at: $0) } }
    return holds
  }
}

extension Condition.Comparison {
  /// Whether it holds between two values; nil for values of kinds that cannot be compared so.
  ///
  /// Numbers compare by value, texts by their Unicode scalars. Nothing equals only nothing.
  func holds(_ left: Value, _ right: Value) -> Bool? {
    switch (left, right) {
    case (.integer(let left), .integer(let right)): return holds(left, right)
    case (.text(let left), .text(let right)):
      return holds(Scalars(text: left), Scalars(text: right))
    case (.bool, .bool), (.nothing, _), (_, .nothing):
      switch self {
      case .equal: return left == right
      case .unequal: return left != right
      default: return nil
      }
    default:
      guard let left = Decimal(left), let right = Decimal(right) else { return nil }
      return holds(left, right)
    }
  }

  private func holds<Ordered: Comparable>(_ left: Ordered, _ right: Ordered) -> Bool {
    switch self {
    case .equal: left == right
    case .unequal: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }

  /// Text ordered by its scalars, as its bytes are.
  private struct Scalars: Comparable {
    let text: String

    static func == (left: Self, right: Self) -> Bool {
      left.text.utf8.elementsEqual(right.text.utf8)
    }

    static func < (left: Self, right: Self) -> Bool {
      left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
  }
}
