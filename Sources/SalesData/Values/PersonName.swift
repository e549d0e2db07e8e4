/// The name of somebody as exports write it: alone, with a login or a department behind it, or as an address.
///
///     PersonName("张伟(zhangwei)").isSurely(PersonName("张伟"))  // true
package struct PersonName: Hashable, Sendable {
  /// The name alone, as names are matched.
  private let bare: String
  /// The name by which a program knows the person; nil where there is none.
  private var login: String?
  /// What else stands in brackets: a department.
  private var remark: String?

  /// Takes a name apart.
  package init(_ text: some StringProtocol) {
    var key = matchKey(text)
    // @王芳, as programs for chats write it.
    if key.first == "@" { key.removeFirst() }
    if key.contains("@"), !key.contains(" "), !key.contains("(") {
      let local = key.prefix { $0 != "@" }
      bare = Self.spaced(local)
      login = Self.plain(local)
      return
    }
    let brackets: [Character: Character] = [")": "(", ">": "<", "]": "["]
    guard let last = key.last, let sign = brackets[last], let open = key.lastIndex(of: sign),
      open != key.startIndex
    else {
      (bare, login) = Self.parted(key)
      return
    }
    bare = matchKey(key[..<open])
    let inside = key[key.index(after: open)...].dropLast()
    if inside.contains("@") {
      login = Self.plain(inside.prefix { $0 != "@" })
    } else if inside.utf8.allSatisfy({ $0 < 0x80 }) {
      login = Self.plain(inside)
    } else {
      remark = String(inside)
    }
  }

  /// Whether the two are one person beyond doubt: the same name with the same login or none, or the same
  /// login.
  package func isSurely(_ other: PersonName) -> Bool {
    if let login, let its = other.login { return login == its && !login.isEmpty }
    return bare == other.bare && remark == other.remark
  }

  /// Whether the two may be one person: the same name where one says no more, or an address made of it.
  package func mayBe(_ other: PersonName) -> Bool {
    if isSurely(other) { return true }
    if let login, let its = other.login, login != its { return false }
    if let remark, let its = other.remark, remark != its { return false }
    return bare == other.bare || isAddress(of: other) || other.isAddress(of: self)
  }

  /// Whether its login is made of the other's name: jane.doe, doe.jane.
  private func isAddress(of other: PersonName) -> Bool {
    guard let login, other.login == nil, login.count > 2 else { return false }
    let words = other.bare.split(separator: " ")
    return [words.joined(), words.reversed().joined()].contains(login)
  }

  /// A Chinese name and the login beside it: `张伟 zhangwei`.
  private static func parted(_ key: String) -> (String, String?) {
    let parts = key.split { " /-_".contains($0) }
    guard parts.count == 2 else { return (key, nil) }
    let isPlain = parts.map { $0.utf8.allSatisfy { $0 < 0x80 } }
    if isPlain == [false, true] { return (String(parts[0]), plain(parts[1])) }
    if isPlain == [true, false] { return (String(parts[1]), plain(parts[0])) }
    return (key, nil)
  }

  private static func spaced(_ text: Substring) -> String {
    text.split { "._-".contains($0) }.joined(separator: " ")
  }

  private static func plain(_ text: Substring) -> String {
    String(text.filter { !"._- ".contains($0) })
  }
}
