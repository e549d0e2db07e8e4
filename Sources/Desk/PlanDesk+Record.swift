package import Pages
package import SalesMethod

extension PlanDesk {
  /// So many complete months a page looks back at.
  package static let recordedMonths = 6

  /// What plans of the last complete months said of a member, or of everybody, and what came; kept plans
  /// stand in for those they were made for.
  ///
  ///     try desk.record(of: "lin", months: 6, for: .holder).get().inside  // 5
  package func record(
    of member: String?, months: Int, for reader: Reader
  ) -> Result<PlanRecord, PlanProblem> {
    guard let own else { return .failure(.noData) }
    if let member, case .failure(let problem) = own.member(member) { return .failure(problem) }
    let asked = member.map { [$0] } ?? own.memberIds
    if let refusal = reader.refusal(of: .people(asked.map(subject))) { return .failure(refusal) }
    return planner(own, request.period).flatMap { planner in
      Result { () throws(MethodFailure) in
        try planner.record(
          of: asked, in: planner.pastMonths(months), kept: saidBefore)
      }.mapError { PlanProblem($0, in: own) }
    }
  }

  /// The same for a view of a page: of the member whose plan it shows, as far as its reader may see it.
  package func record(
    _ source: ViewSource, of member: String?, on head: FrontMatter, for reader: Reader
  ) -> Result<PlanRecord, PlanProblem> {
    if let name = source.data {
      guard let example = example(name) else {
        return .failure(.unknownExample(name, known: examples.compactMap(\.name)))
      }
      let period = source.period ?? example.firstGoalPeriod ?? request.period
      return example.member(source.member).flatMap { member in
        planner(example, period).flatMap { planner in
          Result { () throws(MethodFailure) in
            try planner.record(of: [member], in: planner.pastMonths(Self.recordedMonths))
          }.mapError { PlanProblem($0, in: example) }
        }
      }
    }
    guard let own else { return .failure(.noData) }
    if let refusal = reader.refusal(of: .numbers) { return .failure(refusal) }
    return own.member(source.member ?? member).flatMap { member in
      if let refusal = reader.refusal(of: .plan(of: subject(member))) { return .failure(refusal) }
      return record(of: [member], in: own)
    }
  }

  /// The same for a page about a team, or about all.
  package func record(
    ofTeam team: String?, for reader: Reader
  ) -> Result<PlanRecord, PlanProblem> {
    guard let own else { return .failure(.noData) }
    let members = team.map { own.index.members(ofTeam: $0) } ?? own.index.members
    if let refusal = reader.refusal(of: .people(members.map { subject($0.id) })) {
      return .failure(refusal)
    }
    return record(of: members.map(\.id), in: own)
  }

  func record(of members: [String], in own: Dataset) -> Result<PlanRecord, PlanProblem> {
    planner(own, request.period).flatMap { planner in
      Result { () throws(MethodFailure) in
        var records: [PlanRecord] = []
        for member in members {
          records.append(
            try past.record(of: member) { () throws(MethodFailure) in
              try planner.record(
                of: [member],
                in: past.months { () throws(MethodFailure) in
                  try planner.pastMonths(Self.recordedMonths)
                }, kept: saidBefore)
            })
        }
        return PlanRecord(together: records)
      }.mapError { PlanProblem($0, in: own) }
    }
  }

  /// A member's name as far as a reader may know it; the id where there is none.
  ///
  ///     desk.name(of: "lin", for: .holder)  // "林"
  package func name(of member: String, for reader: Reader) -> String {
    let name = mayName(member, reader) ? own?.index.member(member)?.name ?? "" : ""
    return name.isEmpty ? member : name
  }

  /// Whether a reader may know somebody's name.
  func mayName(_ member: String, _ reader: Reader) -> Bool {
    reader.refusal(of: .name(of: subject(member), askedBy: reader.person.map(subject))) == nil
  }
}
