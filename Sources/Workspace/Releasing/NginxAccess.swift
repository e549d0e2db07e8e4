import Book
import Pages

/// The configuration of nginx by which each user who has logged in gets the trees that are theirs.
///
/// A user's name is that of their row in the members' table. Nobody names a folder in an address: what is
/// below `/plans/` is the own folder of whoever asks, so that no address leads to another's.
struct NginxAccess: Hashable, Sendable {
  /// What stands in the `http` block.
  let maps: String
  /// What stands in the `server` block.
  let site: String
  /// The members' ids that are no names of users, and so get no access.
  let unnamed: [String]

  /// Writes the configuration for the folder that is published to, by its absolute path.
  init(_ folders: [ReadersFolder], in root: String) {
    let trees = Self.trees(of: folders)
    let members = Self.members(of: folders)
    unnamed = members.filter { !Self.isUserName($0) }
    let users = members.filter(Self.isUserName)
    var maps = Self.head
    // As many names as there may be, whatever the standard sizes are.
    if users.count > 500 { maps += "map_hash_max_size 65536;\nmap_hash_bucket_size 256;\n" }
    for tree in trees where tree.needsMap {
      maps += "\nmap $remote_user $\(tree.variable) {\n  default \".none\";\n"
      let lines: [(String, String)] =
        tree.isDivided
        ? tree.folders.compactMap { folder in
          folder.holder.map { ($0, String(folder.path.dropFirst(tree.name.utf8.count + 1))) }
        } : users.map { ($0, "") }
      for (user, folder) in lines where Self.isUserName(user) {
        maps += "  \"\(user)\" \"\(tree.name)\(folder.isEmpty ? "" : "/" + folder)\";\n"
      }
      maps += "}\n"
    }
    self.maps = maps
    site = Self.site(trees, root)
  }

  private static let head = """
    # 由 salesbook publish --access nginx 生成，每次发布时重写；放进 http 块：include 这个文件;
    # Written by salesbook publish --access nginx, and again each time. In the http block: include this file;

    """

  private static func site(_ trees: [AccessTree], _ root: String) -> String {
    var text = """
      # 由 salesbook publish --access nginx 生成，每次发布时重写；放进 server 块：include 这个文件;
      # Written by salesbook publish --access nginx, and again each time. In the server block: include this file;
      # 用户名就是成员的 id；密码文件由 htpasswd -B 建立：
      # A user's name is the member's id; the file of passwords is made by htpasswd -B:
      auth_basic "Salesbook";
      auth_basic_user_file "\(root)/access/htpasswd";
      index index.html;
      autoindex off;
      charset utf-8;
      server_tokens off;
      add_header Content-Security-Policy "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'" always;
      add_header Referrer-Policy "no-referrer" always;
      add_header X-Content-Type-Options "nosniff" always;
      add_header X-Frame-Options "DENY" always;
      add_header X-Robots-Tag "noindex" always;
      add_header Cache-Control "private, no-cache" always;
      if ($request_method !~ ^(GET|HEAD)$) { return 405; }
      location / { return 404; }

      """
    if let first = trees.first { text += "location = / { return 302 \"/\(first.name)/\"; }\n" }
    for tree in trees {
      let folder = tree.needsMap ? "$" + tree.variable : tree.name
      text += "location = \"/\(tree.name)\" { return 301 \"/\(tree.name)/\"; }\n"
      text += "location ^~ \"/\(tree.name)/\" { alias \"\(root)/current/\(folder)/\"; }\n"
    }
    return text
  }

  /// A tree as the configuration has it.
  private struct AccessTree {
    let name: String
    let number: Int
    let folders: [ReadersFolder]

    var isDivided: Bool { folders.contains { $0.holder != nil } }
    /// Whether only members may see it; what is for everybody needs a login and no more.
    var needsMap: Bool { isDivided || folders.contains { $0.tree.audience != .everybody } }
    var variable: String { "salesbook_tree_\(number)" }
  }

  private static func trees(of folders: [ReadersFolder]) -> [AccessTree] {
    var names: [String] = []
    for folder in folders where !names.contains(folder.tree.name) { names.append(folder.tree.name) }
    return names.enumerated().map { number, name in
      AccessTree(
        name: name, number: number + 1, folders: folders.filter { $0.tree.name == name })
    }
  }

  /// All whose folders are published, each once.
  private static func members(of folders: [ReadersFolder]) -> [String] {
    var seen: Set<String> = []
    return folders.compactMap(\.holder).filter { seen.insert($0).inserted }
  }

  /// Whether an id can be a user's name as it is: nothing that nginx would read as a pattern or a variable.
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
