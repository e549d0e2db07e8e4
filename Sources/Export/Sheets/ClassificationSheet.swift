import Phrases
package import SalesMethod

/// A customer on the classification table, in the words of the page.
package struct ClassifiedCustomer: Hashable, Sendable {
  /// What people call the customer.
  package var name: String
  /// Purchasing power, decision power and need: what counts of each.
  package var letters: [LetterEntry]
  /// The class.
  package var customerClass: CustomerClass
  /// The expected close; nil where nobody said.
  package var closeDate: Day?
  /// Why the class is that, as a sentence.
  package var reason: String
  /// What to do next, as a sentence.
  package var nextStep: String

  /// Describes a customer.
  package init(
    name: String, letters: [LetterEntry], customerClass: CustomerClass, closeDate: Day? = nil,
    reason: String = "", nextStep: String = ""
  ) {
    self.name = name
    self.letters = (0..<3).map { letters.indices.contains($0) ? letters[$0] : .unknown }
    self.customerClass = customerClass
    self.closeDate = closeDate
    self.reason = reason
    self.nextStep = nextStep
  }
}

extension LetterEntry {
  /// The entry as a cell: a score is a number, all else a word that the tables read.
  fileprivate func cell(_ style: SheetStyle) -> Cell {
    let word =
      switch self {
      case .score: ""
      case .unknown: style.language.say(zh: "未知", en: "unknown")
      case .yes: style.language.say(zh: "是", en: "yes")
      case .no: style.language.say(zh: "否", en: "no")
      case .level(.high): style.language.say(zh: "高", en: "high")
      case .level(.middle): style.language.say(zh: "中", en: "middle")
      case .level(.low): style.language.say(zh: "低", en: "low")
      }
    if case .score(let thousandths) = self {
      var style = CellStyle.number("General", fill: .input)
      style.isCentred = true
      return .number(Double(thousandths) / 1000, style)
    }
    return .text(word, .entry)
  }

  /// Whether it is a score.
  fileprivate var isScore: Bool { if case .score = self { true } else { false } }
}

extension Sheet {
  /// The classification table: what is known of each customer, the class and the next step.
  ///
  /// The class is a formula over the letters and the date, by the rule that stands beside the table;
  /// a class of one's own is entered next to it and goes first. Where the rule alone does not give
  /// the plan's class (a flag does), that one is entered so. Classes are shaded, and only what the
  /// method knows can be entered. `spare` rows stay empty for new customers. The counts of the
  /// classes follow the table.
  package static func classification(
    _ customers: [ClassifiedCustomer], rule: ClassRule, spare: Int = 10, _ style: SheetStyle
  ) -> Sheet {
    let headers = [
      Phrase(zh: "客户", en: "Customer"), Phrase(zh: "购买能力 M", en: "Money M"),
      Phrase(zh: "决策能力 A", en: "Authority A"),
      Phrase(zh: "需求度 N", en: "Need N"), Phrase(zh: "类别", en: "Class"),
      Phrase(zh: "预计成交", en: "Expected close"),
      Phrase(zh: "改定类别", en: "Own class"), Phrase(zh: "理由", en: "Reason"),
      Phrase(zh: "下一步", en: "Next step"),
    ].map { $0.text(in: style.language) }
    var sheet = Sheet(
      name: style.title, widths: [28, 10, 10, 10, 8, 13, 10, 42, 34, 3, 14, 12],
      rows: [[.text(style.heading, .title)], headers.map { .text($0, .header) }])
    let entries = customers.flatMap(\.letters).filter { $0 != .unknown }
    let scores = entries.count(where: \.isScore)
    let hasScoresOnly = scores > 0 && scores == entries.count
    let formula = ClassFormula(rule: rule, style: style)
    for customer in customers {
      let line = sheet.rows.count + 1
      sheet.rows.append(
        row(customer, formula: formula, line: line, hasScoresOnly: hasScoresOnly, style))
    }
    for _ in 0..<max(0, spare) {
      sheet.rows.append(spareRow(headers.count, formula.text(line: sheet.rows.count + 1)))
    }
    let rows = 2..<max(3, sheet.rows.count)
    let words = hasScoresOnly ? nil : scores > 0
    sheet.addClassRules(rows, letterRule(wordsWithScores: words, rule.man.scale, style), style)
    sheet.addClassCounts(rows, customers, style)
    sheet.addRule(formula, style)
    sheet.frozen = Address(row: 2, column: 1)
    sheet.headerRow = 1
    sheet.filter = Area(
      Address(row: 1, column: 0), Address(row: rows.upperBound - 1, column: headers.count - 1))
    sheet.isLandscape = true
    return sheet
  }

  private static func row(
    _ customer: ClassifiedCustomer, formula: ClassFormula, line: Int, hasScoresOnly: Bool,
    _ style: SheetStyle
  ) -> [Cell?] {
    var date = CellStyle.number("yyyy-mm-dd", fill: .input)
    date.isCentred = true
    let found = customer.customerClass
    let isByRule = formula.rule.customerClass(of: customer) == found
    return [.text(customer.name, .body)]
      + customer.letters.map {
        hasScoresOnly && $0 == .unknown ? Cell(.blank, .entry) : $0.cell(style)
      } + [
        Cell(.formula(formula.text(line: line), .text(found.rawValue)), classStyle),
        customer.closeDate.map { .number($0.serial, date) } ?? Cell(.blank, .entry),
        isByRule ? Cell(.blank, .entry) : .text(found.rawValue, .entry),
        .text(customer.reason, .body), .text(customer.nextStep, .body),
      ]
  }

  private static func spareRow(_ count: Int, _ formula: String) -> [Cell?] {
    (0..<count).map { column in
      column == 4
        ? Cell(.formula(formula, .text(ClassFormula.nobody)), classStyle)
        : Cell(.blank, 1...6 ~= column ? .entry : .body)
    }
  }

  private static let classStyle = CellStyle(isBold: true, hasBorder: true, isCentred: true)

  /// What may be entered for a letter: a score where only scores were (nil), else the words, and
  /// beside them the whole scores of the scale where both were.
  private static func letterRule(
    wordsWithScores: Bool?, _ scale: LetterScale, _ style: SheetStyle
  ) -> (rule: Validation.Rule, message: String) {
    let (low, high) = (scale.lowest, scale.highest)
    guard let hasScores = wordsWithScores else {
      return (
        .decimal(Double(low)...Double(high)),
        style.language.say(
          zh: "请填 \(low)–\(high) 的分数，未知留空", en: "Enter a score from \(low) to \(high), or nothing")
      )
    }
    let words = [
      Phrase(zh: "是", en: "yes"), Phrase(zh: "否", en: "no"), Phrase(zh: "未知", en: "unknown"),
      Phrase(zh: "高", en: "high"), Phrase(zh: "中", en: "middle"), Phrase(zh: "低", en: "low"),
    ].map { $0.text(in: style.language) }
    let whole = hasScores && high - low <= 20 ? (low...high).map(String.init) : []
    let list = (words + whole).joined(separator: style.language.say(zh: "、", en: ", "))
    return (.list(words + whole), style.language.say(zh: "请选：\(list)", en: "Choose: \(list)"))
  }

  private static let classes = ["A", "B", "C", "D"]

  private mutating func addClassRules(
    _ rows: Range<Int>, _ letters: (rule: Validation.Rule, message: String), _ style: SheetStyle
  ) {
    let scores = Area(
      Address(row: rows.lowerBound, column: 1), Address(row: rows.upperBound - 1, column: 3))
    validations.append(Validation(area: scores, rule: letters.rule, message: letters.message))
    validations.append(
      Validation(
        area: Area(column: 6, rows: rows), rule: .list(Self.classes),
        message: style.language.say(zh: "请选 A、B、C 或 D", en: "Choose A, B, C or D")))
    for (level, name) in Self.classes.enumerated() {
      highlights.append(
        Highlight(
          area: Area(column: 4, rows: rows), condition: "$E\(rows.lowerBound + 1)=\"\(name)\"",
          mark: .shade(level)))
    }
  }

  /// The column beside the table in which the counts and the rule stand.
  private static let side = 10

  private mutating func addClassCounts(
    _ rows: Range<Int>, _ customers: [ClassifiedCustomer], _ style: SheetStyle
  ) {
    put(
      .text(style.language.say(zh: "类别", en: "Class"), .header),
      at: Address(row: 2, column: Self.side))
    put(
      .text(style.language.say(zh: "家数", en: "Count"), .header),
      at: Address(row: 2, column: Self.side + 1))
    let area = Area(column: 4, rows: rows).fixed
    for (index, name) in Self.classes.enumerated() {
      let count = customers.count { $0.customerClass.rawValue == name }
      put(.text(name, .body), at: Address(row: 3 + index, column: Self.side))
      put(
        .formula("COUNTIF(\(area),\"\(name)\")", Double(count), .number("0")),
        at: Address(row: 3 + index, column: Self.side + 1))
    }
  }

  /// The rule of the classes, each part a cell that may be changed.
  private mutating func addRule(_ formula: ClassFormula, _ style: SheetStyle) {
    let first = 9
    let title = style.language.say(zh: "规则", en: "Rule")
    let hint = style.language.say(zh: "大写为有", en: "capital: has it")
    put(.text(title, .header), at: Address(row: first - 1, column: Self.side))
    put(.text(hint, .header), at: Address(row: first - 1, column: Self.side + 1))
    for (index, line) in formula.lines.enumerated() {
      let address = Address(row: first + index, column: Self.side + 1)
      put(.text(line.word, .body), at: Address(row: address.row, column: Self.side))
      put(line.cell, at: address)
      guard let name = line.name else { continue }
      let rows = address.row..<address.row + line.count
      names.append(DefinedName(name: name, area: Area(column: address.column, rows: rows)))
    }
  }
}
