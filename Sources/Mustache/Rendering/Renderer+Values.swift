import Diagnostics

extension Renderer {
  // MARK: Names

  /// The value a path leads to; nil, and a diagnostic, if there is none of that name.
  @inline(__always)
  mutating func value(of path: Int32) -> Value? {
    let path = code.paths[Int(path)]
    let first = Int(path.first)
    guard let value = lookUp(code.keys[first]) else {
      reportUnknown(code.keys[first].text, path.site)
      return nil
    }
    if path.count == 1 { return value }
    return follow(value, Array(code.keys[first..<first + Int(path.count)]), path.site)
  }

  mutating func value(of path: Path) -> Value? {
    guard let value = lookUp(path.keys[0]) else {
      reportUnknown(path.keys[0].text, path.site)
      return nil
    }
    return follow(value, path.keys, path.site)
  }

  /// The name as written, for messages.
  func text(of path: Int32) -> String {
    let path = code.paths[Int(path)]
    return code.keys[Int(path.first)..<Int(path.first + path.count)].map(\.text)
      .joined(separator: ".")
  }

  private func lookUp(_ key: HashedName) -> Value? {
    var index = frames.count - 1
    while index >= 0 {
      if case .record(let record) = frames[index], let value = record[key] { return value }
      index -= 1
    }
    return nil
  }

  /// Goes from a record to its part, and to that part's part.
  private mutating func follow(_ start: Value, _ keys: [HashedName], _ site: Site) -> Value? {
    var value = start
    for (index, key) in keys.enumerated().dropFirst() {
      switch value {
      case .nothing: return .nothing
      case .record(let record):
        guard let part = record[key] else {
          let known = record.layout.names
          report(at: site.moved(to: index, keys)) { .unknownName(key.text, known: known, at: $0) }
          return nil
        }
        value = part
      default:
        let path = keys[..<index].map(\.text).joined(separator: ".")
        report(at: site.moved(to: index, keys)) {
          .notARecord(path, value, part: key.text, at: $0)
        }
        return nil
      }
    }
    return value
  }

  private mutating func reportUnknown(_ name: String, _ site: Site) {
    var known: [String] = []
    for frame in frames.reversed() {
      guard case .record(let record) = frame else { continue }
      for name in record.layout.names where !known.contains(name) { known.append(name) }
    }
    report(at: site) { .unknownName(name, known: known, at: $0) }
  }

  // MARK: Expressions

  /// The value of an expression behind its formatters; nil where a diagnostic was made.
  mutating func value(of expression: Expression) -> Value? {
    guard var value = value(of: expression.operand) else { return nil }
    for step in expression.steps {
      if value == .nothing, !step.formatter.takesNothing {
        report(at: expression.site) { .noValue(expression.text, at: $0) }
        return nil
      }
      var arguments: [Value] = []
      for argument in step.arguments {
        guard let argument = self.value(of: argument) else { return nil }
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

  mutating func value(of operand: Operand) -> Value? {
    switch operand {
    case .path(let path): return value(of: path)
    case .literal(let value): return value
    case .expression(let expression): return value(of: expression)
    case .current: return frames.last ?? .nothing
    case .loop(let fact, let site):
      guard let round = rounds.last else {
        report(at: site) { .noLoop(fact, at: $0) }
        return nil
      }
      switch fact {
      case .first: return .bool(round.index == 0)
      case .last: return .bool(round.index == round.count - 1)
      case .index: return .integer(round.index)
      case .number: return .integer(round.index + 1)
      }
    }
  }

  // MARK: Conditions

  /// Whether a condition holds; nil where a diagnostic was made.
  mutating func holds(_ condition: Condition) -> Bool? {
    switch condition {
    case .truth(let operand): return value(of: operand)?.isTruthy
    case .not(let condition): return holds(condition).map { !$0 }
    case .all(let conditions):
      for condition in conditions {
        guard let holds = holds(condition) else { return nil }
        if !holds { return false }
      }
      return true
    case .any(let conditions):
      for condition in conditions {
        guard let holds = holds(condition) else { return nil }
        if holds { return true }
      }
      return false
    case .comparison(let left, let comparison, let right, let site):
      guard let left = value(of: left), let right = value(of: right) else { return nil }
      guard let holds = comparison.holds(left, right) else {
        report(at: site) { .notComparable(left, right, at: $0) }
        return nil
      }
      return holds
    }
  }
}

extension Site {
  /// The site of a later part of a dotted name that begins here.
  fileprivate func moved(to part: Int, _ keys: [HashedName]) -> Site {
    let before = keys[..<part].reduce(0) { $0 + $1.text.utf8.count + 1 }
    return Site(template: template, offset: offset + before)
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
