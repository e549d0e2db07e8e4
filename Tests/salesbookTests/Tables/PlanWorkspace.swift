import Foundation
import Testing

/// A workspace of one person with a page of the month's plan, to which a test adds the tables it is
/// about.
final class PlanWorkspace {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "salesbook-tables-\(UUID().uuidString)")

  /// Makes the workspace with a person, a goal, rates and factors.
  init(settings: String = "language: zh-Hans\n") throws {
    try write("salesbook.yaml", settings)
    try write("Content/data/team.csv", "member,name,hours_per_day,selling_share\nlin,林,8,0.5\n")
    try write(
      "Content/data/rates.csv",
      "from,to,successes,trials\ncontact,visit,96,240\nvisit,proposal,36,96\nproposal,deal,12,36\n")
    try write("Content/data/factors.csv", "deal_size,repeat\n35000,1.25\n")
    try write(
      "Content/data/goals.yaml",
      "- {id: g, owner: lin, dimension: performance, metric: amount, target: 350000, start: 2026-05-01, end: 2026-05-31}\n"
    )
    try write(
      "Content/plans/monthly.md",
      "---\ntitle: 月度计划\neach: member\npath: \"{month}\"\n---\n::goal\n\n::customers\n\n::calendar\n"
    )
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file with the folders around it.
  func write(_ path: String, _ bytes: Data) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }

  /// Writes a text file with the folders around it.
  func write(_ path: String, _ text: String) throws { try write(path, Data(text.utf8)) }

  /// Runs a command in the workspace.
  @discardableResult
  func run(_ arguments: String, environment: [String: String] = [:]) throws -> Program.Run {
    try Program.run("exec \"$0\" " + arguments, in: folder, environment: environment)
  }

  /// The plan as data and the page of the plan, which must come without an error.
  func plan(environment: [String: String] = [:]) throws -> [String] {
    let day = "--month 2026-05 --now 2026-05-06"
    let plan = try run("plan \(day) --format json", environment: environment)
    try #require(plan.exit == 0, "\(plan.stderr)")
    let build = try run("build \(day)", environment: environment)
    try #require(build.exit == 0, "\(build.stderr)")
    let page = try String(
      contentsOf: folder.appending(path: "Output/plans/lin/2026-05.html"), encoding: .utf8)
    return [plan.stdout, page]
  }

  /// Every file of Output by path, its manifest left out.
  func output() throws -> [String: Data] {
    let root = folder.appending(path: "Output").path
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: root)
    where name != ".salesbook.json" {
      if let bytes = FileManager.default.contents(atPath: root + "/" + name) { files[name] = bytes }
    }
    return files
  }
}
