/// One folder of the output, filtered on its own for an edition and an audience.
package struct Tree: Hashable, Sendable {
  /// The folder's name: `participant`.
  package var name: String
  /// The edition; nil where every edition's text may stand (plans have none).
  package var edition: Edition?
  /// Who may see it.
  package var audience: Audience
  /// The group of the settings whose tree it is: it stands in a manager's place, with less to see.
  package var group: ReaderGroup?

  /// Makes a tree.
  package init(name: String, edition: Edition?, audience: Audience) {
    self.name = name
    self.edition = edition
    self.audience = audience
  }

  /// The tree of a group.
  package init(of group: ReaderGroup) {
    self.init(name: group.name, edition: nil, audience: .manager)
    self.group = group
  }

  /// The trees of a workspace whose settings name none: both editions of the course, a folder for
  /// each person's plans, one for each manager's people, and the teams' pages.
  package static let standard = [
    Tree(name: "participant", edition: .participant, audience: .everybody),
    Tree(name: "facilitator", edition: .facilitator, audience: .everybody),
    Tree(name: "plans", edition: nil, audience: .own),
    Tree(name: "managers", edition: nil, audience: .manager),
    Tree(name: "team", edition: nil, audience: .team),
  ]

  /// A tree of the answers, for what is cut out for a book's last chapter.
  package static let answers = Tree(name: "answers", edition: .key, audience: .everybody)

  /// Whether each person has a folder of their own in it.
  package var isPersonal: Bool { audience == .own }

  /// Whether its readers get the answers.
  package var showsAnswers: Bool { edition.map(Edition.withAnswers.contains) ?? false }

  /// Whether something meant for these editions and audiences may stand in this tree; an absent list
  /// leaves the question to the other.
  ///
  /// Without an edition of its own a tree takes what is for participants, never what is for the
  /// facilitator alone.
  package func admits(editions: [Edition]?, audiences: [Audience]?) -> Bool {
    if let editions, !editions.contains(edition ?? .participant) { return false }
    if let audiences, !audiences.contains(audience) { return false }
    return true
  }
}
