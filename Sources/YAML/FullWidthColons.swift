package import Diagnostics

/// The source with a colon and a blank for each full-width colon behind a key, and a diagnostic for each.
///
/// Without it YAML reads the line as a part of what is around it, and says of that what no author has
/// written. Keys are looked for where lines begin; in what is indented only below a key that holds others.
///
///     let read = withReadableColons(SourceFile(path: "a.yaml", text: "title：计划\n"))
///     String(decoding: read.value.bytes, as: UTF8.self)  // "title: 计划\n"
///
/// `lineOffset` is how many lines of the file stand before the text, where it is a part of a file.
package func withReadableColons(
  _ source: SourceFile, lineOffset: Int = 0, inside holders: Set<String> = []
) -> Parsed<SourceFile> {
  let colon = Array("：".utf8)
  guard source.bytes.contains(colon[0]) else { return Parsed(source) }
  var found: [Diagnostic] = []
  var bytes: [UInt8] = []
  var holder = ""
  let lines = source.bytes.split(separator: 10, omittingEmptySubsequences: false)
  for (index, line) in lines.enumerated() {
    if index > 0 { bytes.append(10) }
    let blanks = line.prefix { $0 == 32 }
    let rest = line[blanks.endIndex...]
    let key = rest.prefix { isKeySign($0) }
    let sign = key.firstRange(of: colon)
    if blanks.isEmpty {
      holder = String(decoding: key[..<(sign?.lowerBound ?? key.endIndex)], as: UTF8.self)
    }
    guard let sign, sign.lowerBound > rest.startIndex, blanks.isEmpty || holders.contains(holder)
    else {
      bytes += line
      continue
    }
    let name = String(decoding: rest[..<sign.lowerBound], as: UTF8.self)
    let column = blanks.count + name.unicodeScalars.count + 1
    found.append(
      .fullWidthColon(
        name, at: Place(path: source.path, line: lineOffset + index + 1, column: column)))
    bytes += line[..<sign.lowerBound] + [58, 32] + line[sign.upperBound...].drop { $0 == 32 }
  }
  return Parsed(SourceFile(path: source.path, bytes: bytes), found)
}

/// Whether a byte may stand in a key or is part of a sign that is wider than it: letters of any script,
/// digits, `-` and `_`.
private func isKeySign(_ byte: UInt8) -> Bool {
  byte >= 128 || (97...122).contains(byte | 32) || (48...57).contains(byte) || byte == 0x2D
    || byte == 0x5F
}
