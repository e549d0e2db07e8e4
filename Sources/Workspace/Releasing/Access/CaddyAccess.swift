/// The configuration of Caddy by which each user gets the trees that are theirs.
struct CaddyAccess {
  let rules: AccessRules
  let login: Login

  /// What stands in the block of a site.
  var files: [(name: String, text: String)] { [("caddy-site.conf", site)] }

  private func variable(_ tree: AccessRules.Tree) -> String { "{salesbook_tree_\(tree.number)}" }

  private var site: String {
    var text = AccessKind.caddy.head(
      zh: "放进站点块：import 这个文件", en: "In the block of the site: import this file")
    text += "@salesbook_writing not method GET HEAD\n"
    if case .proxy(let addresses, let header) = login {
      text += "@salesbook_outside not remote_ip \(addresses.joined(separator: " "))\n"
      text += "@salesbook_nobody not header \(header) *\n"
    }
    // A route is followed in the order in which it is written.
    text += "route {\n  header {\n"
    for (name, value) in AccessKind.headers { text += "    \(name) \"\(value)\"\n" }
    text += "    -Server\n  }\n  respond @salesbook_writing 405\n" + loggingIn
    for tree in rules.trees {
      guard let folders = tree.folders else { continue }
      text += map(
        variable(tree), folders.map { ($0.user, $0.path) }, orElse: AccessRules.nowhere)
    }
    text += map(
      "{salesbook_door}", rules.doors.map { ($0.user, $0.tree) },
      orElse: rules.openDoor ?? AccessRules.nowhere)
    text += "  redir / \"/{salesbook_door}/\" 302\n"
    for tree in rules.trees {
      let folder = tree.folders == nil ? tree.name : variable(tree)
      text += """
          redir "/\(tree.name)" "/\(tree.name)/" 301
          handle_path "/\(tree.name)/*" {
            root * "\(rules.root)/current/\(folder)"
            file_server
          }

        """
    }
    return text + "  respond 404\n}\n"
  }

  /// What each user gets.
  ///
  /// Before the name stands what makes it no word of Caddy's own, such as `default`.
  private func map(
    _ variable: String, _ values: [(user: String, value: String)], orElse none: String
  ) -> String {
    var text = "  map \"u:\(user)\" \(variable) {\n"
    for (user, value) in values { text += "    \"u:\(user)\" \"\(value)\"\n" }
    return text + "    default \"\(none)\"\n  }\n"
  }

  private var user: String {
    switch login {
    case .passwords: "{http.auth.user.id}"
    case .service(_, let header), .proxy(_, let header): "{http.request.header.\(header)}"
    }
  }

  private var loggingIn: String {
    switch login {
    case .passwords:
      """
        # 用户名就是成员的 id；每行一个用户名和 bcrypt 密文：sed 's/:/ /' htpasswd > caddy-users.conf
        # A user's name is the member's id; a line for each, name and bcrypt: sed 's/:/ /' htpasswd > caddy-users.conf
        basicauth {
          import "\(rules.root)/access/caddy-users.conf"
        }

      """
    case .service(let address, let header):
      """
        # 用户名由登录服务在 \(header) 里回答；读者自己写的先删掉。
        # The login service answers with the user's name in \(header); what a reader writes there is taken away.
        request_header -\(header)
        forward_auth "\(Self.parts(of: address).host)" {
          uri "\(Self.parts(of: address).path)"
          copy_headers \(header)
        }

      """
    case .proxy(_, let header):
      """
        # 只回答代理的请求；用户名在 \(header) 里，代理要先删掉外面带来的。
        # Only the proxy is answered. The user's name stands in \(header), from which the proxy takes what comes
        # from outside.
        respond @salesbook_outside 403
        respond @salesbook_nobody 403

      """
    }
  }

  /// The scheme and the host of an address, and its path, `/` where it has none.
  private static func parts(of address: String) -> (host: Substring, path: Substring) {
    let host = address.drop { $0 != "/" }.dropFirst(2)
    guard let path = host.firstIndex(of: "/") else { return (address[...], "/") }
    return (address[..<path], address[path...])
  }
}
