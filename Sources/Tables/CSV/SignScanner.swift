/// Finds the bytes that divide a CSV text: 64 bytes are looked at together, and what is found in them
/// is kept as three masks with a bit for each byte.
///
/// A cell of a dozen bytes then costs one shift and one count of zeros, where a loop over its bytes
/// would ask three questions of each. Positions are indices of the buffer and may only be asked for
/// up to its end; asking forwards is fast, asking backwards only correct.
///
///     // in `甲,"b"\n` the commas and line breaks are at 3 and 7
///     scanner.nextEnd(from: 0)   // 3
///     scanner.nextEnd(from: 4)   // 7
///     scanner.nextQuote(from: 5) // 6
struct SignScanner {
  private static let width = 64

  private let bytes: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  /// Where the 64 bytes of the masks start.
  private var start = Int.min / 2
  /// Separators, LF and CR.
  private var ends: UInt64 = 0
  /// LF and CR.
  private var breaks: UInt64 = 0
  private var quotes: UInt64 = 0

  /// A scanner of a text; the buffer must outlive it.
  init(_ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
  }

  /// The index of the first separator, LF or CR from a position on; the text's end where none is.
  @inline(__always)
  mutating func nextEnd(from position: Int) -> Int {
    next(\.ends, from: position, until: bytes.count)
  }

  /// The index of the first quote from a position on; the text's end where none is.
  @inline(__always)
  mutating func nextQuote(from position: Int) -> Int {
    next(\.quotes, from: position, until: bytes.count)
  }

  /// The index of the first LF or CR of a range; its end where none is.
  @inline(__always)
  mutating func nextBreak(in range: Range<Int>) -> Int {
    next(\.breaks, from: range.lowerBound, until: range.upperBound)
  }

  @inline(__always)
  private mutating func next(
    _ mask: KeyPath<SignScanner, UInt64>, from position: Int, until end: Int
  ) -> Int {
    guard position < end else { return end }
    let block = position & ~(Self.width - 1)
    if block != start { load(block) }
    var found = self[keyPath: mask] & (UInt64.max << UInt64(position - block))
    while found == 0 {
      guard start + Self.width < end else { return end }
      load(start + Self.width)
      found = self[keyPath: mask]
    }
    return min(start + found.trailingZeroBitCount, end)
  }

  /// Makes the masks of the 64 bytes from an index on, or of those that are left.
  private mutating func load(_ index: Int) {
    start = index
    (ends, breaks, quotes) = (0, 0, 0)
    guard index + Self.width <= bytes.count else { return loadRest() }
    let memory = UnsafeRawBufferPointer(bytes)
    for lane in 0..<8 {
      let word = UInt64(
        littleEndian: memory.loadUnaligned(fromByteOffset: index + lane * 8, as: UInt64.self))
      let lineEnds = word.bytes(equalTo: 0x0A) | word.bytes(equalTo: 0x0D)
      let shift = UInt64(lane * 8)
      breaks |= lineEnds.gathered << shift
      ends |= (lineEnds | word.bytes(equalTo: separator)).gathered << shift
      quotes |= word.bytes(equalTo: 0x22).gathered << shift
    }
  }

  private mutating func loadRest() {
    for (offset, byte) in bytes[start...].enumerated() {
      let bit = UInt64(1) << UInt64(offset)
      if byte == 0x0A || byte == 0x0D { breaks |= bit }
      if byte == separator { ends |= bit }
      if byte == 0x22 { quotes |= bit }
    }
    ends |= breaks
  }
}

extension UInt64 {
  /// The highest bit of each of the eight bytes that equals a byte; all other bits are 0.
  ///
  /// Adding 0x7F to the low seven bits of a byte carries into its highest bit unless they are 0, and
  /// never into the next byte, so this is exact.
  @inline(__always)
  fileprivate func bytes(equalTo byte: UInt8) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let difference = self ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    return ~(((difference & low) &+ low) | difference | low)
  }

  /// The highest bits of the eight bytes as one byte, the first byte's lowest.
  @inline(__always)
  fileprivate var gathered: UInt64 { ((self >> 7) &* 0x0102_0408_1020_4080) >> 56 }
}
