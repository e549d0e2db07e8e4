/// The configuration of Apache by which each user gets the trees that are theirs.
///
/// It takes the modules `rewrite` and `headers`. Whose folder is whose stands in files of its own, which
/// Apache reads anew where they have changed.
struct ApacheAccess {
  let rules: AccessRules
  let login: Login

  /// What stands in the `VirtualHost`, and a list of folders for each tree that is not for everybody.
  var files: [(name: String, text: String)] {
    [("apache-site.conf", site)]
      + rules.trees.compactMap { tree in
        tree.folders.map { folders in
          (
            Self.list(of: tree),
            folders.map { "\($0.user) \($0.path)\n" }.joined()
          )
        }
      } + [("apache-doors.txt", rules.doors.map { "\($0.user) \($0.tree)\n" }.joined())]
  }

  private static func list(of tree: AccessRules.Tree) -> String { "apache-tree-\(tree.number).txt" }
  private static func map(of tree: AccessRules.Tree) -> String { "salesbook_tree_\(tree.number)" }

  private var site: String {
    var text = AccessKind.apache.head(
      zh: "放进 VirtualHost：Include 这个文件；先 a2enmod rewrite headers",
      en: "In the VirtualHost: Include this file; first a2enmod rewrite headers")
    text += """
      DocumentRoot "\(rules.root)/current"
      DirectoryIndex index.html
      AddDefaultCharset utf-8
      ServerSignature Off
      TraceEnable Off
      <Directory "\(rules.root)">
        AllowOverride None
        Options FollowSymLinks
        Require all denied
      </Directory>

      """
    text += loggingIn
    for (name, value) in AccessKind.headers { text += "Header always set \(name) \"\(value)\"\n" }
    text += "RewriteEngine On\n"
    for tree in rules.trees where tree.folders != nil {
      text +=
        "RewriteMap \(Self.map(of: tree)) \"txt:\(rules.root)/access/\(Self.list(of: tree))\"\n"
    }
    text += "RewriteMap salesbook_doors \"txt:\(rules.root)/access/apache-doors.txt\"\n"
    text += """
      RewriteCond %{REQUEST_METHOD} !^(GET|HEAD)$
      RewriteRule ^ - [R=405,L]
      \(nobody)

      """
    for tree in rules.trees { text += rewriting(tree) }
    text += """
      RewriteCond \(user) "^(\\S+)$"
      RewriteCond "${salesbook_doors:%1|\(rules.openDoor ?? AccessRules.nowhere)}" "^(.+)$"
      RewriteRule ^/$ "/%1/" [R=302,L]

      """
    return text + "RewriteRule ^ - [R=404,L]\n"
  }

  private func rewriting(_ tree: AccessRules.Tree) -> String {
    let name = Self.pattern(tree.name)
    let bare = "RewriteRule \"^/\(name)$\" \"/\(tree.name)/\" [R=301,L]\n"
    guard tree.folders != nil else {
      return bare
        + "RewriteRule \"^/\(name)/(.*)$\" \"\(rules.root)/current/\(tree.name)/$1\" [L]\n"
    }
    return bare
      + """
      RewriteCond \(user) "^(\\S+)$"
      RewriteCond "${\(Self.map(of: tree)):%1|\(AccessRules.nowhere)}" "^(.+)$"
      RewriteRule "^/\(name)/(.*)$" "\(rules.root)/current/%1/$1" [L]

      """
  }

  /// A name as a pattern that means nothing but it.
  private static func pattern(_ name: String) -> String {
    name.map { "\\.+*?()[]{}^$|".contains($0) ? "\\" + String($0) : String($0) }.joined()
  }

  private var user: String {
    switch login {
    // Found by looking ahead: addresses are rewritten before the password is looked at.
    case .passwords, .service: "%{LA-U:REMOTE_USER}"
    case .proxy(_, let header): "%{HTTP:\(header)}"
    }
  }

  /// Whoever is nobody is asked for a password, or refused, whatever the address.
  private var nobody: String {
    switch login {
    case .passwords, .service:
      """
      RewriteCond \(user) ^$
      RewriteRule ^ "\(rules.root)/current/\(AccessRules.nowhere)" [L]
      """
    case .proxy:
      """
      RewriteCond \(user) ^$
      RewriteRule ^ - [F]
      """
    }
  }

  private var loggingIn: String {
    switch login {
    case .passwords, .service:
      """
      # 用户名就是成员的 id；密码文件由 htpasswd -B 建立：
      # A user's name is the member's id; the file of passwords is made by htpasswd -B:
      <Location "/">
        AuthType Basic
        AuthName "Salesbook"
        AuthBasicProvider file
        AuthUserFile "\(rules.root)/access/htpasswd"
        Require valid-user
      </Location>

      """
    case .proxy(let addresses, let header):
      """
      # 只回答代理的请求；用户名在 \(header) 里，代理要先删掉外面带来的。
      # Only the proxy is answered. The user's name stands in \(header), from which the proxy takes what comes
      # from outside.
      <Location "/">
        Require ip \(addresses.joined(separator: " "))
      </Location>

      """
    }
  }
}
