import Diagnostics
import Foundation
import OrderedJSON
import Phrases
import Testing
import Workspace

/// What the doctor finds, each fault planted alone in a workspace and a machine that have none.
@Suite struct `The doctor` {
  @Test func `finds nothing where there is nothing`() throws {
    let examined = try ExaminedWorkspace()
    #expect(try examined.findings() == [])
  }

  /// The one finding of a workspace, which must be the only one.
  private func only(_ examined: ExaminedWorkspace) throws -> Finding {
    let findings = try examined.findings()
    #expect(findings.count == 1, "\(findings.map(\.id))")
    return try #require(findings.first)
  }

  @Test(arguments: [
    ("fc-list", "font", "fonts-noto-cjk"), ("chromium", "browser", "chromium"),
    ("soffice", "office", "libreoffice-calc"),
  ])
  func `finds that a program is missing`(program: String, id: String, package: String) throws {
    let examined = try ExaminedWorkspace()
    try FileManager.default.removeItem(atPath: examined.folder("bin/" + program))
    let finding = try only(examined)
    #expect(finding.id == id && finding.kind == .missing && finding.mend.hasSuffix(package))
  }

  @Test func `finds that no font holds Chinese`() throws {
    let examined = try ExaminedWorkspace()
    try examined.folder.program("fc-list", "exit 0")
    #expect(try only(examined).id == "font")
  }

  @Test(arguments: ["C", "zh_XX.UTF-8", ""])
  func `finds a locale that garbles Chinese`(locale: String) throws {
    var examined = try ExaminedWorkspace()
    let bin = examined.folder("bin")
    examined.machine.environment = { ["PATH": bin, "LANG": locale][$0] }
    let finding = try only(examined)
    #expect(finding.id == "locale" && finding.mend == "export LC_ALL=C.UTF-8")
  }

  @Test func `finds a time zone that the machine does not know`() throws {
    var examined = try ExaminedWorkspace()
    examined.machine.knowsZone = { _ in false }
    let finding = try only(examined)
    #expect(finding.id == "zone" && finding.mend.hasSuffix("tzdata"))
    #expect(finding.what.chinese.contains("Asia/Shanghai"))
  }

  @Test func `finds a clock that is behind the newest file`() throws {
    let examined = try ExaminedWorkspace()
    try examined.date(ExaminedWorkspace.now + 3 * 86_400)
    let finding = try only(examined)
    #expect(finding.id == "clock" && finding.what.english.contains("2026-12-04"))
    #expect(finding.what.english.contains("behind"))
  }

  @Test func `finds a clock that is behind the newest order`() throws {
    let examined = try ExaminedWorkspace()
    try examined.folder.write(
      "plan/Content/data/orders.csv", "id,customer,date,amount\no1,c1,2027-03-20,1000\n")
    try examined.date(ExaminedWorkspace.now)
    let finding = try only(examined)
    #expect(finding.id == "clock" && finding.what.english.contains("2027-03-20"))
  }

  @Test func `finds a clock that is far ahead of everything`() throws {
    var examined = try ExaminedWorkspace()
    examined.machine.now += 500 * 86_400
    let finding = try only(examined)
    #expect(finding.id == "clock" && finding.what.english.contains("ahead"))
  }

  @Test(arguments: [".env", "crm.env", "Content/server.key", ".salesbook-keys"])
  func `finds a key that others can read`(name: String) throws {
    let examined = try ExaminedWorkspace()
    try ExaminedWorkspace.permit(examined.folder.path, 0o755)
    for part in ["plan/Output", "plan/Content/data", "srv"] {
      try ExaminedWorkspace.permit(examined.folder(part), 0o750)
    }
    #expect(try examined.findings() == [])
    try examined.folder.write("plan/" + name, "secret")
    try ExaminedWorkspace.permit(examined.folder("plan/" + name), 0o640)
    let finding = try only(examined)
    #expect(finding.id == "key.open" && finding.path == examined.folder("plan/" + name))
    #expect(finding.mend == "chmod 600 " + examined.folder("plan/" + name))
  }

  @Test func `finds what everybody on the machine can read`() throws {
    let examined = try ExaminedWorkspace()
    try ExaminedWorkspace.permit(examined.folder.path, 0o755)
    let findings = try examined.findings()
    #expect(findings.map(\.id) == ["key.open", "data.open", "output.open", "target.open"])
    #expect(findings.map(\.path).contains(examined.folder("plan/Output")))
    // The lines that mend do so.
    for finding in findings where !finding.mend.contains("sudo") {
      let call = ProgramCall(
        "/bin/sh", ["-c", finding.mend], environment: ["PATH": "/usr/bin:/bin"])
      #expect(try call.run().isDone)
    }
    #expect(try examined.findings().map(\.id) == ["key.open", "target.open"])
  }

  @Test(arguments: ["salesbook.yaml", "Content/data/customers.csv", "plans/server.key", "htpasswd"])
  func `finds what does not belong below the served folder`(name: String) throws {
    let examined = try ExaminedWorkspace()
    try examined.folder.write("srv/releases/000001-aa/site/" + name, "x")
    let finding = try only(examined)
    #expect(finding.id == "target.secrets")
    #expect(finding.path?.hasPrefix(examined.folder("srv/current/")) == true)
  }

  @Test(arguments: [
    ("nginx.conf", "server {\n  listen 80;\n  root WORK/srv;\n}\n", 3),
    ("nginx.conf", "server {\n  root\n    WORK/plan/Output;\n}\n", 2),
    ("apache.conf", "<VirtualHost *:80>\n  DocumentRoot \"WORK\"\n</VirtualHost>\n", 2),
    ("apache.conf", "Alias /p WORK/plan/Content\n", 1),
    ("Caddyfile", "plans.example.com {\n\troot * WORK/plan\n\tfile_server\n}\n", 2),
  ])
  func `finds a server that serves more than was published`(
    file: String, text: String, line: Int
  ) throws {
    for target in [true, false] {
      var examined = try ExaminedWorkspace()
      try examined.folder.write("nginx/" + file, text.replacing("WORK", with: examined.folder.path))
      if !target { examined.target = nil }
      let finding = try only(examined)
      #expect(finding.id == "server.serves-more")
      #expect(finding.path == examined.folder("nginx/\(file):\(line)"))
    }
  }

  @Test(arguments: [
    "location /plans/ { alias WORK/srv/current/plans/; autoindex on; }\n",
    "Alias /plans WORK/srv/current/plans\nOptions +Indexes FollowSymLinks\n",
    "root * WORK/srv/current\nfile_server browse\n",
  ])
  func `finds a server that lists what is in folders`(text: String) throws {
    let examined = try ExaminedWorkspace()
    try examined.folder.write("nginx/a.conf", text.replacing("WORK", with: examined.folder.path))
    let finding = try only(examined)
    #expect(finding.id == "server.lists" && finding.mend.contains("sed -i"))
  }

  @Test func `leaves other sites of a server alone`() throws {
    let examined = try ExaminedWorkspace()
    try examined.folder.write(
      "nginx/other.conf", "server {\n  root /usr/share;\n  autoindex on;\n}\n")
    #expect(try examined.findings() == [])
  }

  @Test(arguments: ["plan/Content/out.md", "plan/Output/plans/out", "srv/current/plans/out"])
  func `finds a link that leads out`(name: String) throws {
    let examined = try ExaminedWorkspace()
    try FileManager.default.createSymbolicLink(
      atPath: examined.folder(name), withDestinationPath: "/etc/passwd")
    let finding = try only(examined)
    #expect(finding.id == "links" && finding.path == examined.folder(name))
    #expect(finding.what.english.contains("/etc/passwd"))
  }

  @Test func `finds a disk that is nearly full`() throws {
    var examined = try ExaminedWorkspace()
    examined.target = nil
    examined.machine.room = { _ in ExaminedMachine.Room(bytes: 30 << 20, files: nil) }
    #expect(try only(examined).what.english.hasPrefix("30 MB are left"))
    examined.machine.room = { _ in ExaminedMachine.Room(bytes: 1 << 40, files: 12) }
    #expect(try only(examined).what.english.hasPrefix("the file system can make only 12"))
  }

  @Test func `says it in both languages, and as data`() throws {
    let examined = try ExaminedWorkspace()
    let request = ExaminationRequest(
      examined.folder("plan"), target: examined.target, on: examined.machine)
    let well = try examine(request).value
    #expect(well.text(in: .chinese).hasPrefix("什么都不缺"))
    #expect(well.text(in: .english).hasPrefix("nothing is missing"))
    try FileManager.default.removeItem(atPath: examined.folder("bin/chromium"))
    let ill = try examine(request).value
    #expect(
      ill.text(in: .chinese) == """
        缺少：没有 Chromium：export pdf 不能用
            sudo apt-get install chromium
        查了 15 项：缺少 1 样，不安全 0 处

        """)
    #expect(ill.json.text().contains(#""id":"browser","kind":"missing","path":null"#))
    #expect(ill.json.text().contains(#""zh-Hans":"没有 Chromium：export pdf 不能用""#))
  }
}
