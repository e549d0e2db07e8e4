import Diagnostics
import Phrases

@testable import Formula

extension Factories {
  /// Every diagnostic of `Formula`.
  static let formula: [Diagnostic] = list1 + list2 + list3 + list4 + list5

  private static let list1: [Diagnostic] = [
    .labelTells("q1", at: place)
  ]

  private static let list2: [Diagnostic] = [
    .computedInput("q1", definedAt: place, at: place)
  ]

  private static let list3: [Diagnostic] = [
    .unknownName("q1", fix: word, at: place),
    .hiddenName("q1", definedAt: place, at: place),
    .cycle(["q1", "q2"], at: place),
    .differentUnits(Unit(symbol: "kg"), Unit(symbol: "kg"), at: place),
    .unitOfPower(at: place),
    .wrongKind(.text, word, at: place),
    .differentKinds(.text, .text, at: place),
    .fault(.divisionByZero, at: place),
    .expectationFails(word, at: place),
    .propertyFails(word, at: place),
    .noRangeToVary(at: place),
    .noDistinctVariants(3, at: place),
  ]

  private static let list4: [Diagnostic] = [
    .numberTooLong(3, at: place),
    .openText(at: place),
    .unknownSign("q1", at: place),
    .unexpected(word, word, word, at: place),
    .unclosed(word, open: place, at: place),
    .tooDeep(at: place),
    .tooManyTerms(at: place),
    .emptyFormula(at: place),
    .unknownUnit("q1", Units(["kg"]), at: place),
    .unknownFunction("q1", at: place),
    .wrongArity(.round, 3, at: place),
    .notADefinition(word, at: place),
    .reservedName("q1", at: place),
    .dottedName("q1", at: place),
    .definedTwice("q1", first: place, at: place),
    .tooManyNames(at: place),
    .misplacedInput(at: place),
    .inputOutside(at: place),
    .emptyRange(at: place),
    .emptyStep(at: place),
  ]

  private static let list5: [Diagnostic] = [
    .tooLongForCell("q1", at: place),
    .nameChanged("q1", "q2", at: place),
    .formulaTooLong("q1", at: place),
  ]
}
