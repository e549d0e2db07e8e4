import Foundation
import Testing

/// The same two tables in every format and encoding: the plan and its page must be the same bytes.
@Suite struct `The same table gives the same plan, byte for byte` {
  /// One way to write a table.
  struct Form: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let write: @Sendable (SampleTable, PlanWorkspace) throws -> Void

    init(
      _ description: String,
      _ write: @escaping @Sendable (SampleTable, PlanWorkspace) throws -> Void
    ) {
      testDescription = description
      self.write = write
    }

    /// A text file of this ending and encoding.
    static func text(
      _ description: String, _ fileExtension: String = "csv", in encoding: String.Encoding = .utf8,
      mark: [UInt8] = [], _ text: @escaping @Sendable (SampleTable) -> String
    ) -> Form {
      Form(description) { table, workspace in
        let bytes = try #require(text(table).data(using: encoding))
        try workspace.write("Content/data/\(table.name).\(fileExtension)", Data(mark) + bytes)
      }
    }
  }

  private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

  static let forms: [Form] = [
    .text("UTF-8 with a mark and CRLF", mark: [0xEF, 0xBB, 0xBF]) { $0.separated(lineEnd: "\r\n") },
    .text("UTF-16LE", in: .utf16LittleEndian, mark: [0xFF, 0xFE]) { $0.separated("\t") },
    .text("UTF-16BE", in: .utf16BigEndian, mark: [0xFE, 0xFF]) { $0.separated() },
    .text("GB18030", in: gb18030) { $0.separated(lineEnd: "\r\n") },
    .text("semicolons") { $0.separated(";") },
    .text("tabs and CR", "tsv") { $0.separated("\t", lineEnd: "\r") },
    .text("a sep= line") { "sep=|\r\n" + $0.separated("|", lineEnd: "\r\n") },
    .text("JSON", "json") { $0.list() },
    .text("YAML", "yaml") { "# 一张表\n" + $0.list() },
    Form("a workbook") { table, workspace in
      try table.writeWorkbook(
        to: workspace.folder.appending(path: "Content/data/\(table.name).xlsx").path)
    },
    Form("a SQLite file") { table, workspace in
      try table.writeDatabase(to: workspace.folder.appending(path: "crm.db").path)
      try workspace.write(
        "salesbook.yaml",
        "language: zh-Hans\nsql:\n"
          + ["customers", "deals"].map {
            "  \($0): {url_env: CRM, query: SELECT * FROM \($0), seconds: 20}\n"
          }.joined())
    },
  ]

  private static func plan(of forms: (Form, Form)) throws -> [String] {
    let workspace = try PlanWorkspace()
    try forms.0.write(.customers, workspace)
    try forms.1.write(.deals, workspace)
    return try workspace.plan(environment: ["CRM": "sqlite:crm.db"])
  }

  /// What comma-separated UTF-8 gives, the form that all others are compared with.
  private static let plain = Result {
    let form = Form.text("UTF-8") { $0.separated() }
    return try plan(of: (form, form))
  }

  @Test func `and the plain one knows every row`() throws {
    let plain = try Self.plain.get()
    #expect(plain[0].contains("㐀𠮷，云杉;公司"))
    #expect(plain[0].contains("\"bestCase\": 120000"))
    #expect(plain[1].contains("红松,集团"))
  }

  @Test(arguments: forms) func `as`(form: Form) throws {
    let (found, plain) = (try Self.plan(of: (form, form)), try Self.plain.get())
    #expect(found == plain)
  }

  @Test(
    .enabled(if: TablePython.isThere, "there is no python3"), arguments: ["utf-8-sig", "gb18030"])
  func `written by Python's csv`(encoding: String) throws {
    let form = Form("Python") { table, workspace in
      try TablePython.run(
        "csv.writer(open(f'Content/data/{name}.csv', 'w', newline='', encoding='\(encoding)')).writerows(rows)",
        table, in: workspace)
    }
    let (found, plain) = (try Self.plan(of: (form, form)), try Self.plain.get())
    #expect(found == plain)
  }

  @Test(
    .enabled(if: TablePython.has("openpyxl"), "this python3 has no openpyxl: see SALESBOOK_PYTHON"))
  func `written by openpyxl`() throws {
    let form = Form("openpyxl") { table, workspace in
      try TablePython.run(
        """
        import openpyxl
        book = openpyxl.Workbook()
        for row in rows: book.active.append([None if c == '' else c for c in row])
        for row in book.active.iter_rows():
          for cell in row:
            if cell.data_type == 'f': cell.data_type = 's'
        book.save(f'Content/data/{name}.xlsx')
        """, table, in: workspace)
    }
    let (found, plain) = (try Self.plan(of: (form, form)), try Self.plain.get())
    #expect(found == plain)
  }

  @Test(.enabled(if: TablePython.isThere, "there is no python3"))
  func `and Python reads what import has made of it`() throws {
    let workspace = try PlanWorkspace()
    try workspace.write("export.csv", SampleTable.customers.separated(";", lineEnd: "\r\n"))
    let run = try workspace.run("import export.csv --as customers")
    try #require(run.exit == 0, "\(run.stderr)")
    try TablePython.run(
      """
      read = list(csv.DictReader(open('Content/data/customers.csv', newline='', encoding='utf-8')))
      assert [r['name'] for r in read] == [r[1] for r in rows[1:]], read
      assert [r['close_date'] for r in read] == ['2026-05-20', '2026-05-07', '2026-07-01'], read
      assert read[2]['note'] == "'='不是公式", read
      """, .customers, in: workspace)
  }
}
