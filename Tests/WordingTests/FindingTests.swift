import Phrases
import SalesMethod
import Testing
import Wording

@Suite struct `What a check found` {
  typealias Case = (finding: GoalFinding, chinese: String, english: String)

  static let cases: [Case] = [
    (
      .missingFields([.unit, .scope]), "缺少单位、范围：补齐后才能衡量",
      "no unit, scope: without it nothing can be measured"
    ),
    (
      .againstHistory(ratio: 1.5, rank: 1, of: 6, isAboveLargest: true, isAboveSpread: false),
      "目标是基线的 1.5 倍，和近 6 期的实际一起排，是第 1，高于历史最高：说明靠什么实现",
      "1.5 times the baseline, rank 1 beside what the last 6 brought, above the highest ever: "
        + "say what makes it possible"
    ),
    (
      .againstHistory(ratio: 0.9, rank: 3, of: 6, isAboveLargest: false, isAboveSpread: false),
      "目标是基线的 0.9 倍，和近 6 期的实际一起排，是第 3",
      "0.9 times the baseline, rank 3 beside what the last 6 brought"
    ),
    (
      .capacity(needed: 256, available: 76, .infeasible),
      "需要 256 小时，可用 76 小时（336.8%）：不可行，减目标、加人手或提高单量",
      "256 hours needed, 76 available (336.8%): not feasible, lower the target, add people or "
        + "sell more each"
    ),
    (
      .capacity(needed: 0, available: 0, .comfortable), "需要 0 小时，可用 0 小时",
      "0 hours needed, 0 available"
    ),
    (
      .whyAsked("新市场"), "请本人回答：这个目标为什么重要？（已写：新市场）",
      "ask the owner: why does this goal matter? (written: 新市场)"
    ),
    (
      .closesLate(expected: 1.65, needed: 8, lastStart: nil),
      "期内预计只成交 1.65 家，需要 8 家：须靠更早的商机",
      "only 1.65 deals expected in the period, 8 needed: the rest must be earlier deals"
    ),
    (.milestones(count: 1), "1 个里程碑之和等于目标，日期递增", "1 milestone adds up to the target, in order"),
    (
      .cadenceBroken(visits: 1), "A 类客户有 1 次拜访没有排上：腾出时间",
      "1 visit to A customers found no day: make room"
    ),
  ]

  @Test(arguments: cases.indices) func `is said in both languages`(number: Int) {
    let (finding, chinese, english) = Self.cases[number]
    #expect(finding.text(in: .chinese) == chinese)
    #expect(finding.text(in: .english) == english)
  }

  @Test(arguments: [
    (0.9, "safe, perhaps too low"), (0.899, "achievable"), (0.5, "achievable"),
    (0.499, "challenging"), (0.1, "challenging"), (0.099, "unrealistic"),
  ])
  func `calls a chance by its band`(chance: Double, band: String) {
    let finding = GoalFinding.probability(chance, by: Day(number: 20_604))
    #expect(finding.text(in: .english).hasSuffix(": \(band)"))
  }

  @Test(arguments: GoalCheck.ID.allCases)
  func `follows a rule that is said in both languages`(id: GoalCheck.ID) {
    #expect(!id.rule.chinese.isEmpty)
    #expect(!id.rule.english.isEmpty)
  }
}
