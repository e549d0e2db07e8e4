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

  /// Takes the 32 bytes of a digest; nil for any other number of bytes.
  package init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    func number(_ half: Range<Int>) -> UInt128 {
      bytes[half].reduce(0) { $0 << 8 | UInt128($1) }
    }
    (high, low) = (number(0..<16), number(16..<32))
  }

  /// The 32 bytes of the digest.
  package var bytes: [UInt8] {
    (0..<32).map { index in
      let half = index < 16 ? high : low
      return UInt8(truncatingIfNeeded: half >> UInt128(120 - index % 16 * 8))
    }
  }

  /// Reads a digest of 64 hex digits; nil for anything else.
  package init?(hex: String) {
    let digits = Array(hex.utf8)
    guard digits.count == 64 else { return nil }
    var halves: [UInt128] = [0, 0]
    for (index, digit) in digits.enumerated() {
      let value: UInt8
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
      default: return nil
      }
      halves[index / 32] = halves[index / 32] << 4 | UInt128(value)
    }
    (high, low) = (halves[0], halves[1])
  }

  /// The digest as four numbers, the highest first.
  package var numbers: [UInt64] {
    [high, low].flatMap { [UInt64(truncatingIfNeeded: $0 >> 64), UInt64(truncatingIfNeeded: $0)] }
  }

  /// The digest of four numbers; nil for any other count.
  package init?(numbers: [UInt64]) {
    guard numbers.count == 4 else { return nil }
    high = UInt128(numbers[0]) << 64 | UInt128(numbers[1])
    low = UInt128(numbers[2]) << 64 | UInt128(numbers[3])
  }

  /// The digest as 64 hex digits in lower case.
  package var hex: String { String(decoding: hexDigits, as: UTF8.self) }

  /// The bytes of those digits in ASCII.
  package var hexDigits: [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return (0..<64).map { index in
      let half = index < 32 ? high : low
      return digits[Int(truncatingIfNeeded: half >> UInt128(124 - index % 32 * 4)) & 15]
    }
  }
}
