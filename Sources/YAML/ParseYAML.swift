import CYAML
package import Diagnostics

/// Reads one YAML document; JSON is read as the YAML it is.
///
/// Gives nil for an empty document. Anchors, aliases and tags are refused: data has no use for them,
/// and a few lines of aliases can stand for gigabytes. Lists and mappings nest at most 64 deep.
///
///     parseYAML(SourceFile(path: "a.yaml", text: "title: 计划"), lineOffset: 0).value?["title"]?.text  // "计划"
///
/// `lineOffset` is how many lines of the file stand before the text, where it is a part of a file.
package func parseYAML(_ source: SourceFile, lineOffset: Int = 0) -> Parsed<YAMLNode?> {
  var composer = Composer(path: source.path, lineOffset: lineOffset)
  source.bytes.withUnsafeBufferPointer { composer.read($0) }
  return Parsed(composer.root, composer.diagnostics)
}

/// Builds nodes from libyaml's events.
private struct Composer {
  /// A list or mapping that is still open.
  private enum Open {
    case sequence([YAMLNode], Place)
    case mapping([YAMLEntry], seen: Set<String>, key: (String, Place)?, Place)
  }

  private static let greatestDepth = 64

  let path: String
  let lineOffset: Int
  var root: YAMLNode?
  var diagnostics: [Diagnostic] = []
  private var open: [Open] = []
  private var documents = 0

  init(path: String, lineOffset: Int) {
    self.path = path
    self.lineOffset = lineOffset
  }

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return }
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else {
        report(parser)
        return
      }
      defer { yaml_event_delete(&event) }
      guard event.type != YAML_STREAM_END_EVENT, take(event) else { return }
    }
  }

  /// Takes one event; false where reading cannot go on.
  private mutating func take(_ event: yaml_event_t) -> Bool {
    let place = place(event.start_mark)
    switch event.type {
    case YAML_DOCUMENT_START_EVENT:
      documents += 1
      if documents > 1 { diagnostics.append(.secondDocument(at: place)) }
      return documents == 1
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      refuse(anchor: scalar.anchor, tag: scalar.tag, at: place)
      add(
        YAMLNode(
          .scalar(
            String(decoding: bytes, as: UTF8.self),
            isQuoted: scalar.style != YAML_PLAIN_SCALAR_STYLE), at: place))
    case YAML_ALIAS_EVENT:
      diagnostics.append(.anchor(at: place))
      add(YAMLNode(.scalar("", isQuoted: false), at: place))
    case YAML_SEQUENCE_START_EVENT:
      refuse(
        anchor: event.data.sequence_start.anchor, tag: event.data.sequence_start.tag, at: place)
      return push(.sequence([], place), at: place)
    case YAML_MAPPING_START_EVENT:
      refuse(anchor: event.data.mapping_start.anchor, tag: event.data.mapping_start.tag, at: place)
      return push(.mapping([], seen: [], key: nil, place), at: place)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: close()
    default: break
    }
    return true
  }

  private mutating func push(_ container: Open, at place: Place) -> Bool {
    guard open.count < Self.greatestDepth else {
      diagnostics.append(.tooDeep(at: place))
      return false
    }
    open.append(container)
    return true
  }

  private mutating func close() {
    switch open.popLast() {
    case .sequence(let items, let place): add(YAMLNode(.sequence(items), at: place))
    case .mapping(let entries, _, _, let place): add(YAMLNode(.mapping(entries), at: place))
    case nil: break
    }
  }

  private mutating func add(_ node: YAMLNode) {
    switch open.popLast() {
    case nil: root = node
    case .sequence(var items, let place):
      items.append(node)
      open.append(.sequence(items, place))
    case .mapping(let entries, let seen, nil, let place):
      if node.text == nil { diagnostics.append(.keyIsNotText(at: node.place)) }
      open.append(.mapping(entries, seen: seen, key: (node.text ?? "", node.place), place))
    case .mapping(var entries, var seen, let (key, keyPlace)?, let place):
      if seen.insert(key).inserted {
        entries.append(YAMLEntry(key: key, at: keyPlace, value: node))
      } else {
        diagnostics.append(.duplicateKey(key, at: keyPlace))
      }
      open.append(.mapping(entries, seen: seen, key: nil, place))
    }
  }

  private mutating func refuse(
    anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?, at place: Place
  ) {
    if anchor != nil { diagnostics.append(.anchor(at: place)) }
    if let tag {
      diagnostics.append(.tag(String(decodingCString: tag, as: UTF8.self), at: place))
    }
  }

  private mutating func report(_ parser: yaml_parser_t) {
    let problem = parser.problem.map { String(cString: $0) } ?? "not YAML"
    let mark = parser.error == YAML_READER_ERROR ? parser.mark : parser.problem_mark
    diagnostics.append(.notYAML(problem, at: place(mark)))
  }

  private func place(_ mark: yaml_mark_t) -> Place {
    Place(path: path, line: mark.line + 1 + lineOffset, column: mark.column + 1)
  }
}
