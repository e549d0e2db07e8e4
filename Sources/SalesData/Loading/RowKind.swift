import Phrases

/// What a cell may refer to by an id or a name.
enum RowKind: String, Worded {
  case customer
  case member
  case team
  case goal
  case product
  case memberOrTeam = "member-or-team"

  /// The table of such rows; nil where there is more than one.
  ///
  ///     RowKind.customer.table  // .customers
  var table: TableName? {
    switch self {
    case .customer: .customers
    case .member: .team
    case .team: .teams
    case .goal: .goals
    case .product: .products
    case .memberOrTeam: nil
    }
  }

  /// What it is called in a message.
  ///
  ///     RowKind.memberOrTeam.text(in: .english)  // "member or team"
  func text(in language: Language) -> String {
    let words: Phrase =
      switch self {
      case .customer: Phrase(zh: "客户", en: "customer")
      case .member: Phrase(zh: "成员", en: "member")
      case .team: Phrase(zh: "团队", en: "team")
      case .goal: Phrase(zh: "目标", en: "goal")
      case .product: Phrase(zh: "产品", en: "product")
      case .memberOrTeam: Phrase(zh: "成员或团队", en: "member or team")
      }
    return words.text(in: language)
  }
}
