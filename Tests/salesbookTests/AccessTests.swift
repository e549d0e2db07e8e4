import Foundation
import Testing

/// Real web servers with the configuration that is published: what each user gets of every address there is.
@Suite struct AccessTests {
  /// Accounts that are no member's.
  private let strangers = ["guest", "audit1", "ZHAO"]

  /// A company with somebody above both managers.
  private func company() throws -> Site {
    let site = try Site(named: "site")
    try site.edit("Content/data/team.csv") { table in
      table = table.replacingOccurrences(of: ",manager,,8", with: ",manager,dir,8")
      table += "dir,示例·总监,,manager,,8,0.3,,\n"
      // Names that are words of the servers' own.
      for word in ["default", "include"] { table += "\(word),示例·\(word),,,dir,8,0.3,,\n" }
    }
    // A group with a member and somebody who is none.
    try site.edit("salesbook.yaml") { settings in
      settings += "\ngroups: {auditors: {readers: [qian, audit1], teams: [east]}}\n"
      settings += "proof: {allow: [default, include]}\n"
    }
    try #require(try site.run("keys new").exit == 0)
    return site
  }

  @Test(arguments: Server.Kind.installed)
  private func `every user gets their own trees and nothing else, of every address`(
    kind: Server.Kind
  ) throws {
    let site = try company()
    let run = try site.run(
      "publish --to srv \(kind.options) --month 2026-12 --now 2026-11-23")
    try #require(run.exit == 0, "\(run.stdout)\(run.stderr)")
    let root = site.folder.appending(path: "srv/current").resolvingSymlinksInPath()
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      guard let bytes = FileManager.default.contents(atPath: root.path + "/" + path) else {
        continue
      }
      files[path] = bytes
    }
    #expect(files["index.html"] == nil && files["import-report.html"] == nil)
    #expect(files["managers/dir/east/2026-12.html"] != nil)
    // The fifth is another account than that of zhao.
    let users = [
      "dir", "zhao", "qian", "sun", "ZHAO", "guest", "audit1", "default", "include",
    ]
    let server = try Server(kind, in: site.folder, users: users)
    defer { server.stop() }
    // All addresses that anybody has, those that name folders, and tricks.
    let open = Dictionary(uniqueKeysWithValues: users.map { ($0, allowed($0, files)) })
    let addresses = Set(open.values.flatMap(\.keys)).union(files.keys.map { "/" + $0 })
      .union(tricks(files)).sorted()
    try #require(addresses.count > 400)
    var served = 0
    for user in users {
      for headers in user == "guest" || user == "qian" ? [[], Server.spoofed] : [[]] {
        let answers = try server.fetch(addresses, as: user, headers)
        for (address, answer) in zip(addresses, answers) {
          // Caddy’s paths know no capital letters: whoever asks gets the same of their own.
          if let expected = open[user]?[address] ?? kind.same(address).flatMap({ open[user]?[$0] })
          {
            #expect(answer.code == 200, "\(user) \(address)")
            #expect(answer.body == expected, "\(user) \(address)")
            served += 1
          } else {
            #expect(
              [301, 302, 400, 403, 404].contains(answer.code),
              "\(user) \(address): \(answer.code)")
            #expect(!files.values.contains(answer.body), "\(user) \(address)")
          }
        }
      }
    }
    #expect(served > 800)
    let answer = try #require(server.fetch(["/team/"], as: "qian", [], showing: "--head").first)
    for name in [
      "content-security-policy: default-src 'none'", "referrer-policy: no-referrer",
      "x-content-type-options: nosniff", "x-robots-tag: noindex", "cache-control: private",
    ] {
      #expect(String(decoding: answer.body, as: UTF8.self).lowercased().contains(name), "\(name)")
    }
    for (user, door) in [
      ("qian", "plans"), ("dir", "plans"), ("audit1", "auditors"), ("guest", "participant"),
      ("ZHAO", "participant"), ("default", "plans"),
    ] {
      let led = try #require(server.fetch(["/"], as: user, [], showing: "--head").first)
      let head = String(decoding: led.body, as: UTF8.self)
      let lines = head.split(whereSeparator: \.isNewline).map { $0.lowercased() }
      #expect(
        led.code == 302
          && lines.contains { $0.hasPrefix("location:") && $0.hasSuffix("/\(door)/") },
        "\(user): \(head)")
    }
    let posted = try server.fetch(["/team/", "/plans/"], as: "qian", [], showing: "request = POST")
    #expect(posted.allSatisfy { $0.code == 405 }, "\(posted.map(\.code))")
    try refusesStrangers(server, kind, files)
    for user in [nil, "nobody", "dir:wrong"] {
      for (address, answer) in zip(addresses, try server.fetch(addresses, as: user, Server.spoofed))
      {
        let isThere = open.values.contains { $0[address] != nil }
        #expect(
          isThere ? answer.code == 401 : [301, 302, 400, 401, 403, 404].contains(answer.code),
          "\(user ?? "-") \(address)")
        #expect(!files.values.contains(answer.body), "\(user ?? "-") \(address)")
      }
    }
  }

  /// Behind a proxy nobody is answered who comes another way, whatever they say of themselves.
  private func refusesStrangers(
    _ server: Server, _ kind: Server.Kind, _ files: [String: Data]
  ) throws {
    guard kind.isBehindProxy else { return }
    for headers in [[], Server.spoofed] {
      let direct = try server.fetch(
        ["/plans/", "/team/", "/participant/"], as: nil, headers, directly: true)
      #expect(direct.allSatisfy { $0.code == 403 }, "\(direct.map(\.code))")
      #expect(direct.allSatisfy { !files.values.contains($0.body) })
    }
  }

  @Test(arguments: [
    ("--access apache --login auth_request --login-url http://127.0.0.1/auth", "Apache"),
    ("--access nginx --login auth_request", "--login-url"),
    ("--access nginx --login auth_request --login-url 'http://127.0.0.1/a;b'", "--login-url"),
    ("--access caddy --login proxy", "--proxy"),
    ("--access caddy --login proxy --proxy 10.0.0.256", "--proxy"),
    ("--access caddy --login proxy --proxy '10.0.0.5; evil'", "--proxy"),
    ("--access nginx --login proxy --proxy 10.0.0.5 --user-header 'X Y'", "--user-header"),
    ("--login proxy --proxy 10.0.0.5", "--access"), ("--access iis", "iis"),
    ("--access share --login proxy --proxy 10.0.0.5", "share"),
  ])
  func `what cannot be written is a mistake on the command line`(
    options: String, named: String
  ) throws {
    let site = try Site(named: "site")
    let run = try site.run("publish --to srv --messages en " + options)
    #expect(run.exit != 0)
    #expect(run.stderr.contains(named), "\(run.stderr)")
    #expect(!FileManager.default.fileExists(atPath: site.folder.path + "/srv"))
  }

  @Test(
    .enabled(
      if: getuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/bin/setfacl"),
      "not root, or no setfacl"))
  func `on a share every user reads their own folders and nothing else`() throws {
    let site = try company()
    let run = try site.run("publish --to srv --access share --month 2026-12 --now 2026-11-23")
    try #require(run.exit == 0, "\(run.stdout)\(run.stderr)")
    // The members as users that no machine has: numbers for their names, and an id that knows them.
    let numbers = ["dir": 64001, "zhao": 64002, "qian": 64003, "sun": 64004, "audit1": 64005]
    let script = site.folder.appending(path: "srv/access/share-access.sh")
    var text = try String(contentsOf: script, encoding: .utf8)
    #expect(try Program.run("sh '\(script.path)'", in: site.folder).exit == 1)
    text = text.replacing("id -u \"$user\" >/dev/null 2>&1", with: "true")
    var others = 64010
    for member in Set(text.matches(of: /u:([^:]+):rX/).map { String($0.1) }) {
      others += 1
      text = text.replacing("u:\(member):rX", with: "u:\(numbers[member] ?? others):rX")
    }
    try Data(text.utf8).write(to: script)
    let set = try Program.run(
      "chmod 711 '\(site.folder.path)' && sh '\(script.path)'", in: site.folder)
    try #require(set.exit == 0, "\(set.stderr)")
    let root = site.folder.appending(path: "srv/current").resolvingSymlinksInPath().path
    let files = try FileManager.default.subpathsOfDirectory(atPath: root).filter {
      $0.hasSuffix(".html")
    }
    for (user, number) in numbers.merging(["guest": 64000], uniquingKeysWith: { first, _ in first })
    {
      let readable = try Program.run(
        "for f in \(files.map { "'\($0)'" }.joined(separator: " ")); do "
          + "setpriv --reuid \(number) --regid 64000 --clear-groups cat \"$PWD/$f\" >/dev/null 2>&1 "
          + "&& echo \"$f\"; done; true",
        in: URL(filePath: root))
      let wanted = files.filter { path in
        let parts = path.split(separator: "/").map(String.init)
        switch parts[0] {
        case "plans", "managers": return parts[1] == user
        case "team": return !strangers.contains(user)
        case "auditors": return ["qian", "audit1"].contains(user)
        default: return true
        }
      }
      #expect(readable.stdout.split(separator: "\n").map(String.init) == wanted, "\(user)")
      let listed = try Program.run(
        "setpriv --reuid \(number) --regid 64000 --clear-groups ls '\(root)/plans'", in: site.folder
      )
      #expect(listed.exit != 0, "\(user)")
    }
  }

  /// What a user may fetch: the address and what is behind it.
  private func allowed(_ user: String, _ files: [String: Data]) -> [String: Data] {
    var open: [String: Data] = [:]
    for (path, bytes) in files {
      let parts = path.split(separator: "/", maxSplits: 2).map(String.init)
      switch parts[0] {
      case "plans", "managers":
        if parts[1] == user, parts.count == 3 { open["/\(parts[0])/\(parts[2])"] = bytes }
      case "team": if !strangers.contains(user) { open["/" + path] = bytes }
      case "auditors": if ["qian", "audit1"].contains(user) { open["/" + path] = bytes }
      default: open["/" + path] = bytes
      }
    }
    for (address, bytes) in open where address.hasSuffix("/index.html") {
      open[String(address.dropLast("index.html".count))] = bytes
    }
    return open
  }

  /// Other ways to write addresses of what is not one's own.
  private func tricks(_ files: [String: Data]) -> [String] {
    let targets = [
      "plans/sun/2026-12.html", "managers/dir/east/2026-12.html", "plans/sun/index.html",
    ]
    return targets.flatMap { target -> [String] in
      let dots = target.replacingOccurrences(of: "plans/", with: "plans/../plans/")
      return [
        "//" + target, "/team/../" + target, "/plans/../" + target, "/plans/./../" + target,
        "/" + dots, "/participant/%2e%2e/" + target, "/participant/..%2f" + target,
        "/plans/%2e%2e%2f" + target, "/PLANS/sun/2026-12.html", "/plans//../../" + target,
        "/plans/..;/" + target, "/plans/%00/../" + target, "/plans/.none/../../" + target,
        "/team..//" + target, "/plans..//" + target, "/plans../" + target, "/team../" + target,
        "/plans/%252e%252e/" + target, "/releases/" + target, "/current/" + target,
        "/../" + target, "/access/htpasswd", "/plans/../access/htpasswd",
        "/plans/../../access/htpasswd",
        "/team/../../../manifest.json", "/plans/..\\" + target, "/plans\\..\\" + target,
      ]
    }
  }
}

/// A server of its own for one test, with another before it where somebody else knows the users.
private final class Server {
  /// A server and who logs its users in.
  struct Kind: CustomTestStringConvertible {
    let server: String
    let login: String

    var testDescription: String { "\(server) \(login)" }
    var isBehindProxy: Bool { login == "proxy" }
    var program: String { server == "caddy" ? "/usr/bin/caddy" : "/usr/sbin/\(server)" }

    /// What is asked of `publish`; `PORT` is where the login service listens.
    var options: String {
      switch login {
      case "proxy": "--access \(name) --login proxy --proxy 127.0.0.2"
      case "auth_request":
        "--access \(name) --login auth_request --login-url http://127.0.0.1:\(Server.loginPort)/auth"
      default: "--access \(name)"
      }
    }

    private var name: String { server == "apache2" ? "apache" : server }

    /// The address as Caddy finds it, which knows no capital letters in the names of trees.
    func same(_ address: String) -> String? {
      guard server == "caddy", address.hasPrefix("/PLANS/") else { return nil }
      return "/plans/" + address.dropFirst(7)
    }

    static let installed: [Kind] = [
      ("nginx", "basic"), ("nginx", "auth_request"), ("nginx", "proxy"), ("apache2", "basic"),
      ("apache2", "proxy"), ("caddy", "basic"), ("caddy", "auth_request"), ("caddy", "proxy"),
    ].map { Kind(server: $0, login: $1) }
      .filter { kind in
        [kind.program, nginx].allSatisfy(FileManager.default.isExecutableFile)
      }
  }

  static let nginx = "/usr/sbin/nginx"
  static let loginPort = 20_000 + Int.random(in: 0..<20_000)
  /// What a proxy would say of who is asking, said by whoever asks.
  static let spoofed = [
    "X-Remote-User: dir", "Remote-User: dir", "X-Forwarded-User: dir", "X-Original-URL: /plans/",
    "X-Rewrite-URL: /managers/", "X-Accel-Redirect: /managers/", "X-Forwarded-For: 127.0.0.2",
  ]

  private let kind: Kind
  private let folder: URL
  private let port: Int
  private let front: Int
  private var access: String { folder.path + "/srv/access" }

  struct Answer {
    let code: Int
    let body: Data
  }

  init(_ kind: Kind, in folder: URL, users: [String]) throws {
    self.kind = kind
    self.folder = folder
    port = 20_000 + Int.random(in: 0..<20_000)
    front = kind.isBehindProxy ? port + 1 : port
    let passwords = users.map { "\($0):{PLAIN}secret-\($0)\n" }.joined()
    try write("srv/access/htpasswd", passwords)
    if kind.server != "nginx" {
      // These two read no plain passwords; each line is made by the tool that the guide names.
      try write("srv/access/htpasswd", "")
      for user in users {
        let made = try Program.run(
          "htpasswd -bB -C 4 srv/access/htpasswd \(user) secret-\(user)", in: folder)
        try #require(made.exit == 0, "\(made.stderr)")
      }
      let lines = try Program.run(
        "sed 's/:/ /' srv/access/htpasswd > srv/access/caddy-users.conf", in: folder)
      try #require(lines.exit == 0)
    }
    try start()
  }

  private func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  private func start() throws {
    let work = folder.path
    if kind.server != "nginx" || kind.login != "basic" {
      try write("plain", users(from: access + "/htpasswd"))
    }
    switch kind.server {
    case "nginx": try run(nginxSettings(inner: true))
    case "apache2":
      try write("apache.conf", apacheSettings)
      try must("chmod -R a+rX '\(work)' && setsid apache2 -f '\(work)/apache.conf' -k start 2>&1")
    default:
      try write("Caddyfile", caddySettings)
      try must(
        "XDG_DATA_HOME='\(work)/x' HOME='\(work)' setsid caddy start --config '\(work)/Caddyfile' "
          + "--adapter caddyfile --pidfile '\(work)/caddy.pid' >caddy.log 2>&1 </dev/null")
    }
    if kind.server != "nginx", kind.login != "basic" { try run(nginxSettings(inner: false)) }
  }

  /// The same users with passwords that nginx reads as they stand.
  private func users(from file: String) throws -> String {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    return text.split(separator: "\n").map { line in
      let user = line.prefix { $0 != ":" }
      return "\(user):{PLAIN}secret-\(user)\n"
    }.joined()
  }

  private func run(_ settings: String) throws {
    try write("nginx.conf", settings)
    try must("setsid \(Self.nginx) -c '\(folder.path)/nginx.conf' -p '\(folder.path)' 2>&1")
  }

  private func must(_ command: String) throws {
    let run = try Program.run(command, in: folder)
    try #require(run.exit == 0, "\(run.stdout)\(run.stderr)")
  }

  /// The tested server where it is nginx, and the login service or the proxy where there is one.
  private func nginxSettings(inner: Bool) -> String {
    let work = folder.path
    let tested =
      inner
      ? """
      include "\(access)/nginx-maps.conf";
      server { listen 127.0.0.1:\(port); include "\(access)/nginx-site.conf"; }
      """ : ""
    let login = """
      server {
        listen 127.0.0.1:\(Self.loginPort);
        auth_basic "x"; auth_basic_user_file "\(work)/plain";
        location = /auth { alias "\(work)/plain"; add_header X-Remote-User $remote_user; }
      }
      """
    let proxy = """
      server {
        listen 127.0.0.1:\(front);
        auth_basic "x"; auth_basic_user_file "\(work)/plain";
        location / {
          proxy_bind 127.0.0.2; proxy_pass http://127.0.0.1:\(port);
          proxy_set_header X-Remote-User $remote_user; proxy_set_header Host $http_host;
        }
      }
      """
    return """
      user root;
      worker_processes 1;
      pid "\(work)/nginx.pid";
      error_log "\(work)/nginx.log";
      events { worker_connections 64; }
      http {
        types { text/html html; text/css css; text/javascript js; }
        access_log off;
        client_body_temp_path "\(work)/t1"; proxy_temp_path "\(work)/t2";
        fastcgi_temp_path "\(work)/t3"; uwsgi_temp_path "\(work)/t4"; scgi_temp_path "\(work)/t5";
        \(tested)
        \(kind.login == "auth_request" ? login : kind.isBehindProxy ? proxy : "")
      }

      """
  }

  private var apacheSettings: String {
    let modules = [
      "mpm_event", "authn_core", "authn_file", "authz_core", "authz_user", "authz_host",
      "auth_basic",
      "alias", "dir", "mime", "headers", "rewrite",
    ].map { "LoadModule \($0)_module /usr/lib/apache2/modules/mod_\($0).so\n" }.joined()
    return """
      ServerRoot /etc/apache2
      ServerName localhost
      PidFile "\(folder.path)/apache.pid"
      Listen 127.0.0.1:\(port)
      \(modules)
      TypesConfig /etc/mime.types
      User www-data
      Group www-data
      ErrorLog "\(folder.path)/apache.log"
      <VirtualHost 127.0.0.1:\(port)>
      Include "\(access)/apache-site.conf"
      </VirtualHost>

      """
  }

  private var caddySettings: String {
    """
    {
      admin off
      auto_https off
      http_port \(port)
    }
    http://127.0.0.1:\(port) {
      import "\(access)/caddy-site.conf"
    }

    """
  }

  func stop() {
    for name in ["nginx", "apache", "caddy"] {
      _ = try? Program.run("[ ! -f \(name).pid ] || kill $(cat \(name).pid)", in: folder)
    }
  }

  /// Fetches each address with a user's password, or another one behind a colon; `directly` past the proxy.
  func fetch(
    _ addresses: [String], as user: String?, _ headers: [String], showing more: String = "",
    directly: Bool = false
  ) throws -> [Answer] {
    let store = folder.appending(path: "answers")
    try? FileManager.default.removeItem(at: store)
    try FileManager.default.createDirectory(at: store, withIntermediateDirectories: true)
    // A server that is just starting on a busy machine is asked again.
    var settings = "silent\npath-as-is\nwrite-out = \"%{http_code}\\n\"\n"
    settings += "retry = 2\nretry-connrefused\nretry-delay = 1\n\(more)\n"
    for header in headers { settings += "header = \"\(header)\"\n" }
    if let user {
      let login = user.contains(":") ? user : "\(user):secret-\(user)"
      settings += "user = \"\(login)\"\n"
    }
    let port = directly ? port : front
    for (number, address) in addresses.enumerated() {
      let written = address.contains("%") ? address : encoded(address)
      settings +=
        "url = \"http://127.0.0.1:\(port)\(written.replacingOccurrences(of: "\\", with: "\\\\"))\"\n"
      settings += "output = \"\(store.path)/\(number)\"\n"
    }
    try Data(settings.utf8).write(to: folder.appending(path: "curl.conf"))
    let run = try Program.run("curl --globoff -K '\(folder.path)/curl.conf'", in: folder)
    let codes = run.stdout.split(separator: "\n").compactMap { Int($0) }
    try #require(codes.count == addresses.count, "\(run.stderr)")
    return codes.enumerated().map { number, code in
      Answer(
        code: code,
        body: FileManager.default.contents(atPath: store.path + "/\(number)") ?? Data())
    }
  }

  private func encoded(_ address: String) -> String {
    address.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? address
  }
}
