import Diagnostics
import PlanData
import SalesMethod
import Testing

@Suite struct `What was typed on a phone` {
  private func read(_ entries: String) -> Parsed<DoneRecord?> {
    DoneRecord.read(
      SourceFile(
        path: "done.json",
        text: """
          {
            "schema": "salesbook.done/1",
            "person": "qian",
            "period": "2026-12",
            "entries": [\(entries)]
          }
          """))
  }

  @Test func `becomes visits, orders and customers`() throws {
    let read = read(
      """
      {"id": "2026-12-01/C1", "date": "2026-12-01", "customer": "C1", "name": "云杉", "type": "visit",
       "amount": "12000.50", "note": "签了：\\"好\\""},
      {"id": "2026-12-02/+1", "date": "2026-12-02", "name": "新客户", "type": "contact"},
      {"id": "2026-12-01/+1", "date": "2026-12-01", "name": "新客户", "type": "call"}
      """)
    #expect(read.diagnostics == [])
    let sheets = try #require(read.value).sheets
    #expect(sheets.map(\.name) == ["activities", "orders", "customers"])
    #expect(
      sheets[0].rows.dropFirst() == [
        ["C1", "2026-12-01", "visit", "qian", "yes", "签了：\"好\""],
        ["新客户", "2026-12-02", "contact", "qian", "yes", ""],
        ["新客户", "2026-12-01", "call", "qian", "yes", ""],
      ])
    #expect(
      sheets[1].rows.dropFirst() == [
        ["done/2026-12-01/C1", "C1", "2026-12-01", "12000.50", "qian"]
      ])
    // The first of the two days.
    #expect(sheets[2].rows.dropFirst() == [["新客户", "qian", "2026-12-01"]])
  }

  @Test(arguments: [
    "{\"id\": \"a\", \"date\": \"2026-12-41\", \"name\": \"x\"}",
    "{\"id\": \"a\", \"date\": \"2026-12-01\", \"name\": \"x\", \"amount\": \"=1+1\"}",
    "{\"id\": \"a\", \"date\": \"2026-12-01\", \"name\": \"x\", \"price\": \"1\"}",
  ])
  func `is refused where an entry is wrong, at its line`(entry: String) {
    let read = read(entry)
    #expect(read.value == nil)
    #expect(read.diagnostics.contains { $0.severity == .error && $0.place.line == 5 })
  }

  @Test func `is told from other files by its head`() {
    func file(_ text: String) -> SourceFile { SourceFile(path: "a.json", text: text) }
    #expect(DoneRecord.isRecord(file("{\"schema\": \"salesbook.done/1\"}")))
    #expect(!DoneRecord.isRecord(file("[{\"customer\": \"salesbook.done/1 \"}]")))
  }
}
