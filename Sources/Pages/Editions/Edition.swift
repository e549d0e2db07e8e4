/// For whom a copy of the course is: what is not for an edition is removed before anything is
/// rendered.
package enum Edition: String, Hashable, Sendable, CaseIterable {
  /// What the people on the course get.
  case participant
  /// Everything, answers and notes for the trainer included.
  case facilitator
  /// To take home: no space to write.
  case handout
  /// To show on a wall.
  case slides
  /// The answers alone, for those who have done the work.
  case key

  /// The editions with room to write in.
  package static let withRoom: [Edition] = [.participant, .facilitator]

  /// The editions that answers stand in.
  package static let withAnswers: [Edition] = [.facilitator, .key]
}

/// Who may see a tree, from the person alone to everybody.
package enum Audience: String, Hashable, Sendable, CaseIterable {
  /// The person whose plan it is, and whoever they show it to.
  case own = "self"
  /// A manager: the people below, at any depth.
  case manager
  /// Everybody in the company: sums and counts of three people or more, nobody's name, no customer's.
  case team
  /// Everybody who is handed the course.
  case everybody = "public"

  /// Whether customers may be named to this audience.
  package var maySeeCustomers: Bool {
    switch self {
    case .own, .manager: true
    case .team, .everybody: false
    }
  }
}
