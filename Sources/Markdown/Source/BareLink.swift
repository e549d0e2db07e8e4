/// An address written bare, as GitHub-flavoured Markdown finds it: `www.…`, `http://…`,
/// `https://…`, `ftp://…`, and e-mail addresses.
///
/// Unlike there, an address ends before Chinese text (`https://example.com。然后` links only the
/// address) and may begin right behind it; `plain` turns that off.
struct BareLink: Hashable {
  /// Where the address stands in the text.
  let range: Range<Int>
  /// What belongs before the address to make it complete: `http://`, `mailto:` or nothing.
  let prefix: StaticString

  static func == (left: Self, right: Self) -> Bool {
    left.range == right.range && left.prefix.description == right.prefix.description
  }

  func hash(into hasher: inout Hasher) { hasher.combine(range) }
}

/// Finds bare addresses in a text.
///
/// Each call takes time in proportion to what it passes over.
struct BareLinkFinder {
  let text: UnsafeBufferPointer<UInt8>
  let plain: Bool
  /// The longest host name that is looked at; the Internet allows 253.
  private let longestHost = 1000

  /// The first address that ends after a position.
  func next(from start: Int) -> BareLink? {
    var position = start
    while position < text.count {
      let found: BareLink?
      switch text[position] {
      case UInt8(ascii: ":"): found = url(colon: position, notBefore: start)
      case UInt8(ascii: "w"): found = www(at: position)
      case UInt8(ascii: "@"): found = email(at: position, notBefore: start)
      default: found = nil
      }
      if let found { return found }
      position += 1
    }
    return nil
  }

  /// The address whose `://` begins at a position.
  func url(colon: Int, notBefore limit: Int) -> BareLink? {
    guard has("://", at: colon) else { return nil }
    var start = colon
    while start > limit, colon - start < 6, isLetter(text[start - 1]) { start -= 1 }
    guard ["http", "https", "ftp"].contains(where: { matches($0, start..<colon) }) else {
      return nil
    }
    let host = colon + 3
    guard host < text.count, isHost(at: host) != nil, domainEnd(from: host, needsDot: false) != nil
    else { return nil }
    let end = addressEnd(from: host, start: start)
    return end > host ? BareLink(range: start..<end, prefix: "") : nil
  }

  /// The address that begins with `www.` at a position.
  func www(at start: Int) -> BareLink? {
    guard has("www.", at: start), start == 0 || mayStart(behind: start) else { return nil }
    guard domainEnd(from: start, needsDot: true) != nil else { return nil }
    let end = addressEnd(from: start, start: start)
    return end > start + 4 ? BareLink(range: start..<end, prefix: "http://") : nil
  }

  private func email(at sign: Int, notBefore limit: Int) -> BareLink? {
    var start = sign
    while start > limit, isLocalPart(text[start - 1]) { start -= 1 }
    guard start < sign, start == 0 || text[start - 1] != UInt8(ascii: "/") else { return nil }
    var end = sign + 1
    var dots = 0
    while end < text.count {
      let byte = text[end]
      if byte == UInt8(ascii: "."), end + 1 < text.count, isAlphanumeric(text[end + 1]) {
        dots += 1
      } else if byte == UInt8(ascii: "@") {
        return nil
      } else if !isAlphanumeric(byte), byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_") {
        break
      }
      end += 1
    }
    guard dots > 0, isLetter(text[end - 1]) else { return nil }
    return BareLink(range: start..<end, prefix: "mailto:")
  }

  private func isLocalPart(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || [0x2E, 0x2B, 0x2D, 0x5F].contains(byte)
  }

  private func mayStart(behind position: Int) -> Bool {
    switch text[position - 1] {
    case 9, 10, 13, 32, UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"),
      UInt8(ascii: "("):
      return true
    default:
      guard !plain, let before = UTF8Reader.scalar(text, before: position) else { return false }
      return isChinese(before)
    }
  }

  /// The end of a valid domain, or nil: no underscore in the last two parts.
  private func domainEnd(from start: Int, needsDot: Bool) -> Int? {
    var underscores = (last: 0, beforeLast: 0)
    var dots = 0
    var position = start
    while position < text.count {
      guard position - start <= longestHost else { return nil }
      switch text[position] {
      case UInt8(ascii: "_"): underscores.last += 1
      case UInt8(ascii: "."):
        underscores = (0, underscores.last)
        dots += 1
      case UInt8(ascii: "-"): break
      default:
        guard let width = isHost(at: position) else { return ended(position) }
        position += width - 1
      }
      position += 1
    }
    return ended(position)

    func ended(_ position: Int) -> Int? {
      guard underscores.last == 0, underscores.beforeLast == 0 else { return nil }
      return needsDot && dots == 0 ? nil : position
    }
  }

  /// How wide the character at a position is, if it may stand in a domain.
  private func isHost(at position: Int) -> Int? {
    let byte = text[position]
    if byte < 128 { return isAlphanumeric(byte) || isOtherHost(byte) ? 1 : nil }
    guard let scalar = UTF8Reader.scalar(text, at: position), !endsAddress(scalar) else {
      return nil
    }
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .connectorPunctuation, .dashPunctuation, .openPunctuation,
      .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return nil
    default: return UTF8.width(scalar)
    }
  }

  /// ASCII that is neither blank nor punctuation: control characters, as the library has it.
  private func isOtherHost(_ byte: UInt8) -> Bool {
    byte == 127 || byte < 32 && ![9, 10, 12, 13].contains(byte)
  }

  private func endsAddress(_ scalar: Unicode.Scalar) -> Bool { !plain && isChinese(scalar) }

  private func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    EastAsianWidth.isWide(scalar) || EastAsianWidth.isAmbiguousPunctuation(scalar)
  }

  /// The end of an address: before a blank, `<` or Chinese text, without closing punctuation.
  private func addressEnd(from host: Int, start: Int) -> Int {
    var end = host
    var open = 0
    scan: while end < text.count {
      switch text[end] {
      case 9, 10, 11, 12, 13, 32, UInt8(ascii: "<"): break scan
      case UInt8(ascii: "("): open += 1
      case UInt8(ascii: ")"): open -= 1
      case 0x80...:
        guard let scalar = UTF8Reader.scalar(text, at: end), !endsAddress(scalar) else {
          break scan
        }
        end += UTF8.width(scalar) - 1
      default: break
      }
      end += 1
    }
    return trimmed(start..<end, openBrackets: open)
  }

  /// An address without the punctuation that ends the sentence around it: marks, brackets that the
  /// address does not open, and what looks like an entity.
  private func trimmed(_ range: Range<Int>, openBrackets: Int) -> Int {
    var end = range.upperBound
    var open = openBrackets
    while end > range.lowerBound {
      switch text[end - 1] {
      case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","),
        UInt8(ascii: ":"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"),
        UInt8(ascii: "'"), UInt8(ascii: "\""):
        end -= 1
      case UInt8(ascii: ")"):
        guard open < 0 else { return end }
        open += 1
        end -= 1
      case UInt8(ascii: ";"):
        var entity = end - 1
        while entity > range.lowerBound, isLetter(text[entity - 1]) { entity -= 1 }
        let isEntity =
          entity < end - 1 && entity > range.lowerBound && text[entity - 1] == UInt8(ascii: "&")
        end = isEntity ? entity - 1 : end - 1
      default: return end
      }
    }
    return end
  }

  private func has(_ word: StaticString, at position: Int) -> Bool {
    guard position + word.utf8CodeUnitCount <= text.count else { return false }
    return (0..<word.utf8CodeUnitCount).allSatisfy { text[position + $0] == word.utf8Start[$0] }
  }

  private func matches(_ word: StaticString, _ range: Range<Int>) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    return range.allSatisfy { text[$0] | 32 == word.utf8Start[$0 - range.lowerBound] }
  }

  private func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }

  private func isAlphanumeric(_ byte: UInt8) -> Bool {
    isLetter(byte) || (48...57).contains(byte)
  }
}
