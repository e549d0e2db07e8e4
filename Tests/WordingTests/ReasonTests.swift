import Phrases
import SalesMethod
import Testing
import Wording

@Suite struct `The reason of a class` {
  typealias Case = (entries: [LetterEntry], close: CloseReading, chinese: String, english: String)

  static let cases: [Case] = [
    (
      [5, 4, 5].map { .score(thousandths: $0 * 1000) }, .near(day("2026-05-20"), days: 20),
      "A：M=5、A=4、N=5 均达标（≥4），预计 2026-05-20 成交（20 天内）",
      "A: M=5, A=4, N=5 all reach the mark (≥4), expected to close 2026-05-20 (in 20 days)"
    ),
    (
      [.yes, .unknown, .yes], .near(day("2026-05-20"), days: 20),
      "B（可升 A）：缺 A——决策人未确认；先问「最后由谁签字？还有谁会反对？」",
      "B (could become A): A is missing: who decides is not known; ask first: "
        + "“Who signs in the end, and who might object?”"
    ),
    (
      [.yes, .yes, .yes], .undated, "B：MAN 齐备但无预计成交日；补日期",
      "B: MAN complete but no close date: ask for one"
    ),
    (
      [.unknown, .yes, .unknown], .undated, "C（待核实，可升 A）：M、N 未知；没有预计成交日，最高到 B：一并问清",
      "C (to be verified, could become A): M, N unknown; without a close date B at best: ask for it too"
    ),
    (
      [.no, .no, .no], .undated, "D：M、A、N 均明确不具备",
      "D: M, A, N are all known to be lacking"
    ),
    (
      [.yes, .no, .no], .undated, "C：M 具备，A、N 不具备", "C: M present; A, N lacking"
    ),
    (
      [.yes, .yes, .no], .far(day("2026-12-01"), days: 214),
      "C：缺 N——没有需求；且预计 2026-12-01 成交，还有 214 天，超过 90 天",
      "C: N is missing: no need; and expected to close 2026-12-01, in 214 days, more than 90"
    ),
  ]

  @Test(arguments: cases.indices) func `is one sentence in each language`(number: Int) {
    let (entries, close, chinese, english) = Self.cases[number]
    let all = zip(Letter.allCases, entries).map {
      LetterReading($0, entered: $1, on: .oneToFive)
    }
    let result = Classification(
      LetterReadings(money: all[0], authority: all[1], need: all[2]), close: close,
      rule: ManRule())
    #expect(result.reason.text(in: .chinese) == chinese)
    #expect(result.reason.text(in: .english) == english)
  }

  @Test func `marks what was presumed, taken from contacts or overdue`() {
    let all = LetterReadings(
      money: LetterReading(.money, .no, from: .overdue(days: 75)),
      authority: LetterReading(.authority, .yes, from: .contacts),
      need: LetterReading(.need, .yes, from: .presumed))
    let result = Classification(all, close: .undated, rule: ManRule())
    #expect(result.reason.text(in: .chinese) == "B：缺 M——没有购买能力（应收逾期 75 天）")
    #expect(
      result.reason.text(in: .english)
        == "B: M is missing: no means to pay (a receivable 75 days overdue)")
  }

  @Test func `goes with the next step of the table’s row`() {
    let steps: [([LetterState], NextStep)] = [
      ([.yes, .yes, .yes], .agreeClosing), ([.yes, .yes, .no], .developNeed),
      ([.yes, .no, .yes], .findDecisionMaker), ([.no, .yes, .yes], .arrangePayment),
      ([.no, .no, .yes], .keepInTouch), ([.no, .no, .no], .stopVisiting),
      ([.yes, .unknown, .unknown], .ask([.authority, .need])),
    ]
    for (letters, step) in steps {
      let result = Classification(
        readings(letters), close: .near(day("2026-05-20"), days: 3), rule: ManRule())
      #expect(NextStep(for: result) == step)
      for language in Language.allCases { #expect(!step.text(in: language).isEmpty) }
    }
  }

  @Test func `asks for a date that would hold the class below what the letters could make it`() {
    let letters: [LetterState] = [.yes, .unknown, .yes]
    let undated = Classification(readings(letters), close: .undated, rule: ManRule())
    #expect(undated.questions == [.letter(.authority), .date])
    #expect(NextStep(for: undated) == .ask([.authority], andDate: true))
    #expect(
      NextStep(for: undated).text(in: .english).hasPrefix("find out A and when they expect to buy:")
    )
    #expect(NextStep(for: undated).text(in: .chinese).hasPrefix("先核实 A 和预计成交日："))
    #expect(undated.reason.text(in: .chinese).hasSuffix("；没有预计成交日，最高到 B：一并问清"))
    let dated = Classification(
      readings(letters), close: .near(day("2026-05-20"), days: 3), rule: ManRule())
    #expect(NextStep(for: dated) == .ask([.authority]))
    // Without a need known to be there, no date makes it an A.
    let low = Classification(readings([.yes, .unknown, .no]), close: .undated, rule: ManRule())
    #expect(NextStep(for: low) == .ask([.authority]))
  }
}
