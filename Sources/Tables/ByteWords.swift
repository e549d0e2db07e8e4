import Glibc

/// Secrets of the process, so that nobody outside knows which texts fall together.
private let secrets = (
  UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max) | 1
)

/// 32 bits of a hash of a cell's bytes and kind; another one in every run of the program.
///
/// Eight bytes at a time are mixed by the two halves of a product, as fast hashes do; the last eight
/// may overlap those before them.
func tableHash(of bytes: Span<UInt8>, kind: CellKind) -> UInt64 {
  let (seed, factor) = secrets
  var hash = seed ^ UInt64(bytes.count) << 8 ^ UInt64(kind.rawValue)
  bytes.withUnsafeBytes { memory in
    let count = memory.count
    guard count >= 8 else {
      hash = mixed(hash ^ memory.shortWord, factor)
      return
    }
    var index = 0
    while index + 8 < count {
      hash = mixed(hash ^ memory.word(at: index), factor)
      index += 8
    }
    hash = mixed(hash ^ memory.word(at: count - 8), factor)
  }
  return mixed(hash, seed | 1) >> 32
}

@inline(__always)
private func mixed(_ value: UInt64, _ factor: UInt64) -> UInt64 {
  let (high, low) = value.multipliedFullWidth(by: factor)
  return high ^ low
}

extension UnsafeRawBufferPointer {
  /// Eight bytes at an index, which must all lie in the buffer.
  @inline(__always)
  fileprivate func word(at index: Int) -> UInt64 {
    UInt64(littleEndian: loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// All bytes of a buffer of fewer than eight, each of them in the word.
  @inline(__always)
  fileprivate var shortWord: UInt64 {
    if count >= 4 {
      let first = loadUnaligned(fromByteOffset: 0, as: UInt32.self)
      let last = loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      return UInt64(UInt32(littleEndian: first)) << 32 | UInt64(UInt32(littleEndian: last))
    }
    if count == 0 { return 0 }
    return UInt64(self[0]) << 16 | UInt64(self[count / 2]) << 8 | UInt64(self[count - 1])
  }
}

extension Span<UInt8> {
  /// Whether another span of the same length has the same bytes.
  @inline(__always)
  func hasSameBytes(as other: Span<UInt8>) -> Bool {
    withUnsafeBytes { one in
      other.withUnsafeBytes { two in
        guard let first = one.baseAddress, let second = two.baseAddress else { return true }
        return memcmp(first, second, one.count) == 0
      }
    }
  }
}
