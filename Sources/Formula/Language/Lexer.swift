import Diagnostics

/// Cuts one line of formulas into tokens.
///
/// Full-width signs are read as their plain twins: `（`, `，` and `＝` come from any Chinese keyboard.
struct Lexer {
  private let scalars: ArraySlice<Unicode.Scalar>
  private let origin: Place
  private var index: Int
  private(set) var tokens: [Token] = []
  /// The comment behind `#`, which becomes the label of a step.
  private(set) var comment: String?
  private(set) var diagnostics: [Diagnostic] = []
  /// The bytes of the word that is read.
  private var letters: [UInt8] = []

  /// Cuts `line`, whose first scalar stands at `origin`.
  init(_ line: ArraySlice<Unicode.Scalar>, at origin: Place) {
    scalars = line
    self.origin = origin
    index = line.startIndex
    tokens.reserveCapacity(min(line.count / 2 + 2, 32))
    cut()
  }

  private mutating func cut() {
    var isSpaced = false
    while let scalar = peek() {
      let start = index
      if isSpace(scalar) {
        index += 1
        isSpaced = true
        continue
      }
      if scalar == "#" {
        comment = Self.trimmed(scalars[(index + 1)...])
        break
      }
      if let kind = token(from: scalar) {
        tokens.append(Token(kind: kind, column: column(start), isSpaced: isSpaced))
      }
      isSpaced = false
    }
    tokens.append(Token(kind: .end, column: column(index), isSpaced: isSpaced))
  }

  private func column(_ index: Int) -> Int { origin.column + index - scalars.startIndex }

  private func place(_ index: Int) -> Place {
    Place(path: origin.path, line: origin.line, column: column(index))
  }

  private func peek(_ offset: Int = 0) -> Unicode.Scalar? {
    let position = index + offset
    return position < scalars.endIndex ? plain(scalars[position]) : nil
  }

  private mutating func token(from scalar: Unicode.Scalar) -> Token.Kind? {
    if isDigit(scalar) { return number() }
    if isNameStart(scalar) { return .word(word()) }
    if scalar == "\"" || scalar == "“" { return text() }
    return sign(scalar)
  }

  private mutating func number() -> Token.Kind {
    let start = index
    var (value, digits, decimals) = ([UInt8](), 0, 0)
    var afterPoint = false
    while let scalar = peek() {
      if isDigit(scalar) {
        digits += 1
        decimals += afterPoint ? 1 : 0
        if digits <= Rational.mostDigits { value.append(UInt8(scalar.value)) }
      } else if scalar == ".", !afterPoint, let next = peek(1), isDigit(next) {
        afterPoint = true
      } else if !(scalar == "_" && peek(1).map(isDigit) == true) {
        break
      }
      index += 1
    }
    guard digits <= Rational.mostDigits else {
      diagnostics.append(.numberTooLong(digits, at: place(start)))
      return .number(.zero)
    }
    return .number(Rational(digits: value, decimals: decimals))
  }

  private mutating func word() -> String {
    letters.removeAll(keepingCapacity: true)
    while let scalar = peek() {
      let joinsNames = scalar == "." && peek(1).map(isNameStart) == true
      guard joinsNames || goesOn(scalar) else { break }
      append(scalar)
      index += 1
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// Appends the bytes of a letter.
  private mutating func append(_ letter: Unicode.Scalar) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(letter.value >> shift & 0x3F | 0x80) }
    switch letter.value {
    case ..<0x80: letters.append(UInt8(letter.value))
    case ..<0x800:
      letters.append(UInt8(letter.value >> 6 | 0xC0))
      letters.append(tail(0))
    case ..<0x1_0000:
      letters.append(UInt8(letter.value >> 12 | 0xE0))
      letters.append(tail(6))
      letters.append(tail(0))
    default: letters.append(contentsOf: letter.utf8)
    }
  }

  /// A text between quotes; a quote inside is written twice.
  private mutating func text() -> Token.Kind {
    let start = index
    let close: Unicode.Scalar = peek() == "“" ? "”" : "\""
    var text = String.UnicodeScalarView()
    index += 1
    while index < scalars.endIndex {
      let scalar = scalars[index]
      index += 1
      if plain(scalar) != close {
        text.append(scalar)
      } else if peek() == close {
        text.append(scalar)
        index += 1
      } else {
        return .text(String(text))
      }
    }
    diagnostics.append(.openText(at: place(start)))
    return .text(String(text))
  }

  private mutating func sign(_ scalar: Unicode.Scalar) -> Token.Kind? {
    if let next = peek(1), let sign = Self.doubled(scalar, next) {
      index += 2
      return .sign(sign)
    }
    index += 1
    if let sign = Self.single[scalar] { return .sign(sign) }
    diagnostics.append(.unknownSign(String(scalar), at: place(index - 1)))
    return nil
  }

  private static func doubled(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Token.Sign? {
    switch (first, second) {
    case ("<", ">"): .notEqual
    case ("<", "="): .lessOrEqual
    case (">", "="): .greaterOrEqual
    case (".", "."): .range
    default: nil
    }
  }

  private static let single: [Unicode.Scalar: Token.Sign] = [
    "+": .plus, "-": .minus, "−": .minus, "*": .times, "×": .times, "/": .divide, "÷": .divide,
    "^": .power, "%": .percent, "&": .join, "=": .equal, "≠": .notEqual, "<": .less, ">": .greater,
    "≤": .lessOrEqual, "≥": .greaterOrEqual, "(": .open, ")": .close, ",": .comma, "?": .question,
  ]

  private static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> String? {
    var rest = scalars
    while let first = rest.first, isSpace(plain(first)) { rest.removeFirst() }
    while let last = rest.last, isSpace(plain(last)) { rest.removeLast() }
    return rest.isEmpty ? nil : String(String.UnicodeScalarView(rest))
  }
}

private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
  scalar == " " || scalar == "\t" || scalar == "\r"
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }

private func goesOn(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.isASCII { return isNameStart(scalar) || isDigit(scalar) }
  return isNameStart(scalar) || scalar.properties.isXIDContinue
}

private func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.isASCII { return scalar == "_" || "a"..."z" ~= scalar || "A"..."Z" ~= scalar }
  if 0x4E00...0x9FFF ~= scalar.value { return true }
  return scalar.properties.isXIDStart
}
