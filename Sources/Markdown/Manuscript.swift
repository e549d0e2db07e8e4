package import Diagnostics

/// A page as its author wrote it, for all its readers at once: which blocks it has, from where to
/// where, and what each reader's page is made from.
///
/// What a reader may not see is taken out of the text before anything in it is resolved, numbered,
/// defined or referred to; only what is left is read as a page. So the page is the same whatever
/// stands inside the blocks that were taken out.
///
///     let source = SourceFile(path: "a.md", text: "# 甲\n\n:::notes\n# 甲\n:::\n\n# 甲\n")
///     let manuscript = Manuscript.read(source).value
///     let page = manuscript.page { $0.name != "notes" }
///     page.value.render().headings.map(\.id)  // ["甲", "甲-1"]
package struct Manuscript: Hashable, Sendable {
  private let whole: Document

  /// A page of people needs two: nobody puts footnotes in footnotes in footnotes.
  private static let mostRounds = 8

  /// Every directive in source order, one for each line that begins a block.
  package var directives: [Directive] { whole.directives }

  /// What the author wrote, without the head.
  package var bytes: [UInt8] { whole.source.bytes }

  /// Reads a page's blocks.
  ///
  /// - Parameters:
  ///   - source: the file; front matter is left out by saying where the page's own text begins.
  ///   - start: the byte of the file at which the page begins.
  ///   - firstLine: the number of the line that begins there.
  ///   - options: how the page is read.
  /// - Returns: the manuscript, and what is wrong with its bytes and its blocks: what is wrong for
  ///   each of its readers is told with their page.
  package static func read(
    _ source: SourceFile, from start: Int = 0, firstLine: Int = 1,
    options: ParsingOptions = ParsingOptions()
  ) -> Parsed<Manuscript> {
    let text = source.bytes[min(start, source.bytes.count)...]
    guard text.count <= SizeLimit.source else {
      let whole = Document.empty(source.path, firstLine: firstLine, options)
      let place = Place(path: source.path, line: firstLine)
      return Parsed(Manuscript(whole: whole), [.tooBig(at: place)])
    }
    var found: [Diagnostic] = []
    let whole = Document.read(
      Array(text), of: source.path, firstLine: firstLine, options, &found)
    found += typedGaps(in: whole.source)
    return Parsed(Manuscript(whole: whole), found.sorted())
  }

  /// Lines that somebody wrote and that mean a place where a block was left out: they would vanish.
  private static func typedGaps(in source: SourceMap) -> [Diagnostic] {
    guard source.bytes.holds(CutText.gap) else { return [] }
    return source.lineStarts.indices.compactMap { index in
      guard source.bytes(ofLine: index + 1).firstRange(ofText: CutText.gap) != nil else {
        return nil
      }
      return .reservedLine(at: source.place(line: index + 1, column: 1))
    }
  }

  /// The page for one reader, and what is wrong with it: of each directive it is asked whether it is
  /// shown, and of none that stands inside one that is not.
  package func page(showing shows: (Directive) -> Bool) -> Parsed<Document> {
    var found: [Diagnostic] = []
    var page = whole
    // A footnote that takes the place of one that was left out can bring blocks of its own.
    var rounds = 0
    while let hidden = page.extents(hiding: shows) {
      rounds += 1
      guard rounds <= Self.mostRounds else {
        return Parsed(
          Document.empty(page.source.path, firstLine: page.source.firstLine, page.options),
          found + [.endlessCut(at: page.source.place(line: hidden[0].lines.lowerBound, column: 1))])
      }
      let cut = CutText(page.source, without: hidden)
      page = Document.read(
        cut.bytes, of: page.source.path, firstLine: page.source.firstLine,
        numbers: cut.lineNumbers, page.options, &found)
    }
    page.finish(&found)
    return Parsed(page, found.sorted())
  }
}

extension Document {
  /// The directives that are not shown, none inside another; nil where all are shown.
  fileprivate func extents(hiding shows: (Directive) -> Bool) -> [Extent]? {
    var hidden: [Extent] = []
    // Footnotes stand at the end of the tree, wherever they are in the text.
    let sorted = zip(directives, extents).sorted {
      $0.1.lines.lowerBound < $1.1.lines.lowerBound
    }
    for (directive, extent) in sorted {
      if let last = hidden.last, last.lines.contains(extent.lines.lowerBound) { continue }
      if !shows(directive) { hidden.append(extent) }
    }
    return hidden.isEmpty ? nil : hidden
  }
}
