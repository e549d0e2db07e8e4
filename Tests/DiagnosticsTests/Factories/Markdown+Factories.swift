import Diagnostics
import Phrases

@testable import Markdown

extension Factories {
  /// Every diagnostic of `Markdown`.
  static let markdown: [Diagnostic] = list1 + list2

  private static let list1: [Diagnostic] = [
    .reservedLine(at: place),
    .notUTF8(at: place),
    .tooBig(at: place),
    .tooMuch(.nesting, at: place),
    .tooLarge(at: place),
    .unclosed(Directive(name: "q1", form: .container, place: place)),
    .strayClose(at: place),
    .tooDeep(at: place),
    .malformedDirective(.noName, at: place),
    .badAttribute("q1", at: place),
    .fullWidthEquals("q1", at: place),
    .curlyQuotes("q1", around: "q2", at: place),
    .emptyAttribute("q1", at: place),
    .secondKey("q1", first: place, at: place),
    .secondID("q1", at: place),
    .duplicateID("q1", first: place, at: place),
    .unsafeLink("q1", at: place),
  ]

  private static let list2: [Diagnostic] = [
    .unreadDirective("q1", at: place),
    .openComment(at: place),
    .missingFootnote("q1", at: place),
    .unreadLink("q1", address: "q2", at: place),
    .missingDefinition("q1", label: "q2", at: place),
    .secondDefinition("q1", first: place, at: place),
    .endlessCut(at: place),
  ]
}
