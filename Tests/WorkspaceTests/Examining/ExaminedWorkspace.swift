import Diagnostics
import Foundation
import SalesMethod
import Workspace

/// A workspace and a machine with nothing to find, in which a test plants one fault.
struct ExaminedWorkspace {
  let folder: TemporaryFolder
  var machine: ExaminedMachine
  var target: String?

  /// The second when it is looked at: noon of 1 December 2026.
  static let now = 1_796_126_400

  init() throws {
    folder = try TemporaryFolder()
    // Nobody else gets as far as what is inside.
    try Self.permit(folder.path, 0o700)
    try folder.write("plan/salesbook.yaml", "language: zh-Hans\nperson: zhang\n")
    try folder.write("plan/Content/index.md", "# 首页\n")
    try folder.write("plan/Content/data/members.csv", "member,name\nzhang,张\n")
    try folder.write("plan/Content/data/customers.csv", "id,name,owner\nc1,甲公司,zhang\n")
    try folder.write(
      "plan/Content/data/orders.csv", "id,customer,date,amount\no1,c1,2026-11-20,1000\n")
    try folder.write("plan/Output/plans/zhang/index.html", "<p>张</p>")
    try folder.write("plan/.env", "CRM_URL=postgresql://reader:secret@db/crm\n")
    try Self.permit(folder("plan/.env"), 0o600)
    try folder.write("srv/releases/000001-aa/site/plans/zhang/index.html", "<p>张</p>")
    try folder.write("srv/access/htpasswd", "zhang:x\n")
    try FileManager.default.createSymbolicLink(
      atPath: folder("srv/current"), withDestinationPath: "releases/000001-aa/site")
    for name in ["chromium", "soffice"] { try folder.program(name, "exit 0") }
    try folder.program("fc-list", "echo Noto Sans CJK SC")
    try folder.write(
      "nginx/plans.conf",
      """
      # root /;
      server {
        autoindex off;
        location ^~ "/plans/" { alias "\(folder.path)/srv/current/plans/$salesbook_tree_1/"; }
      }

      """)
    let bin = folder("bin")
    machine = ExaminedMachine(
      environment: { ["PATH": bin, "LANG": "C.UTF-8"][$0] }, now: Self.now,
      knowsZone: { $0 == "Asia/Shanghai" }, servers: [folder("nginx")],
      room: { _ in ExaminedMachine.Room(bytes: 1 << 40, files: nil) })
    target = folder("srv")
    try date(Self.now - 3 * 86_400)
  }

  /// Gives every file of the workspace the same time.
  func date(_ seconds: Int) throws {
    let date = Date(timeIntervalSince1970: Double(seconds))
    for name in ["salesbook.yaml", "Content/index.md"]
      + ["members", "customers", "orders"].map({
        "Content/data/\($0).csv"
      })
    {
      try FileManager.default.setAttributes(
        [.modificationDate: date], ofItemAtPath: folder("plan/" + name))
    }
  }

  /// Sets the permission bits of something.
  static func permit(_ path: String, _ mode: Int) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  /// What the doctor finds.
  func findings() throws -> [Finding] {
    try examine(ExaminationRequest(folder("plan"), target: target, on: machine)).value.findings
  }
}

extension TemporaryFolder {
  /// Writes a program of shell into `bin`.
  func program(_ name: String, _ line: String) throws {
    try write("bin/" + name, "#!/bin/sh\n\(line)\n")
    try ExaminedWorkspace.permit(self("bin/" + name), 0o755)
  }
}
