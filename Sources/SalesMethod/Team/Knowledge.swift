/// Whose numbers each reader knows before any sum is shown: everybody their own, and who manages others those of
/// all below, however far.
package struct Knowledge: Sendable {
  private let readers: [String: [String]]
  private let known: [String: Set<String>]

  /// What nobody knows anything of.
  package static let nothing = Knowledge([])

  /// What the members of a table know; whoever stands above themselves is followed once around.
  ///
  ///     // zhao manages qian, who manages sun
  ///     Knowledge(members).known(to: "zhao")  // ["zhao", "qian", "sun"]
  package init(_ members: [Member]) {
    let managers = Dictionary(
      members.map { ($0.id, $0.manager) }, uniquingKeysWith: { first, _ in first })
    var readers: [String: [String]] = [:]
    var known: [String: Set<String>] = [:]
    for member in members {
      var above = [member.id]
      while let manager = managers[above[above.count - 1]] ?? nil, managers[manager] != nil,
        !above.contains(manager)
      {
        above.append(manager)
      }
      readers[member.id] = above
      for reader in above { known[reader, default: []].insert(member.id) }
    }
    self.readers = readers
    self.known = known
  }

  /// Who knows a member's numbers, the member first.
  func readers(of member: String) -> [String] { readers[member] ?? [] }

  /// The members whose numbers a reader knows.
  func known(to reader: String) -> Set<String> { known[reader] ?? [] }
}
