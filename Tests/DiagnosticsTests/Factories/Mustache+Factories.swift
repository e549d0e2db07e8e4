import Diagnostics
import Phrases

@testable import Mustache

extension Factories {
  /// Every diagnostic of `Mustache`.
  static let mustache: [Diagnostic] = list1 + list2

  private static let list1: [Diagnostic] = [
    .notUTF8(at: place),
    .unclosedTag("q1", at: place),
    .badDelimiters(at: place),
    .badName("q1", at: place),
    .incomplete(expected: word, at: place),
    .unexpected(word, expected: word, at: place),
    .strangeCharacter("q1", meant: "q1", expected: word, at: place),
    .unknownLoopFact("q1", at: place),
    .unknownFormatter("q1", known: ["q1", "q2"], at: place),
    .wrongArguments(Formatter("q1") { value, _ in .value(value) }, given: 3, at: place),
    .nestedTooDeeply(3, at: place),
    .unclosedSection("q1", at: place),
    .nothingToClose("q1", open: "q2", at: place),
    .misplacedElse(at: place),
    .lostContent("q1", at: place),
    .repeatedBlock("q1", at: place),
    .dynamicParent(at: place),
    .unknownTemplate("q1", known: ["q1", "q2"], at: place),
    .unknownBlock("q1", of: "q2", known: ["q1", "q2"], at: place),
    .unsafePlace(.script, at: place),
    .openMarkup(word, from: Markup(), to: Markup(), at: place),
    .dynamicPlace(at: place),
    .tooLarge(word, at: place),
  ]

  private static let list2: [Diagnostic] = [
    .unknownName("q1", known: ["q1", "q2"], at: place),
    .notARecord("q1", .integer(3), part: "q3", at: place),
    .noValue("q1", at: place),
    .notPrintable("q1", .integer(3), at: place),
    .noTemplateName("q1", .integer(3), at: place),
    .notHTML("q1", .integer(3), at: place),
    .notComparable(.integer(3), .integer(3), at: place),
    .cannotFormat("q1", .integer(3), wants: word, at: place),
    .noLoop(.first, at: place),
    .tooDeep(3, at: place),
    .unsafeAddress(at: place),
  ]
}
