/// The lines of a source, found by their numbers.
struct SourceLines {
  private let bytes: [UInt8]
  /// Where each line begins.
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    var starts = [0]
    for (index, byte) in bytes.enumerated()
    where byte == 0x0A || (byte == 0x0D && !bytes[(index + 1)...].starts(with: [0x0A])) {
      starts.append(index + 1)
    }
    self.bytes = bytes
    self.starts = starts
  }

  /// The text of a line from 1, without its end; nil where there is no such line.
  func line(_ number: Int) -> String? {
    guard starts.indices.contains(number - 1) else { return nil }
    let end = number < starts.count ? starts[number] : bytes.count
    var line = bytes[starts[number - 1]..<end]
    while line.last == 0x0A || line.last == 0x0D { line.removeLast() }
    if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    return String(decoding: line, as: UTF8.self)
  }
}

/// A line of a source with a caret under one of its columns, at most so many terminal columns wide.
///
///     sourceExcerpt("目标\tx", line: 3, column: 4)
///     //   3 | 目标→x       (→ a tab)
///     //     |     →^
func sourceExcerpt(_ text: String, line: Int, column: Int, width: Int = 100) -> [String] {
  let scalars = withoutPasswords(Array(harmless(text).unicodeScalars))
  let caret = min(max(column, 1), scalars.count + 1) - 1
  let start = firstShown(scalars, before: caret, within: width * 3 / 4)
  var shown = String.UnicodeScalarView(start > 0 ? "…".unicodeScalars : "".unicodeScalars)
  var blank = start > 0 ? " " : ""
  var columns = 0
  for index in start..<scalars.count {
    let scalar = scalars[index]
    columns += displayWidth(of: scalar)
    if columns > width && index > caret {
      shown.append("…")
      break
    }
    shown.append(scalar)
    if index < caret {
      // A tab stays a tab, whatever width the terminal gives it.
      blank += scalar == "\t" ? "\t" : String(repeating: " ", count: displayWidth(of: scalar))
    }
  }
  let number = String(line)
  let gutter = String(repeating: " ", count: max(0, 4 - number.count)) + number
  let excerpt = ["\(gutter) | \(String(shown))"]
  guard column > 0 else { return excerpt }
  return excerpt + ["\(String(repeating: " ", count: gutter.count)) | \(blank)^"]
}

/// The first scalar to show so that the caret is at most so many columns to the right.
private func firstShown(_ scalars: [Unicode.Scalar], before caret: Int, within width: Int) -> Int {
  var columns = 0
  for index in stride(from: caret - 1, through: 0, by: -1) {
    columns += displayWidth(of: scalars[index])
    if columns > width { return index + 1 }
  }
  return 0
}

/// A line with a dot for each scalar of a password: what stands between `:` and `@` in an address,
/// and what stands behind `password=`.
///
///     withoutPasswords(Array("url: pg://u:geheim@h".unicodeScalars))  // url: pg://u:••••••@h
func withoutPasswords(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
  var shown = line
  func ends(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "\"" || scalar == "'" || scalar == ","
  }
  let (address, word) = (Array("://".unicodeScalars), Array("password=".unicodeScalars))
  var index = 0
  while index < line.count {
    let rest = line[index...]
    if rest.starts(with: address) {
      let body = index + address.count
      let end = line[body...].firstIndex(where: { $0.properties.isWhitespace }) ?? line.count
      if let at = line[body..<end].lastIndex(of: "@"),
        let colon = line[body..<at].firstIndex(of: ":")
      {
        for hidden in colon + 1..<at { shown[hidden] = "•" }
      }
      index = end
    } else if rest.prefix(word.count).lowercasedStarts(with: word) {
      let body = index + word.count
      let end = line[body...].firstIndex(where: { ends($0) || $0 == "&" }) ?? line.count
      for hidden in body..<end { shown[hidden] = "•" }
      index = max(end, body)
    } else {
      index += 1
    }
  }
  return shown
}

extension ArraySlice<Unicode.Scalar> {
  /// Whether the scalars are those of a lower-case word, whatever their letter case.
  fileprivate func lowercasedStarts(with word: [Unicode.Scalar]) -> Bool {
    count == word.count
      && zip(self, word).allSatisfy { $0.properties.lowercaseMapping == String($1) }
  }
}
