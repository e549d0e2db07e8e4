package import SalesMethod

/// The row of a page that is written once for each: what its paths and its conditions need of it, and no
/// more.
///
/// The record itself stays at the desk.
package struct PageRow: Hashable, Sendable {
  /// The rows a page is written once for.
  package let kind: FrontMatter.Each
  /// The row's id.
  package let id: String
  /// The row's id as a file's name.
  package let fileName: String
  /// The member whose plan the page shows: the row itself, or the customer's owner; nil for a team.
  package let member: String?
  /// The name that the head of the page prints: the member's or the team's.
  package let name: String
  /// The columns that `where` may ask for, with what the row says there.
  package let columns: [Column]

  /// A column of a row that `where` may ask for.
  package struct Column: Hashable, Sendable {
    /// The column's name.
    package let name: String
    /// What the row says there; empty where it says nothing.
    package let value: String

    /// Pairs a name with a value.
    package init(_ name: String, _ value: String?) {
      self.name = name
      self.value = value ?? ""
    }
  }

  /// The row of a member.
  ///
  ///     PageRow(member, fileName: "zhang").value(of: "role")  // "sales"
  package init(_ member: Member, fileName: String) {
    self.init(
      .member, member.id, fileName, member: member.id, name: member.name,
      [
        Column("member", member.id), Column("team", member.team),
        Column("role", member.role.rawValue),
      ])
  }

  /// The row of a team.
  package init(_ team: Team, fileName: String) {
    self.init(
      .team, team.id, fileName, member: nil, name: team.name,
      [Column("team", team.id), Column("parent", team.parent)])
  }

  /// The row of a customer of a member.
  package init(_ customer: Customer, of owner: Member, fileName: String) {
    self.init(
      .customer, customer.id, fileName, member: owner.id, name: owner.name,
      [
        Column("customer", customer.id), Column("segment", customer.segment),
        Column("owner", owner.id),
      ])
  }

  private init(
    _ kind: FrontMatter.Each, _ id: String, _ fileName: String, member: String?, name: String,
    _ columns: [Column]
  ) {
    self.kind = kind
    self.id = id
    self.fileName = fileName
    self.member = member
    self.name = name
    self.columns = columns
  }

  /// The row's value of a column that `where` may ask for; nil for a column it does not know.
  package func value(of column: String) -> String? { columns.first { $0.name == column }?.value }

  /// Whether the row meets every condition of a page's head.
  package func meets(_ conditions: [FrontMatter.Condition]) -> Bool {
    conditions.allSatisfy { value(of: $0.column) == $0.value }
  }

  /// The words that `path` may hold between braces.
  static func pathWords(of each: FrontMatter.Each) -> [String] { [each.rawValue, "month"] }

  /// The columns that `where` may ask for.
  static func columns(of each: FrontMatter.Each) -> [String] {
    switch each {
    case .member: ["member", "team", "role"]
    case .team: ["team", "parent"]
    case .customer: ["customer", "segment", "owner"]
    }
  }
}
