import Diagnostics

/// What is wrong with a formula that reads well: its names, kinds, units and values.
extension Diagnostic {
  static func unknownName(_ name: String, fix: String?, at place: Place) -> Diagnostic {
    Diagnostic(id: "formula.unknown-name", at: place, "unknown name “\(name)”", fix: fix)
  }

  static func hiddenName(_ name: String, definedAt definition: Place, at place: Place) -> Diagnostic
  {
    Diagnostic(
      id: "formula.hidden-name", at: place,
      "“\(name)” is defined on line \(definition.line), where this formula cannot see it",
      expected: "a name of the page, or of the same exercise or example",
      fix: "define it outside of exercises, examples and what other editions alone get")
  }

  /// The cycle is named in full, up to eight names.
  static func cycle(_ names: [String], at place: Place) -> Diagnostic {
    let shown = names.count > 8 ? names.prefix(7) + ["…"] : names[...]
    let path = (shown + names.prefix(1)).joined(separator: " → ")
    return Diagnostic(
      id: "formula.cycle", at: place, "the formulas go round in a circle: \(path)",
      fix: "define one of them without the others")
  }

  static func differentUnits(_ left: Unit, _ right: Unit, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.units", at: place,
      "\(described(left)) and \(described(right)) do not go together", expected: "equal units",
      fix: left.isNone || right.isNone ? "give both numbers a unit, or neither" : nil)
  }

  static func unitOfPower(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.unit-power", at: place, "the unit of this power cannot be told",
      expected: "an exponent that is a small whole number, written out")
  }

  static func wrongKind(_ found: Kind, _ expected: String, at place: Place) -> Diagnostic {
    let fix: String? =
      switch found {
      case .numbers, .texts: "put it in a function: SUM, COUNT, MIN, MAX, AVERAGE"
      default: nil
      }
    return Diagnostic(
      id: "formula.kind", at: place, "\(found.described) cannot stand here", expected: expected,
      fix: fix)
  }

  static func differentKinds(_ left: Kind, _ right: Kind, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.kinds-differ", at: place,
      "\(left.described) and \(right.described) do not go together",
      expected: "two values of one kind")
  }

  static func fault(_ fault: Fault, at place: Place) -> Diagnostic {
    Diagnostic(id: "formula." + fault.id, at: place, fault.message)
  }

  static func expectationFails(_ found: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.expectation", at: place, "what is expected here does not hold: \(found)",
      fix: "correct the formula or the answer")
  }

  static func propertyFails(_ found: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.property", at: place, "what must always hold does not: \(found)",
      fix: "narrow the ranges of the inputs")
  }

  static func noRangeToVary(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.no-range", at: place, "no input has a range to draw new numbers from",
      fix: "write an input as ? 240 家 in 120..360 step 12")
  }

  static func noDistinctVariants(_ count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.few-variants", at: place,
      "the ranges and the properties leave fewer than \(count) different variants",
      fix: "widen the ranges of the inputs")
  }

  private static func described(_ unit: Unit) -> String {
    unit.isNone ? "a number without a unit" : "“\(unit)”"
  }
}

extension Fault {
  /// The last part of the diagnostic's id.
  var id: String {
    switch self {
    case .divisionByZero: "division-by-zero"
    case .tooLarge: "too-large"
    case .exponent: "exponent"
    case .zeroToTheZero: "zero-to-the-zero"
    case .digits: "digits"
    case .step: "step"
    case .nothing: "nothing"
    case .longText: "long-text"
    case .criterion: "criterion"
    case .lengths: "lengths"
    case .missing: "missing"
    case .unavailable: "unavailable"
    }
  }

  /// What happened, for the one who writes the formula.
  package var message: String {
    switch self {
    case .divisionByZero: "division by zero"
    case .tooLarge: "the number grows beyond \(Rational.maximumBits) bits"
    case .exponent: "an exponent is a whole number between -1024 and 1024"
    case .zeroToTheZero: "0^0 has no value"
    case .digits: "decimals are a whole number between -100 and 100"
    case .step: "the step of CEILING and FLOOR is above zero"
    case .nothing: "there is no number to take the mean, the least or the greatest of"
    case .longText: "the text grows beyond 32,767 characters"
    case .criterion: "a condition on numbers is a number, or a text such as \">=100\""
    case .lengths: "SUMIF needs two columns of one table"
    case .missing: "no data yet"
    case .unavailable: "a value that this one needs is wrong"
    }
  }
}
