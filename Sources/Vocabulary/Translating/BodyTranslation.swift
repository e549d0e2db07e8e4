import Diagnostics
import Phrases

/// The text of a page of another tool, line by line.
struct BodyTranslation {
  /// What becomes of a block's two lines, and of what is between them.
  enum Open { case kept, unwrapped, hidden }

  let vocabulary: Vocabulary
  let blocks: Set<String>
  let language: Language
  let path: String
  let lines: [Substring]
  private(set) var written: [TranslatedLine] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Blocks of ours and what their author calls them, by line.
  private(set) var renamed: [Int: PageTranslation.Renaming] = [:]
  /// The title that the text begins with.
  private(set) var title: String?
  /// Whether a heading at its very beginning is the page's title.
  private var takesTitle: Bool
  private var index: Int
  private let start: Int
  private var open: [Open] = []
  private var code: CodeFence?
  /// The lines whose headings have become titles.
  private var taken: Set<Int> = []
  private var slugs = Slugs()
  /// The ids of the page's blocks and headings, in a course of Quarto's.
  private let crossReferences: Set<String>?

  init(
    vocabulary: Vocabulary, blocks: Set<String>, language: Language, path: String,
    lines: [Substring], from start: Int, takesTitle: Bool
  ) {
    self.vocabulary = vocabulary
    self.blocks = blocks
    self.language = language
    self.path = path
    self.lines = lines
    self.start = start
    self.takesTitle = takesTitle
    index = start
    crossReferences = vocabulary.base == .quarto ? Self.ids(in: lines) : nil
  }

  private static func ids(in lines: [Substring]) -> Set<String> {
    Set(
      lines.compactMap { line in
        guard line.contains("#") else { return nil }
        return WrittenFence(line)?.opening?.id ?? Heading(line)?.id
      })
  }

  private var isForeign: Bool { vocabulary.base != nil }
  private var isHidden: Bool { open.contains(.hidden) }
  private var number: Int { index + 1 }

  mutating func run() {
    while index < lines.count {
      let line = lines[index]
      let count = written.count
      if code != nil {
        stepInCode(line)
      } else if let fence = CodeFence(opening: line) {
        code = fence
        written.append(
          isForeign ? fence.translated(line, number) : TranslatedLine(line, line: number))
      } else if let fence = WrittenFence(line) {
        step(fence, line)
      } else {
        stepInText(line)
      }
      // What is for nobody leaves its lines behind.
      if isHidden { for place in count..<written.count { written[place] = TranslatedLine() } }
      index = start + written.count
    }
  }

  private mutating func stepInCode(_ line: Substring) {
    if code?.isClosed(by: line) == true { code = nil }
    written.append(TranslatedLine(line, line: number))
  }

  // MARK: Fences

  private mutating func step(_ fence: WrittenFence, _ line: Substring) {
    guard let opening = fence.opening else {
      switch open.popLast() {
      case .kept, nil: written.append(closing(fence, line))
      case .unwrapped, .hidden: written.append(blank(fence))
      }
      return
    }
    if let condition = Condition(opening), vocabulary.base == .quarto {
      return step(fence, opening, line, under: condition)
    }
    guard let named = named(opening) else {
      return stepUnknown(fence, opening, line)
    }
    guard let block = named.meaning.block else {
      open.append(.unwrapped)
      return written.append(blank(fence))
    }
    open.append(.kept)
    written.append(self.line(fence, opening, block, named.meaning, named.piece))
  }

  private func closing(_ fence: WrittenFence, _ line: Substring) -> TranslatedLine {
    guard isForeign else { return TranslatedLine(line, line: number) }
    var result = TranslatedLine()
    result.copy(fence.lead, line: number, offset: 0)
    result.write(":::", line: number, offset: fence.lead.unicodeScalars.count)
    return result
  }

  /// A line that says nothing; in a quotation it goes on with it.
  private func blank(_ fence: WrittenFence) -> TranslatedLine {
    var result = TranslatedLine()
    if fence.lead.contains(">") { result.copy(fence.lead, line: number, offset: 0) }
    return result
  }

  private func named(
    _ opening: WrittenFence.Opening
  ) -> (meaning: BlockMeaning, piece: WrittenFence.Piece?)? {
    for piece in (opening.name.map { [$0] } ?? []) + opening.classes {
      if let meaning = vocabulary.meaning(of: String(piece.text)) { return (meaning, piece) }
    }
    // Quarto tells exercises and the like by their ids: `#exr-first`.
    if vocabulary.base == .quarto, let kind = opening.id?.split(separator: "-").first,
      ["exr", "sol", "exm", "fig", "tbl", "thm", "lem", "def"].contains(kind),
      let meaning = vocabulary.meaning(of: String(kind))
    {
      return (meaning, nil)
    }
    return nil
  }

  /// A block that no name of the vocabulary begins: one of ours, one that is nearly known, or text with a
  /// class for a stylesheet.
  private mutating func stepUnknown(
    _ fence: WrittenFence, _ opening: WrittenFence.Opening, _ line: Substring
  ) {
    let names = (opening.name.map { [$0] } ?? []) + (isForeign ? opening.classes : [])
    let known = vocabulary.names + (isForeign ? blocks.sorted() : [])
    let near = names.filter { name in
      name.text.count > 3 && !blocks.contains(String(name.text))
        && nearestName(to: String(name.text), in: known) != nil
    }
    let isOurs = opening.name.map { blocks.contains(String($0.text)) } ?? false
    if near.isEmpty, !isForeign || isOurs {
      open.append(.kept)
      let text = isForeign ? Self.withoutColons(line) : line
      return written.append(TranslatedLine(text, line: number))
    }
    diagnostics += near.map { name in
      let place = Place(path: path, line: number, column: name.offset + 1)
      return .unknownForeignBlock(String(name.text), known: known, at: place)
    }
    open.append(.unwrapped)
    written.append(blank(fence))
  }

  /// A line of ours without the colons that Pandoc lets follow.
  private static func withoutColons(_ line: Substring) -> Substring {
    var line = line
    while let last = line.last, last == ":" || last == " " || last == "\t" { line.removeLast() }
    return line
  }

  private mutating func step(
    _ fence: WrittenFence, _ opening: WrittenFence.Opening, _ line: Substring,
    under condition: Condition
  ) {
    switch condition.shown {
    case .always:
      open.append(.unwrapped)
      written.append(blank(fence))
    case .never:
      open.append(.hidden)
      written.append(blank(fence))
    case .editions(let editions):
      open.append(.kept)
      var result = TranslatedLine()
      result.copy(fence.lead, line: number, offset: 0)
      let offset = opening.classes.first?.offset ?? fence.lead.unicodeScalars.count
      result.write(
        ":::only{edition=\"\(editions.joined(separator: ","))\"}", line: number, offset: offset)
      written.append(result)
    }
  }

  // MARK: The line that begins a block

  private mutating func line(
    _ fence: WrittenFence, _ opening: WrittenFence.Opening, _ block: String,
    _ meaning: BlockMeaning, _ name: WrittenFence.Piece?
  ) -> TranslatedLine {
    let lead = fence.lead.unicodeScalars.count
    var result = TranslatedLine()
    result.copy(fence.lead, line: number, offset: 0)
    result.write(":::", line: number, offset: lead)
    result.write(block, line: number, offset: name?.offset ?? lead)
    if let name, name.text != block {
      renamed[number] = PageTranslation.Renaming(ours: block, theirs: String(name.text))
    }
    var id = opening.id
    let given = opening["title"] ?? opening["name"]
    if let title = opening.title {
      result.write("[", line: number, offset: max(0, title.offset - 1))
      result.copy(title.text, line: number, offset: title.offset)
      result.write("]", line: number, offset: title.offset)
    } else if isForeign, let given {
      result.write("[\(Heading.bracketed(given[...]))]", line: number, offset: lead)
    } else if isForeign, meaning.takesHeading, let (place, heading) = heading() {
      taken.insert(place)
      if !heading.says(block) {
        result.write("[", line: place + 1, offset: heading.offset)
        result.copy(Heading.bracketed(heading.text), line: place + 1, offset: heading.offset)
        result.write("]", line: place + 1, offset: heading.offset)
        id = id ?? heading.id ?? slugs.take(heading.text)
      }
    } else if isForeign, let title = meaning.title {
      result.write("[\(title.text(in: language))]", line: number, offset: lead)
    }
    let options = options(opening, meaning, id: id)
    if !options.isEmpty { result.write("{\(options)}", line: number, offset: lead) }
    return result
  }

  /// The options that mean something here.
  private func options(
    _ opening: WrittenFence.Opening, _ meaning: BlockMeaning, id: String?
  ) -> String {
    let ours: Set<String> = ["time", "mode", "objective", "edition", "audience", "see"]
    var written = opening.options.filter { !isForeign || ours.contains($0.key) }
    let fixed = meaning.options.split(separator: " ").filter { option in
      let key = option.prefix { $0 != "=" }
      return !written.contains { $0.key == key }
    }
    if isForeign { written.removeAll { $0.value.isEmpty } }
    let classes =
      isForeign ? [] : opening.classes.filter { _ in opening.isPlain }.map { ".\($0.text)" }
    return
      ((id.map { ["#" + $0] } ?? []) + classes + fixed.map(String.init)
      + written.map { $0.written.contains("'") ? "\($0.key)=\"\($0.value)\"" : String($0.written) })
      .joined(separator: " ")
  }

  /// The heading that begins the block, and the index of its line.
  private func heading() -> (Int, Heading)? {
    let next = lines[(index + 1)...].firstIndex { line in
      !line.allSatisfy { $0 == " " || $0 == "\t" || $0 == ">" }
    }
    return next.flatMap { place in Heading(lines[place]).map { (place, $0) } }
  }

  // MARK: Text

  private mutating func stepInText(_ line: Substring) {
    guard isForeign else { return written.append(TranslatedLine(line, line: number)) }
    if taken.contains(index) {
      return written.append(TranslatedLine(line.prefix { $0 == ">" || $0 == " " }, line: number))
    }
    if let heading = Heading(line) { return step(heading, line) }
    if WrittenFence.trimmed(line).isEmpty {
      return written.append(TranslatedLine(line, line: number))
    }
    takesTitle = false
    if let definition = DefinitionList.definition(line) {
      let offset = line[..<definition.startIndex].unicodeScalars.count
      written += InlineTranslation.lines(
        [definition], from: number, crossReferences: crossReferences, offset: offset)
      return
    }
    if DefinitionList.isTerm(lines, at: index) {
      return written.append(DefinitionList.term(line, number))
    }
    let end = paragraphEnd
    let translated = InlineTranslation.lines(
      lines[index..<end], from: number, crossReferences: crossReferences)
    written += translated
  }

  /// The end of the lines that belong together.
  private var paragraphEnd: Int {
    var end = index + 1
    while end < lines.count, !WrittenFence.trimmed(lines[end]).isEmpty,
      WrittenFence(lines[end]) == nil, CodeFence(opening: lines[end]) == nil,
      Heading(lines[end]) == nil, DefinitionList.definition(lines[end]) == nil,
      !DefinitionList.isTerm(lines, at: end)
    { end += 1 }
    return end
  }

  private mutating func step(_ heading: Heading, _ line: Substring) {
    if takesTitle, heading.level == 1, open.isEmpty {
      takesTitle = false
      title = String(heading.text)
      return written.append(TranslatedLine())
    }
    takesTitle = false
    var result = TranslatedLine()
    let before = line[..<heading.text.startIndex]
    result.copy(before, line: number, offset: 0)
    let text = InlineTranslation.lines(
      [heading.text], from: number, crossReferences: crossReferences, offset: heading.offset)
    result.copy(text.first?.text ?? String(heading.text), line: number, offset: heading.offset)
    if let id = heading.id {
      result.write(" {#\(id)}", line: number, offset: heading.offset)
    } else if let slug = slugs.take(heading.text), Slugs.needsSaying(heading.text) {
      result.write(" {#\(slug)}", line: number, offset: heading.offset)
    }
    written.append(result)
  }
}
