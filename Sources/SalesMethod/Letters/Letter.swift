/// A letter of MAN.
package enum Letter: String, Hashable, Sendable, CaseIterable {
  /// M, purchasing power.
  case money = "M"
  /// A, the power to decide.
  case authority = "A"
  /// N, need.
  case need = "N"
}

/// What is known of a letter.
package enum LetterState: String, Hashable, Sendable, CaseIterable {
  case yes, no, unknown
}

/// Where the state of a letter comes from.
package enum LetterSource: Hashable, Sendable {
  /// What was entered for the customer.
  case entered(LetterEntry)
  /// The customer's contacts.
  case contacts
  /// Presumed from the order history.
  case presumed
  /// A receivable overdue for so many days.
  case overdue(days: Int)
  /// Nobody said anything.
  case none
}

/// A letter of a customer: its state and where that comes from.
package struct LetterReading: Hashable, Sendable {
  package let letter: Letter
  package let state: LetterState
  package let source: LetterSource

  package init(_ letter: Letter, _ state: LetterState, from source: LetterSource) {
    self.letter = letter
    self.state = state
    self.source = source
  }

  /// Reads what was entered; words count first, then the threshold of the scale.
  package init(_ letter: Letter, entered entry: LetterEntry, on scale: LetterScale) {
    let state: LetterState =
      switch entry {
      case .unknown: .unknown
      case .yes: .yes
      case .no: .no
      case .level(let level): level == .high ? .yes : .no
      case .score(let score): scale.isYes(thousandths: score) ? .yes : .no
      }
    self.init(letter, state, from: state == .unknown ? .none : .entered(entry))
  }
}

/// The three letters of a customer.
package struct LetterReadings: Hashable, Sendable {
  package var money: LetterReading
  package var authority: LetterReading
  package var need: LetterReading

  package init(money: LetterReading, authority: LetterReading, need: LetterReading) {
    self.money = money
    self.authority = authority
    self.need = need
  }

  /// M, A and N in this order.
  package var all: [LetterReading] { [money, authority, need] }

  /// The letters in a state, in order.
  package func letters(_ state: LetterState) -> [Letter] {
    all.filter { $0.state == state }.map(\.letter)
  }
}

extension LetterReading {
  /// How far up the scale the letter stands, in thousandths; an unknown stands where it is told to.
  func height(on scale: LetterScale, unknown: Int) -> Int {
    switch (state, source) {
    case (.unknown, _): unknown
    case (_, .entered(.score(let score))): scale.height(thousandths: score)
    case (_, .entered(.level(let level))): level.rawValue * 500
    case (.yes, _): 1000
    case (.no, _): 0
    }
  }
}
