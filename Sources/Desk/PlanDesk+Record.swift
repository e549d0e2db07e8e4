package import SalesMethod

extension PlanDesk {
  /// What plans of the last complete months said of a member, or of everybody, and what came, for whoever
  /// holds the tables; kept plans stand in for those they were made for.
  ///
  ///     try desk.record(of: "lin", months: 6).get().record.inside  // 5
  package func record(
    of member: String?, months: Int
  ) -> Result<PlanRecord, PlanProblem> {
    guard let own else { return .failure(.noData) }
    if let member, case .failure(let problem) = own.member(member) { return .failure(problem) }
    return planner(own, request.period).flatMap { planner in
      Result { () throws(MethodFailure) in
        try planner.record(
          of: member.map { [$0] } ?? own.memberIds, months: months, kept: saidBefore)
      }.mapError { PlanProblem($0, in: own) }
    }
  }

  /// A member's name; the id where there is none.
  ///
  ///     desk.name(of: "lin")  // "林"
  package func name(of member: String) -> String {
    let name = own?.index.members.first { $0.id == member }?.name ?? ""
    return name.isEmpty ? member : name
  }
}
