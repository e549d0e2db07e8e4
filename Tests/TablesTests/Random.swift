/// A generator whose numbers are the same in every run.
struct Random {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(1, limit)
  }

  /// The bytes with some changed, cut out, doubled or put in, among them words of the format.
  mutating func changed(_ bytes: [UInt8], words: [[UInt8]] = []) -> [UInt8] {
    var bytes = bytes
    let telling = Array("\",;\n\r\t{}[]<>&:-'0.\\".utf8) + [0, 0x80, 0xFF]
    for _ in 0...next(below: 8) {
      let place = next(below: bytes.count)
      switch next(below: 7) {
      case 0 where !bytes.isEmpty: bytes[place] = UInt8(next(below: 256))
      case 1 where !bytes.isEmpty: bytes[place] = telling[next(below: telling.count)]
      case 2: bytes.insert(telling[next(below: telling.count)], at: place)
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + next(below: 10)))
      case 4 where !words.isEmpty:
        bytes.insert(contentsOf: words[next(below: words.count)], at: place)
      case 5 where !bytes.isEmpty:
        // A number's byte at its greatest or smallest: sizes and offsets of binary formats.
        for index in place..<min(bytes.count, place + 1 + next(below: 4)) {
          bytes[index] = next(below: 2) == 0 ? 0xFF : 0
        }
      default:
        bytes.insert(
          contentsOf: bytes[place..<min(bytes.count, place + next(below: 30))], at: place)
      }
    }
    return bytes
  }
}
