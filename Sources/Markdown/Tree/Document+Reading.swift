import Diagnostics

// What is done once to a tree that was just read.
extension Document {
  /// Reads the lines of all directives; those that are none lose their number.
  mutating func readDirectives(_ tree: TreeBuilder, _ diagnostics: inout [Diagnostic]) {
    var reader = DirectiveReader(source: source)
    let unclosed = Set(tree.unclosed)
    for (ordinal, index) in tree.directives.enumerated() {
      let node = nodes[Int(index)]
      guard var directive = reader.read(line: Int(node.line), column: Int(node.column)) else {
        nodes[Int(index)].number = -1
        continue
      }
      if node.kind == .leaf, directive.form == .container {
        diagnostics.append(.tooDeep(at: directive.place))
        nodes[Int(index)].number = -1
        continue
      }
      if directive.title != nil { directive.title?.text = titleText(of: Int(index)) }
      if unclosed.contains(ordinal) { diagnostics.append(.unclosed(directive)) }
      nodes[Int(index)].number = Int32(directives.count)
      directives.append(directive)
      let last = directive.form == .leaf ? node.line : tree.closings[ordinal] ?? Int32.max
      extents.append(
        Extent(lines: Int(node.line)...max(Int(node.line), Int(last)), column: Int(node.column)))
    }
    diagnostics += reader.diagnostics
  }

  private func titleText(of directive: Int) -> String {
    let title = directive + 1
    guard title < nodes.count, nodes[title].kind == .title else { return "" }
    return plainText(of: title)
  }

  /// The text of a node without markup.
  func plainText(of index: Int) -> String {
    var bytes: [UInt8] = []
    for node in nodes[index..<Int(nodes[index].end)] {
      switch node.kind {
      case .text, .code: bytes += self.bytes(node.text)
      case .softBreak: if node.detail == 0 { bytes.append(32) }
      case .hardBreak: bytes.append(32)
      default: break
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Finds the line breaks that stand within Chinese text, where a blank would be wrong: the rules
  /// for segment breaks of CSS Text 3.
  mutating func joinLines() {
    for index in nodes.indices where nodes[index].kind == .softBreak {
      guard let before = scalar(before: index), let after = scalar(after: index) else { continue }
      if Self.joins(before, after) { nodes[index].detail = 1 }
    }
  }

  private static func joins(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
    if before.value == 0x200B || after.value == 0x200B { return true }
    func isWide(_ scalar: Unicode.Scalar) -> Bool {
      EastAsianWidth.isWide(scalar) && !EastAsianWidth.isHangul(scalar)
    }
    func isMark(_ scalar: Unicode.Scalar) -> Bool { EastAsianWidth.isAmbiguousPunctuation(scalar) }
    switch (isWide(before), isWide(after)) {
    case (true, true): return true
    case (true, false): return isMark(after)
    case (false, true): return isMark(before)
    case (false, false): return false
    }
  }

  private func scalar(before index: Int) -> Unicode.Scalar? {
    guard index > 0, nodes[index - 1].kind == .text || nodes[index - 1].kind == .code else {
      return nil
    }
    return String(decoding: bytes(nodes[index - 1].text).suffix(4), as: UTF8.self)
      .unicodeScalars.last
  }

  private func scalar(after index: Int) -> Unicode.Scalar? {
    var next = index + 1
    while next < nodes.count, nodes[next].kind.isInlineContainer { next += 1 }
    guard next < nodes.count, nodes[next].kind == .text || nodes[next].kind == .code else {
      return nil
    }
    return String(decoding: bytes(nodes[next].text).prefix(4), as: UTF8.self).unicodeScalars.first
  }
}
