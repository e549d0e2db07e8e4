/// What the module knows of addresses: which are safe to follow, and how they are encoded.
package enum Address {
  /// Schemes that a page may link to.
  ///
  /// Everything else (`javascript:`, `data:`, `file:`, …) could run code or reach into the reader's
  /// machine.
  private static let safeSchemes: Set<String> = [
    "http", "https", "mailto", "tel", "sms", "ftp", "weixin",
  ]

  /// Whether a page may link to an address: it has no scheme, or one that cannot do harm.
  ///
  ///     Address.isSafe("other.md#id")           // true
  ///     Address.isSafe(" JavaScript:alert(1)")  // false
  package static func isSafe(_ address: some Collection<UInt8>) -> Bool {
    guard let scheme = scheme(of: address) else { return true }
    return safeSchemes.contains(scheme)
  }

  /// Whether the library would follow an address: everything but a few known schemes.
  static func isSafeForLibrary(_ address: some Collection<UInt8>) -> Bool {
    guard let scheme = scheme(of: address) else { return true }
    if scheme == "data" {
      let start = String(decoding: address.prefix(15), as: UTF8.self).lowercased()
      return ["png", "gif", "jpeg", "webp"].contains { start.hasPrefix("data:image/\($0)") }
    }
    return !["javascript", "vbscript", "file"].contains(scheme)
  }

  /// The scheme of an address in lower case, read as a browser reads it: past leading blanks and
  /// control characters, and over any inside.
  private static func scheme(of address: some Collection<UInt8>) -> String? {
    var scheme = ""
    for byte in address {
      switch byte {
      case 0...32: continue
      case UInt8(ascii: ":"): return scheme
      case UInt8(ascii: "a")...UInt8(ascii: "z"): scheme.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        scheme.unicodeScalars.append(Unicode.Scalar(byte | 32))
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        scheme.unicodeScalars.append(Unicode.Scalar(byte))
      default: return nil
      }
    }
    return nil
  }

  /// Whether a byte stands for itself in an address.
  static func keeps(_ byte: UInt8) -> Bool {
    guard byte < 128 else { return false }
    return (byte < 64 ? keptLow >> byte : keptHigh >> (byte - 64)) & 1 == 1
  }

  /// The upper-case hexadecimal digit of a number from 0 to 15.
  static func hexDigit(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "A") + nibble - 10
  }

  private static let (keptLow, keptHigh): (UInt64, UInt64) = {
    var kept: (low: UInt64, high: UInt64) = (0, 0)
    let marks = "-_.+!*(),%#@?=;:/$~".utf8
    let letters = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { $0 }
    for byte in marks + letters + letters.map({ $0 - 32 }) + (48...57).map({ UInt8($0) }) {
      if byte < 64 { kept.low |= 1 << UInt64(byte) } else { kept.high |= 1 << UInt64(byte - 64) }
    }
    return kept
  }()
}
