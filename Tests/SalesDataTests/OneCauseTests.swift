import Diagnostics
import Phrases
import SalesMethod
import Tables
import Testing

@testable import SalesData

/// One mistake of a file is said once, where it is, and so that it can be mended as it says.
@Suite struct `One cause` {
  @Test(arguments: [
    ("客户|日期|金额\n甲|2026-10-01|100\n", "sep=|"), ("客户^日期^金额\n甲^2026-10-01^100\n", "sep=^"),
    ("客户；日期；金额\n甲；2026-10-01；100\n", "，"), ("客户 日期 金额\n甲 2026-10-01 100\n", "分列"),
    ("张三,100,2026-01-01\n李四,200,2026-01-02\n", "插入一行列名"),
  ])
  func `is said for a header that nobody knows`(text: String, mend: String) {
    let data = load(("customers.csv", "name\n甲\n"), ("orders.csv", text))
    #expect(found(data) == ["data.header-not-found orders.csv:1:1"])
    #expect(data.diagnostics[0].severity == .error)
    #expect(data.diagnostics[0].fix?.chinese.contains(mend) == true || mend == "，")
  }

  @Test func `is mended as it says`() {
    let data = load(
      ("customers.csv", "name\n甲\n"), ("orders.csv", "sep=|\n客户|日期|金额\n甲|2026-10-01|100\n"))
    #expect(found(data).isEmpty)
    #expect(data.value.records.orders.map(\.amount) == [Money(units: 100)])
  }

  @Test func `is not said of a header below the lines of a printout`() {
    let data = load(
      ("customers.csv", "name\n甲\n"),
      ("orders.csv", "销售一部,导出人 张三\n2026-11,第 1 页\n客户,日期,金额\n甲,2026-10-01,100\n"))
    #expect(found(data) == ["data.header-below orders.csv:1:1"])
    #expect(data.diagnostics[0].severity == .note)
    #expect(data.diagnostics[0].message.english.hasPrefix("the header is in line 3"))
    #expect(data.value.records.orders.map(\.row.line) == [4])
  }

  @Test func `is not followed by names that only the unread table has`() {
    let data = load(
      ("customers.csv", "客户名称|等级\n甲|A\n"), ("orders.csv", "客户,日期,金额\n甲,2026-10-01,100\n"))
    #expect(found(data) == ["data.header-not-found customers.csv:1:1"])
  }

  @Test func `is said of many owners whom nobody knows`() {
    let rows = (1...12).map { "客户\($0),销售\($0 % 6)\n" }.joined()
    let data = load(("team.csv", "member\n王敏\n"), ("customers.csv", "name,owner\n" + rows))
    #expect(found(data) == ["data.unknown-member customers.csv:2:5"])
    #expect(
      data.diagnostics[0].message.english
        == "12 rows name 6 owners who are not in the table of people, such as “销售1”, “销售2”, "
        + "“销售3” (customers)")
    // The offer sets all of them aside at once.
    let lines = data.diagnostics[0].offers.flatMap(\.lines)
    #expect(lines.map(\.keys) == [1, 2, 3, 4, 5, 0].map { ["owners", "销售\($0)"] })
    #expect(lines.allSatisfy { $0.value == "~" })
  }

  @Test func `names two headers of one name`() {
    let data = load(
      ("customers.csv", "name\n甲\n"), ("orders.csv", "客户,日期,金额,金额\n甲,2026-10-01,100,90\n"))
    let said = data.diagnostics.first { $0.id == "data.two-candidates" }
    #expect(said?.message.english == "2 columns are called “金额”: which is “amount”?")
    #expect(said?.offers.isEmpty == true)
    // As its fix says: the first of them is the one that settings name.
    var settings = DataSettings()
    settings.mapping = [
      DataSettings.Mapping(
        table: "orders", header: "金额", field: "amount", place: Place(path: "salesbook.yaml"))
    ]
    let mended = load(
      ("customers.csv", "name\n甲\n"), ("orders.csv", "客户,日期,金额,金额\n甲,2026-10-01,100,90\n"),
      settings: settings)
    #expect(mended.value.records.orders.map(\.amount) == [Money(units: 100)])
  }
}

/// A message says where things stand in the words of the file.
@Suite struct `Places in joined files` {
  private let october = ("orders-2026-10.csv", "order_id,客户,日期,金额\nO1,甲,2026-10-01,100\n")

  @Test func `name the file of the other row`() {
    let data = load(
      ("customers.csv", "name\n甲\n乙\n"), october,
      ("orders-2026-11.csv", "order_id,客户,日期,金额\nO1,乙,2026-11-01,300\n"))
    let said = data.diagnostics.first { $0.id == "data.order-of-two" }
    #expect(said?.place.path == "orders-2026-11.csv")
    #expect(
      said?.message.english
        == "the order “O1” is another customer's on line 2 of “orders-2026-10.csv”; both rows count"
    )
    #expect(said?.message.chinese == "订单“O1”在“orders-2026-10.csv”第 2 行是另一位客户的；两行都算")
  }

  @Test func `compare a total with the rows of its own file`() {
    let november = "order_id,客户,日期,金额\nO2,甲,2026-11-01,300\n合计,,,"
    func said(_ total: String) -> [String] {
      found(
        load(
          ("customers.csv", "name\n甲\n"), october, ("orders-2026-11.csv", november + total + "\n"))
      ).filter { $0.hasPrefix("data.total-differs") }
    }
    // 300 in the file, 400 in both; 350 is neither.
    #expect(said("300").isEmpty && said("400").isEmpty)
    #expect(said("350") == ["data.total-differs orders-2026-11.csv:3:6"])
  }

  @Test func `count a total in the unit above the header`() {
    let text = "销售明细,,单位：万元\n客户,日期,金额\n甲,2026-10-01,12.5\n合计,,"
    func said(_ total: String) -> [String] {
      found(load(("customers.csv", "name\n甲\n"), ("orders.csv", text + total + "\n")))
        .filter { $0.hasPrefix("data.total-differs") }
    }
    #expect(said("12.5").isEmpty)
    #expect(said("12") == ["data.total-differs orders.csv:4:5"])
  }

  @Test func `list lines with their files`() {
    let data = load(
      ("customers.csv", "name\n甲\n"),
      ("deals-1.csv", "客户,金额,阶段,赢率\n甲,1,赢单,x\n甲,2,赢单,y\n"),
      ("deals-2.csv", "客户,金额,阶段,赢率\n甲,3,赢单,z\n"))
    let said = data.diagnostics.first { $0.id == "data.not-a-number" }
    #expect(
      said?.message.english
        == "“x” is not a number (column “赢率”), and 2 more such cells (lines 2, 3 of “deals-1.csv”; 2 of "
        + "“deals-2.csv”); it counts as unknown")
  }
}

/// Exports of activities that say of what kind they are in the file's name alone.
@Suite struct `Tasks and calls` {
  private let tasks = """
    Task Id,Task Owner,Subject,Due Date,Related To,Status,Created By
    t1,Anna Lee,Quote,2026-11-12,Acme,Completed,Bob Ray
    t2,Anna Lee,Call,2026-11-20,Acme,Not Started,Bob Ray

    """

  @Test func `are of the kind that the name says`() {
    let data = load(
      ("customers.csv", "name\nAcme\n"), ("Tasks_2026_11_29.csv", tasks),
      settings: {
        var settings = DataSettings()
        settings.person = "Anna Lee"
        return settings
      }())
    #expect(!data.diagnostics.contains { $0.severity != .note })
    #expect(data.diagnostics.contains { $0.id == "data.implied-kind" })
    let activities = data.value.records.activities
    #expect(activities.map(\.type) == ["task", "task"])
    #expect(activities.map(\.owner) == ["Anna Lee", "Anna Lee"])
    // What has not been started has not taken place.
    #expect(activities.map(\.isDone) == [true, false])
  }

  @Test func `need a kind where the name says none`() {
    let data = load(("customers.csv", "name\nAcme\n"), ("activities.csv", tasks))
    #expect(found(data).contains("data.missing-column activities.csv:1:1"))
  }
}

/// Days that nobody can read without their year.
@Suite struct `Days without a year` {
  @Test(arguments: [
    "12月1日", "12月1日-3日", "12/1-12/3", "12月1日至12月3日", "12-01~12-03", "12月30日-31日", "12月1日上午",
    "12.1-12.3",
  ])
  func `are said to have none`(leave: String) {
    let data = load(("team.csv", "member,休假\n王敏,\(leave)\n"))
    #expect(found(data) == ["data.no-year team.csv:2:4"])
    #expect(data.diagnostics[0].message.english == "“\(leave)” has no year (column “休假”)")
    // As its fix says.
    for year in ["2026年", "2026-", "2026/", "2026."] {
      let mended = load(("team.csv", "member,休假\n王敏,\(year)\(leave)\n"))
      if found(mended).isEmpty { return }
    }
    Issue.record("no year in front mends \(leave)")
  }

  @Test func `are told from what is no day`() {
    #expect(
      found(load(("team.csv", "member,休假\n王敏,下月底\n"))) == ["data.bad-date team.csv:2:4"])
  }
}

/// What is exported for a member holds rows of theirs alone.
@Suite struct `Rows of one member` {
  @Test func `are told from others on the same line of another file, and in one line of a list`() {
    let files = [
      ("team.csv", "member\na\nb\n"), ("customers-1.csv", "name,owner,note\n甲,a,mine\n"),
      ("customers-2.csv", "name,owner,note\n乙,b,theirs\n"),
      (
        "orders.json",
        #"[{"customer":"甲","date":"2026-10-01","amount":1},{"customer":"乙","date":"2026-10-01","amount":2}]"#
      ),
    ].map { SourceFile(path: $0.0, text: $0.1) }
    let clean = decodeData(files: files, settings: DataSettings()).value.clean(of: "a").value
    let text = clean.tables.map {
      $0.rows.map { $0.joined(separator: ",") }.joined(separator: "\n")
    }
    .joined(separator: "\n")
    #expect(text.contains("mine") && text.contains("甲"))
    #expect(!text.contains("theirs") && !text.contains("乙"))
    #expect(clean.tables.first { $0.name == .orders }?.rows.count == 2)
  }
}
