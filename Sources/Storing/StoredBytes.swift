/// Values written one behind the other.
///
///     var bytes = StoredBytes()
///     bytes.put("plans/zhang.html")
///     bytes.put(300)   // two bytes: small numbers are short
package struct StoredBytes: Sendable {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []

  /// Nothing yet.
  package init() {}

  /// Makes room for so many bytes more.
  package mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  /// Writes a number: seven bits a byte, the lowest first, numbers near 0 of either sign short.
  package mutating func put(_ number: Int) {
    var rest = UInt(bitPattern: number << 1 ^ number >> (Int.bitWidth - 1))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes a text, its length before it.
  package mutating func put(_ text: String) {
    var text = text
    put(text.utf8.count)
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  /// Writes bytes, their number before them.
  package mutating func put(_ more: [UInt8]) {
    put(more.count)
    bytes += more
  }

  /// Writes a value as it was stored before.
  package mutating func put(stored value: ArraySlice<UInt8>) { bytes += value }

  /// Writes numbers of 64 bits, their count before them.
  package mutating func put(_ marks: [UInt64]) {
    put(marks.count)
    for mark in marks { put(fixed: mark) }
  }

  /// Writes a number in eight bytes, whatever its size.
  package mutating func put(fixed number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

/// Reads values that ``StoredBytes`` wrote, one behind the other.
package struct StoredReader: Sendable {
  private let bytes: [UInt8]
  /// Where the next value begins.
  package private(set) var position: Int
  private let end: Int

  /// Reads from a place in some bytes on.
  package init(_ bytes: [UInt8], from start: Int = 0, to end: Int? = nil) {
    self.bytes = bytes
    position = start
    self.end = min(end ?? bytes.count, bytes.count)
  }

  /// What was read since a place, for whoever stores the same value again.
  package func bytes(from start: Int) -> ArraySlice<UInt8> { bytes[start..<position] }

  /// Whether nothing is left.
  package var isAtEnd: Bool { position >= end }

  /// The next number.
  package mutating func number() throws(UnreadableBytes) -> Int {
    var value: UInt = 0
    var shift = 0
    while position < end, shift < 70 {
      let byte = bytes[position]
      position += 1
      value |= UInt(byte & 0x7F) << UInt(shift)
      if byte < 0x80 { return Int(bitPattern: value >> 1) ^ -Int(bitPattern: value & 1) }
      shift += 7
    }
    throw UnreadableBytes()
  }

  /// The number of things that follow, each of a byte at least, so that nothing damaged asks for more memory
  /// than there are bytes.
  package mutating func count() throws(UnreadableBytes) -> Int {
    let count = try number()
    guard count >= 0, count <= end - position else { throw UnreadableBytes() }
    return count
  }

  /// The next text.
  package mutating func text() throws(UnreadableBytes) -> String {
    let count = try count()
    let text = String(validating: bytes[position..<position + count], as: UTF8.self)
    guard let text else { throw UnreadableBytes() }
    position += count
    return text
  }

  /// The next bytes.
  package mutating func plainBytes() throws(UnreadableBytes) -> [UInt8] {
    let count = try count()
    defer { position += count }
    return Array(bytes[position..<position + count])
  }

  /// The next numbers of 64 bits.
  package mutating func marks() throws(UnreadableBytes) -> [UInt64] {
    let count = try count()
    guard count <= (end - position) / 8 else { throw UnreadableBytes() }
    var marks: [UInt64] = []
    marks.reserveCapacity(count)
    for _ in 0..<count { marks.append(try fixed()) }
    return marks
  }

  /// The next number in eight bytes.
  package mutating func fixed() throws(UnreadableBytes) -> UInt64 {
    guard end - position >= 8 else { throw UnreadableBytes() }
    defer { position += 8 }
    return bytes.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: UInt64.self))
    }
  }
}
