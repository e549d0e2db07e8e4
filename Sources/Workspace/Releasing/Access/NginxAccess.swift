/// The configuration of nginx by which each user gets the trees that are theirs.
struct NginxAccess {
  let rules: AccessRules
  let login: Login

  /// What stands in the `http` block, and what stands in the `server` block.
  var files: [(name: String, text: String)] {
    [("nginx-maps.conf", maps), ("nginx-site.conf", site)]
  }

  private func variable(_ tree: AccessRules.Tree) -> String { "$salesbook_tree_\(tree.number)" }

  /// What a user's name is read from; what it is looked up by, and what stands before it there: behind it no name is
  /// a word of nginx's own, such as `default` or `include`.
  private var user: (name: String, key: String, prefix: String) {
    switch login {
    case .passwords: ("$remote_user", "u:$remote_user", "u:")
    case .service: ("$salesbook_user", "u:$salesbook_user", "u:")
    // The name counts only together with where it is from.
    case .proxy(_, let header):
      (
        Self.variable(ofHeader: header),
        "$salesbook_is_proxy:\(Self.variable(ofHeader: header))", "1:"
      )
    }
  }

  private static func variable(ofHeader name: String) -> String {
    "$http_" + name.lowercased().replacing("-", with: "_")
  }

  private var maps: String {
    var text = AccessKind.nginx.head(
      zh: "放进 http 块：include 这个文件;", en: "In the http block: include this file;")
    // As many names as there may be, whatever the standard sizes are.
    if rules.everybody.count > 500 || rules.everybody.contains(where: { $0.utf8.count > 24 }) {
      text += "map_hash_max_size 65536;\nmap_hash_bucket_size 512;\n"
    }
    if case .proxy(let addresses, _) = login {
      text += "\ngeo $salesbook_is_proxy {\n  default 0;\n"
      for address in addresses { text += "  \(address) 1;\n" }
      text += "}\n"
    }
    for tree in rules.trees {
      guard let folders = tree.folders else { continue }
      text += map(
        "tree_\(tree.number)", folders.map { ($0.user, $0.path) }, orElse: AccessRules.nowhere)
    }
    return text
      + map(
        "door", rules.doors.map { ($0.user, $0.tree) },
        orElse: rules.openDoor ?? AccessRules.nowhere)
  }

  /// What each user gets, as the variable `$salesbook_NAME`.
  ///
  /// A map takes capitals and small letters for the same, so that the name it
  /// was found by stands behind what was found, and is compared with the user's as it is.
  private func map(
    _ name: String, _ values: [(user: String, value: String)], orElse none: String
  ) -> String {
    var text = "\nmap \"\(user.key)\" $salesbook_any_\(name) {\n  default \"\";\n"
    for (user, value) in values {
      text += "  \"\(self.user.prefix)\(user)\" \"\(value):\(user)\";\n"
    }
    let (value, same) = ("salesbook_value_\(name)", "salesbook_name_\(name)")
    text += "}\nmap \"$salesbook_any_\(name):\(user.name)\" $salesbook_\(name) {\n"
    text += "  default \"\(none)\";\n"
    text += "  \"~^(?<\(value)>.+):(?<\(same)>[^:]+):\\k<\(same)>$\" $\(value);\n}\n"
    return text
  }

  private var site: String {
    var text = AccessKind.nginx.head(
      zh: "放进 server 块：include 这个文件;", en: "In the server block: include this file;")
    text += loggingIn
    text += """
      index index.html;
      autoindex off;
      charset utf-8;
      server_tokens off;
      absolute_redirect off;
      etag off;
      if_modified_since off;

      """
    for (name, value) in AccessKind.headers { text += "add_header \(name) \"\(value)\" always;\n" }
    text += """
      if ($request_method !~ ^(GET|HEAD)$) { return 405; }
      location / { return 404; }

      """
    // What a login service answers is known only behind the phase in which files are tried.
    text += """
      location = / { root "\(rules.root)/access"; try_files "/\(AccessRules.nowhere)" @salesbook_door; }
      location @salesbook_door { return 302 "/$salesbook_door/"; }

      """
    for tree in rules.trees {
      let folder = tree.folders == nil ? tree.name : variable(tree)
      text += "location = \"/\(tree.name)\" { return 301 \"/\(tree.name)/\"; }\n"
      text +=
        "location ^~ \"/\(tree.name)/\" { alias \"\(rules.root)/current/\(folder)/\"; }\n"
    }
    return text
  }

  private var loggingIn: String {
    switch login {
    case .passwords:
      """
      # 用户名就是成员的 id；密码文件由 htpasswd -B 建立：
      # A user's name is the member's id; the file of passwords is made by htpasswd -B:
      auth_basic "Salesbook";
      auth_basic_user_file "\(rules.root)/access/htpasswd";

      """
    case .service(let address, let header):
      """
      # 用户名由登录服务在 \(header) 里回答；读者自己写的不算。
      # The login service answers with the user's name in \(header); what a reader writes there does not count.
      auth_request /.salesbook-login;
      auth_request_set $salesbook_user $upstream_\(Self.variable(ofHeader: header).dropFirst());
      location = /.salesbook-login {
        internal;
        proxy_pass "\(address)";
        proxy_pass_request_body off;
        proxy_set_header Content-Length "";
        proxy_set_header \(header) "";
        proxy_set_header X-Original-URI $request_uri;
      }

      """
    case .proxy(_, let header):
      """
      # 只回答代理的请求；用户名在 \(header) 里，代理要先删掉外面带来的。
      # Only the proxy is answered. The user's name stands in \(header), from which the proxy takes what comes
      # from outside.
      if ($salesbook_is_proxy = 0) { return 403; }
      if (\(Self.variable(ofHeader: header)) = "") { return 403; }

      """
    }
  }
}
