import Foundation
import Testing

/// In which order the system is asked to write: what a power cut leaves depends on it.
@Suite(
  .enabled(
    if: FileManager.default.isExecutableFile(atPath: "/usr/bin/strace"), "strace is not installed"))
struct `What a power cut can leave` {
  /// The calls of a command that have to do with what is on the disk, in their order.
  private func calls(_ command: String, in site: Site) throws -> [String] {
    let trace = site.folder.appending(path: "trace").path
    let run = try Program.run(
      "strace -f -qq -y -o '\(trace)' -e trace=syncfs,fsync,renameat,renameat2,symlinkat \"$0\" "
        + command, in: site.folder)
    try #require(run.exit == 0, "\(run.stdout)\(run.stderr)")
    return try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n")
      .map { String($0.drop { !$0.isLetter }) }
  }

  private func site() throws -> Site { try Site(kind: "plan", language: "en", now: "2026-12-01") }

  @Test func `a build is on the disk before it takes the old one's place`() throws {
    let site = try site()
    try site.run("build --month 2026-12 --now 2026-12-01")
    try site.edit("Content/plans/monthly.md") { $0 += "\nmore\n" }
    let calls = try calls("build --month 2026-12 --now 2026-12-01", in: site)
    let flushed = try #require(calls.firstIndex { $0.hasPrefix("syncfs(") })
    let swapped = try #require(
      calls.firstIndex { $0.hasPrefix("renameat2(") && $0.contains("\"Output\"") })
    #expect(flushed < swapped)
    #expect(calls[swapped...].contains { $0.hasPrefix("fsync(") }, "the folder's names")
  }

  @Test func `a release is on the disk before readers are led to it`() throws {
    let site = try site()
    let calls = try calls("publish --to srv --month 2026-12 --now 2026-12-01", in: site)
    let led = try #require(
      calls.firstIndex { $0.hasPrefix("renameat(") && $0.contains("\"current\"") })
    let named = try #require(
      calls[..<led].lastIndex { $0.hasPrefix("renameat(") && $0.contains("\".new\"") })
    // All of it is written, then gets its name, which is written, and then the link turns.
    #expect(calls[..<named].contains { $0.hasPrefix("syncfs(") && $0.contains(".new") })
    #expect(calls[named..<led].contains { $0.hasPrefix("fsync(") && $0.contains("releases") })
    #expect(calls[led...].contains { $0.hasPrefix("fsync(") })
  }
}
