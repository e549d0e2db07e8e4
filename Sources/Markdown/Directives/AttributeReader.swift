import Diagnostics

/// Reads what stands between `{` and `}`: `#id .class key=value key="va\"lue" flag`.
struct AttributeReader {
  private(set) var diagnostics: [Diagnostic] = []
  private let bytes: ArraySlice<UInt8>
  private let place: (Int) -> Place
  private var position: Int
  private var keys: [String: Place] = [:]

  init(_ bytes: ArraySlice<UInt8>, place: @escaping (Int) -> Place) {
    self.bytes = bytes
    self.place = place
    position = bytes.startIndex
  }

  /// Reads all there is into a directive.
  mutating func read(into directive: inout Directive) {
    while let byte = nextAfterBlanks() {
      let start = position
      switch byte {
      case UInt8(ascii: "#"): readID(into: &directive)
      case UInt8(ascii: "."): readClass(into: &directive)
      default: readPair(into: &directive)
      }
      // A sign that begins nothing: it was reported, and what touches it is passed over.
      if position == start { skipWord() }
    }
  }

  private mutating func nextAfterBlanks() -> UInt8? {
    while position < bytes.endIndex, bytes[position] == 32 || bytes[position] == 9 {
      position += 1
    }
    return position < bytes.endIndex ? bytes[position] : nil
  }

  private mutating func readID(into directive: inout Directive) {
    let start = position
    position += 1
    let id = word()
    if id.isEmpty { return diagnostics.append(.emptyAttribute("#", at: place(start))) }
    if directive.id != nil { return diagnostics.append(.secondID(id, at: place(start))) }
    directive.id = id
    directive.idPlace = place(start)
  }

  private mutating func readClass(into directive: inout Directive) {
    let start = position
    position += 1
    let name = word()
    if name.isEmpty { return diagnostics.append(.emptyAttribute(".", at: place(start))) }
    directive.classes.append(name)
  }

  private mutating func readPair(into directive: inout Directive) {
    let start = position
    let key = word()
    if key.isEmpty { return diagnostics.append(.badAttribute(rest(), at: place(start))) }
    if let sign = bytes[start..<position].firstRange(ofText: "＝") {
      skipCurly(from: sign.upperBound)
      return diagnostics.append(
        .fullWidthEquals(text(bytes[start..<sign.lowerBound]), at: place(sign.lowerBound)))
    }
    if let first = keys[key] {
      diagnostics.append(.secondKey(key, first: first, at: place(start)))
    } else {
      keys[key] = place(start)
    }
    let isSecond = keys[key] != place(start)
    guard position < bytes.endIndex, bytes[position] == UInt8(ascii: "=") else {
      if !isSecond { directive.flags.append(Directive.Flag(name: key, place: place(start))) }
      return
    }
    position += 1
    guard let (value, valueStart) = value(of: key) else { return }
    guard !isSecond else { return }
    directive.attributes.append(
      Directive.Attribute(
        key: key, value: value, place: place(start), valuePlace: place(valueStart)))
  }

  /// The value at the position and where it starts; nil where there is none, which is reported.
  private mutating func value(of key: String) -> (String, Int)? {
    let start = position
    guard position < bytes.endIndex, bytes[position] == UInt8(ascii: "\"") else {
      if let value = curlyValue(from: start) {
        diagnostics.append(.curlyQuotes(key, around: value, at: place(start)))
        return nil
      }
      let value = bytes[position...].prefix { $0 != 32 && $0 != 9 }
      position = value.endIndex
      if value.contains(UInt8(ascii: "\"")) || value.contains(UInt8(ascii: "=")) {
        diagnostics.append(.badAttribute(text(value), at: place(start)))
        return nil
      }
      if value.isEmpty {
        diagnostics.append(.emptyAttribute(key + "=", at: place(start)))
        return nil
      }
      return (text(value), start)
    }
    var value: [UInt8] = []
    position += 1
    while position < bytes.endIndex, bytes[position] != UInt8(ascii: "\"") {
      if bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.endIndex { position += 1 }
      value.append(bytes[position])
      position += 1
    }
    position = min(position + 1, bytes.endIndex)
    if position < bytes.endIndex, bytes[position] != 32, bytes[position] != 9 {
      diagnostics.append(.badAttribute(rest(), at: place(position)))
      skipWord()
      return nil
    }
    return (text(value[...]), start + 1)
  }

  /// What stands between curly quotes, which is passed over; nil where none begins there.
  private mutating func curlyValue(from start: Int) -> String? {
    guard let open = Self.curly.first(where: { bytes[start...].starts(with: $0.utf8) }) else {
      return nil
    }
    let inside = start + open.utf8.count
    skipCurly(from: start)
    var value = text(bytes[inside..<max(inside, position)])
    if let last = value.last, Self.curly.contains(String(last)) { value.removeLast() }
    return value
  }

  /// Goes behind the quote that ends a value, or behind the word where none does.
  private mutating func skipCurly(from start: Int) {
    position = start
    guard Self.curly.contains(where: { bytes[start...].starts(with: $0.utf8) }) else {
      return skipWord()
    }
    var end = start + 3
    while end < bytes.endIndex {
      let closes = Self.curly.contains { bytes[end...].starts(with: $0.utf8) }
      let next = end + 3
      if closes, next >= bytes.endIndex || bytes[next] == 32 || bytes[next] == 9 {
        position = min(next, bytes.endIndex)
        return
      }
      end += 1
    }
    skipWord()
  }

  private static let curly = ["“", "”", "‘", "’"]

  /// Letters of any script, digits, `-`, `_`, `.` and `:`.
  private mutating func word() -> String {
    let word = bytes[position...].prefix { byte in
      byte >= 128 || (97...122).contains(byte | 32) || (48...57).contains(byte)
        || [0x2D, 0x5F, 0x2E, 0x3A].contains(byte)
    }
    position = word.endIndex
    return text(word)
  }

  private mutating func skipWord() {
    position = bytes[position...].firstIndex { $0 == 32 || $0 == 9 } ?? bytes.endIndex
  }

  private func rest() -> String { text(bytes[position...].prefix { $0 != 32 && $0 != 9 }) }

  private func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: Mark.removed(from: bytes), as: UTF8.self)
  }
}
