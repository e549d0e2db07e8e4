package import Diagnostics

extension Document {
  /// Reads a page with all its blocks, as if one reader could see them all.
  ///
  /// - Parameters:
  ///   - source: the file; front matter is left out by saying where the page's own text begins.
  ///   - start: the byte of the file at which the page begins.
  ///   - firstLine: the number of the line that begins there.
  ///   - options: how the page is read.
  /// - Returns: the page and what is wrong with it. A page that would cost too much to read is
  ///   empty and has a diagnostic that names the place.
  ///
  /// For example, a page of one heading and one paragraph:
  ///
  ///     let page = Document.parse(SourceFile(path: "a.md", text: "# 目标\n\n**重点。**后面"))
  ///     page.value.render().headings[0].id  // "目标"
  package static func parse(
    _ source: SourceFile, from start: Int = 0, firstLine: Int = 1,
    options: ParsingOptions = ParsingOptions()
  ) -> Parsed<Document> {
    let manuscript = Manuscript.read(source, from: start, firstLine: firstLine, options: options)
    let page = manuscript.value.page { _ in true }
    return Parsed(page.value, (manuscript.diagnostics + page.diagnostics).sorted())
  }

  /// A text in which nothing stands.
  static func empty(_ path: String, firstLine: Int, _ options: ParsingOptions) -> Document {
    let source = SourceMap(path: path, bytes: [], lineStarts: [0], firstLine: firstLine)
    return Document(source: source, options: options)
  }

  /// Reads the blocks of a text; what depends on all that is left is done by `finish`.
  ///
  /// `numbers` are those of its lines in the file, where lines were left out.
  static func read(
    _ text: [UInt8], of path: String, firstLine: Int, numbers: [Int32] = [],
    _ options: ParsingOptions, _ diagnostics: inout [Diagnostic]
  ) -> Document {
    let preparation = text.withUnsafeBufferPointer { PageScanner.scan($0, plain: options.plain) }
    var map = SourceMap(
      path: path, bytes: text, lineStarts: preparation.lineStarts, firstLine: firstLine,
      lineNumbers: numbers)
    if let invalid = preparation.invalid {
      diagnostics.append(.notUTF8(at: map.place(ofByte: invalid)))
    }
    if let excess = preparation.excess {
      diagnostics.append(.tooMuch(excess.cause, at: map.place(ofByte: excess.position)))
      return Document(source: map, options: options)
    }
    if preparation.isChanged {
      let marked = text.withUnsafeBufferPointer { preparation.marked($0) }
      map = SourceMap(
        path: path, bytes: marked, lineStarts: SourceMap.lineStarts(in: marked),
        firstLine: firstLine, lineNumbers: numbers)
    }
    var document = Document(source: map, options: options)
    document.take(readTree(map, preparation, options), &diagnostics)
    return document
  }

  private static func readTree(
    _ map: SourceMap, _ preparation: Preparation, _ options: ParsingOptions
  ) -> TreeBuilder {
    var builder = TreeBuilder(
      source: map, options: options, hasMarks: preparation.isChanged,
      sizeLimit: SizeLimit.bytes(for: map.bytes.count))
    let extensions = CMark.Extensions(
      tables: preparation.mayHoldTable, directives: !options.plain)
    map.bytes.withUnsafeBufferPointer { page in
      CMark.parse(page, extensions) { builder.read($0) }
    }
    return builder
  }

  private mutating func take(_ tree: TreeBuilder, _ diagnostics: inout [Diagnostic]) {
    nodes = tree.nodes
    text = tree.text
    headings = tree.headings
    footnotes = tree.footnotes
    if let overflow = tree.overflow { return giveUp(at: overflow, &diagnostics) }
    if !options.plain { readDirectives(tree, &diagnostics) }
  }

  /// Does what depends on the whole of what is left: ids, line breaks, what is defined and referred
  /// to.
  mutating func finish(_ diagnostics: inout [Diagnostic]) {
    if !options.plain {
      joinLines()
      nameHeadings(&diagnostics)
      if !options.rawHTML { reportUnsafeLinks(&diagnostics) }
      diagnostics += unreadMarkup() + secondDefinitions()
    }
    if let place = SizeLimit.excess(in: self) { giveUp(at: place, &diagnostics) }
  }

  /// Empties a page that would become too large.
  private mutating func giveUp(at node: Int, _ diagnostics: inout [Diagnostic]) {
    diagnostics.append(.tooLarge(at: place(of: nodes[node])))
    self = Document(source: source, options: options)
  }

  private func reportUnsafeLinks(_ diagnostics: inout [Diagnostic]) {
    for node in nodes where node.kind == .link || node.kind == .image {
      guard !Address.isSafe(bytes(node.text)) else { continue }
      diagnostics.append(.unsafeLink(string(node.text), at: place(of: node)))
    }
  }
}
