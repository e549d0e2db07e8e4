import Diagnostics
import Testing

@Suite struct `The nearest known name` {
  @Test(arguments: [
    ("exercice", "exercise"), ("Hint", "hint"), ("hitn", "hint"), ("客户开发", "客户开发量"),
  ])
  func `is offered for a slip of the pen`(slip: String, meant: String) {
    #expect(nearestName(to: slip, in: ["exercise", "hint", "客户开发量"]) == meant)
  }

  @Test func `is not invented where nothing is near`() {
    #expect(nearestName(to: "zzz", in: ["exercise", "hint"]) == nil)
    #expect(suggestion(for: "zzz", among: ["exercise", "hint"]) == "known: exercise, hint")
  }
}
