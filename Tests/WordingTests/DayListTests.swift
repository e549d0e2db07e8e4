import Phrases
import SalesMethod
import Testing
import Wording

@Suite struct `Days in a sentence` {
  @Test(arguments: [
    ([], "", ""), (["2026-12-02"], "12月2日", "2 December"),
    (["2026-12-02", "2026-12-04", "2026-12-08"], "12月2日、4日、8日", "2, 4 and 8 December"),
    (
      ["2026-12-30", "2026-12-31", "2027-01-04"], "12月30日、31日、1月4日", "30 and 31 December, 4 January"
    ),
  ])
  func `name each month once`(days: [String], chinese: String, english: String) {
    let list = DayList(days.compactMap { Day($0) })
    #expect(list.text(in: .chinese) == chinese)
    #expect(list.text(in: .english) == english)
  }
}
