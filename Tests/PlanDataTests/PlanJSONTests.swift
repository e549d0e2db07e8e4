import OrderedJSON
import Phrases
import PlanData
import SalesMethod
import Testing

@Suite struct `A plan as data` {
  private static let row = Row(path: "test.csv", line: 1)

  private func plan() throws -> MonthlyPlan {
    var records = SalesRecords()
    let row = Self.row
    let month = try #require(DayRange.month(5, of: 2026))
    records.members = [Member(id: "zhang", name: "张", row: row)]
    records.customers = [Customer(id: "c1", name: "甲", purchasingPower: .yes, need: .yes, row: row)]
    records.goals = [
      Goal(
        id: "g1", owner: "zhang", dimension: .performance, metric: .amount,
        targetHundredths: 35_000_000, unit: "元", start: month.start, end: month.end, row: row)
    ]
    let steps = [
      ("contact", "visit", 96, 240), ("visit", "proposal", 36, 96), ("proposal", "deal", 12, 36),
    ]
    records.givenRates = steps.map { from, to, successes, trials in
      GivenRate(from: from, to: to, successes: successes, trials: trials, row: row)
    }
    records.givenFactors = [
      GivenFactors(dealSize: Money(units: 35_000), repeatThousandths: 1250, row: row)
    ]
    let settings = MethodSettings(cadence: Cadence(b: Cadence.Visits(perMonth: 0)))
    let planner = try Planner(
      RecordIndex(records), settings: settings, period: #require(Period("2026-05")),
      now: #require(Day("2026-05-06")))
    return try planner.plan(for: "zhang")
  }

  @Test(arguments: [
    #""schema":"salesbook.plan/2","person":"zhang","asOf":"2026-05-06""#,
    #""start":"2026-05-01","end":"2026-05-31","workdays":19,"#, #""calendar":"official""#,
    #""target":350000,"#, #""values":{"needed":256,"available":76}"#,
    #""class":"B","base":"B","potential":"A","state":{"M":"yes","A":"unknown","N":"yes"},"missing":["A"]"#,
    #""from":"contact","to":"visit","successes":96,"trials":240,"#,
    #""wilson95":[0.340066,0.463085],"jeffreys80":[0.360175,0.441011]"#,
    #""developed":240,"conversion":{"successes":12,"trials":240},"dealSize":35000,"repeat":1.25"#,
    #""confidence":0.8,"#, #""stage":"contact","mean":160,"#, #""perWeek":[34,42,42,42]"#,
    #""needed":256,"available":76,"#, #""utilisation":3.368421"#,
    #""feasible":false,"largestFeasibleTarget":87500"#,
    #"{"lever":"dealSize","factor":4}"#,
    #"{"lever":"conversion","from":"contact","to":"visit","closes":false}"#,
    #""contacts":{"fit":40,"asked":160}"#,
    #""reason":"工作要 256 小时，只有 76 小时""#, #""standing":"over_capacity""#,
    #""notes":[{"id":"missing_table","text":{"zh-Hans":"缺 "#,
    // 8 × ¼ + 3 × 2 + 3 hours: of 64 visits and 24 proposals on 19 days, 3 and 1 are this day's.
    #""date":"2026-05-06","newContacts":8,"stages":{"contact":8,"visit":3,"proposal":1,"deal":0},"visits":[],"load":11,"cap":4"#,
  ])
  func `has the keys and numbers that tools rely on`(part: String) throws {
    #expect(planJSON(try plan(), in: .chinese).text().contains(part))
  }

  @Test func `leaves out what is not known, and says so`() throws {
    let text = planJSON(try plan(), in: .chinese).text()
    for key in ["lag", "forecast", "streams", "pareto", "attention", "variance", "chance", "team"] {
      #expect(!text.contains("\"\(key)\":"), "\(key)")
    }
    #expect(text.contains("缺 activities 表：不计算关注度"))
  }

  @Test func `speaks the language asked for`() throws {
    let text = planJSON(try plan(), in: .english).text()
    #expect(text.contains("\"reason\":\"the work takes 256 h, there are 76 h\""))
    #expect(text.contains("no activities table") && text.contains("缺 activities 表"))
  }
}
