/// The numbers typed by hand, by whom they are for, the last of several: each member looks for its own,
/// its team's and everybody's.
struct GivenIndex: Sendable {
  private struct Step: Hashable {
    let owner: String?
    let from: String
    let to: String
  }

  private var rates: [Step: GivenRate] = [:]
  private var factors: [String?: GivenFactors] = [:]

  init(_ records: SalesRecords) {
    for rate in records.givenRates {
      rates[Step(owner: rate.owner, from: rate.from, to: rate.to)] = rate
    }
    for given in records.givenFactors { factors[given.owner] = given }
  }

  /// The rate of a step for a member: its own, else its team's, else everybody's.
  func rate(from: String, to: String, for member: Member) -> GivenRate? {
    first(for: member) { rates[Step(owner: $0, from: from, to: to)] }
  }

  /// Deal size and repeats for a member: its own, else its team's, else everybody's.
  func factors(for member: Member) -> GivenFactors? { first(for: member) { factors[$0] } }

  private func first<Given>(for member: Member, _ given: (String?) -> Given?) -> Given? {
    given(member.id) ?? member.team.flatMap(given) ?? given(nil)
  }
}
