/// A customer on the classification table, in the words of the page.
package struct ClassifiedCustomer: Hashable, Sendable {
  package var name: String
  /// Purchasing power, decision power and need as they were entered: 是, 未知, 4.
  package var purchasingPower: String
  package var decisionPower: String
  package var need: String
  /// `A`, `B`, `C` or `D`.
  package var customerClass: String
  package var closeDate: String
  package var nextStep: String

  package init(
    name: String, purchasingPower: String, decisionPower: String, need: String,
    customerClass: String, closeDate: String = "", nextStep: String = ""
  ) {
    self.name = name
    self.purchasingPower = purchasingPower
    self.decisionPower = decisionPower
    self.need = need
    self.customerClass = customerClass
    self.closeDate = closeDate
    self.nextStep = nextStep
  }
}

/// What may be entered for a letter of MAN.
package enum LetterChoice: Hashable, Sendable {
  case words([String])
  case score(ClosedRange<Int>)
}

extension Sheet {
  /// The classification table: what is known of each customer, the class and the next step.
  ///
  /// Classes are shaded, and only what the method knows can be entered. `spare` rows stay empty for
  /// new customers. The counts of the classes stand beside the table and follow it.
  package static func classification(
    _ customers: [ClassifiedCustomer], letters: LetterChoice, spare: Int = 10, _ style: SheetStyle
  ) -> Sheet {
    let headers = [
      ("客户", "Customer"), ("购买能力 M", "Money M"), ("决策能力 A", "Authority A"),
      ("需求度 N", "Need N"), ("类别", "Class"), ("预计成交", "Expected close"), ("下一步", "Next step"),
    ].map(style.word)
    var sheet = Sheet(
      name: style.title, widths: [24, 12, 12, 12, 8, 14, 40, 3, 8, 8],
      rows: [[.text(style.title, .title)], headers.map { .text($0, .header) }])
    sheet.rows += customers.map(row)
    let blank: [Cell?] = Array(repeating: Cell(.blank, .body), count: headers.count)
    sheet.rows += Array(repeating: blank, count: max(0, spare))
    let rows = 2..<max(3, sheet.rows.count)
    sheet.addClassRules(rows, letters, style)
    sheet.addClassCounts(rows, customers, style)
    sheet.frozen = Address(row: 2, column: 1)
    sheet.headerRow = 1
    sheet.isLandscape = true
    return sheet
  }

  private static func row(_ customer: ClassifiedCustomer) -> [Cell?] {
    [
      customer.name, customer.purchasingPower, customer.decisionPower, customer.need,
      customer.customerClass, customer.closeDate, customer.nextStep,
    ].enumerated().map { column, text in
      // A score is a number, so that the rule of its column accepts it.
      if 1...3 ~= column, let score = Double(text) { return .number(score, .number("0.##")) }
      return .text(text, .body)
    }
  }

  private static let classes = ["A", "B", "C", "D"]

  private mutating func addClassRules(
    _ rows: Range<Int>, _ letters: LetterChoice, _ style: SheetStyle
  ) {
    let scores = Area(
      Address(row: rows.lowerBound, column: 1), Address(row: rows.upperBound - 1, column: 3))
    switch letters {
    case .words(let words):
      let list = words.joined(separator: style.word("、", ", "))
      validations.append(
        Validation(
          area: scores, rule: .list(words), message: style.word("请选：\(list)", "Choose: \(list)")))
    case .score(let range):
      let (low, high) = (range.lowerBound, range.upperBound)
      validations.append(
        Validation(
          area: scores, rule: .decimal(Double(low)...Double(high)),
          message: style.word("请填 \(low)–\(high) 的分数", "Enter a score from \(low) to \(high)")))
    }
    validations.append(
      Validation(
        area: Area(column: 4, rows: rows), rule: .list(Self.classes),
        message: style.word("请选 A、B、C 或 D", "Choose A, B, C or D")))
    for (level, name) in Self.classes.enumerated() {
      highlights.append(
        Highlight(
          area: Area(column: 4, rows: rows), condition: "$E\(rows.lowerBound + 1)=\"\(name)\"",
          mark: .shade(level)))
    }
  }

  private mutating func addClassCounts(
    _ rows: Range<Int>, _ customers: [ClassifiedCustomer], _ style: SheetStyle
  ) {
    put(.text(style.word("类别", "Class"), .header), at: Address(row: 1, column: 8))
    put(.text(style.word("家数", "Count"), .header), at: Address(row: 1, column: 9))
    let area = Area(column: 4, rows: rows).fixed
    for (index, name) in Self.classes.enumerated() {
      let count = customers.count { $0.customerClass == name }
      put(.text(name, .body), at: Address(row: 2 + index, column: 8))
      put(
        .formula("COUNTIF(\(area),\"\(name)\")", Double(count), .number("0")),
        at: Address(row: 2 + index, column: 9))
    }
  }
}
