import Foundation
import Testing

/// Every phrase of the program, read from its sources.
///
/// Each factory of a diagnostic, each help and each note is written as `Phrase(zh: …, en: …)`, so
/// what holds for all of these holds for all that is said, whichever input would bring it about.
@Suite struct `Every phrase of the sources` {
  @Test func `is found`() {
    // As many as there are diagnostics, at the least.
    #expect(SourcePhrase.all.count > 600)
  }

  @Test func `has no Han in English`() {
    // Units are written as tables write them, in either language.
    let wrong = SourcePhrase.all.filter { phrase in
      phrase.english.words.replacing("万元", with: "").replacing("元", with: "")
        .contains(where: \.isHan)
    }
    #expect(wrong.map(\.description) == [])
  }

  @Test func `has no English sentence in Chinese`() {
    let wrong = SourcePhrase.all.filter { phrase in
      phrase.chinese.words.contains(/(^|[^-\w<.])[a-z]+ [a-z]+ [a-z]+ [a-z]+($|[^\w])/)
        && !phrase.chinese.words.contains("salesbook ")
    }
    #expect(wrong.map(\.description) == [])
  }

  @Test func `says something in Chinese wherever it does in English`() {
    let wrong = SourcePhrase.all.filter { phrase in
      phrase.english.words.contains(/[a-z]{2,} [a-z]{2,}/)
        && !phrase.chinese.words.contains(where: \.isHan)
    }
    #expect(wrong.map(\.description) == [])
  }

  @Test func `has full-width punctuation between Chinese words`() {
    let wrong = SourcePhrase.all.filter { phrase in
      let letters = Array(phrase.chinese.words)
      return letters.indices.dropFirst().dropLast().contains { index in
        ",;?!".contains(letters[index]) && letters[index - 1].isHan && letters[index + 1].isHan
      }
    }
    #expect(wrong.map(\.description) == [])
  }
}

/// A `Phrase(zh: …, en: …)` and where it is written.
private struct SourcePhrase: CustomStringConvertible {
  let chinese: Literal
  let english: Literal
  let place: String

  var description: String { "\(place): \(chinese.words) | \(english.words)" }

  static let all: [SourcePhrase] = {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources")
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: sources.path)) ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().flatMap { path in
      let text = FileManager.default.contents(atPath: sources.appending(path: path).path)
        .map { String(decoding: $0, as: UTF8.self) }
      return phrases(in: Array(text ?? ""), path)
    }
  }()

  private static func phrases(in text: [Character], _ path: String) -> [SourcePhrase] {
    var found: [SourcePhrase] = []
    var chinese: Literal?
    var index = 0
    while index < text.count {
      if text[index...].starts(with: "//") {
        index = text[index...].firstIndex(of: "\n") ?? text.count
      } else if text[index...].starts(with: "zh: \""), !text[index...].starts(with: "zh: \"\"\"") {
        chinese = Literal(text, from: &index)
      } else if text[index...].starts(with: "en: \""), let first = chinese,
        !text[index...].starts(with: "en: \"\"\"")
      {
        let english = Literal(text, from: &index)
        found.append(SourcePhrase(chinese: first, english: english, place: path))
        chinese = nil
      } else {
        index += 1
      }
    }
    return found
  }
}

/// The literals of one language, which may be joined by `+`; their holes are left out.
private struct Literal {
  var words = ""

  init(_ text: [Character], from index: inout Int) {
    index += 4
    read(text, &index)
    while let next = Self.continuation(text, index) {
      index = next
      read(text, &index)
    }
  }

  /// The next literal's quote behind `+`.
  private static func continuation(_ text: [Character], _ index: Int) -> Int? {
    var index = index
    func skip() { while index < text.count, text[index].isWhitespace { index += 1 } }
    skip()
    guard index < text.count, text[index] == "+" else { return nil }
    index += 1
    skip()
    return index < text.count && text[index] == "\"" ? index : nil
  }

  private mutating func read(_ text: [Character], _ index: inout Int) {
    index += 1
    while index < text.count, text[index] != "\"" {
      if text[index] == "\\", text[index + 1] == "(" {
        index += 2
        Self.skipHole(text, &index)
        words.append("…")
      } else {
        if text[index] == "\\" { index += 1 }
        words.append(text[index])
        index += 1
      }
    }
    index += 1
  }

  private static func skipHole(_ text: [Character], _ index: inout Int) {
    var depth = 1
    while index < text.count, depth > 0 {
      if text[index] == "\"" {
        var inner = Literal.empty
        inner.read(text, &index)
        continue
      }
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" { depth -= 1 }
      index += 1
    }
  }

  private static var empty: Literal { Literal() }

  private init() {}
}

extension Character {
  fileprivate var isHan: Bool {
    unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
  }
}
