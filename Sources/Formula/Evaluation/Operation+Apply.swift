extension Operation {
  /// Computes the operation; a failed operand fails it, but for the one that IF does not choose
  /// and the one that IFERROR replaces.
  func apply(to operands: ArraySlice<Outcome>) throws(Fault) -> Outcome {
    let first = operands.startIndex
    switch self {
    case .call(.if): return choose(operands)
    case .call(.ifError):
      if case .failed(let failure) = operands[first], failure.fault != .unavailable {
        return operands[first + 1]
      }
      return operands[first]
    default: break
    }
    for operand in operands {
      if case .failed = operand { return operand }
    }
    if operands.count == 2, let left = operands[first].number,
      let right = operands[first + 1].number
    {
      if let value = try onNumbers(left, right) { return .value(value) }
    }
    var values: [Value] = []
    values.reserveCapacity(operands.count)
    for case .value(let value) in operands { values.append(value) }
    return .value(try onValues(values))
  }

  private func choose(_ operands: ArraySlice<Outcome>) -> Outcome {
    let first = operands.startIndex
    return switch operands[first] {
    case .value(.truth(true)): operands[first + 1]
    case .value(.truth(false)): operands[first + 2]
    default: operands[first]
    }
  }

  private func onNumbers(_ left: Rational, _ right: Rational) throws(Fault) -> Value? {
    switch self {
    case .add: .number(try left + right)
    case .subtract: .number(try left - right)
    case .multiply: .number(try left * right)
    case .divide: .number(try left / right)
    case .power: .number(try left.raised(to: try exponent(right)))
    case .compare(let comparison): .truth(comparison.holds(left, right))
    default: nil
    }
  }

  private func exponent(_ number: Rational) throws(Fault) -> Int {
    guard let whole = number.whole else { throw .exponent }
    return whole
  }

  private func onValues(_ values: [Value]) throws(Fault) -> Value {
    switch (self, values[0]) {
    case (.negate, .number(let number)): return .number(-number)
    case (.percent, .number(let number)): return .number(try number / Rational(100))
    case (.not, .truth(let truth)): return .truth(!truth)
    case (.and, .truth(let truth)): return .truth(truth && values[1] == .truth(true))
    case (.or, .truth(let truth)): return .truth(truth || values[1] == .truth(true))
    case (.join, _): return .text(try Self.joined(values))
    case (.compare(let comparison), _):
      return .truth((comparison == .equal) == (values[0] == values[1]))
    case (.call(let function), _): return try function.apply(to: values)
    default: throw .unavailable
    }
  }

  /// A text holds at most as much as a spreadsheet's cell.
  static let maximumText = 32_767

  private static func joined(_ values: [Value]) throws(Fault) -> String {
    var text = ""
    for value in values {
      switch value {
      case .number(let number): text += number.joined
      case .text(let part): text += part
      case .truth(let truth): text += truth ? "TRUE" : "FALSE"
      case .column: throw .unavailable
      }
    }
    guard text.unicodeScalars.count <= maximumText else { throw .longText }
    return text
  }
}
