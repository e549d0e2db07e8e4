import Export
import Foundation
import Phrases
import SalesMethod
import Testing

@Suite(.enabled(if: LibreOffice.isPresent, "needs libreoffice-calc-nogui"))
struct `The formula of a class` {
  private static let today = Day(number: 20_577)
  private static let end = Day(number: 20_604)

  private static let entries: [LetterEntry] = [
    .yes, .no, .unknown, .level(.high), .level(.middle), .level(.low), .score(thousandths: 1_000),
    .score(thousandths: 3_499), .score(thousandths: 3_500), .score(thousandths: 5_000),
  ]
  /// No date, overdue, today, the last day of A, the first of B, the last of B, the first of C.
  private static let days: [Int?] = [nil, -1, 0, 30, 31, 90, 91]

  /// Every three entries with each date, the class by the build's own rule.
  private func customers(_ rule: ManRule) -> [ClassifiedCustomer] {
    var made: [ClassifiedCustomer] = []
    for money in Self.entries {
      for authority in Self.entries {
        for need in Self.entries {
          let days = Self.days[made.count % Self.days.count]
          let date = days.map { Self.today.adding(days: $0) }
          let readings = LetterReadings(
            money: LetterReading(.money, entered: money, on: rule.scale),
            authority: LetterReading(.authority, entered: authority, on: rule.scale),
            need: LetterReading(.need, entered: need, on: rule.scale))
          let close = CloseReading(date, by: rule, asOf: Self.today, periodEnd: Self.end)
          made.append(
            ClassifiedCustomer(
              name: "客户\(made.count)", letters: [money, authority, need],
              customerClass: Classification(readings, close: close, rule: rule).customerClass,
              closeDate: date))
        }
      }
    }
    return made
  }

  /// The rows of the sheet after a spreadsheet has computed everything again.
  private func recalculated(
    _ customers: [ClassifiedCustomer], _ rule: ManRule, language: Language = .chinese
  ) throws -> [[String]] {
    let sheet = Sheet.classification(
      customers, rule: ClassRule(rule, asOf: Self.today, periodEnd: Self.end),
      SheetStyle(title: "c", language: language))
    return try withFolder { folder in
      let file = folder.appending(path: "book.xlsx")
      try Workbook(sheets: [sheet]).hollow.write(to: file.path)
      return try #require(try LibreOffice.recalculate(file)["c"])
    }
  }

  static let rules: [(Language, ManRule)] = [
    (.chinese, ManRule()), (.english, ManRule(near: .periodEnd, leastUnknown: .d)),
    (
      .chinese,
      ManRule(
        scheme: .letters(
          LetterTable(withoutNeed: .c, withoutMoney: .d, needOnly: .b, moneyOnly: .d, none: .c)))
    ), (.english, ManRule(scheme: .sum(SumBands(a: 700, b: 500, c: 250)))),
    (
      .chinese,
      ManRule(scale: LetterScale(-2, through: 5) ?? .oneToFive, scheme: .sum(SumBands()))
    ),
  ]

  @Test(arguments: rules) func `gives every customer the class of the build`(
    language: Language, rule: ManRule
  ) throws {
    let customers = customers(rule)
    let rows = try recalculated(customers, rule, language: language)
    #expect(customers.count == 1_000)
    for (customer, row) in zip(customers, rows.dropFirst(2)) {
      #expect(row[0] == customer.name && row[6].isEmpty)
      #expect(row[4] == customer.customerClass.rawValue, "\(customer)")
    }
    #expect(Set(customers.map(\.customerClass)).count == 4)
  }

  /// A class for each of 27 combinations of states, or of all scores of 1 to 2.
  private func ownRule(on scale: LetterScale?) throws -> ManRule {
    let states = RuleTable.states(on: scale).count
    let classes = (0..<states * states * states).map { CustomerClass.allCases[$0 * 7 % 4] }
    return ManRule(
      scheme: .rule(try #require(RuleTable("IF(M = 1, 2, 3)", on: scale, classes))),
      leastUnknown: .d)
  }

  @Test func `follows a company's own rule over the states of the letters`() throws {
    let rule = try ownRule(on: nil)
    let customers = customers(rule)
    let rows = try recalculated(customers, rule)
    for (customer, row) in zip(customers, rows.dropFirst(2)) {
      #expect(row[4] == customer.customerClass.rawValue && row[6].isEmpty, "\(customer)")
    }
  }

  @Test func `repeats the plan's classes where the company's own rule looks at scores`() throws {
    let rule = try ownRule(on: .oneToFive)
    let customers = Array(customers(rule).prefix(200))
    let rows = try recalculated(customers, rule)
    for (customer, row) in zip(customers, rows.dropFirst(2)) {
      let found = customer.customerClass.rawValue
      #expect(row[4] == found && row[6] == found, "\(customer)")
    }
    #expect(rows[9][11] == "IF(M = 1, 2, 3)" && rows[202][4] == "–")
  }

  @Test func `gives way to a class of one's own, as a flag needs, and is a dash in a spare row`()
    throws
  {
    let flagged = ClassifiedCustomer(
      name: "停业", letters: [.yes, .yes, .yes], customerClass: .d,
      closeDate: Self.today)
    let rows = try recalculated([flagged], ManRule())
    #expect(rows[2][4] == "D" && rows[2][6] == "D")
    #expect(rows[3][0].isEmpty && rows[3][4] == "–")
    #expect(rows[3][10] == "A" && rows[6][10] == "D" && rows[6][11] == "1")
  }
}
