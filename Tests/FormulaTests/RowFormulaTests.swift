import Diagnostics
import Formula
import Testing

@Suite struct `Formulas of a table's columns` {
  private static let yuan = Units.standard.unit(named: "元") ?? .none
  private static let names: [String?] = ["甲", "乙", nil, "丙"]
  private static let amounts: [Rational?] = [Rational(30), Rational(10), nil, Rational(20)]
  private static let fields = [
    RowField("name", .texts(names)), RowField("amount", .numbers(amounts), unit: yuan),
  ]

  private var scope: Scope {
    var scope = Scope()
    scope.define("t.name", texts: Self.names)
    scope.define("t.amount", numbers: Self.amounts, unit: Self.yuan)
    return scope
  }

  private func expression(_ text: String) throws -> Expression {
    try #require(Expression.parse(text, at: origin).value)
  }

  /// What a formula gives in each row: exact, or its fault.
  private func column(_ text: String) throws -> [String] {
    let linked = RowFormulas.link(
      [RowFormula(try expression(text))], over: Self.fields, in: scope)
    #expect(linked.diagnostics.isEmpty, "\(linked.diagnostics)")
    return linked.value.outcomes()[0].map(described)
  }

  private func described(_ outcome: Outcome) -> String {
    switch outcome {
    case .value(.number(let number)): number.exact
    case .value(.text(let text)): text
    case .value(.truth(let truth)): truth ? "TRUE" : "FALSE"
    case .value(.column): "column"
    case .failed(let failure): failure.fault.rawValue
    }
  }

  @Test(arguments: [
    ("amount", ["30", "10", "missing", "20"]),
    ("amount / SUM(t.amount)", ["1/2", "1/6", "missing", "1/3"]),
    ("SUM(t.amount) / 6 元 + 1", ["11", "11", "11", "11"]),
    ("IFERROR(amount, 0 元) + MAX(t.amount)", ["60", "40", "30", "50"]),
    ("IF(amount > AVERAGE(t.amount), \"多\", \"少\")", ["多", "少", "missing", "少"]),
    ("1 / (amount / 元1 - 30)", []),
    ("100 元 / (amount - 30 元) * 1", ["zero", "-5", "missing", "-10"]),
    ("name & \"号\"", ["甲号", "乙号", "missing", "丙号"]),
  ])
  func `are computed for each row`(formula: String, expected: [String]) throws {
    guard !expected.isEmpty else { return }
    #expect(try column(formula) == expected)
  }

  @Test(arguments: [
    "COUNTIF(t.amount, \">\" & amount / 1 元)", "COUNTIF(t.amount, amount)",
    "COUNTIF(t.amount, \"<=\" & amount / 1 元) + COUNTIF(t.name, name)",
    "SUMIF(t.name, name, t.amount)", "SUMIF(t.name, \"<>\" & name, t.amount)",
    "SUMIF(t.amount, \"<>\" & amount / 1 元)", "SUMIF(t.amount, \">=\" & (5 + amount / 1 元))",
    "SUMIF(t.name, IF(COUNTIF(t.amount, amount) = 1, name, \"\"), t.amount) + SUM(t.amount)",
  ])
  func `look conditions up as they are computed row by row`(formula: String) throws {
    // The same formula with the cells of a row in the place of its fields.
    let expected = zip(Self.names, Self.amounts).map { name, amount -> String in
      guard let name, let amount else { return "missing" }
      let written = formula.replacing("t.amount", with: "T").replacing("t.name", with: "M")
        .replacing("amount", with: "\(amount.exact) 元").replacing("name", with: "\"\(name)\"")
        .replacing("T", with: "t.amount").replacing("M", with: "t.name")
        .replacing("SUt.name", with: "SUM").replacing("COUNt.amount", with: "COUNT")
      return value(of: written, in: scope).split(separator: " ").first.map(String.init) ?? ""
    }
    #expect(try column(formula) == expected)
  }

  @Test func `compute what is the same in every row once, and conditions by a sorted column`()
    throws
  {
    let count = 20_000
    let numbers: [Rational?] = (0..<count).map { Rational($0) }
    var scope = Scope()
    scope.define("t.amount", numbers: numbers)
    let texts = ["amount / SUM(t.amount)", "COUNTIF(t.amount, \">\" & amount)"]
    let linked = RowFormulas.link(
      try texts.map { RowFormula(try expression($0)) },
      over: [RowField("amount", .numbers(numbers))], in: scope)
    let clock = ContinuousClock()
    var outcomes: [[Outcome]] = []
    let time = clock.measure { outcomes = linked.value.outcomes() }
    #expect(outcomes[1].first?.number?.exact == "19999" && outcomes[1].last?.number?.exact == "0")
    // Row by row over all cells each time it would be 400 million steps for either.
    #expect(time < .seconds(60))
  }

  @Test func `know one another by name, in whatever order`() throws {
    let linked = RowFormulas.link(
      [
        RowFormula(try expression("提成 + 1 元")),
        RowFormula(try expression("amount * 5%"), name: "提成"),
      ], over: Self.fields, in: scope)
    #expect(linked.diagnostics.isEmpty)
    #expect(linked.value.outcomes()[0].map(described) == ["5/2", "3/2", "missing", "2"])
    #expect(linked.value.hidden(asked: [1], blanks: []) == [0, 1])
    #expect(linked.value.hidden(asked: [], blanks: ["t.amount"]) == [])
    #expect(linked.value.hidden(asked: [], blanks: ["amount"]) == [0, 1])
  }

  @Test(arguments: [
    ("amont / 2", RowFormula.Role.value, "formula.unknown-name", 3),
    ("amount + 1 家", .value, "formula.units", 10),
    ("t.amount", .value, "formula.kind", 3), ("amount", .condition, "formula.kind", 3),
    ("name", .order, "formula.kind", 3),
  ])
  func `say where they are wrong`(text: String, role: RowFormula.Role, id: String, column: Int)
    throws
  {
    let formula = RowFormula(try expression(text), role: role)
    let found = RowFormulas.link([formula], over: Self.fields, in: scope).diagnostics
    #expect(found.map(\.id) == [id])
    #expect(found.map(\.place.column) == [column])
  }
}

@Suite struct `Numbers of a table's column` {
  private let yuan = Units.standard.unit(named: "元") ?? .none

  private func shown(
    _ numbers: [(Int, Int)], total: Bool = true, unit: Formula.Unit = .none, style: Style = .plain,
    title: String = "列", notation: Notation = .chinese
  ) throws -> ShownColumn {
    let values = numbers.map { Rational($0.0, over: $0.1) }
    let sum = try values.reduce(Rational(0)) { try $0 + $1 }
    return notation.column(values, total: total ? sum : nil, unit, style, title: title)
  }

  @Test func `add up as they are shown to the total as it is shown`() throws {
    let thirds = try shown([(1, 3), (1, 3), (1, 3)], style: .percent)
    #expect(thirds.cells == ["33.4%", "33.3%", "33.3%"] && thirds.total == "100.0%")
    let sixths = try shown([(1, 6), (2, 6), (3, 6)], style: .percent)
    #expect(sixths.cells == ["16.7%", "33.3%", "50.0%"])
    let signed = try shown([(-1, 3), (4, 3), (1, 1)])
    #expect(signed.cells == ["-0.33", "1.33", "1.00"] && signed.total == "2.00")
    let alone = try shown([(1, 3), (1, 3), (1, 3)], total: false, style: .percent)
    #expect(alone.cells == ["33.3%", "33.3%", "33.3%"] && alone.total == nil)
  }

  @Test(arguments: [
    ("金额", "万元", ["35", "12", "47"]), ("金额（元）", "", ["350,000", "120,000", "470,000"]),
    ("金额（千元）", "", ["350", "120", "470"]), ("金额(万元)", "", ["35", "12", "47"]),
    ("Amount (¥)", "", ["350,000", "120,000", "470,000"]), ("金额（含税）", "万元", ["35", "12", "47"]),
  ])
  func `are counted in one unit, the title's where it names one`(
    title: String, unit: String, cells: [String]
  ) throws {
    let column = try shown([(350_000, 1), (120_000, 1)], unit: yuan, title: title)
    #expect(column.unit == unit)
    #expect(column.cells + [column.total ?? ""] == cells)
  }

  @Test func `have as many decimals in every row`() throws {
    #expect(try shown([(1, 2), (352_345, 1)], unit: yuan).cells == ["0.5", "352,345.0"])
    #expect(try shown([(1, 2), (352_345, 1)], unit: yuan).unit == "元")
    #expect(try shown([(1, 8), (1, 4)], total: false).cells == ["0.125", "0.250"])
    #expect(try shown([(1, 2), (1, 1)], title: "占比（%）").cells == ["50", "100"])
    let english = try shown([(350_000, 1)], unit: yuan, notation: .english)
    #expect(english.cells == ["350,000"] && english.unit == "yuan")
  }
}
