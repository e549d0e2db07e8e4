package import Diagnostics
import Phrases
package import YAML

/// Reads a JSON document into the same nodes as YAML, each with its place.
///
/// JSON has its own reader since libyaml knows neither surrogate pairs nor tabs before a key. Numbers,
/// `true`, `false` and `null` are unquoted scalars. Values nest at most 64 deep.
///
///     parseJSON(SourceFile(path: "a.json", text: "[{\"name\": \"甲\"}]")).value?.items?.count  // 1
///
/// With `isInLines` the text is many documents one behind the other, as JSON Lines has them: a list.
package func parseJSON(_ source: SourceFile, isInLines: Bool = false) -> Parsed<YAMLNode?> {
  let decoded = decodeText(source)
  guard let text = decoded.value else { return Parsed(nil, decoded.diagnostics) }
  var parser = JSONParser(text, path: source.path)
  do throws(JSONParser.Failure) {
    return Parsed(
      isInLines ? try parser.lines() : try parser.document(), parser.diagnostics)
  } catch {
    return Parsed(nil, parser.diagnostics + [.notJSON(error.problem, at: error.place)])
  }
}

/// A reader of RFC 8259 text by descent, as deep as `greatestDepth`.
private struct JSONParser {
  struct Failure: Error {
    let problem: Phrase
    let place: Place
  }

  private static let greatestDepth = 64

  private let bytes: [UInt8]
  private let path: String
  private var position: Int
  private var line = 1
  /// The byte and the column up to which columns have been counted on this line.
  private var counted: (offset: Int, column: Int)
  private(set) var diagnostics: [Diagnostic] = []

  init(_ text: DecodedText, path: String) {
    bytes = text.bytes
    self.path = path
    position = text.start
    counted = (text.start, 1)
  }

  mutating func document() throws(Failure) -> YAMLNode? {
    skipSpace()
    guard position < bytes.count else { return nil }
    let node = try value(depth: 0)
    skipSpace()
    if position < bytes.count {
      throw failure(Phrase(zh: "文档结束之后还有内容", en: "text stands behind the end of the document"))
    }
    return node
  }

  mutating func lines() throws(Failure) -> YAMLNode? {
    var rows: [YAMLNode] = []
    skipSpace()
    let place = here()
    while position < bytes.count {
      rows.append(try value(depth: 0))
      skipSpace()
    }
    return rows.isEmpty ? nil : YAMLNode(.sequence(rows), at: place)
  }

  private mutating func value(depth: Int) throws(Failure) -> YAMLNode {
    guard depth < Self.greatestDepth else {
      throw failure(Phrase(zh: "值嵌套超过 64 层", en: "values nest more than 64 levels deep"))
    }
    let place = here()
    switch peek {
    case UInt8(ascii: "{"): return YAMLNode(.mapping(try entries(depth: depth)), at: place)
    case UInt8(ascii: "["): return YAMLNode(.sequence(try items(depth: depth)), at: place)
    case UInt8(ascii: "\""): return YAMLNode(.scalar(try string(), isQuoted: true), at: place)
    default: return YAMLNode(.scalar(try word(), isQuoted: false), at: place)
    }
  }

  private mutating func items(depth: Int) throws(Failure) -> [YAMLNode] {
    var items: [YAMLNode] = []
    position += 1
    skipSpace()
    if take("]") { return [] }
    while true {
      items.append(try value(depth: depth + 1))
      skipSpace()
      if take("]") { return items }
      guard take(",") else {
        throw failure(Phrase(zh: "缺少逗号或“]”", en: "a comma or “]” is missing"))
      }
      skipSpace()
    }
  }

  private mutating func entries(depth: Int) throws(Failure) -> [YAMLEntry] {
    var entries: [YAMLEntry] = []
    var seen: Set<String> = []
    position += 1
    skipSpace()
    if take("}") { return [] }
    while true {
      let place = here()
      guard peek == UInt8(ascii: "\"") else {
        throw failure(Phrase(zh: "缺少带引号的键", en: "a key in quotes is missing"))
      }
      let key = try string()
      skipSpace()
      guard take(":") else {
        throw failure(Phrase(zh: "键后面缺少冒号", en: "the colon behind the key is missing"))
      }
      skipSpace()
      let value = try value(depth: depth + 1)
      if seen.insert(key).inserted {
        entries.append(YAMLEntry(key: key, at: place, value: value))
      } else {
        diagnostics.append(.duplicateJSONKey(key, at: place))
      }
      skipSpace()
      if take("}") { return entries }
      guard take(",") else {
        throw failure(Phrase(zh: "缺少逗号或“}”", en: "a comma or “}” is missing"))
      }
      skipSpace()
    }
  }

  /// A number, `true`, `false` or `null`, as written.
  private mutating func word() throws(Failure) -> String {
    let start = position
    while position < bytes.count, isWordByte(bytes[position]) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    let isNumber = text.first.map { $0 == "-" || $0.isNumber } ?? false
    guard ["true", "false", "null"].contains(text) || (isNumber && Double(text) != nil) else {
      position = start
      throw failure(
        Phrase(zh: "缺少值，或值的写法不是 JSON", en: "a value is missing or not written as JSON writes it"))
    }
    return text
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  private mutating func string() throws(Failure) -> String {
    var text: [UInt8] = []
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text.append(contentsOf: Array(String(try escape()).utf8))
      case 0..<0x20:
        throw failure(
          Phrase(zh: "引号里有换行或控制字符", en: "a line break or control character stands inside quotes"))
      default:
        text.append(byte)
        position += 1
      }
    }
    throw failure(Phrase(zh: "缺少右引号", en: "the closing quote is missing"))
  }

  private mutating func escape() throws(Failure) -> Unicode.Scalar {
    position += 1
    let letter = peek
    position += 1
    switch letter {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return Unicode.Scalar(letter)
    case UInt8(ascii: "u"):
      let first = try hexadecimal()
      if let scalar = Unicode.Scalar(first) { return scalar }
      guard (0xD800..<0xDC00).contains(first), take("\\"), take("u") else {
        throw failure(Phrase(zh: "代理对只有一半", en: "half of a surrogate pair"))
      }
      let second = try hexadecimal()
      guard (0xDC00..<0xE000).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      else { throw failure(Phrase(zh: "代理对只有一半", en: "half of a surrogate pair")) }
      return scalar
    default: throw failure(Phrase(zh: "JSON 没有这种转义", en: "an escape that JSON does not have"))
    }
  }

  private mutating func hexadecimal() throws(Failure) -> UInt32 {
    guard position + 4 <= bytes.count,
      bytes[position..<position + 4].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else { throw failure(Phrase(zh: "缺少四位十六进制数字", en: "four hexadecimal digits are missing")) }
    position += 4
    return value
  }

  private var peek: UInt8 { position < bytes.count ? bytes[position] : 0 }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0D: position += 1
      case 0x0A:
        position += 1
        line += 1
        counted = (position, 1)
      default: return
      }
    }
  }

  private mutating func here() -> Place {
    let scalars = bytes[counted.offset..<min(position, bytes.count)].count { $0 & 0xC0 != 0x80 }
    counted = (position, counted.column + scalars)
    return Place(path: path, line: line, column: counted.column)
  }

  private mutating func failure(_ problem: Phrase) -> Failure {
    Failure(problem: problem, place: here())
  }
}
