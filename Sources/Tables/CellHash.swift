/// A hash of cells by bytes and kind, with a secret of its own in every run of the program: no file
/// can be made to collide.
///
/// Eight bytes at a time are mixed by the two halves of a product, as fast hashes do.
struct CellHash {
  private let seed = UInt64.random(in: .min ... .max)
  private let factor = UInt64.random(in: .min ... .max) | 1

  /// 32 bits of the hash of a cell.
  @inline(__always)
  func callAsFunction(_ bytes: UnsafeBufferPointer<UInt8>, _ kind: CellKind) -> UInt64 {
    let memory = UnsafeRawBufferPointer(bytes)
    var hash = seed ^ UInt64(memory.count) << 8 ^ UInt64(kind.rawValue)
    if memory.count < 8 {
      hash = mixed(hash ^ memory.shortWord)
    } else {
      var index = 0
      while index + 8 < memory.count {
        hash = mixed(hash ^ memory.word(at: index))
        index += 8
      }
      // The last eight bytes, some of which may have been mixed in already.
      hash = mixed(hash ^ memory.word(at: memory.count - 8))
    }
    return mixed(hash ^ seed) >> 32
  }

  @inline(__always)
  private func mixed(_ value: UInt64) -> UInt64 {
    let (high, low) = value.multipliedFullWidth(by: factor)
    return high ^ low
  }
}

extension UnsafeRawBufferPointer {
  /// Eight bytes at an index, which must all lie in the buffer.
  @inline(__always)
  fileprivate func word(at index: Int) -> UInt64 {
    loadUnaligned(fromByteOffset: index, as: UInt64.self)
  }

  /// All bytes of a buffer of fewer than eight in one word; with the number of bytes it tells them
  /// from all others.
  @inline(__always)
  fileprivate var shortWord: UInt64 {
    if count >= 4 {
      let first = loadUnaligned(fromByteOffset: 0, as: UInt32.self)
      let last = loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      return UInt64(first) << 32 | UInt64(last)
    }
    if count == 0 { return 0 }
    return UInt64(self[0]) << 16 | UInt64(self[count / 2]) << 8 | UInt64(self[count - 1])
  }
}
