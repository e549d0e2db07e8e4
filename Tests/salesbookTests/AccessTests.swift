import Foundation
import Testing

/// Real nginx with the configuration that is published: what each user gets of every address there is.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: Server.nginx)))
struct AccessTests {
  /// A company with somebody above both managers.
  private func company() throws -> Site {
    let site = try Site(named: "site")
    try site.edit("Content/data/team.csv") { table in
      table = table.replacingOccurrences(of: ",manager,,8", with: ",manager,dir,8")
      table += "dir,示例·总监,,manager,,8,0.3,,\n"
    }
    return site
  }

  @Test func `every user gets their own trees and nothing else, of every address`() throws {
    let site = try company()
    let run = try site.run(
      "publish --to srv --access nginx --month 2026-12 --now 2026-11-23")
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
    let server = try Server(in: site.folder, users: ["dir", "zhao", "qian", "sun", "guest"])
    defer { server.stop() }
    // All addresses that anybody has, those that name folders, and tricks.
    let users = ["dir", "zhao", "qian", "sun", "guest"]
    let open = Dictionary(uniqueKeysWithValues: users.map { ($0, allowed($0, files)) })
    let addresses = Set(open.values.flatMap(\.keys)).union(files.keys.map { "/" + $0 })
      .union(tricks(files)).sorted()
    try #require(addresses.count > 400)
    var served = 0
    for user in users {
      for headers in user == "guest" || user == "qian" ? [[], Server.spoofed] : [[]] {
        let answers = try server.fetch(addresses, as: user, headers)
        for (address, answer) in zip(addresses, answers) {
          if let expected = open[user]?[address] {
            #expect(answer.code == 200, "\(user) \(address)")
            #expect(answer.body == expected, "\(user) \(address)")
            served += 1
          } else {
            #expect(
              [301, 302, 400, 404].contains(answer.code), "\(user) \(address): \(answer.code)")
            #expect(!files.values.contains(answer.body), "\(user) \(address)")
          }
        }
      }
    }
    #expect(served > 800)
    for user in [nil, "nobody", "dir:wrong"] {
      for (address, answer) in zip(addresses, try server.fetch(addresses, as: user, Server.spoofed))
      {
        let isThere = open.values.contains { $0[address] != nil }
        #expect(
          isThere ? answer.code == 401 : [301, 302, 400, 401, 404].contains(answer.code),
          "\(user ?? "-") \(address)")
        #expect(!files.values.contains(answer.body), "\(user ?? "-") \(address)")
      }
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
      case "team": if user != "guest" { open["/" + path] = bytes }
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

/// A server of its own for one test.
private final class Server {
  static let nginx = "/usr/sbin/nginx"
  /// What a proxy would say of who is asking, said by whoever asks.
  static let spoofed = [
    "X-Remote-User: dir", "Remote-User: dir", "X-Forwarded-User: dir", "X-Original-URL: /plans/",
    "X-Rewrite-URL: /managers/", "X-Accel-Redirect: /managers/",
  ]

  private let folder: URL
  private let port: Int

  struct Answer {
    let code: Int
    let body: Data
  }

  init(in folder: URL, users: [String]) throws {
    self.folder = folder
    port = 20_000 + Int.random(in: 0..<20_000)
    let access = folder.appending(path: "srv/access").path
    let passwords = users.map { "\($0):{PLAIN}secret-\($0)\n" }.joined()
    try Data(passwords.utf8).write(to: URL(filePath: access + "/htpasswd"))
    let work = folder.path
    let settings = """
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
        include "\(access)/nginx-maps.conf";
        server { listen 127.0.0.1:\(port); include "\(access)/nginx-site.conf"; }
      }

      """
    try Data(settings.utf8).write(to: folder.appending(path: "nginx.conf"))
    let run = try Program.run("\(Self.nginx) -c '\(work)/nginx.conf' -p '\(work)' 2>&1", in: folder)
    try #require(run.exit == 0, "\(run.stdout)")
  }

  func stop() {
    _ = try? Program.run(
      "\(Self.nginx) -c '\(folder.path)/nginx.conf' -p '\(folder.path)' -s stop", in: folder)
  }

  /// Fetches each address with a user's password, or another one behind a colon.
  func fetch(_ addresses: [String], as user: String?, _ headers: [String]) throws -> [Answer] {
    let store = folder.appending(path: "answers")
    try? FileManager.default.removeItem(at: store)
    try FileManager.default.createDirectory(at: store, withIntermediateDirectories: true)
    // A server that is just starting on a busy machine is asked again.
    var settings = "silent\npath-as-is\nwrite-out = \"%{http_code}\\n\"\n"
    settings += "retry = 5\nretry-connrefused\nretry-delay = 1\n"
    for header in headers { settings += "header = \"\(header)\"\n" }
    if let user {
      let login = user.contains(":") ? user : "\(user):secret-\(user)"
      settings += "user = \"\(login)\"\n"
    }
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
