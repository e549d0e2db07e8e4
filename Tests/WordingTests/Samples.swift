import SalesMethod

/// The day written as `2026-05-06`; the first day of all where the test wrote none.
func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

/// The letters of a customer in given states, entered as words.
func readings(_ states: [LetterState]) -> LetterReadings {
  let all = zip(Letter.allCases, states).map { letter, state in
    let entry: LetterEntry = state == .yes ? .yes : state == .no ? .no : .unknown
    return LetterReading(letter, entered: entry, on: .oneToFive)
  }
  return LetterReadings(money: all[0], authority: all[1], need: all[2])
}
