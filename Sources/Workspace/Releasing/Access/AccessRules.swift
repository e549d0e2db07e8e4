import Book
import Pages

/// Which user of a web server gets which folder: what every server's configuration says in its own words.
///
/// A user's name is that of their row in the members' table. Nobody names a folder in an address: what is
/// below `/plans/` is the own folder of whoever asks, so that no address leads to another's.
struct AccessRules: Sendable {
  /// A tree, and whose folder of it is whose.
  struct Tree: Sendable {
    let name: String
    /// Where it stands among the trees, from 1 on.
    let number: Int
    /// Each user's folder, below what is published; nil where everybody who has logged in gets the tree.
    let folders: [(user: String, path: String)]?
  }

  /// The folder that is published to, by its absolute path.
  let root: String
  let trees: [Tree]
  /// The members who are users, each once: everybody in the company.
  let users: [String]
  /// All users: the members, and the readers of groups who are none.
  let everybody: [String]
  /// The ids that are no names of users, and so get no access.
  let unnamed: [String]

  /// Users whose names differ by capitals alone: servers, and services that log users in, take them for one.
  let alike: [[String]]
  /// The tree that each user is led to first, beside those who have what everybody has.
  let doors: [(user: String, tree: String)]
  /// The tree that everybody else is led to; nil where each is closed to somebody.
  let openDoor: String?

  /// A folder that nobody has: what those get to whom a tree is closed.
  static let nowhere = ".none"

  /// Finds the rules for the folders of a built site, published to `root`.
  init(_ folders: [ReadersFolder], in root: String) {
    var seen: Set<String> = []
    let members = folders.compactMap(\.holder).filter { seen.insert($0).inserted }
    let grouped = folders.flatMap { $0.group ?? [] }.filter {
      seen.insert($0).inserted
    }
    let byTree = Dictionary(grouping: folders, by: \.tree)
    seen = []
    let names = folders.map(\.tree).filter { seen.insert($0).inserted }
    let users = members.filter(Self.isUserName)
    self.root = root
    self.users = users
    alike = Dictionary(grouping: members + grouped) { $0.lowercased() }.values
      .filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    unnamed = (members + grouped).filter { !Self.isUserName($0) }
    everybody = users + grouped.filter(Self.isUserName)
    trees = names.enumerated().map { number, name in
      let own = byTree[name] ?? []
      let isDivided = own.contains { $0.holder != nil || $0.group != nil }
      let isForAll = !isDivided && own.allSatisfy { $0.audience == .everybody }
      let divided = own.flatMap { folder in
        (folder.holder.map { [$0] } ?? folder.group ?? []).map {
          (user: $0, path: folder.path)
        }
      }
      return Tree(
        name: name, number: number + 1,
        folders: isForAll
          ? nil
          : isDivided
            ? divided.filter { Self.isUserName($0.user) } : users.map { (user: $0, path: name) })
    }
    openDoor = trees.first { $0.folders == nil }?.name
    seen = []
    doors = trees.flatMap { tree in (tree.folders ?? []).map { (user: $0.user, tree: tree.name) } }
      .filter { seen.insert($0.user).inserted }
  }

  /// Whether an id can be a user's name as it is: nothing that a server would read as a pattern or a
  /// variable.
  static func isUserName(_ id: String) -> Bool {
    guard let first = id.utf8.first, first != UInt8(ascii: "-"), first != UInt8(ascii: ".") else {
      return false
    }
    return id.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x40, 0x5F: true
      default: byte >= 0x80
      }
    }
  }
}
