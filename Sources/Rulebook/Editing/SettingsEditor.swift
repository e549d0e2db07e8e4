package import Diagnostics
import YAML

/// The text of `salesbook.yaml`, to which lines are added without a change to anything else in it:
/// comments, order and quotes stay.
///
///     var editor = SettingsEditor("title: Plan\n")
///     editor.set(["stages", "意向"], to: "{ status: open }")
///     editor.text  // "title: Plan\nstages:\n  \"意向\": { status: open }\n"
package struct SettingsEditor: Sendable {
  /// The text as it is now.
  package private(set) var text: String

  /// Begins with a text; an empty one is a file that is not there yet.
  package init(_ text: String) { self.text = text }

  /// Writes the lines of an offer; false, with nothing changed, where one of them cannot be written.
  @discardableResult
  package mutating func write(_ offer: Offer) -> Bool {
    let before = text
    for line in offer.lines where !set(line.keys, to: line.value) {
      text = before
      return false
    }
    return true
  }

  /// Writes a value under keys, the outermost first, in place of one that stands there on one line.
  ///
  /// False, with nothing changed, where the file is not understood well enough to write into it.
  @discardableResult
  package mutating func set(_ keys: [String], to value: String) -> Bool {
    guard !keys.isEmpty, let before = parsed(text) else { return false }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let whole = Block(entries: before.entries ?? [], end: lines.count, indent: 0)
    guard whole.set(keys[...], value, in: &lines) else { return false }
    let after = lines.map { $0 + "\n" }.joined()
    guard isRight(after, before: before, keys, value) else { return false }
    text = after
    return true
  }

  /// Whether just the one value differs between the texts.
  private func isRight(
    _ after: String, before: YAMLNode, _ keys: [String], _ value: String
  ) -> Bool {
    guard let read = parsed(after), let wanted = parsed("x: \(value)\n")?["x"] else { return false }
    let found = keys.reduce(Optional(read)) { $0?[$1] }
    guard found.map(meaning) == meaning(wanted) else { return false }
    return others(read, keys) == others(before, keys)
  }

  /// The meaning of all values but one.
  private func others(_ node: YAMLNode, _ keys: [String]) -> [String] {
    guard let entries = node.entries else { return [meaning(node)] }
    return entries.flatMap { entry -> [String] in
      guard entry.key == keys.first else {
        return ["\(yamlQuoted(entry.key)): \(meaning(entry.value))"]
      }
      if keys.count == 1 || entry.value.isNull { return [] }
      return others(entry.value, Array(keys.dropFirst())).map { "\(yamlQuoted(entry.key)): " + $0 }
    }
  }
}

/// A text as a mapping; nil where it is none or has mistakes.
private func parsed(_ text: String) -> YAMLNode? {
  let read = parseYAML(SourceFile(path: "salesbook.yaml", text: text))
  guard !read.diagnostics.hasErrors else { return nil }
  guard let node = read.value, !node.isNull else {
    return YAMLNode(.mapping([]), at: Place(path: "salesbook.yaml"))
  }
  return node.entries == nil ? nil : node
}

/// A value on one line.
private func meaning(_ node: YAMLNode) -> String {
  switch node.content {
  case .scalar(let text, let isQuoted): isQuoted || isUnsafe(text) ? yamlQuoted(text) : text
  case .sequence(let items): "[" + items.map(meaning).joined(separator: ", ") + "]"
  case .mapping(let entries):
    "{ " + entries.map { "\(shown(key: $0.key)): \(meaning($0.value))" }.joined(separator: ", ")
      + " }"
  }
}

/// Whether a plain text would be read as something else inside braces.
private func isUnsafe(_ text: String) -> Bool {
  text.contains { ",[]{}#&*!|>'\"%@`:".contains($0) } || text.first == "-" || text.first == " "
}

/// A key as it is written: in quotes, but for the names of the settings.
private func shown(key: String) -> String {
  let isName = key.utf8.allSatisfy { byte in
    (97...122).contains(byte) || (65...90).contains(byte) || byte == 95 || byte == 46
  }
  return isName && !key.isEmpty ? key : yamlQuoted(key)
}

/// Lines of a mapping in a text.
private struct Block {
  let entries: [YAMLEntry]
  /// The line behind its last, from 0.
  let end: Int
  let indent: Int

  func set(_ keys: ArraySlice<String>, _ value: String, in lines: inout [String]) -> Bool {
    guard let key = keys.first else { return false }
    guard let position = entries.firstIndex(where: { $0.key == key }) else {
      insert(keys, value, in: &lines)
      return true
    }
    let entry = entries[position]
    let first = entry.place.line - 1
    let next = position + 1 < entries.count ? entries[position + 1].place.line - 1 : end
    let last = lastLine(from: first, to: next, in: lines)
    if let children = entry.value.entries, let child = children.first,
      child.place.line > entry.place.line, keys.count > 1
    {
      let inner = Block(entries: children, end: next, indent: child.place.column - 1)
      return inner.set(keys.dropFirst(), value, in: &lines)
    }
    guard first == last, entry.place.column == indent + 1 else { return false }
    let start = String(repeating: " ", count: indent) + shown(key: key) + ":"
    if keys.count == 1 {
      lines[first] = start + " " + value
      return true
    }
    guard entry.value.isNull || entry.value.entries != nil else { return false }
    lines[first] = start
    let deeper = indent + 2
    var written = (entry.value.entries ?? []).map {
      String(repeating: " ", count: deeper) + shown(key: $0.key) + ": " + meaning($0.value)
    }
    if written.isEmpty
      || entry.value.entries?.contains(where: { $0.key == keys.dropFirst().first }) == false
    {
      written += Self.nested(keys.dropFirst(), value, indent: deeper)
      lines.insert(contentsOf: written, at: first + 1)
      return true
    }
    return false
  }

  /// Puts new keys behind the last line of the block.
  private func insert(_ keys: ArraySlice<String>, _ value: String, in lines: inout [String]) {
    let start = entries.last.map { $0.place.line - 1 } ?? 0
    var place = entries.isEmpty ? lines.count : lastLine(from: start, to: end, in: lines) + 1
    // Comments that are set in belong to what stands above them.
    var next = place
    while next < min(end, lines.count), isComment(lines[next], deeperThan: indent) {
      next += 1
      place = next
    }
    lines.insert(contentsOf: Self.nested(keys, value, indent: indent), at: place)
  }

  /// The last of some lines that says something.
  private func lastLine(from first: Int, to next: Int, in lines: [String]) -> Int {
    var line = min(next, lines.count) - 1
    while line > first {
      let text = lines[line].drop { $0 == " " || $0 == "\t" || $0 == "\r" }
      if !text.isEmpty, !text.hasPrefix("#") { break }
      line -= 1
    }
    return max(line, first)
  }

  /// Whether a line is a comment that is set in further than keys are here.
  private func isComment(_ line: String, deeperThan indent: Int) -> Bool {
    let text = line.drop { $0 == " " }
    return text.hasPrefix("#") && line.count - text.count > indent
  }

  private static func nested(
    _ keys: ArraySlice<String>, _ value: String, indent: Int
  ) -> [String] {
    var lines: [String] = []
    for (depth, key) in keys.enumerated() {
      let start = String(repeating: " ", count: indent + 2 * depth) + shown(key: key) + ":"
      lines.append(depth == keys.count - 1 ? start + " " + value : start)
    }
    return lines
  }
}
