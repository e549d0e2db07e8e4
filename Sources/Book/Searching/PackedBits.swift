/// Numbers as bits, each list as short as its numbers allow.
struct PackedBits {
  private(set) var bytes: [UInt8] = []
  private var free = 0

  /// A list of page numbers in order, out of so many pages: how many (Elias' gamma code), then each step to the
  /// next page (Rice's code, by a parameter that follows from the count).
  mutating func append(_ list: ArraySlice<Int32>, of pages: Int) {
    gamma(list.count)
    let parameter = Self.parameter(for: list.count, of: pages)
    var before = -1
    for page in list {
      let step = Int(page) - before - 1
      for _ in 0..<(step >> parameter) { append(1, width: 1) }
      append(0, width: 1)
      append(step & (1 << parameter - 1), width: parameter)
      before = Int(page)
    }
  }

  /// The width of what is written plainly of a step: as many bits as 7/10 of the mean step has, less one.
  static func parameter(for count: Int, of pages: Int) -> Int {
    var (parameter, mean) = (0, pages * 7 / (max(count, 1) * 10))
    while mean > 1 {
      mean /= 2
      parameter += 1
    }
    return parameter
  }

  /// About how many bytes some lists take.
  static func size(of lists: some Sequence<ArraySlice<Int32>>, pages: Int) -> Int {
    var bits = 0
    for list in lists {
      bits += 2 * (Int.bitWidth - list.count.leadingZeroBitCount) - 1
      let parameter = parameter(for: list.count, of: pages)
      var before = -1
      for page in list {
        bits += ((Int(page) - before - 1) >> parameter) + 1 + parameter
        before = Int(page)
      }
    }
    return bits / 8
  }

  /// Goes on with a new byte.
  mutating func fillByte() { free = 0 }

  private mutating func gamma(_ number: Int) {
    let width = Int.bitWidth - number.leadingZeroBitCount
    append(0, width: width - 1)
    append(number, width: width)
  }

  /// Appends the lowest bits of a number that has no higher ones, the highest first.
  private mutating func append(_ number: Int, width: Int) {
    var rest = width
    while rest > 0 {
      if free == 0 {
        bytes.append(0)
        free = 8
      }
      let taken = min(free, rest)
      (free, rest) = (free - taken, rest - taken)
      let part = UInt8(truncatingIfNeeded: number >> rest & (1 << taken - 1))
      bytes[bytes.count - 1] |= part << UInt8(free)
    }
  }
}

/// Bytes in sixteen signs that are neither letters nor digits, two for each byte.
///
/// What stands there by chance spells no name, no id and no amount, so that the proof, which reads every byte of
/// a tree, finds none in it: among the letters of base64 an id of four letters has stood.
///
///     packedText([77, 97])  // "(=*#"
func packedText(_ bytes: [UInt8]) -> String {
  let signs = Array("!#$%()*+,-.:;=?@".utf8)
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count * 2)
  for byte in bytes {
    text.append(signs[Int(byte >> 4)])
    text.append(signs[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}
