package import Diagnostics
package import Phrases

/// A page in our words, made of one in the words of another tool before anything in it is read.
///
/// Lines stay where they are, so that what is wrong with the page is told at its author's line; columns are
/// led back by `original(of:)`.
package struct PageTranslation: Sendable {
  /// The page in our words.
  package let bytes: [UInt8]
  /// The title that stands in its text instead of its head.
  package let title: String?
  /// What is wrong with names, told at the author's places.
  package let diagnostics: [Diagnostic]
  /// The lines that are not as they were, by their numbers.
  private let changed: [Int: TranslatedLine]
  /// How many lines the author wrote.
  private let count: Int
  private let renamed: [Int: Renaming]

  /// A block of ours and what its author calls it.
  struct Renaming: Hashable, Sendable {
    let ours: String
    let theirs: String
  }

  /// What is added at a page's end: definitions of links that a course keeps in a file of its own, and
  /// what a course's first page lists.
  package struct Addition: Hashable, Sendable {
    /// The lines that define links, `[name]: address`.
    package var links = ""
    /// Markdown behind everything else.
    package var closing = ""

    /// Nothing.
    package init() {}
  }

  init(
    bytes: [UInt8], title: String? = nil, diagnostics: [Diagnostic] = [],
    changed: [Int: TranslatedLine] = [:], renamed: [Int: Renaming] = [:], count: Int = .max
  ) {
    self.bytes = bytes
    self.title = title
    self.diagnostics = diagnostics
    self.changed = changed
    self.renamed = renamed
    self.count = count
  }

  /// What is wrong with this page as its author is told: at the author's place, in the author's words.
  package func original(of diagnostic: Diagnostic) -> Diagnostic {
    let place = original(of: diagnostic.place)
    guard let name = renamed[diagnostic.place.line] else { return diagnostic.placed(at: place) }
    func told(_ phrase: Phrase) -> Phrase {
      func renamed(_ text: String) -> String {
        text.replacing("“\(name.ours)”", with: "“\(name.theirs)”")
      }
      return Phrase(zh: "\(renamed(phrase.chinese))", en: "\(renamed(phrase.english))")
    }
    return diagnostic.saying(told(diagnostic.message)).placed(at: place)
  }

  /// Where something stands in the author's page, from where it stands in this one.
  package func original(of place: Place) -> Place {
    if place.line > count { return Place(path: place.path, line: count) }
    guard place.column > 0, let line = changed[place.line],
      let original = line.original(ofColumn: place.column)
    else { return place }
    return Place(path: place.path, line: original.line, column: original.column)
  }
}

extension Vocabulary {
  /// A page in our words.
  ///
  /// - Parameters:
  ///   - page: the page as its author wrote it.
  ///   - blocks: the names of our own blocks, which mean themselves.
  ///   - language: the language of titles that a block of another tool has by itself.
  ///   - addition: what is added at its end.
  /// - Returns: the page, and how its places lead back to the author's.
  ///
  ///     let page = SourceFile(path: "a.md", text: "::::: challenge\n\n## 试一试\n\n:::::\n")
  ///     Vocabulary(base: .carpentries).translation(of: page, blocks: [], in: .chinese).bytes
  ///     // ":::exercise[试一试]{#试一试}\n\n\n\n:::\n"
  package func translation(
    of page: SourceFile, blocks: Set<String>, in language: Language,
    adding addition: PageTranslation.Addition = PageTranslation.Addition()
  ) -> PageTranslation {
    // What is no text is told by whoever reads the page.
    guard !isOurs, let text = String(validating: page.bytes, as: UTF8.self) else {
      return PageTranslation(bytes: page.bytes)
    }
    let lines = text.utf8.split(separator: 10, omittingEmptySubsequences: false).map { line in
      Substring(line.last == 13 ? line.dropLast() : line)
    }
    let head = HeadTranslation(lines, isForeign: base != nil)
    var body = BodyTranslation(
      vocabulary: self, blocks: blocks, language: language, path: page.path, lines: lines,
      from: head.lines.count, takesTitle: base != nil && !head.hasTitle)
    body.run()
    let written = head.lines + body.written
    var changed: [Int: TranslatedLine] = [:]
    for (index, line) in written.enumerated() where line.text[...] != lines[index] {
      changed[index + 1] = line
    }
    var result = written.map(\.text).joined(separator: "\n")
    result += addition.text(for: result)
    return PageTranslation(
      bytes: Array(result.utf8), title: body.title, diagnostics: body.diagnostics,
      changed: changed, renamed: body.renamed, count: lines.count)
  }
}

extension PageTranslation.Addition {
  /// What to add to a page: of the definitions those that it uses and does not have.
  fileprivate func text(for page: String) -> String {
    var lines: [Substring] = []
    let lowercased = links.isEmpty ? "" : page.lowercased()
    for line in links.split(separator: "\n") {
      guard line.hasPrefix("["), let end = line.firstRange(of: "]:") else { continue }
      let label = line[..<end.lowerBound].lowercased() + "]"
      if lowercased.contains(label), !lowercased.contains(label + ":") { lines.append(line) }
    }
    var text = lines.isEmpty ? "" : "\n\n" + lines.joined(separator: "\n") + "\n"
    if !closing.isEmpty { text += "\n\n" + closing }
    return text
  }
}
