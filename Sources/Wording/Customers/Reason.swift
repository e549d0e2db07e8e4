package import Phrases
package import SalesMethod

/// Why a customer has its class, in one sentence that a trainer can check by hand.
package struct Reason: Hashable, Sendable, Worded {
  /// What it explains.
  package let classification: Classification

  package init(_ classification: Classification) { self.classification = classification }

  package func text(in language: Language) -> String {
    SpokenReason(classification, language).text
  }
}

extension Classification {
  /// Why the customer has this class.
  package var reason: Reason { Reason(self) }
}
