import Diagnostics
import Phrases

@testable import Pages

extension Factories {
  /// Every diagnostic of `Pages`.
  static let pages: [Diagnostic] = list1

  private static let list1: [Diagnostic] = [
    .unclosedFrontMatter(at: place),
    .misplacedHead(at: place),
    .unknownColumn("q1", known: ["q1", "q2"], at: place),
    .whereWithoutEach(at: place),
    .pathWithoutEach(at: place),
    .unknownPathWord("q1", known: ["q1", "q2"], at: place),
    .sameOutput("q1", "q2", at: place),
    .valueName("q1", at: place),
    .valueText("q1", at: place),
    .valueTwice("q1", first: place, at: place),
  ]
}
