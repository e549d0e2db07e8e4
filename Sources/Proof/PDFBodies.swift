import Tables

/// The objects of a PDF by their numbers, with the streams that they hold unpacked.
///
/// The file is read from its first byte to its last and not by its table of contents: what an older version of it
/// said is in it still.
struct PDFBodies {
  /// An object: what stands in it, and its stream where it has one that can be unpacked.
  struct Body {
    let number: Int
    let source: ArraySlice<UInt8>
    var stream: [UInt8]?
  }

  /// How much one stream may unpack to.
  private static let greatestStream = 64 << 20

  private(set) var bodies: [Body] = []

  init(of bytes: [UInt8]) {
    var index = 0
    while let word = Self.find("obj", in: bytes[index...]) {
      index = word + 3
      guard let number = Self.number(before: word, in: bytes) else { continue }
      let end = Self.find("endobj", in: bytes[index...]) ?? bytes.count
      let start = Self.find("stream", in: bytes[index..<end])
      guard let start else {
        bodies.append(Body(number: number, source: bytes[index..<end]))
        index = end
        continue
      }
      let source = bytes[index..<start]
      var data = start + 6
      if data < bytes.count, bytes[data] == 13 { data += 1 }
      if data < bytes.count, bytes[data] == 10 { data += 1 }
      let last = Self.find("endstream", in: bytes[min(data, bytes.count)...]) ?? bytes.count
      let stream = Self.unpacked(bytes[min(data, last)..<last], by: source)
      bodies.append(Body(number: number, source: source, stream: stream))
      index = last
      if let stream, Self.find("/ObjStm", in: source) != nil { addObjects(in: stream, source) }
    }
  }

  /// Adds the objects that stand in the stream of another: their numbers and places first, then they themselves.
  private mutating func addObjects(in stream: [UInt8], _ source: ArraySlice<UInt8>) {
    guard let first = Self.integer(behind: "/First", in: source), first <= stream.count else {
      return
    }
    let numbers = stream[..<first].split { !$0.isDigit }.compactMap {
      Int(String(decoding: $0, as: UTF8.self))
    }
    let places = stride(from: 0, to: numbers.count - 1, by: 2).map {
      (number: numbers[$0], start: first + numbers[$0 + 1])
    }
    for (index, place) in places.enumerated() {
      let end = index + 1 < places.count ? places[index + 1].start : stream.count
      guard place.start <= end, end <= stream.count else { continue }
      bodies.append(Body(number: place.number, source: stream[place.start..<end]))
    }
  }

  private static func unpacked(
    _ packed: ArraySlice<UInt8>, by source: ArraySlice<UInt8>
  ) -> [UInt8]? {
    guard find("/Filter", in: source) != nil else { return Array(packed) }
    guard find("/FlateDecode", in: source) != nil else { return nil }
    return inflatedStream(packed, atMost: greatestStream)
  }

  /// The number of the object that a word begins: `12` of `12 0 obj`.
  private static func number(before word: Int, in bytes: [UInt8]) -> Int? {
    var fields = bytes[max(0, word - 24)..<word].split(
      omittingEmptySubsequences: true, whereSeparator: { [0, 9, 10, 12, 13, 32].contains($0) })
    guard let last = fields.popLast(), last.endIndex < word || word == 0,
      last.allSatisfy(\.isDigit), let first = fields.popLast()
    else { return nil }
    return Int(
      String(decoding: first.reversed().prefix(while: \.isDigit).reversed(), as: UTF8.self))
  }

  /// The whole number behind a key of a dictionary.
  static func integer(behind key: String, in source: ArraySlice<UInt8>) -> Int? {
    guard let place = find(key, in: source) else { return nil }
    let digits = source[(place + key.utf8.count)...].drop { $0 <= 32 }.prefix(while: \.isDigit)
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// Where a word stands first.
  static func find(_ word: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let word = Array(word.utf8)
    guard bytes.count >= word.count else { return nil }
    return bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      let last = buffer.count - word.count
      while index <= last {
        if buffer[index] == word[0] {
          var length = 1
          while length < word.count, buffer[index + length] == word[length] { length += 1 }
          if length == word.count { return bytes.startIndex + index }
        }
        index += 1
      }
      return nil
    }
  }
}
