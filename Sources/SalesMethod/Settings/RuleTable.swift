/// A company's own rule for the base class: a formula over M, A and N, worked out beforehand for every
/// state that the three letters can be in.
///
///     // rule: IF(M = "yes" and A = "yes" and N = "yes", "A", IF(N = "no", "D", "B"))
///     table.customerClass(readings, unknownAsYes: false, on: scale)  // .a
package struct RuleTable: Hashable, Sendable {
  /// What is known of one letter: its state and, where the rule looks at scores, the whole score at or
  /// below it.
  package struct State: Hashable, Sendable {
    package let state: LetterState
    /// Nil for an unknown letter, and where the rule does not look at scores.
    package let score: Int?

    package init(_ state: LetterState, score: Int? = nil) {
      self.state = state
      self.score = score
    }
  }

  /// The formula as it is written.
  package let text: String
  /// The scale whose scores it looks at; nil where it looks at states alone.
  package let scale: LetterScale?
  private let states: [State]
  private let classes: [CustomerClass]

  /// A table over every combination of `states(on: scale)`: M's change slowest, N's fastest; nil where
  /// the classes are not as many.
  package init?(_ text: String, on scale: LetterScale?, _ classes: [CustomerClass]) {
    states = Self.states(on: scale)
    guard classes.count == states.count * states.count * states.count else { return nil }
    self.text = text
    self.scale = scale
    self.classes = classes
  }

  /// The states of one letter, from what speaks least for a customer: a no, then a yes, each by its
  /// score; unknown stands first, apart.
  ///
  ///     RuleTable.states(on: nil)         // unknown, no, yes
  ///     RuleTable.states(on: .oneToFive)  // unknown, no 1, no 2, no 3, yes 3, yes 4, yes 5
  package static func states(on scale: LetterScale?) -> [State] {
    guard let scale else { return [State(.unknown), State(.no), State(.yes)] }
    var found = [State(.unknown)]
    for score in scale.lowest...scale.highest {
      // Words have a state of their own, and a score between two whole ones may reach the mark.
      let isWord = score == scale.lowest || score == scale.middle
      if isWord || !scale.isYes(thousandths: score * 1000) {
        found.append(State(.no, score: score))
      }
      let reaches = scale.isYes(thousandths: score * 1000 + (score < scale.highest ? 999 : 0))
      if score == scale.highest || reaches { found.append(State(.yes, score: score)) }
    }
    return found
  }

  /// The class of three letters, an unknown one as it is or as the best it can be.
  func customerClass(
    _ readings: LetterReadings, unknownAsYes: Bool, on scale: LetterScale
  ) -> CustomerClass {
    var position = 0
    for reading in readings.all {
      let state = state(of: reading, unknownAsYes, on: scale)
      position = position * states.count + (states.firstIndex(of: state) ?? 0)
    }
    return classes[position]
  }

  private func state(
    of reading: LetterReading, _ unknownAsYes: Bool, on scale: LetterScale
  ) -> State {
    guard reading.state != .unknown else {
      return unknownAsYes ? State(.yes, score: self.scale.map(\.highest)) : State(.unknown)
    }
    guard self.scale != nil else { return State(reading.state) }
    switch reading.source {
    case .entered(.score(let thousandths)):
      let (whole, rest) = thousandths.quotientAndRemainder(dividingBy: 1000)
      return State(reading.state, score: rest < 0 ? whole - 1 : whole)
    case .entered(.level(.middle)): return State(reading.state, score: scale.middle)
    default:
      return State(reading.state, score: reading.state == .yes ? scale.highest : scale.lowest)
    }
  }
}
