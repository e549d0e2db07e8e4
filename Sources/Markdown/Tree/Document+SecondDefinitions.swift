import Diagnostics

// Names that are defined twice: the library takes the first and says nothing.
extension Document {
  /// Every link and footnote that is defined a second time in what is left of the page.
  func secondDefinitions() -> [Diagnostic] {
    var first: [Definition: Int] = [:]
    var found: [Diagnostic] = []
    var covered: (code: Set<Int>, text: Set<Int>)?
    for line in 1...max(1, source.lineStarts.count) {
      guard let (definition, column) = Definition.read(source.bytes(ofLine: line)) else { continue }
      let lines = covered ?? linesThatDefineNothing()
      covered = lines
      if lines.code.contains(line) || !definition.isFootnote && lines.text.contains(line) {
        continue
      }
      guard let earlier = first.updateValue(line, forKey: definition) else { continue }
      first[definition] = earlier
      found.append(
        .secondDefinition(
          definition.shown, first: source.place(line: earlier, column: 0),
          at: source.place(line: line, column: column)))
    }
    return found
  }

  /// The lines of code and HTML, and those whose text was read as text.
  private func linesThatDefineNothing() -> (code: Set<Int>, text: Set<Int>) {
    var code: Set<Int> = []
    var text: Set<Int> = []
    for node in nodes {
      switch node.kind {
      case .codeBlock, .htmlBlock:
        let count = bytes(node.text).count { $0 == 10 }
        code.formUnion(Int(node.line)...Int(node.line) + count + 1)
      case .text, .code, .html, .footnoteReference: text.insert(Int(node.line))
      default: continue
      }
    }
    return (code, text)
  }
}

/// What a line defines, `[label]: address` or `[^label]: note`.
private struct Definition: Hashable {
  let isFootnote: Bool
  /// The label as the library compares it.
  let label: String

  /// How a message shows it.
  var shown: String { isFootnote ? "[^\(label)]" : "[\(label)]" }

  /// The definition that a line would be, and the byte, from 1, at which it begins.
  static func read(_ line: ArraySlice<UInt8>) -> (Definition, column: Int)? {
    let signs = Array(" \t>".utf8)
    guard let start = line.firstIndex(where: { !signs.contains($0) }),
      line[start] == UInt8(ascii: "["),
      let end = line[start...].firstIndex(of: UInt8(ascii: "]")),
      end + 1 < line.endIndex, line[end + 1] == UInt8(ascii: ":")
    else { return nil }
    let isFootnote = line[start + 1] == UInt8(ascii: "^")
    let label = line[(start + (isFootnote ? 2 : 1))..<end]
    guard !label.contains(UInt8(ascii: "\\")), !label.contains(UInt8(ascii: "[")) else {
      return nil
    }
    let words = String(decoding: Mark.removed(from: label), as: UTF8.self)
      .split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { return nil }
    let definition = Definition(
      isFootnote: isFootnote, label: words.joined(separator: " ").lowercased())
    return (definition, start - line.startIndex + 1)
  }
}
