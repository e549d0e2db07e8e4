/// How the classes of kept plans did, as it is used for each member: everybody's plans together where
/// that tells no single person's own, else the member's own plans.
package struct MeasuredChances: Hashable, Sendable {
  private let everybody: Calibration?
  private let own: [String: Calibration]

  /// The same for everybody.
  package init(_ everybody: Calibration) {
    self.everybody = everybody
    own = [:]
  }

  /// What came of the plans of each person.
  init(_ outcomes: [(person: String, outcome: ClassOutcome)]) {
    var contributors = Contributors()
    let persons = Dictionary(grouping: outcomes, by: \.person)
    for (number, person) in persons.keys.sorted().enumerated() {
      let customers = persons[person]?.reduce(0) { $0 + $1.outcome.customers.total } ?? 0
      contributors.add(customers, of: number)
    }
    everybody = contributors.mayBePooled ? Calibration(outcomes.map(\.outcome)) : nil
    own = persons.mapValues { Calibration($0.map(\.outcome)) }
  }

  /// Of each class those who bought; nil where nothing is known.
  ///
  ///     chances.calibration(of: "lin")?.measured(.a)  // 12 of 36
  package func calibration(of person: String) -> Calibration? { everybody ?? own[person] }
}
