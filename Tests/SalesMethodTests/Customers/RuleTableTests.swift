import SalesMethod
import Testing

@Suite struct `A table worked out from a rule` {
  private func described(_ scale: LetterScale?) -> [String] {
    RuleTable.states(on: scale).map { state in
      state.state.rawValue + (state.score.map { " \($0)" } ?? "")
    }
  }

  @Test func `has a state for each score on either side of the mark, and for words`() throws {
    #expect(described(nil) == ["unknown", "no", "yes"])
    // 3.5 is a yes whose whole score is 3.
    #expect(
      described(.oneToFive) == ["unknown", "no 1", "no 2", "no 3", "yes 3", "yes 4", "yes 5"])
    let half = try #require(LetterScale(0, through: 3, thresholdThousandths: 334))
    #expect(described(half) == ["unknown", "no 0", "no 1", "yes 1", "yes 2", "yes 3"])
    let low = try #require(LetterScale(1, through: 5, thresholdThousandths: 0))
    #expect(
      described(low)
        == ["unknown", "no 1", "yes 1", "yes 2", "no 3", "yes 3", "yes 4", "yes 5"])
  }

  @Test func `has as many classes as combinations`() {
    #expect(RuleTable("", on: nil, Array(repeating: .a, count: 27)) != nil)
    #expect(RuleTable("", on: nil, Array(repeating: .a, count: 26)) == nil)
  }

  /// Every reading that people can enter has its place in the table.
  @Test func `knows every score and every word`() throws {
    let scale = LetterScale.oneToFive
    let states = RuleTable.states(on: scale)
    let classes = states.flatMap { m in
      states.flatMap { _ in
        states.map { _ in
          m.state == .unknown ? CustomerClass.c : (m.score ?? 0) >= 3 ? .a : .d
        }
      }
    }
    let rule = ManRule(scheme: .rule(try #require(RuleTable("", on: scale, classes))))
    let day = Day(number: 20_000)
    func base(_ entry: LetterEntry) -> CustomerClass {
      let money = LetterReading(.money, entered: entry, on: scale)
      let other = LetterReading(.need, entered: .no, on: scale)
      return Classification(
        LetterReadings(money: money, authority: other, need: other),
        close: CloseReading(nil, by: rule, asOf: day, periodEnd: day), rule: rule
      ).base
    }
    for thousandths in stride(from: 1000, through: 5000, by: 1) {
      #expect(base(.score(thousandths: thousandths)) == (thousandths >= 3000 ? .a : .d))
    }
    #expect(base(.yes) == .a && base(.no) == .d && base(.unknown) == .c)
    #expect(base(.level(.high)) == .a && base(.level(.middle)) == .a && base(.level(.low)) == .d)
  }
}
