import Diagnostics
import Phrases
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
    let few = suggestion(for: "zzz", among: ["exercise", "hint"])
    #expect(few.english == "known: hint, exercise")
    #expect(few.chinese == "已有：hint、exercise")
  }

  @Test func `is offered as a question in both languages`() {
    let near = suggestion(for: "exercice", among: ["exercise", "hint"])
    #expect(near.english == "did you mean “exercise”?")
    #expect(near.chinese == "是不是“exercise”？")
  }

  @Test func `is one of the three nearest where many are known`() {
    let many = (1...40).map { "customers.C\($0).class" } + ["goal", "team"]
    let found = suggestion(for: "昆山新元", among: many)
    #expect(found.english == "known: goal, team, customers.C1.class and 39 more")
    #expect(found.chinese == "没有相近的；已有 goal、team、customers.C1.class，另有 39 个")
  }

  @Test(arguments: [
    ("昆山新元", ["昆山新元精密机械", "customers.昆山新元精密机械.base"], "昆山新元精密机械"), ("新元", ["昆山新元"], "昆山新元"),
    ("acme", ["goal", "Acme Trading Company"], "Acme Trading Company"),
  ])
  func `may be a part of a known name`(part: String, known: [String], meant: String) {
    #expect(suggestion(for: part, among: known) == didYouMean(meant))
  }

  @Test(arguments: [("元", "昆山新元"), ("go", "goals of all")])
  func `is no part of one character`(part: String, known: String) {
    #expect(suggestion(for: part, among: [known, "zz"]) != didYouMean(known))
  }
}
