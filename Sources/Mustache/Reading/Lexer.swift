/// A word or sign inside a tag.
enum Lexeme: Hashable, Sendable {
  /// A name, with its parts where there are dots.
  case name([String])
  /// A loop fact without its `@`.
  case loop(String)
  case dot
  case text(String)
  case number(Decimal)
  case bar
  case open
  case close
  case comparison(String)
  /// Something that has no meaning here, and what was perhaps meant.
  case unknown(String, meant: String?)
  case end
}

/// Cuts the inside of a tag into words and signs.
struct Lexer {
  private let source: SourceMap
  private let end: Int
  private(set) var position: Int

  init(_ source: SourceMap, _ range: Range<Int>) {
    self.source = source
    position = range.lowerBound
    end = range.upperBound
  }

  /// The next word or sign and where it begins.
  mutating func next() -> (lexeme: Lexeme, start: Int) {
    while position < end, SourceMap.isBlank(source.bytes[position]) { position += 1 }
    let start = position
    guard position < end else { return (.end, start) }
    return (read(source.bytes[position]), start)
  }

  private mutating func read(_ byte: UInt8) -> Lexeme {
    switch byte {
    case UInt8(ascii: "|"): return sign(.bar)
    case UInt8(ascii: "("): return sign(.open)
    case UInt8(ascii: ")"): return sign(.close)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return quoted(by: byte)
    case UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: ">"):
      return comparison()
    case UInt8(ascii: "@"):
      position += 1
      return .loop(word())
    case UInt8(ascii: "."): return sign(.dot)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
    default: return name()
    }
  }

  private mutating func sign(_ lexeme: Lexeme) -> Lexeme {
    position += 1
    return lexeme
  }

  private mutating func quoted(by quote: UInt8) -> Lexeme {
    let start = position + 1
    guard let close = source.bytes[start..<end].firstIndex(of: quote) else {
      let rest = source.text(position..<end)
      position = end
      return .unknown(rest, meant: rest + String(decoding: [quote], as: UTF8.self))
    }
    position = close + 1
    return .text(source.text(start..<close))
  }

  private mutating func comparison() -> Lexeme {
    let start = position
    while position < end, "=!<>".utf8.contains(source.bytes[position]) { position += 1 }
    let text = source.text(start..<position)
    if Condition.Comparison(rawValue: text) != nil { return .comparison(text) }
    return .unknown(text, meant: text == "=" || text == "===" ? "==" : nil)
  }

  private mutating func number() -> Lexeme {
    let start = position
    position += 1
    while position < end, Self.isDigit(source.bytes[position]) || isDecimalPoint { position += 1 }
    let text = source.text(start..<position)
    return Decimal(text).map { .number($0) } ?? .unknown(text, meant: nil)
  }

  private var isDecimalPoint: Bool { source.bytes[position] == UInt8(ascii: ".") }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private mutating func name() -> Lexeme {
    var parts = [word()]
    while position < end, source.bytes[position] == UInt8(ascii: ".") {
      position += 1
      parts.append(word())
    }
    guard parts.contains("") else { return .name(parts) }
    if parts == [""] { return strange() }
    return .unknown(parts.joined(separator: "."), meant: nil)
  }

  /// Letters, digits, `_` and, inside a word, `-`, in any script.
  private mutating func word() -> String {
    let start = position
    while let (scalar, length) = scalar(), Self.isNamePart(scalar) || isHyphen(scalar, start) {
      position += length
    }
    return source.text(start..<position)
  }

  private func isHyphen(_ scalar: Unicode.Scalar, _ start: Int) -> Bool {
    scalar == "-" && position > start
  }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isIDContinue
  }

  /// A character that no word begins with.
  private mutating func strange() -> Lexeme {
    guard let (scalar, length) = scalar() else { return sign(.unknown("?", meant: nil)) }
    position += length
    return .unknown(String(Character(scalar)), meant: Self.meant(scalar))
  }

  private func scalar() -> (Unicode.Scalar, Int)? {
    guard position < end else { return nil }
    var decoder = source.bytes[position..<min(end, position + 4)].makeIterator()
    var utf8 = UTF8()
    guard case .scalarValue(let scalar) = utf8.decode(&decoder) else { return nil }
    return (scalar, UTF8.width(scalar))
  }

  /// The plain sign for one from a Chinese keyboard.
  private static func meant(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "“", "”", "＂": "\""
    case "‘", "’", "＇": "'"
    case "\u{FF01}"..."\u{FF5E}":
      Unicode.Scalar(scalar.value - 0xFEE0).map { String(Character($0)) }
    case "。": "."
    default: nil
    }
  }
}
