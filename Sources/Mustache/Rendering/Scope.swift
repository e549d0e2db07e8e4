/// The values a template sees at one point.
///
/// A scope is a copy, never changed: a section makes one for what it holds, and the outer one is
/// still there behind it.
struct Scope {
  /// A round of a loop.
  struct Round {
    let index: Int
    let count: Int
  }

  /// The value of the innermost section.
  let current: Value
  /// The values around it, innermost last.
  let outer: [Value]
  /// The round of the innermost loop.
  let round: Round?

  init(stack: [Value]) {
    current = stack.last ?? .nothing
    outer = stack.dropLast()
    round = nil
  }

  init(current: Value, outer: [Value], round: Round?) {
    self.current = current
    self.outer = outer
    self.round = round
  }

  /// All values, for a scope inside this one.
  var stack: [Value] { outer + [current] }

  /// What a name stands for: the innermost record that has it decides.
  @inline(__always)
  func value(of name: HashedName) -> Value? {
    if case .record(let record) = current, let slot = record.layout.slot(of: name) {
      return record.values[slot]
    }
    return outerValue(of: name)
  }

  private func outerValue(of name: HashedName) -> Value? {
    for value in outer.reversed() {
      if case .record(let record) = value, let value = record[name] { return value }
    }
    return nil
  }

  /// The value of a fact about the loop around; nil where there is no loop.
  func value(of fact: LoopFact) -> Value? {
    guard let round else { return nil }
    return switch fact {
    case .first: .bool(round.index == 0)
    case .last: .bool(round.index == round.count - 1)
    case .index: .integer(round.index)
    case .number: .integer(round.index + 1)
    }
  }

  /// All names in sight, innermost first, for a message.
  var names: [String] {
    var names: [String] = []
    var seen: Set<String> = []
    for case .record(let record) in stack.reversed() {
      for name in record.layout.names where seen.insert(name).inserted { names.append(name) }
    }
    return names
  }
}
