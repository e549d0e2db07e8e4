import Diagnostics
import Foundation
import Phrases
import Testing

/// Every diagnostic, made by its factory in both languages.
@Suite struct `Every diagnostic` {
  @Test(arguments: Factories.modules.map(\.name)) func `is made by one of the lists`(
    module: String
  ) throws {
    let declared = try DeclaredFactory.all(in: module)
    let written = try text(of: "Factories/\(module)+Factories.swift")
    #expect(!declared.isEmpty)
    for (name, times) in declared {
      let calls = try written.matches(of: calls(of: name)).count
      #expect(
        calls >= times,
        "\(module): \(name) stands in no list, or in fewer than its \(times) forms")
    }
  }

  @Test func `is declared in a module that has a list`() throws {
    let listed = Set(Factories.modules.map(\.name))
    for module in try SourceText.modules where !listed.contains(module) {
      let declared = try DeclaredFactory.all(in: module)
      #expect(declared.isEmpty, "\(module) has factories and no list")
    }
  }

  @Test func `is made by a factory and nowhere else`() throws {
    for module in try SourceText.modules {
      for text in try SourceText.all(in: module) {
        let rest = text.replacing(DeclaredFactory.extensions, with: "")
        let made = rest.matches(of: /\n[^\/\n]*\bDiagnostic\(\s*id:/)
        #expect(made.isEmpty, "\(module): \(made.first.map { String($0.output) } ?? "")")
      }
    }
  }

  @Test(arguments: texts) func `says no word of Chinese in English`(said: SaidText) {
    // Units are written as tables write them, in either language.
    let words = said.phrase.english.replacing(SaidText.quoted, with: "…").replacing(/万?元/, with: "")
    #expect(!words.hasHan, "\(said)")
  }

  @Test(arguments: texts) func `says no English sentence in Chinese`(said: SaidText) {
    let words = said.phrase.chinese.replacing(SaidText.quoted, with: "…")
    let sentence = /(^|[^-\w<.])[a-z]{2,} [a-z]{2,} [a-z]{2,}/
    #expect(!words.contains(sentence), "\(said)")
    let english = said.phrase.english.replacing(SaidText.quoted, with: "…")
    if english.contains(/[a-z]{2,} [a-z]{2,}/) {
      #expect(words.hasHan, "\(said)")
    }
  }

  @Test(arguments: texts) func `names in both languages what the user wrote`(said: SaidText) {
    // What libyaml says of a syntax error, it says in English.
    guard said.id != "YAML yaml.syntax" else { return }
    #expect(names(said.phrase.chinese) == names(said.phrase.english), "\(said)")
  }

  @Test(arguments: texts) func `ends without a full stop`(said: SaidText) {
    #expect(!said.phrase.english.hasSuffix("."), "\(said)")
    #expect(!said.phrase.chinese.hasSuffix("。"), "\(said)")
    #expect(!said.phrase.english.isEmpty && !said.phrase.chinese.isEmpty, "\(said)")
  }

  static let texts = Factories.modules.flatMap { module in
    module.diagnostics.flatMap { SaidText.all(of: $0, in: module.name) }
  }

  private func names(_ text: String) -> Set<String> {
    Set(text.matches(of: /q[0-9]+/).map { String($0.output) })
  }

  private func calls(of name: String) throws -> Regex<Substring> {
    try Regex("\\.\(name)\\b", as: Substring.self)
  }

  private func text(of path: String) throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    return try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }
}

/// A message, an expectation or a way to mend it, and whose it is.
struct SaidText: CustomTestStringConvertible, CustomStringConvertible {
  let id: String
  let phrase: Phrase

  /// What stands in quotes, is code or a command: the user's words and the program's, in any language.
  static var quoted: Regex<Substring> {
    /“[^”]*”|「[^」]*」|`[^`]*`|\{\{.*\}\}|(?:salesbook|sudo) [a-z -]+/
  }

  static func all(of diagnostic: Diagnostic, in module: String) -> [SaidText] {
    [diagnostic.message, diagnostic.expected, diagnostic.fix].compactMap { $0 }.map {
      SaidText(id: "\(module) \(diagnostic.id)", phrase: $0)
    }
  }

  var description: String { "\(id): \(phrase.chinese) | \(phrase.english)" }
  var testDescription: String { description }
}

/// The factories that a module's sources declare.
enum DeclaredFactory {
  /// An `extension Diagnostic { … }` with all that is in it.
  static var extensions: Regex<Substring> { /\nextension Diagnostic \{(?s:.*?)\n\}/ }

  /// How many forms each name has, of the static functions and values of `extension Diagnostic`.
  ///
  /// What is private is made by another of them.
  static func all(in module: String) throws -> [String: Int] {
    var found: [String: Int] = [:]
    for text in try SourceText.all(in: module) {
      for part in text.matches(of: extensions) {
        let declared = /\n  (?:package |fileprivate )?static (?:func|var|let) (\w+)/
        for match in part.output.matches(of: declared) {
          found[String(match.output.1), default: 0] += 1
        }
      }
    }
    return found
  }
}

/// The texts of the sources.
enum SourceText {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources").standardizedFileURL

  /// The modules that have Swift in them.
  static var modules: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().filter {
        try !all(in: $0).isEmpty
      }
    }
  }

  static func all(in module: String) throws -> [String] {
    let root = folder.appending(path: module)
    return try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
      .filter { $0.hasSuffix(".swift") }
      .map { try String(contentsOf: root.appending(path: $0), encoding: .utf8) }
  }
}

extension String {
  fileprivate var hasHan: Bool { unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) } }
}
