package import Pages

/// Who is reading, and so which records exist for them: the one gate between the tables and whatever is
/// made of them.
///
/// The records themselves stay inside this module; every way out of it asks a reader first. A rule for an
/// audience is written here and nowhere else.
///
///     Reader(of: Tree(name: "team", edition: nil, audience: .team)).refusal(of: .teams)  // nil
package struct Reader: Hashable, Sendable {
  /// What a reader may ask to see of the workspace's own data.
  package enum Matter: Hashable, Sendable {
    /// A member's plan, with the customers in it.
    case plan(of: Subject)
    /// A member's name; who works for somebody, by the person's own managers, may know the names of all
    /// above.
    case name(of: Subject, askedBy: Subject?)
    /// Somebody's numbers and customers, whosever they are.
    case numbers
    /// A customer's record.
    case customer
    /// A field of a member's customers as the tables have it, where the settings give it these forms.
    case field(CustomerField, of: Subject, FieldForms)
    /// Sums over teams, without any of their people.
    case teams
    /// The names and figures of these members.
    case people([Subject])
    /// Who takes part in the course: for whoever teaches it.
    case participants
    /// What became of every row of the tables of all these members.
    case importReport(of: [Subject])
  }

  /// The edition of the tree that is read; nil where every edition's text may stand.
  package let edition: Edition?
  /// Whom the tree is for.
  package let audience: Audience
  /// The member whose own folder is read, or the manager whose people's; nil for pages that several read.
  package let person: String?
  /// The group of the settings that reads; nil for all others.
  package let group: ReaderGroup?

  /// The reader of a tree, and in a tree of personal folders the person whose folder it is.
  package init(of tree: Tree, person: String? = nil) {
    edition = tree.edition
    audience = tree.audience
    group = tree.group
    let isDivided = tree.isPersonal || tree.audience == .manager
    self.person = isDivided && tree.group == nil ? person : nil
  }

  private init(edition: Edition?, audience: Audience, person: String?) {
    self.edition = edition
    self.audience = audience
    self.person = person
    group = nil
  }

  /// Whoever holds the tables themselves, and types a command over them.
  package static let holder = Reader(edition: nil, audience: .manager, person: nil)

  /// Why something may not be seen; nil where it may.
  package func refusal(of matter: Matter) -> PlanProblem? {
    switch matter {
    case .plan(let member):
      if let refusal = refusal(of: .numbers) { return refusal }
      return mayOpen(member) ? nil : .anotherPersonsPlan
    case .name(let member, let person):
      let refusal = refusal(of: .plan(of: member))
      let isAbove = person.map { $0.managers.contains(member.id) } ?? false
      return isAbove ? self.refusal(of: .numbers) : refusal
    case .numbers, .customer:
      return audience.maySeeCustomers ? nil : .notForAudience(audience, meantFor: .own)
    case .field(let field, let member, let forms):
      if let refusal = refusal(of: .plan(of: member)) { return refusal }
      return forms[field] == .full ? nil : .notForAudience(audience, meantFor: .own)
    case .participants:
      return edition == .facilitator || self == .holder
        ? nil : .notForAudience(audience, meantFor: .manager)
    case .teams:
      switch audience {
      case .own, .manager, .team: return nil
      case .everybody: return .notForAudience(audience, meantFor: .team)
      }
    case .people(let members), .importReport(let members):
      switch audience {
      case .own, .manager:
        return members.allSatisfy(mayOpen) ? nil : .notForAudience(audience, meantFor: .manager)
      case .team, .everybody: return .notForAudience(audience, meantFor: .manager)
      }
    }
  }

  /// Whether a member's plan is the person's own or, for a manager, that of somebody below.
  private func mayOpen(_ member: Subject) -> Bool {
    if let group { return group.teams.map { !member.teams.isDisjoint(with: $0) } ?? true }
    guard let person else { return audience == .manager }
    return person == member.id || (audience == .manager && member.managers.contains(person))
  }
}

/// A member of whom something is asked, with the managers above and the teams around at any depth.
package struct Subject: Hashable, Sendable {
  /// The member's id.
  package let id: String
  /// The ids of the manager, the manager's manager, and so on.
  package let managers: Set<String>
  /// The ids of the team, the team around it, and so on.
  package let teams: Set<String>

  /// Names a member.
  package init(_ id: String, managers: Set<String> = [], teams: Set<String> = []) {
    self.id = id
    self.managers = managers
    self.teams = teams
  }
}

extension PageInstance {
  /// Who reads this file.
  package var reader: Reader {
    Reader(of: tree, person: tree.audience == .manager ? manager : member)
  }
}
