import Foundation
import Testing

@Suite struct VersionTests {
  /// The headings of the changelog's versions, newest first: `Unreleased`, `0.1.0`.
  private func versions() throws -> [Substring] {
    let file = Site.repository.appending(path: "CHANGELOG.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let heading = /## \[([^\]]+)\](?: - [0-9]{4}-[0-9]{2}-[0-9]{2})?/
    return try text.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { line in
      try #require(line.wholeMatch(of: heading), "\(line)").output.1
    }
  }

  @Test func `the program prints the changelog's newest version`() throws {
    let released = try versions().filter { $0 != "Unreleased" }
    let run = try Program.run("exec \"$0\" --version", in: FileManager.default.temporaryDirectory)
    #expect(run.exit == 0)
    #expect(run.stdout == "\(try #require(released.first))\n")
  }

  @Test func `the changelog's versions go down and what is not released stands first`() throws {
    let versions = try versions()
    #expect(versions.first == "Unreleased")
    let numbers = try versions.dropFirst().map { version in
      try version.split(separator: ".").map { try #require(Int($0)) }
    }
    #expect(!numbers.isEmpty)
    #expect(numbers.allSatisfy { $0.count == 3 })
    for (newer, older) in zip(numbers, numbers.dropFirst()) {
      #expect(older.lexicographicallyPrecedes(newer))
    }
  }
}
