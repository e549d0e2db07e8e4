import Diagnostics
import Phrases
import SalesData
import SalesMethod
import Synchronization
import Testing

@testable import Workspace

/// Answers questions in turn, and keeps what was asked.
private final class Person: Sendable {
  private let state: Mutex<(answers: [Answer], asked: [String])>

  init(_ answers: [Answer]) { state = Mutex((answers, [])) }

  var asked: [String] { state.withLock { $0.asked } }

  func answer(_ question: Inquiry) -> Answer {
    state.withLock { state in
      let choices = question.choices.map(\.english)
      state.asked.append(question.text.english + " " + choices.joined(separator: " / "))
      return state.answers.isEmpty ? .open : state.answers.removeFirst()
    }
  }
}

/// A workspace that begins with a folder of a person's own files.
@Suite struct `A folder of one's own files` {
  private let starter = Starter(
    kind: "plan", language: "en",
    files: [
      ("starters/plan/en/salesbook.yaml", "title: Plan\nlanguage: en\n"),
      ("starters/plan/en/Content/data/rates.csv", "invented"),
      (
        "starters/plan/en/Content/plans/monthly.md",
        "# Plan\n\n{{sample}}About the sample.\n\nFor all.\n"
      ),
    ])

  private func start(
    _ files: [String: String], _ person: Person? = nil,
    _ change: (inout StartRequest) -> Void = { _ in }
  ) throws -> (folder: TemporaryFolder, started: StartedWorkspace) {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write("crm/" + name, text) }
    let today = try #require(Day("2026-11-29"))
    var request = StartRequest(kind: .plan, language: .english, today: today)
    request.from = folder("crm")
    request.asker = person.map { person in { person.answer($0) } }
    change(&request)
    return (folder, try starter.write(to: folder("mine"), request))
  }

  private static let customers = "客户名称,购买力\n甲,4\n乙,5\n"
  private static let deals =
    "客户名称,金额,阶段,负责人\n甲,1,谈着呢,李娜\n乙,2,赢单,张伟\n乙,3,谈着呢,张伟\n"

  @Test func `is copied, and nothing of the sample is left`() throws {
    let (folder, started) = try start([
      "客户20261129.csv": Self.customers, "sub/订单.csv": "客户,日期,金额\n甲,2026-10-05,500\n",
      "photo.png": "x", "~$客户.xlsx": "x",
    ])
    let files = try folder.files(under: "mine")
    #expect(
      Set(files.keys) == [
        "salesbook.yaml", "Content/plans/monthly.md", "Content/data/客户20261129.csv",
        "Content/data/订单.csv", "Content/data/goals.yaml",
      ])
    #expect(files["Content/plans/monthly.md"] == "# Plan\n\nFor all.\n")
    #expect(files["Content/data/客户20261129.csv"] == Self.customers)
    let settings = try #require(files["salesbook.yaml"])
    #expect(settings.contains("  \"客户*.csv\": customers   # rows: 2\n"), "\(settings)")
    #expect(settings.contains("\nperiod: 2026-12\n") && settings.contains("\nperson: \"me\"\n"))
    let goals = try #require(files["Content/data/goals.yaml"])
    #expect(
      goals.contains(
        "# Worked out from orders: 2026-10 500, 2026-11 0; 250 on average, rounded up.\n"))
    #expect(goals.contains("  target: 250\n") && goals.contains("  proposed: yes\n"))
    #expect(started.text(in: .english).contains("not used: \(folder("crm/photo.png"))\n"))
  }

  @Test func `asks who one of several owners is, then what a stage means, then the target`() throws
  {
    let person = Person([.choice(0), .choice(0), .typed("35万")])
    let (folder, started) = try start(
      ["客户.csv": Self.customers, "商机.csv": Self.deals], person)
    #expect(
      person.asked == [
        "Which of these are you? 张伟 (2 rows) / 李娜 (1 row)",
        "Content/data/商机.csv:4:5: the stage “谈着呢” is not explained (1 row) "
          + "still open / won / lost",
        "The sales target for 2026-12? ",
      ])
    let settings = try #require(folder.read("mine/salesbook.yaml"))
    #expect(settings.contains("person: \"张伟\"\n") && settings.contains("  \"李娜\": ~   # rows: 1\n"))
    #expect(settings.contains("  \"谈着呢\": { status: open }   # rows: 1\n"), "\(settings)")
    let goals = try #require(folder.read("mine/Content/data/goals.yaml"))
    #expect(goals.contains("  target: 350000\n") && !goals.contains("proposed: yes"))
    #expect(!started.hasErrors && started.diagnostics.isEmpty, "\(started.diagnostics)")
  }

  @Test func `leaves the candidates in comments where nobody can be asked`() throws {
    let (folder, started) = try start(["客户.csv": Self.customers, "商机.csv": Self.deals])
    let settings = try #require(folder.read("mine/salesbook.yaml"))
    #expect(
      settings.contains(
        "# person: \"张伟\"   # rows: 2\n# person: \"李娜\"   # rows: 1\nowners:\n  \"张伟\": ~\n"),
      "\(settings)")
    #expect(settings.contains("\n  # \"谈着呢\": { status: open }   # still open\n"), "\(settings)")
    #expect(started.hasErrors, "a stage is open")
    let mended = settings.replacing("# person: \"张伟\"", with: "person: \"张伟\"")
      .replacing("  # \"谈着呢\": { status: open }", with: "  \"谈着呢\": { status: open }")
    let read = Mending(
      mended,
      files: try ["客户.csv", "商机.csv"].map {
        SourceFile(
          path: "Content/data/" + $0, text: try #require(folder.read("mine/Content/data/" + $0)))
      })
    #expect(read.found.diagnostics.filter { $0.severity != .note }.isEmpty)
    #expect(read.found.value.records.deals.map(\.amount) == [2, 3].map(Money.init(units:)))
  }

  @Test func `takes up customers whom other tables name`() throws {
    let (folder, _) = try start([
      "订单.csv": "客户,日期,金额\n甲,2026-10-05,5\n乙,2026-10-06,5\n甲,2026-10-07,1\n"
    ])
    #expect(
      folder.read("mine/Content/data/customers.csv")
        == "\u{FEFF}name,M,A,N,close_date,note\r\n甲,,,,,\r\n乙,,,,,\r\n")
    let person = Person([.choice(0), .choice(0), .choice(0)])
    let (more, started) = try start(
      [
        "客户.csv": Self.customers,
        "订单.csv": "客户,日期,金额\n甲,2026-10-05,5\n丙,2026-10-06,5\n丁,2026-10-07,1\n丙,2026-10-08,1\n",
      ], person)
    #expect(
      person.asked[1].hasPrefix("3 rows name customers that are in no table (丙, 丁; 2 in all)."))
    #expect(
      more.read("mine/Content/data/added-customers.csv") == "\u{FEFF}客户名称,购买力\r\n丙,\r\n丁,\r\n")
    #expect(!started.hasErrors, "\(started.diagnostics)")
  }

  @Test func `goes by what it is told, and needs tables`() throws {
    let (folder, _) = try start(["客户.csv": Self.customers, "商机.csv": Self.deals]) {
      $0.person = "李娜"
      $0.target = 9_000
      $0.period = Period("2027-01")
    }
    let settings = try #require(folder.read("mine/salesbook.yaml"))
    #expect(settings.contains("period: 2027-01\n") && settings.contains("person: \"李娜\"\n"))
    #expect(settings.contains("  \"张伟\": ~   # rows: 2\n"))
    let goals = try #require(folder.read("mine/Content/data/goals.yaml"))
    #expect(goals.contains("  target: 9000\n") && goals.contains("  end: 2027-01-31\n"))
    let ids = try refusals { _ = try start(["a.txt": "words", "b.ods": "x"]) }
    #expect(ids == ["init.no-tables"])
  }
}

@Suite struct `A question` {
  private let question = Inquiry(
    Phrase(zh: "哪个？", en: "Which?"), choices: [Phrase(same: "a"), Phrase(same: "b")],
    typed: Phrase(zh: "姓名", en: "a name"))

  @Test func `is shown with its choices`() {
    #expect(
      question.shown(in: .english)
        == "\nWhich?\n  1  a\n  2  b\n  or type a name\n[Enter: leave it open] ")
  }

  @Test(arguments: [
    ("1", Answer.choice(0)), (" 2 ", .choice(1)), ("", .open), ("3", .typed("3")),
    ("Lin", .typed("Lin")),
  ])
  func `takes a number, a text, or nothing`(line: String, answer: Answer) {
    #expect(question.answer(line) == answer)
  }

  @Test func `takes no text where none is asked for, and nothing for what it presets`() {
    let plain = Inquiry(question.text, choices: question.choices, preset: 1)
    #expect(plain.answer("Lin") == nil && plain.answer("") == .choice(1))
  }
}

@Suite struct `A difference of texts` {
  @Test func `shows the lines that differ and those beside them`() {
    #expect(
      difference(of: "a\nb\nc\nd\ne\nf\n", and: "a\nb\nc\nd\nE\nf\ng\n", context: 1)
        == " d\n-e\n+E\n f\n+g\n")
    #expect(difference(of: "a\n", and: "a\n") == "")
  }
}
