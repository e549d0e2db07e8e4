/// What an address may begin with.
///
/// Relative addresses, fragments and the schemes http, https, mailto and tel lead to pages, mail
/// or calls. Any other scheme may run code, so it is never written from a value.
enum Scheme {
  private static let allowed: [[UInt8]] = ["http", "https", "mailto", "tel"].map { Array($0.utf8) }

  /// Whether a whole address is harmless.
  ///
  /// Browsers drop blanks and control characters from addresses before they look; so does this.
  static func allows(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
    for (index, byte) in address.enumerated() {
      switch byte {
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return true
      case UInt8(ascii: ":"): return isHarmless(Array(address[..<index])[...])
      default: continue
      }
    }
    return true
  }

  /// Whether what stands before the colon is an allowed scheme, or none at all.
  static func isHarmless(_ beforeColon: ArraySlice<UInt8>) -> Bool {
    var scheme: [UInt8] = []
    for byte in beforeColon where byte > 0x20 && byte != 0x7F {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): scheme.append(byte + 32)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        scheme.append(byte)
      // A character no scheme can hold: the address is a relative one with a colon in it.
      default: return true
      }
    }
    // Nor does a scheme begin with anything but a letter.
    guard let first = scheme.first, first >= UInt8(ascii: "a") else { return true }
    return allowed.contains(scheme)
  }
}
