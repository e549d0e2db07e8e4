/// Eight characters that change with the content: the foot of a printed page says by them which
/// version one holds.
func shortMark(of content: [UInt8]) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  content.withUnsafeBytes { bytes in
    var offset = 0
    while offset + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      hash = (hash ^ word) &* 0x9e37_79b9_7f4a_7c15
      hash ^= hash >> 29
      offset += 8
    }
    for byte in bytes[offset...] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
  }
  let digits = String((hash ^ hash >> 32) & 0xffff_ffff, radix: 16)
  return String(repeating: "0", count: 8 - digits.utf8.count) + digits
}
