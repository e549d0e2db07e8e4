package import Diagnostics
import Glibc

/// The text of a file in UTF-8, without a byte order mark in front of it.
struct DecodedText: Sendable {
  /// The bytes, in UTF-8 and checked.
  var bytes: [UInt8]
  /// Where the text starts in them: behind a mark.
  var start: Int
  var encoding: TextEncoding
}

/// Finds the encoding of a file and gives its text: by its mark, else UTF-8 where every byte fits,
/// else GB18030 where every byte fits; else nothing, with the place of the first byte that does not.
///
///     decodeText(SourceFile(path: "a.csv", bytes: [0xBC, 0xD7])).value?.bytes  // "甲" in UTF-8
func decodeText(_ file: SourceFile) -> Parsed<DecodedText?> {
  if let zero = firstZero(in: file.bytes), TextEncoding.announced(by: file.bytes)?.length != 2 {
    return Parsed(nil, [.notText(at: placeOfByte(zero, in: file.bytes, path: file.path))])
  }
  switch TextEncoding.announced(by: file.bytes) {
  case (.utf8WithMark, let length)?:
    return checkedUTF8(file, start: length, encoding: .utf8WithMark)
  case (let encoding, let length)?: return transcoded(file, from: encoding, start: length)
  case nil: break
  }
  let plain = checkedUTF8(file, start: 0, encoding: .utf8)
  if plain.value != nil { return plain }
  var other = transcoded(file, from: .gb18030, start: 0)
  if other.value != nil {
    other.diagnostics.append(.readAs(.gb18030, at: Place(path: file.path)))
  } else {
    other.diagnostics = plain.diagnostics
  }
  return other
}

/// The index of the first byte that is 0, by the C library's search: a table of a hundred megabytes
/// has none.
private func firstZero(in bytes: [UInt8]) -> Int? {
  bytes.withUnsafeBytes { bytes in
    guard let base = bytes.baseAddress, let found = memchr(base, 0, bytes.count) else { return nil }
    return UnsafeRawPointer(found) - base
  }
}

private func checkedUTF8(_ file: SourceFile, start: Int, encoding: TextEncoding)
  -> Parsed<DecodedText?>
{
  do throws(UTF8.ValidationError) {
    _ = try UTF8Span(validating: file.bytes.span)
    return Parsed(DecodedText(bytes: file.bytes, start: start, encoding: encoding))
  } catch {
    let place = placeOfByte(error.byteOffsets.lowerBound, in: file.bytes, path: file.path)
    return Parsed(nil, [.brokenEncoding(encoding, at: place)])
  }
}

private func transcoded(_ file: SourceFile, from encoding: TextEncoding, start: Int)
  -> Parsed<DecodedText?>
{
  let result = utf8(from: file.bytes, startingAt: start, encoding: encoding)
  guard result.isWhole else {
    let place = placeOfByte(result.bytes.count, in: result.bytes, path: file.path)
    return Parsed(nil, [.brokenEncoding(encoding, at: place)])
  }
  // UTF-32 has the mark of UTF-16, and a zero behind each character.
  if let zero = result.bytes.firstIndex(of: 0) {
    return Parsed(nil, [.notText(at: placeOfByte(zero, in: result.bytes, path: file.path))])
  }
  return Parsed(DecodedText(bytes: result.bytes, start: 0, encoding: encoding))
}

/// The text of a table's file as a message may show its lines: in UTF-8, whatever the file is in; nil
/// for a workbook and for what is no text.
///
///     shownText(SourceFile(path: "a.csv", bytes: [0xBC, 0xD7]))  // "甲" in UTF-8
package func shownText(_ file: SourceFile) -> [UInt8]? {
  if file.bytes.starts(with: Array("PK".utf8)) { return nil }
  return decodeText(file).value.map { Array($0.bytes[$0.start...]) }
}

/// The line and column of a byte, the text before it being UTF-8.
func placeOfByte(_ offset: Int, in bytes: [UInt8], path: String) -> Place {
  var (line, column) = (1, 1)
  for byte in bytes.prefix(offset) {
    if byte == 0x0A {
      (line, column) = (line + 1, 1)
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
  }
  return Place(path: path, line: line, column: column)
}
