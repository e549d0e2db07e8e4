import Foundation
import Phrases
import Testing

@testable import Workspace

/// What the machine would not do, in Chinese.
@Suite struct MachineFailureTests {
  /// The texts in quotes that stand behind a pattern anywhere in the sources.
  private func texts(behind pattern: Regex<(Substring, Substring)>) throws -> Set<String> {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")
    var found: Set<String> = []
    for name in try FileManager.default.subpathsOfDirectory(atPath: sources.path)
    where name.hasSuffix(".swift") && ["Workspace/", "salesbook/"].contains(where: name.hasPrefix) {
      let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
      found.formUnion(text.matches(of: pattern).map { String($0.1) })
    }
    return found
  }

  @Test func `no message is half in English`() throws {
    let actions = try texts(behind: /[fF]ailure\(\s*"([^"]+)"/)
    let reasons = try texts(behind: /because: "([^"\\]+)"/)
    #expect(actions.count > 20 && reasons.count > 15)
    for action in actions {
      let said = MachineFailure(action, "/", because: "-").phrase.chinese
      #expect(!said.contains(/[a-z]/), "\(said)")
    }
    // Names of programs and formats are the same in Chinese.
    let names = /UTF-8|JSON|Chromium|PDF|OpenSSL|fs\.inotify\.max_user_watches/
    for reason in reasons {
      let said = MachineFailure("write", "/", because: reason).phrase.chinese
      #expect(!said.replacing(names, with: "").contains(/[a-z]/), "\(said)")
    }
  }
}
