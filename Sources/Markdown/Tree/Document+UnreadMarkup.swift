import Diagnostics

// What looks like markup and was read as text: nobody means to print it.
extension Document {
  /// Every sign of a block, a comment, a link or a footnote that is none.
  func unreadMarkup() -> [Diagnostic] {
    var found: [Diagnostic] = []
    var text = LineText()
    var open = 0
    for (index, node) in nodes.enumerated() {
      switch node.kind {
      case .text:
        if isFirstOfLine(index) { found += unreadDirective(inLine: Int(node.line), &open) }
        if Int(node.line) != text.line {
          found += unread(text)
          text = LineText(line: Int(node.line))
        }
        text.add(bytes(node.text))
      case .codeBlock where node.detail == 1: found += unreadDirectives(in: node)
      case .htmlBlock: found += unread(in: node)
      default: continue
      }
    }
    return found + unread(text)
  }

  // MARK: Blocks

  private func isFirstOfLine(_ index: Int) -> Bool {
    let text = bytes(nodes[index].text)
    let start = UTF8Reader.skipBlanks(text)
    guard index > 0, start < text.endIndex, text[start] == UInt8(ascii: ":") || text[start] == 0xEF
    else { return false }
    return [.paragraph, .softBreak, .hardBreak].contains(nodes[index - 1].kind)
  }

  /// The lines of a block of code or HTML that would be directives elsewhere; one that closes what such
  /// a line opened says nothing more.
  ///
  /// In HTML that goes through as it is, `::before` begins a rule of a stylesheet.
  private func unreadDirectives(in node: Node) -> [Diagnostic] {
    let count = bytes(node.text).count { $0 == 10 }
    let mayBeStyle = node.kind == .htmlBlock && options.rawHTML
    var open = 0
    return (0...count).flatMap { offset in
      unreadDirective(inLine: Int(node.line) + offset, &open, onlyContainers: mayBeStyle)
    }
  }

  private func unreadDirective(
    inLine line: Int, _ open: inout Int, onlyContainers: Bool = false
  ) -> [Diagnostic] {
    let bytes = source.bytes(ofLine: line)
    let start = bytes.startIndex + source.contentColumn(line: line) - 1
    let rest = bytes[UTF8Reader.skipBlanks(bytes[start...])...]
    guard let read = DirectiveLine(rest), !onlyContainers || read.opens || read.closes else {
      return []
    }
    let column = rest.startIndex - bytes.startIndex + 1
    if case .malformed(.trailingText) = read.form, !rest.starts(with: ":::".utf8) { return [] }
    open += read.opens ? 1 : 0
    if read.closes, open > 0 {
      open -= 1
      return []
    }
    let text = String(decoding: Mark.removed(from: read.bytes), as: UTF8.self)
    return [.unreadDirective(text, at: source.place(line: line, column: column))]
  }

  // MARK: HTML

  private func unread(in block: Node) -> [Diagnostic] {
    let comment = unreadComment(in: block)
    if !comment.isEmpty || HTMLComments.are(bytes(block.text)) { return comment }
    return unreadDirectives(in: block)
  }

  private func unreadComment(in block: Node) -> [Diagnostic] {
    let rest = HTMLComments.removed(from: bytes(block.text))
    guard let start = rest.firstRange(ofText: "<!"), !isDeclaration(rest[start.upperBound...])
    else { return [] }
    return [.openComment(at: place(of: block))]
  }

  /// Whether what stands behind `<!` begins a declaration: `<!DOCTYPE`, `<![CDATA[`.
  private func isDeclaration(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.first.map { (65...90).contains($0) || $0 == UInt8(ascii: "[") } ?? false
  }

  // MARK: Text

  private func unread(_ text: LineText) -> [Diagnostic] {
    guard text.isSuspicious else { return [] }
    let line = WrittenLine(source.bytes(ofLine: text.line))
    func place(_ column: Int) -> Place { source.place(line: text.line, column: column) }
    var found: [Diagnostic] = []
    if text.holdsComment, let column = line.comment {
      found.append(.openComment(at: place(column)))
    }
    for (label, column) in line.footnotes where text.footnotes.contains(label) {
      found.append(.missingFootnote(label, at: place(column)))
    }
    for link in line.links where text.holdsLink {
      found.append(.unreadLink(link.text, address: link.inner, at: place(link.column)))
    }
    for link in line.references where text.holdsReference {
      found.append(.missingDefinition(link.text, label: link.inner, at: place(link.column)))
    }
    return found
  }
}

/// What of a line was read as text, and looks like signs of markup.
private struct LineText {
  private(set) var line = 0
  private(set) var holdsComment = false
  private(set) var holdsLink = false
  private(set) var holdsReference = false
  private(set) var footnotes: Set<String> = []

  init() {}

  init(line: Int) { self.line = line }

  var isSuspicious: Bool { holdsComment || holdsLink || holdsReference || !footnotes.isEmpty }

  mutating func add(_ text: ArraySlice<UInt8>) {
    guard var last = text.first else { return }
    for (position, byte) in zip(text.indices, text).dropFirst() {
      switch (last, byte) {
      case (UInt8(ascii: "<"), UInt8(ascii: "!")): holdsComment = true
      case (UInt8(ascii: "]"), UInt8(ascii: "(")): holdsLink = true
      case (UInt8(ascii: "]"), UInt8(ascii: "[")): holdsReference = true
      case (UInt8(ascii: "["), UInt8(ascii: "^")):
        if let label = footnoteLabel(text[(position + 1)...]) { footnotes.insert(label) }
      default: break
      }
      last = byte
    }
  }
}

/// The label of a footnote, up to `]`, without blanks; nil where there is none.
private func footnoteLabel(_ rest: ArraySlice<UInt8>) -> String? {
  let label = rest.prefix(200).prefix {
    $0 > 32 && $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "[")
  }
  guard !label.isEmpty, label.endIndex < rest.endIndex, rest[label.endIndex] == UInt8(ascii: "]")
  else { return nil }
  return String(decoding: Mark.removed(from: label), as: UTF8.self)
}
