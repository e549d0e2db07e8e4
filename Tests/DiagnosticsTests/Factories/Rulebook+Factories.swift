import Diagnostics
import Phrases

@testable import Rulebook

extension Factories {
  /// Every diagnostic of `Rulebook`.
  static let rulebook: [Diagnostic] = list1 + list2 + list3 + list4

  private static let list1: [Diagnostic] = [
    .checkTwice("q1", at: place),
    .checkWithout("q1", at: place),
    .checkFault(word, "q2", member: "q3", at: place),
  ]

  private static let list2: [Diagnostic] = [
    .treeName("q1", at: place),
    .groupNamedAsTree("q1", at: place), .groupWithoutReaders("q1", at: place),
    .keptPlansMixed("q1", with: "q2", at: place),
    .archiveMixed("q1", with: "q2", at: place),
    .assignmentRange(at: place),
    .funnel(at: place),
    .dateOrder(at: place),
    .incompleteQuery(of: "q1", without: "q2", at: place),
    .notAVariable(at: place),
    .mappingOfTable("q1", at: place),
  ]

  private static let list3: [Diagnostic] = [
    .unknownPreset("q1", known: ["q1", "q2"], at: place),
    .valueOfPresetMissing("q1", "q2", at: place),
    .presetInPreset("q1", at: place),
    .rowsAndSum(at: place),
    .tableNotMonotone("q1", worseThan: "q2", at: place),
    .bandsNotInOrder(at: place),
    .horizonsNotInOrder(near: 3, mid: 3, at: place),
  ]

  private static let list4: [Diagnostic] = [
    .ruleText(at: place),
    .ruleScale(at: place),
    .ruleKind(at: place),
    .ruleClass(word, "q2", at: place),
    .ruleOrder("q1", "q2", "q3", "q4", at: place),
    .ruleAndTable(at: place),
    .ruleOfAnotherScale(at: place),
  ]
}
