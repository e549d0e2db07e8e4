import Diagnostics

/// The encoding of a text that has no mark and is not UTF-8, and what is to be said of it.
///
/// Nil where several readings are plausible, or none is: that is a question, and the diagnostic asks it
/// with both shown.
func guessEncoding(of file: SourceFile) -> Parsed<TextEncoding?> {
  let sample = sample(of: file.bytes)
  let possible = Plausibility.candidates.compactMap { Plausibility(sample, as: $0) }
  let plausible = possible.filter(\.isPlausible).sorted { $0.score > $1.score }
  let line = firstOddLine(of: file.bytes)
  func reading(_ encoding: TextEncoding) -> (TextEncoding, String) {
    (encoding, excerpt(of: file.bytes[line.range], as: encoding))
  }
  let place = Place(path: file.path, line: line.number)
  guard let best = plausible.first else {
    // A name or two of rare characters: Chinese, unless it is plain that it is not.
    let isShort = sample.count { $0 >= 0x80 } < 16
    guard let chinese = possible.first(where: { $0.encoding == .gb18030 }) else {
      return Parsed(nil)
    }
    if isShort, !chinese.splitsWords {
      return Parsed(.gb18030, [.readAs(reading(.gb18030), instead: nil, at: place)])
    }
    let other = possible.filter { $0.encoding != .gb18030 }.max { $0.score < $1.score }
    return Parsed(
      nil,
      [
        .whichEncoding(
          [chinese.encoding, other?.encoding].compactMap(\.self).map(reading), file, at: place)
      ])
  }
  // Twice as many known characters decide; else a person must.
  if let second = plausible.dropFirst().first, second.score * 2 > best.score {
    return Parsed(
      nil, [.whichEncoding([best, second].map { reading($0.encoding) }, file, at: place)])
  }
  if best.encoding == .gb18030 {
    return Parsed(.gb18030, [.readAs(.gb18030, at: Place(path: file.path))])
  }
  let chinese = possible.contains { $0.encoding == .gb18030 } ? reading(.gb18030) : nil
  return Parsed(best.encoding, [.readAs(reading(best.encoding), instead: chinese, at: place)])
}

/// The lines of a file that hold more than ASCII, up to 64 KB of them, and none of them in part.
private func sample(of bytes: [UInt8]) -> ArraySlice<UInt8> {
  var lines: [UInt8] = []
  var start = 0
  while start < bytes.count, lines.count < 1 << 16 {
    let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count - 1
    if bytes[start...end].contains(where: { $0 >= 0x80 }) {
      lines += bytes[start...end].prefix(1 << 16)
    }
    start = end + 1
  }
  return lines[...]
}

/// The first line with a byte beyond ASCII.
private func firstOddLine(of bytes: [UInt8]) -> (range: Range<Int>, number: Int) {
  let odd = bytes.firstIndex { $0 >= 0x80 } ?? 0
  let start = bytes[..<odd].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
  let end = bytes[odd...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
  return (start..<end, 1 + bytes[..<start].count { $0 == 0x0A })
}

/// A line as an encoding reads it, no longer than a message can show.
private func excerpt(of bytes: ArraySlice<UInt8>, as encoding: TextEncoding) -> String {
  let text = String(
    decoding: utf8(from: Array(bytes), startingAt: 0, encoding: encoding).bytes, as: UTF8.self)
  return text.count > 40 ? text.prefix(40) + "…" : text
}
