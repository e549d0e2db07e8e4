/// What to do next with a customer.
package enum NextStep: Hashable, Sendable {
  /// All letters and a near date: agree the day, the price and the terms.
  case agreeClosing
  /// All letters, a date only on an open deal: confirm it with the customer.
  case confirmDate(Day)
  /// All letters, no date: ask for one.
  case askDate
  /// All letters, the date has passed: agree a new one.
  case renewDate
  /// All letters, the date is not near: find what would bring it forward.
  case bringDateForward
  /// Letters are unknown: ask; and for the date too, where without one they could not raise the class as far
  /// as they would.
  case ask([Letter], andDate: Bool = false)
  /// Everything but need.
  case developNeed
  /// Everything but the power to decide.
  case findDecisionMaker
  /// Everything but money.
  case arrangePayment
  /// One letter only.
  case keepInTouch
  /// No letter.
  case stopVisiting
  /// A flag forbids contact.
  case respect(Customer.Flag)

  /// The next step that a classification asks for, beside the date that an open deal is expected on.
  package init(for classification: Classification, dealDate: Day? = nil) {
    if let flag = classification.flags.first {
      self = .respect(flag)
      return
    }
    let unknown = classification.missing
    guard unknown.isEmpty else {
      self = .ask(unknown, andDate: classification.questions.contains(.date))
      return
    }
    let lacking = classification.readings.letters(.no)
    switch (lacking.count, lacking.first, classification.close) {
    case (0, _, .near): self = .agreeClosing
    case (0, _, .undated): self = dealDate.map(NextStep.confirmDate) ?? .askDate
    case (0, _, .overdue): self = dealDate.map(NextStep.confirmDate) ?? .renewDate
    case (0, _, _): self = .bringDateForward
    case (1, .need?, _): self = .developNeed
    case (1, .authority?, _): self = .findDecisionMaker
    case (1, _, _): self = .arrangePayment
    case (2, _, _): self = .keepInTouch
    default: self = .stopVisiting
    }
  }
}

/// What to ask where something is missing.
package enum Question: Hashable, Sendable {
  case letter(Letter)
  case date

  /// What a classification leaves to ask, the letters first; for the date only where that alone would hold
  /// the class below what the letters could make it.
  package static func open(in classification: Classification) -> [Question] {
    guard classification.customerClass != .d else { return [] }
    var questions = classification.missing.map(Question.letter)
    switch classification.close {
    case .undated, .overdue:
      if classification.potential < classification.close.cap { questions.append(.date) }
    case .near, .mid, .far: break
    }
    return questions
  }
}

extension Classification {
  /// What is left to ask.
  package var questions: [Question] { Question.open(in: self) }

  /// Whether the class could rise once the unknown letters are known.
  package var canRise: Bool { !missing.isEmpty && potential < customerClass }
}
