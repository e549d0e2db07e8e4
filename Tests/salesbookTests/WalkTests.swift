import Foundation
import Testing
import Workspace

/// Invented workspaces, walked page by page and sheet by sheet: no number has two values, none of the
/// future is without its day, and parts add up to their sums.
///
/// `Scripts/walk-workspaces` does the walking, and says of any seed what is wrong with it:
///
///     Scripts/walk-workspaces .build/debug/salesbook 17
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"), "no python3"))
struct `A walk through any workspace` {
  /// 19, 32, 43 and 47 have been seen to find something: amounts with cents on a team's page, a goal without
  /// a rate that could not be exported.
  @Test(arguments: [1, 2, 3, 4, 5, 19, 32, 43, 47])
  func `finds nothing that contradicts itself`(seed: Int) throws {
    #expect(try walk(seed) == "")
  }

  private func walk(_ seed: Int) throws -> String {
    let script = Site.repository.appending(path: "Scripts/walk-workspaces")
    let call = ProgramCall(
      "/usr/bin/python3", ["-B", script.path, Program.path, "\(seed)"],
      environment: ["LANG": "C.UTF-8", "TZ": "UTC", "SALESBOOK_MESSAGES": "en"],
      limits: ProgramLimits(time: .seconds(300)))
    let result = try call.run()
    try #require(result.ending == .exited(0), "\(String(decoding: result.errors, as: UTF8.self))")
    return String(decoding: result.output, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
