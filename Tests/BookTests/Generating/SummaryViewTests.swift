import Book
import Testing

/// The worked example's plan of May 2026, from Wednesday 6 May on: 云杉 is A, 白桦 is B.
@Suite struct `The sheet that says it all` {
  private func page(_ deals: String? = nil) async throws -> String {
    var site = MemorySite.plan("::summary\n")
    site.files["Content/data/deals.csv"] = deals
    let made = try await site.generate()
    #expect(made.problems == [])
    return made["plans/lin/2026-05.html"]
  }

  /// What stands from one text to the next.
  private func part(_ page: String, from start: String, to end: String) throws -> Substring {
    let first = try #require(page.firstRange(of: start))
    let rest = page[first.upperBound...]
    return rest[..<(try #require(rest.firstRange(of: end)).lowerBound)]
  }

  @Test func `names the visits of the week the work begins in`() async throws {
    let week = try part(try await page(), from: "<ol class=\"week\">", to: "</ol>")
    // 6 to 9 May: the Saturday is worked for the holiday.
    #expect(week.matches(of: /<p><b>/).count == 4)
    #expect(week.contains("5月6日") && week.contains("5月9日") && !week.contains("5月11日"))
    #expect(week.contains("云杉公司"))
  }

  @Test func `calls A before B, and asks what is not known`() async throws {
    let calls = try part(try await page(), from: "first-calls", to: "</ol>")
    let (spruce, birch) = (calls.firstRange(of: "云杉公司"), calls.firstRange(of: "白桦公司"))
    #expect(try #require(spruce).lowerBound < #require(birch).lowerBound)
    #expect(calls.contains("先问"))
  }

  @Test func `has every day of the month, and nothing to do on days off and past ones`()
    async throws
  {
    let strip = try part(try await page(), from: "<div class=\"strip\">", to: "</ol>")
    #expect(strip.matches(of: #/<time /#).count == 31)
    // 19 working days from the 6th on, as the workload counts them.
    #expect(strip.matches(of: /<b>\d+\+\d+<\/b>/).count == 19)
  }

  @Test func `sums up the deals past their date, and lists five of them`() async throws {
    var rows = "id,customer,amount,status,created,expected_close\n"
    for number in 1...7 {
      rows += "d\(number),c2,\(number)000,open,2026-03-01,2026-04-0\(number)\n"
    }
    let late = try part(try await page(rows), from: "已过预计成交日", to: "</ul>")
    // 1,000 to 7,000 are 28,000; the largest five stand there.
    #expect(late.contains("28,000"))
    #expect(late.contains("7,000") && late.contains("3,000") && !late.contains("2,000"))
    #expect(late.contains("另有 2 单"))
  }

  @Test func `says no deals are late where none are`() async throws {
    #expect(!(try await page()).contains("class=\"late\""))
  }
}

@Suite struct `Blocks for one way of reading` {
  @Test func `what is for the screen stands in a frame that paper leaves out`() async throws {
    let made = try await MemorySite.plan(":::screen\n试一试\n:::\n").generate()
    let page = made["plans/lin/2026-05.html"]
    #expect(page.contains("<div class=\"screen\">\n<p>试一试</p>"))
    #expect(
      made["plans/assets/print.css"].contains(
        ".screen, .calendar-file, .customer-filter { display: none; }"))
  }

  @Test func `customers of a class may stand a line each, with the question to ask`() async throws {
    let made = try await MemorySite.plan("::customers{compact=B}\n").generate()
    let page = made["plans/lin/2026-05.html"]
    let start = try #require(page.firstRange(of: "<div class=\"compact\">"))
    let list = page[start.upperBound...].prefix(600)
    #expect(list.contains("白桦公司") && !list.contains("云杉公司"))
    #expect(list.contains("M有 A? N有"))
  }
}
