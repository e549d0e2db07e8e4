package import Phrases

/// Why a customer has its class, in one sentence that a trainer can check by hand.
package struct Reason: Hashable, Sendable, Worded {
  /// What it explains.
  package let classification: Classification

  package init(_ classification: Classification) { self.classification = classification }

  package func text(in language: Language) -> String {
    language == .chinese ? ChineseReason(classification).text : EnglishReason(classification).text
  }
}

extension Classification {
  /// Why the customer has this class.
  package var reason: Reason { Reason(self) }
  /// What to do next.
  package var nextStep: NextStep { NextStep(for: self) }
  /// What is left to ask.
  package var questions: [Question] { Question.open(in: self) }

  /// Whether the class could rise once the unknown letters are known.
  package var canRise: Bool { !missing.isEmpty && potential < customerClass }
}
