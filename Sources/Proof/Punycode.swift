/// Names of hosts as DNS carries them (RFC 3492): `xn--fsqu00a` is 例子.
enum Punycode {
  private static let mark = Array("xn--".utf8)

  /// Each label of a text that is written so, decoded, with where it begins.
  ///
  ///     Punycode.labels(in: Array("http://xn--fsqu00a.example".utf8))  // 例子, at 7
  static func labels(in text: [UInt8]) -> [(offset: Int, bytes: [UInt8])] {
    var found: [(offset: Int, bytes: [UInt8])] = []
    // Asked for once, as a type's constants are waited for each time.
    let length = mark.count
    var index = 0
    while index + length < text.count {
      guard text[index] | 0x20 == UInt8(ascii: "x"), isMark(at: index, text) else {
        index += 1
        continue
      }
      let label = text[(index + length)...].prefix {
        $0.isWord || $0 == UInt8(ascii: "-")
      }
      if (1..<64).contains(label.count), let decoded = decoded(Array(label)) {
        found.append((index, decoded))
      }
      index = label.endIndex
    }
    return found
  }

  private static func isMark(at index: Int, _ text: [UInt8]) -> Bool {
    text[index + 1] | 0x20 == UInt8(ascii: "n") && text[index + 2] == UInt8(ascii: "-")
      && text[index + 3] == UInt8(ascii: "-")
  }

  /// The text of a label without its mark; nil where it is none.
  private static func decoded(_ label: [UInt8]) -> [UInt8]? {
    let hyphen = label.lastIndex(of: UInt8(ascii: "-"))
    var scalars = label[..<(hyphen ?? 0)].map { UInt32($0) }
    var rest = label[(hyphen.map { $0 + 1 } ?? 0)...]
    var (code, place, bias) = (128, 0, 72)
    while !rest.isEmpty {
      let before = place
      var weight = 1
      for step in 1... {
        guard let digit = rest.popFirst().flatMap(value) else { return nil }
        let (product, isTooLarge) = digit.multipliedReportingOverflow(by: weight)
        guard !isTooLarge, place < 1 << 32, product < 1 << 32 else { return nil }
        place += product
        let threshold = min(26, max(1, step * 36 - bias))
        if digit < threshold { break }
        weight *= 36 - threshold
        guard weight < 1 << 32 else { return nil }
      }
      let count = scalars.count + 1
      bias = adapted(place - before, count, isFirst: before == 0)
      code += place / count
      place %= count
      guard let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: code)), code < 0x110000 else {
        return nil
      }
      scalars.insert(scalar.value, at: place)
      place += 1
    }
    var text = ""
    for scalar in scalars.compactMap(Unicode.Scalar.init) { text.unicodeScalars.append(scalar) }
    return Array(text.utf8)
  }

  private static func value(_ digit: UInt8) -> Int? {
    switch digit {
    case 0x30...0x39: Int(digit) - 0x30 + 26
    case 0x41...0x5A: Int(digit) - 0x41
    case 0x61...0x7A: Int(digit) - 0x61
    default: nil
    }
  }

  private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var steps = 0
    while delta > 455 {
      delta /= 35
      steps += 36
    }
    return steps + 36 * delta / (delta + 38)
  }
}
