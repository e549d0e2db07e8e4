import Diagnostics
import Glibc
import OrderedJSON
import Phrases
import Synchronization
import Testing

@testable import Workspace

@Suite struct BuildSummaryTests {
  private var report: BuildReport {
    var report = BuildReport()
    report.pages = 120
    report.diagnostics = [
      Diagnostic(
        id: "a.b", severity: .warning, at: Place(path: "b.md", line: 2, column: 3),
        Phrase(same: "丙"),
        expected: Phrase(same: "甲"), fix: Phrase(same: "乙")),
      Diagnostic(
        id: "t.c", at: Place(path: "d.xlsx[S]", line: 12, column: 2, cell: "B12"),
        Phrase(same: "bad")),
    ]
    return report
  }

  @Test func `sums up in one line`() {
    var report = report
    #expect(
      BuildSummary(report, seconds: 0.414).line.english == "120 pages, 1 error, 1 warning, 0.41 s")
    report.pages = 1
    report.diagnostics = []
    report.publication = Publication(written: 1, unchanged: 240, removed: 0, notes: [])
    #expect(
      BuildSummary(report, seconds: 12).line.english
        == "1 page, 0 warnings, 12.00 s: 1 file written, 240 unchanged, 0 removed")
    #expect(
      BuildSummary(report, seconds: 12).line.chinese
        == "1 页、0 个警告、12.00 秒：写入 1 个文件，240 个未变，删除 0 个")
  }

  @Test func `is JSON with every key for other programs`() {
    #expect(
      BuildSummary(report, seconds: 0.05).json.text()
        == #"{"diagnostics":["#
        + #"{"id":"a.b","severity":"warning","path":"b.md","line":2,"column":3,"#
        + #""message":{"zh-Hans":"丙","en":"丙"},"#
        + #""expected":{"zh-Hans":"甲","en":"甲"},"fix":{"zh-Hans":"乙","en":"乙"}},"#
        + #"{"id":"t.c","severity":"error","path":"d.xlsx[S]!B12","line":12,"column":2,"#
        + #""message":{"zh-Hans":"bad","en":"bad"},"expected":null,"fix":null}],"pages":120,"warnings":1,"seconds":0.05}"#
    )
  }
}

@Suite struct ProgressLineTests {
  @Test func `draws nothing for short work and nothing when hidden`() {
    for isShown in [true, false] {
      let drawn = Mutex("")
      let line = ProgressLine(isShown: isShown) { text in drawn.withLock { $0 += text } }
      line.begin(.building, of: 3)
      for _ in 0..<3 { line.step() }
      line.end()
      #expect(drawn.withLock { $0 }.isEmpty)
    }
  }

  @Test func `draws long work at most ten times a second and takes the line away`() throws {
    let drawn = Mutex<[String]>([])
    let line = ProgressLine(isShown: true) { text in drawn.withLock { $0.append(text) } }
    let start = ContinuousClock.now
    line.begin(.building, of: 1_000_000)
    while drawn.withLock({ $0.count }) < 4 { line.step() }
    let elapsed = ContinuousClock.now - start
    line.end()
    let lines = drawn.withLock { $0 }
    #expect(elapsed >= .milliseconds(600), "the first after 300 ms, three more after 100 ms each")
    #expect(lines.count == 5)
    #expect(try #require(lines.first).hasPrefix("\r\u{1B}[Kbuilding "))
    #expect(lines.last == "\r\u{1B}[K")
  }
}
