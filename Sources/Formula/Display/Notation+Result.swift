import Phrases

extension Notation {
  /// What a name of a calculation gives, or what went wrong.
  package func shown(_ result: CalcResult) -> String {
    switch result.outcome {
    case .value(let value): shown(value, result.unit, result.style)
    case .failed(let failure): message(failure.fault)
    }
  }

  /// What stands where a value would, when it cannot be computed.
  package func message(_ fault: Fault) -> String {
    let message = fault.message.text(in: usesMyriads ? .chinese : .english)
    // Nobody did anything wrong where there are no data yet.
    return fault == .missing ? message : "⚠ " + message
  }
}
