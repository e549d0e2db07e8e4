import CCrypto

/// The SHA-256 of some bytes: what a published file is known by.
///
///     SHA256Digest(of: Array("abc".utf8)).hex.prefix(8)  // "ba7816bf"
package struct SHA256Digest: Hashable, Sendable {
  private let high: UInt128
  private let low: UInt128

  /// Computes the digest.
  package init(of bytes: [UInt8]) {
    (high, low) = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { digest in
      _ = SHA256(bytes, bytes.count, digest.baseAddress)
      func number(_ half: Range<Int>) -> UInt128 {
        digest[half].reduce(0) { $0 << 8 | UInt128($1) }
      }
      return (number(0..<16), number(16..<32))
    }
  }

  /// Reads a digest of 64 hex digits; nil for anything else.
  package init?(hex: some StringProtocol) {
    let digits = hex.utf8
    guard digits.count == 64, digits.allSatisfy({ $0 != UInt8(ascii: "+") }),
      let high = UInt128(hex.prefix(32), radix: 16), let low = UInt128(hex.suffix(32), radix: 16)
    else { return nil }
    self.high = high
    self.low = low
  }

  /// The digest as 64 hex digits in lower case.
  package var hex: String {
    [high, low].map { half in
      let digits = String(half, radix: 16)
      return String(repeating: "0", count: 32 - digits.count) + digits
    }.joined()
  }
}
