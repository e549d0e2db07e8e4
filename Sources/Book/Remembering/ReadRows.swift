import Desk
import Pages
import SalesMethod

/// What of the tables a file of a page was made of, beside what all plans rest on.
struct ReadRows: Hashable, Sendable {
  /// The members whose rows it was made of, in order, each once; nil where it is everybody's.
  let members: [String]?
  /// The digest of what their rows said; nil where nothing is remembered.
  let digest: SHA256Digest?

  /// No rows, of which nothing is known.
  static let none = ReadRows(members: [], digest: nil)

  /// Whether the same rows say the same by now.
  func isSame(in tables: TableDigests) -> Bool {
    digest != nil && tables.digest(of: members) == digest
  }
}

extension PagePlans {
  /// The rows that a file was made of, as the tables are.
  func rows(of instance: PageInstance, in tables: TableDigests?) -> ReadRows {
    guard let tables else { return .none }
    let members = members(of: instance).map { $0.sorted() }
    return ReadRows(members: members, digest: tables.digest(of: members))
  }

  /// The members whose rows it shows; nil where it shows everybody's, or may.
  private func members(of instance: PageInstance) -> Set<String>? {
    guard team == nil, teamRecord == nil else { return nil }
    var members: Set<String> = []
    for (source, plan) in plans where source.data == nil {
      guard case .success(let plan) = plan else { return nil }
      members.insert(plan.member.id)
    }
    for source in records.keys where source.data == nil {
      guard let member = source.member ?? instance.member else { return nil }
      members.insert(member)
    }
    if let member = instance.member { members.insert(member) }
    return members
  }
}
