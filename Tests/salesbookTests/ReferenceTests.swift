import Foundation
import Testing

/// The reference for authors, Documentation/reference: it builds, and what it shows is what it prints.
@Suite struct `The pages of the reference for authors` {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func content(_ language: String) -> URL {
    root.appending(path: "Documentation/reference/\(language)/Content")
  }

  private static func pages(_ language: String) throws -> [(name: String, text: String)] {
    try FileManager.default.contentsOfDirectory(atPath: content(language).path).sorted()
      .filter { $0.hasSuffix(".md") }.map { name in
        (
          name,
          try String(contentsOf: content(language).appending(path: name), encoding: .utf8)
        )
      }
  }

  @Test(arguments: ["zh-Hans", "en"]) func `build without a warning, and are set out`(
    language: String
  ) throws {
    let folder = Self.content(language).deletingLastPathComponent()
    for command in ["check --strict --now 2026-11-23", "fmt --check"] {
      let run = try Program.run("$0 \(command)", in: folder)
      #expect(run.exit == 0, "\(command): \(run.stdout)\(run.stderr)")
    }
  }

  @Test(arguments: ["zh-Hans", "en"]) func `print below each source just that source`(
    language: String
  ) throws {
    var count = 0
    for page in try Self.pages(language) {
      let parts = page.text.components(separatedBy: "\n````markdown\n").dropFirst()
      for part in parts {
        let halves = part.components(separatedBy: "\n````\n")
        #expect(halves.count == 2, "\(page.name): \(part.prefix(60))")
        guard halves.count == 2 else { continue }
        #expect(
          halves[1].hasPrefix("\n" + halves[0] + "\n"), "\(page.name): \(halves[0])")
        count += 1
      }
    }
    #expect(count > 40)
  }

  @Test(arguments: ["zh-Hans", "en"]) func `show their own heads as they are`(
    language: String
  ) throws {
    let shown = try Self.pages(language).filter { $0.text.contains("\n```yaml\n") }
    #expect(shown.count == 4)
    for page in shown {
      let head = page.text.components(separatedBy: "\n---\n")[0].dropFirst("---\n".count)
      #expect(page.text.contains("\n```yaml\n\(head)\n```\n"), "\(page.name)")
    }
  }

  @Test(arguments: ["zh-Hans", "en"]) func `have every key of a head`(language: String) throws {
    let source = try String(
      contentsOf: Self.root.appending(path: "Sources/Pages/Heads/FrontMatter+Reading.swift"),
      encoding: .utf8)
    let text = try Self.pages(language).map(\.text).joined(separator: "\n")
    let keys =
      source.matches(of: /reader\.[a-z]+\(\s*"([a-z]+)"/).map { String($0.1) } + ["book", "values"]
    #expect(keys.count > 18)
    for key in keys { #expect(text.contains("| `\(key)`"), "\(language): \(key)") }
  }
}
