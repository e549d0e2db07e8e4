import Testing

@testable import SalesMethod

@Suite struct `A customer’s class` {
  struct Row: Sendable, CustomTestStringConvertible {
    let letters: [LetterState]
    let base: CustomerClass
    let potential: CustomerClass
    let classes: [CustomerClass]

    init?(_ line: Substring) {
      let parts = line.split(separator: " ")
      guard parts.count == 4, let base = CustomerClass(rawValue: String(parts[1])),
        let potential = CustomerClass(rawValue: String(parts[2]))
      else { return nil }
      letters = parts[0].map { $0 == "+" ? .yes : $0 == "-" ? .no : .unknown }
      (self.base, self.potential) = (base, potential)
      classes = parts[3].compactMap { CustomerClass(rawValue: String($0)) }
    }

    var testDescription: String { letters.map(\.rawValue).joined(separator: " ") }
  }

  static let rows = truthTable.split(separator: "\n").compactMap { Row($0) }
  static let today = day("2026-05-01")
  static let dates: [Day?] = [
    today.adding(days: 10), today.adding(days: 60), today.adding(days: 120), nil,
    today.adding(days: -1),
  ]

  @Test func `the table has every state once`() {
    #expect(Self.rows.count == 27)
    #expect(Set(Self.rows.map(\.letters)).count == 27)
    #expect(Self.rows.flatMap(\.classes).count == 135)
  }

  @Test(arguments: rows) func `follows the truth table`(row: Row) {
    for (date, expected) in zip(Self.dates, row.classes) {
      let result = classified(row.letters, on: date)
      #expect(result.customerClass == expected)
      #expect(result.base == row.base)
      #expect(result.potential == row.potential)
    }
  }

  @Test func `never gets worse when a letter gets better, and is symmetric in the letters`() {
    let order: [LetterState] = [.no, .unknown, .yes]
    for row in Self.rows {
      for date in Self.dates {
        let result = classified(row.letters, on: date).customerClass
        for position in 0..<3 {
          let height = order.firstIndex(of: row.letters[position]) ?? 0
          guard height < 2 else { continue }
          var better = row.letters
          better[position] = order[height + 1]
          #expect(classified(better, on: date).customerClass <= result)
        }
        let turned = [row.letters[1], row.letters[2], row.letters[0]]
        #expect(classified(turned, on: date).customerClass == result)
      }
    }
  }

  @Test(arguments: [
    (0, CustomerClass.a), (30, .a), (31, .b), (90, .b), (91, .c), (-1, .b), (-400, .b),
  ])
  func `of a complete MAN follows the days to the close`(days: Int, expected: CustomerClass) {
    let result = classified([.yes, .yes, .yes], on: Self.today.adding(days: days))
    #expect(result.customerClass == expected)
  }

  @Test func `is A to the end of the period where the horizon says so`() {
    let rule = ManRule(near: .periodEnd)
    let end = day("2026-05-31")
    for (date, expected) in [("2026-05-31", CustomerClass.a), ("2026-06-01", .b)] {
      let close = CloseReading(day(date), by: rule, asOf: Self.today, periodEnd: end)
      #expect(
        Classification(readings([.yes, .yes, .yes]), close: close, rule: rule).customerClass
          == expected)
    }
  }

  @Test(arguments: Customer.Flag.allCases) func `is D under any flag`(flag: Customer.Flag) {
    let result = Classification(
      readings([.yes, .yes, .yes]), close: .near(Self.today, days: 0), flags: [flag],
      rule: ManRule())
    #expect(result.customerClass == .d)
    #expect(NextStep(for: result) == .respect(flag))
    #expect(result.questions.isEmpty)
  }

  @Test func `asks for a date only where that alone would hold the class down`() {
    let past = Self.today.adding(days: -1)
    // What could be an A stays a B without a date, whatever the letters turn out to be.
    for date in [nil, past] {
      #expect(
        classified([.yes, .yes, .unknown], on: date).questions == [.letter(.need), .date])
      #expect(classified([.yes, .yes, .yes], on: date).questions == [.date])
      #expect(classified([.yes, .yes, .no], on: date).questions.isEmpty)
      #expect(classified([.no, .no, .unknown], on: date).questions == [.letter(.need)])
    }
    let near = Self.today.adding(days: 10)
    #expect(classified([.yes, .yes, .unknown], on: near).questions == [.letter(.need)])
  }

  @Test func `puts MaN and single letters into C in the variant of five tiers`() {
    let rule = ManRule(scheme: .letters(LetterTable(withoutAuthority: .c)))
    let expected: [([LetterState], CustomerClass)] = [
      ([.yes, .yes, .yes], .a), ([.no, .yes, .yes], .b), ([.yes, .yes, .no], .b),
      ([.yes, .no, .yes], .c), ([.yes, .no, .no], .c), ([.no, .no, .yes], .c),
      ([.no, .yes, .no], .c), ([.no, .no, .no], .d),
    ]
    for (letters, base) in expected {
      #expect(Classification(readings(letters), close: .undated, rule: rule).base == base)
    }
  }

  @Test func `by the sum lets a high score make up for a missing need`() {
    let rule = ManRule(
      scale: LetterScale(0, through: 4) ?? .oneToFive, scheme: .sum(SumBands()))
    func base(_ scores: [Int]) -> CustomerClass {
      let all = zip(Letter.allCases, scores).map {
        LetterReading($0, entered: .score(thousandths: $1 * 1000), on: rule.scale)
      }
      return Classification(
        LetterReadings(money: all[0], authority: all[1], need: all[2]), close: .undated, rule: rule
      ).base
    }
    #expect(base([4, 4, 0]) == base([3, 3, 2]))
    #expect(base([4, 4, 2]) == .a)
    #expect(base([1, 1, 1]) == .c)
    #expect(base([1, 1, 0]) == .d)
  }

  func classified(_ letters: [LetterState], on date: Day?) -> Classification {
    let close = CloseReading(
      date, by: ManRule(), asOf: Self.today, periodEnd: day("2026-05-31"))
    return Classification(readings(letters), close: close, rule: ManRule())
  }
}

/// Letters entered as words.
func readings(_ states: [LetterState]) -> LetterReadings {
  let all = zip(Letter.allCases, states).map { letter, state in
    let entry: LetterEntry = state == .yes ? .yes : state == .no ? .no : .unknown
    return LetterReading(letter, entered: entry, on: .oneToFive)
  }
  return LetterReadings(money: all[0], authority: all[1], need: all[2])
}
