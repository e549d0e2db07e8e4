import SalesMethod

/// One file that a page becomes: a tree, a path, and the row it is written for.
struct PageInstance: Sendable {
  /// The row of a page that is written once for each, and its id as a file's name.
  struct Row: Sendable {
    /// What the row is.
    enum Subject: Sendable {
      case member(Member)
      case team(Team)
      case customer(Customer, owner: Member)
    }

    let subject: Subject
    let fileName: String
  }

  /// The tree it stands in.
  let tree: Tree
  /// The folder below the output folder that its own links start from: `participant`, `plans/zhang`.
  let folder: String
  /// The path below that folder.
  let path: String
  /// The row it is written for, if it is written for rows.
  let row: Row?

  /// The path below the output folder.
  var output: String { folder + "/" + path }

  /// The member whose plan the page shows, if there is one.
  var member: Member? {
    switch row?.subject {
    case .member(let member), .customer(_, owner: let member): member
    case .team, nil: nil
    }
  }

  /// The team the page is about, if there is one.
  var team: Team? {
    if case .team(let team) = row?.subject { team } else { nil }
  }
}

extension Outline.Entry {
  /// Who may see the page where its head does not say: a plan its owner, a team's page the team,
  /// all else everybody.
  var audiences: [Audience] {
    if let audiences = head.audiences { return audiences }
    switch head.each {
    case .member, .customer: return [.own]
    case .team: return [.team]
    case nil: return [.everybody]
    }
  }

  /// Whether the page stands in a tree.
  func stands(in tree: Tree) -> Bool {
    tree.admits(editions: head.editions, audiences: audiences)
  }

  /// The path of the page in its folder for a row: the head's `path` with the row put in, or the
  /// page's own path.
  ///
  /// In a folder that is not the row's own the page's own path gets the row's name; two rows that
  /// a head's `path` gives one file are a diagnostic of the site.
  func path(for row: PageInstance.Row, period: Period, isOwnFolder: Bool) -> String {
    guard let pattern = head.path else {
      guard !isOwnFolder else { return output }
      let stem = isIndex ? output.dropLast("index.html".count) : output.dropLast(5) + "/"
      return stem + row.fileName + ".html"
    }
    var path = pattern.replacing("{month}", with: period.fileName)
    path = path.replacing("{\(row.kind)}", with: row.fileName)
    return path.hasSuffix(".html") ? path : path + ".html"
  }
}

extension PageInstance.Row {
  /// The word that `path` uses for it.
  var kind: String {
    switch subject {
    case .member: "member"
    case .team: "team"
    case .customer: "customer"
    }
  }

  /// The row's value of a column that `where` may ask for; nil for a column it does not know.
  func value(of column: String) -> String? {
    switch (subject, column) {
    case (.member(let member), "member"): member.id
    case (.member(let member), "team"): member.team ?? ""
    case (.member(let member), "role"): member.role.rawValue
    case (.team(let team), "team"): team.id
    case (.team(let team), "parent"): team.parent ?? ""
    case (.customer(let customer, owner: _), "customer"): customer.id
    case (.customer(let customer, owner: _), "segment"): customer.segment ?? ""
    case (.customer(_, owner: let owner), "owner"): owner.id
    default: nil
    }
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

extension Period {
  /// The period as a part of a file's name: `2026-12`, `2026-q4`.
  var fileName: String { description.lowercased().replacing("..", with: "-") }
}
