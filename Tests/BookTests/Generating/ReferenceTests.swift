import Diagnostics
import Foundation
import Pages
import Testing

@testable import Book

/// The reference for authors, Documentation/reference: nothing of the program is missing in it.
@Suite struct `The reference for authors` {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Documentation/reference")

  private static func pages(_ language: String) throws -> String {
    let content = folder.appending(path: "\(language)/Content")
    return try FileManager.default.contentsOfDirectory(atPath: content.path).sorted()
      .filter { $0.hasSuffix(".md") }
      .map { try String(contentsOf: content.appending(path: $0), encoding: .utf8) }
      .joined(separator: "\n## ")
  }

  /// What is said of a block, up to the next.
  private static func section(of name: String, in pages: String) -> String? {
    pages.components(separatedBy: "\n## ").first { $0.hasPrefix("`\(name)`\n") }
  }

  @Test(arguments: ["zh-Hans", "en"]) func `has every block with every option`(
    language: String
  ) throws {
    let pages = try Self.pages(language)
    for kind in BlockKinds.all {
      guard let section = Self.section(of: kind.name, in: pages) else {
        Issue.record("\(language): nothing is said of \(kind.name)")
        continue
      }
      var reader = AttributeReader(
        name: kind.name, at: Place(path: "a.md", line: 1, column: 1), [])
      _ = kind.init(&reader)
      for option in reader.asked {
        #expect(section.contains("`\(option)`"), "\(language): \(kind.name) \(option)")
      }
    }
  }

  @Test(arguments: ["zh-Hans", "en"]) func `has every edition and every audience`(
    language: String
  ) throws {
    let pages = try Self.pages(language)
    for name in Edition.allCases.map(\.rawValue) + Audience.allCases.map(\.rawValue) {
      #expect(pages.contains("| `\(name)`"), "\(language): \(name)")
    }
  }
}
