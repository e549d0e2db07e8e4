import Foundation
import Testing

/// The examples of GitHub's specification, read from the package `cmark-gfm`, where it is installed.
struct SpecificationTests {
  private static let path = "/usr/share/doc/cmark-gfm/spec.txt.gz"

  /// One example: its line in the specification, the Markdown and the HTML.
  struct Example {
    let line: Int
    var kind = ""
    var markdown = ""
    var html = ""
  }

  @Test func `passes every example that the library's own program passes`() throws {
    guard FileManager.default.fileExists(atPath: Self.path) else {
      print("SKIPPED: no specification at \(Self.path): install the package cmark-gfm")
      return
    }
    let examples = Self.examples(in: try Self.specification())
    #expect(examples.count == 671)
    let failed = examples.filter {
      rendered($0.markdown, plain: true, unsafe: true) != $0.html
    }
    // Five examples say what holds without bare links, one what the tag filter does.
    #expect(failed.map(\.line) == [9096, 9143, 9159, 9180, 9187, 9661])
  }

  private static func specification() throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/gzip")
    process.arguments = ["-dc", path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  private static func examples(in specification: String) -> [Example] {
    let fence = String(repeating: "`", count: 32)
    var examples: [Example] = []
    var current: Example?
    var readsHTML = false
    for (index, line) in specification.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      let text = line.replacing("→", with: "\t") + "\n"
      if current == nil, line.hasPrefix(fence + " example") {
        current = Example(line: index + 1, kind: String(line.dropFirst(fence.count + 8)))
        readsHTML = false
      } else if let example = current, line == fence {
        if !example.kind.contains("disabled") { examples.append(example) }
        current = nil
      } else if line == "." {
        readsHTML = true
      } else if readsHTML {
        current?.html += text
      } else {
        current?.markdown += text
      }
    }
    return examples
  }
}
