import Diagnostics

/// Makes directives of the lines that the parser found to be such.
struct DirectiveReader {
  let source: SourceMap
  private(set) var diagnostics: [Diagnostic] = []

  init(source: SourceMap) { self.source = source }

  /// The directive that stands at a node, or nil where the line only looks like one.
  mutating func read(line: Int, column: Int) -> Directive? {
    let bytes = source.bytes(ofLine: line)
    let start = min(bytes.startIndex + max(0, column - 1), bytes.endIndex)
    let place = source.place(line: line, column: column)
    let lineStart = bytes.startIndex
    let position = { [source] (byte: Int) in
      source.place(line: line, column: byte - lineStart + 1)
    }
    guard let line = DirectiveLine(bytes[start...]) else { return nil }
    let form: Directive.Form
    switch line.form {
    case .container: form = .container
    case .leaf: form = .leaf
    case .close:
      diagnostics.append(.strayClose(at: place))
      return nil
    case .malformed(let fault):
      diagnostics.append(.malformedDirective(fault, at: position(line.fault)))
      return nil
    }
    let name = String(decoding: Mark.removed(from: line.bytes[line.name]), as: UTF8.self)
    var directive = Directive(name: name, form: form, place: place)
    if line.title != nil { directive.title = Directive.Title(text: "") }
    if let range = line.attributes {
      var attributes = AttributeReader(line.bytes[range], place: position)
      attributes.read(into: &directive)
      diagnostics += attributes.diagnostics
    }
    return directive
  }
}
