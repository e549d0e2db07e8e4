import Phrases
import Testing
import Wording

@testable import SalesMethod

@Suite struct `What is said of the period’s end` {
  @Test(arguments: [
    (Verdict.Standing.overCapacity, "超负荷", "over capacity"),
    (.cannotSay, "无法判断", "cannot say"), (.tooLate, "来不及", "too late"),
    (.atRisk, "有风险", "at risk"), (.onTrack, "可行", "on track"),
  ])
  func `is one of five words`(standing: Verdict.Standing, chinese: String, english: String) {
    #expect(standing.text(in: .chinese) == chinese)
    #expect(standing.text(in: .english) == english)
  }

  @Test func `gives the reason and what helps most`() {
    let lever = Lever(kind: .dealSize, effect: .times(Rational(4)))
    let full = Verdict(
      standing: .overCapacity,
      reason: .hours(needed: WorkingTime(minutes: 15360), available: WorkingTime(minutes: 4560)),
      help: .lever(lever))
    #expect(
      full.text(in: .english)
        == "over capacity: the work takes 256 h, there are 76 h; "
        + "this change alone would do: order size × 4")
    #expect(full.text(in: .chinese) == "超负荷：工作要 256 小时，只有 76 小时。单改这一项就够：单量提高到 4 倍")
    let deal = Deal(
      customer: "c1", amount: Money(units: 120_000), row: Row(path: "deals.csv", line: 2))
    let late = Verdict(
      standing: .tooLate, reason: .chance(0.04), help: .win(deal, chance: 0.61))
    #expect(
      late.phrase { $0 == "c1" ? "云杉公司" : $0 }.chinese
        == "来不及：到期末达成目标的把握为 4%。先拿下云杉公司的商机（120,000）：到期末的把握变为 61%")
    let more = Verdict(standing: .atRisk, reason: .chance(0.4), help: .contacts(1, chance: 0.45))
    #expect(
      more.text(in: .english)
        == "at risk: the chance to reach the target by the period’s end is 40%; "
        + "1 more first contact: the chance by the period’s end becomes 45%")
    let talk = Verdict(
      standing: .tooLate, reason: .chance(0.002), help: .talk(even: Money(units: 81_000)))
    #expect(
      talk.text(in: .chinese)
        == "来不及：到期末达成目标的把握为 0.2%。剩下的工作改变不了结果：有五成把握做到的是 81,000，带着这个数和经理谈目标")
    let reached = Verdict(standing: .onTrack, reason: .reached, help: nil)
    #expect(reached.text(in: .chinese) == "可行：目标已经达成")
  }

  @Test func `says why no chance is given`() {
    let few = Verdict(standing: .cannotSay, reason: .unsaid(.tooFewMonths(1)), help: nil)
    #expect(
      few.text(in: .english)
        == "cannot say: no chance is said: only 1 past month could be tested, 3 are needed")
    #expect(PeriodOutlook.Chance.worseThanShare.text(in: .chinese).hasPrefix("不给把握"))
    #expect(PeriodOutlook.Chance.said(0.625).text(in: .english) == "62.5%")
  }

  /// Chances of .62, .71 and .79, two of them reached, and one of .2, which was not.
  private var record: ChanceRecord { record(ofMembers: 1) }

  private func record(ofMembers members: Int) -> ChanceRecord {
    let said = [(0.62, true), (0.71, false), (0.79, true), (0.2, false)]
    let entries = said.enumerated().compactMap { number, said in
      DayRange.month(number + 1, of: 2026).map {
        ChanceRecord.Entry(
          month: $0, member: number % members, chance: said.0, isReached: said.1, target: .zero,
          expected: .zero,
          actual: .zero)
      }
    }
    return ChanceRecord(entries: entries, months: 4)
  }

  @Test func `sets beside a chance how often one like it came true`() {
    #expect(record.sentence(beside: 0.6)?.english == "said 60–80 % in 3 months; reached in 2")
    #expect(record.sentence(beside: 0.799)?.chinese == "过去有 3 个月说过 60–80%，其中 2 个月达成")
    #expect(record.sentence(beside: 0.2)?.english == "said 20–40 % in 1 month; reached in 0")
    #expect(
      record.sentence(beside: 1)?.english
        == "80–100 % was not said in the last 4 months: nothing to compare with yet")
    #expect(ChanceRecord(entries: [], months: 0).sentence(beside: 0.6) == nil)
    #expect(ChanceBand.all(of: record).map(\.said) == [0, 1, 0, 3, 0])
  }

  @Test func `counts the plans of a team as plans`() {
    let record = record(ofMembers: 2)
    #expect(
      record.sentence(beside: 0.6)?.english
        == "tested on the team’s last 4 months: 3 plans would have said 60–80 %; 2 came true")
    #expect(
      record.sentence(beside: 0.6)?.chinese
        == "拿全队过去 4 个月回头检验：有 3 份计划会说 60–80%，其中 2 份达成")
  }

  @Test func `says no chance as if it were certain that is not`() {
    #expect(PeriodOutlook.Chance.said(0.000_01).text(in: .english) == "<0.1%")
    #expect(PeriodOutlook.Chance.said(0.999_99).text(in: .chinese) == ">99.9%")
    #expect(PeriodOutlook.Chance.said(1).text(in: .english) == "100%")
    #expect(PeriodOutlook.Chance.said(0.000_6).text(in: .english) == "0.1%")
  }

  @Test func `tells in days and rows how long others waited`() {
    let table = LifeTable(tally, leastEvents: 5)
    #expect(
      table.groups[0].sentence(of: .deal).english
        == "of 6 deals that had waited, however long, together 40 days, 5 were won and 1 lost")
    #expect(
      table.groups[0].sentence(of: .firstOrder).chinese == "6 位不论等了多久的客户（合计 40 天）中，5 位下了单")
  }

  /// Six deals of 3 March: five won after 4 days and one lost after 14, so 5 × 5 + 15 days at risk.
  private var tally: AgeTally {
    var tally = AgeTally()
    let start = day("2026-03-03")
    for number in 0..<6 {
      let wait = Wait(
        .deal, customer: number, owner: 0, from: start,
        to: start.adding(days: number < 5 ? 4 : 14), number < 5 ? .event : .lost)
      tally.count(wait, from: day("2026-01-08"), before: day("2026-07-01"), pauses: [])
    }
    return tally
  }

  @Test func `says of notes what to do`() {
    #expect(
      PlanNote.outlook(.dealsOverdue(count: 2)).phrase.english
        == "2 open deals are past their expected date: ask for a new date, or close them")
    #expect(
      OutlookNote.unusedRows(.contactAfterOrder, count: 1).text(in: .chinese)
        == "1 行没有使用（首次接触晚于首单）：改正后才会计入")
    #expect(
      PlanNote.missingTable("deals", without: .openPipeline).phrase.english
        == "no deals table: open deals not computed; with one, the plan says what open deals bring "
        + "by the period’s end")
  }
}
