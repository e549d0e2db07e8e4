package import SalesMethod

extension PlanDesk {
  /// Who takes part in the course, in the order of the list, for whoever teaches it; nobody for any other reader.
  ///
  ///     desk.participants(for: facilitator).map(\.name)  // ["示例·甲", "示例·乙"]
  package func participants(for reader: Reader) -> [Participant] {
    guard reader.refusal(of: .participants) == nil else { return [] }
    return own?.index.records.participants ?? []
  }

  /// Whether there is a list of those who take part.
  package var hasParticipants: Bool { !(own?.index.records.participants ?? []).isEmpty }
}
