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

/// Finds the encoding of a file and gives its text: by its mark, else as it is given, else UTF-8 where
/// every byte fits, else what its characters speak for; else nothing, with the place of the first byte
/// that does not fit, or with the question which of two readings is meant.
///
///     decodeText(SourceFile(path: "a.csv", bytes: [0xBC, 0xD7])).value?.bytes  // "甲" in UTF-8
func decodeText(_ file: SourceFile, as given: TextEncoding? = nil) -> Parsed<DecodedText?> {
  if let zero = firstZero(in: file.bytes), TextEncoding.announced(by: file.bytes)?.length != 2,
    given?.hasZeros != true
  {
    return Parsed(nil, [.notText(at: placeOfByte(zero, in: file.bytes, path: file.path))])
  }
  switch TextEncoding.announced(by: file.bytes) {
  case (.utf8WithMark, let length)?:
    return checkedUTF8(file, start: length, encoding: .utf8WithMark)
  case (let encoding, let length)?: return transcoded(file, from: encoding, start: length)
  case nil: break
  }
  if let given, given != .utf8 { return transcoded(file, from: given, start: 0) }
  let plain = checkedUTF8(file, start: 0, encoding: .utf8)
  if plain.value != nil || given == .utf8 { return plain }
  let guess = guessEncoding(of: file)
  if let encoding = guess.value {
    var decoded = transcoded(file, from: encoding, start: 0)
    if decoded.value != nil {
      decoded.diagnostics += guess.diagnostics
      return decoded
    }
  } else if guess.diagnostics.hasErrors {
    return Parsed(nil, guess.diagnostics)
  }
  return broken(file, plain)
}

/// What is said of a file that is no encoding known: the place of its odd byte, in the encoding that the
/// text before it is in.
private func broken(_ file: SourceFile, _ plain: Parsed<DecodedText?>) -> Parsed<DecodedText?> {
  let odd = file.bytes.firstIndex { $0 >= 0x80 } ?? 0
  let isUTF8AtFirst: Bool
  do throws(UTF8.ValidationError) {
    _ = try UTF8Span(validating: file.bytes.span)
    isUTF8AtFirst = true
  } catch {
    isUTF8AtFirst = error.byteOffsets.lowerBound > odd
  }
  if isUTF8AtFirst { return Parsed(nil, plain.diagnostics) }
  let chinese = transcoded(file, from: .gb18030, start: 0)
  return Parsed(nil, chinese.value == nil ? chinese.diagnostics : plain.diagnostics)
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

/// All that the bytes of a text may say that is not in UTF-8, in UTF-8: one reading where a mark tells its
/// encoding, else one for each encoding that they fit; none for UTF-8, and for what is no text.
///
///     foreignReadings(of: [0xBC, 0xD7]).count  // 2: 甲 in GB 18030, 樅 in Big5
package func foreignReadings(of bytes: [UInt8]) -> [[UInt8]] {
  do throws(UTF8.ValidationError) {
    _ = try UTF8Span(validating: bytes.span)
    return []
  } catch {}
  let file = SourceFile(path: "", bytes: bytes)
  if let announced = TextEncoding.announced(by: bytes) {
    let text = transcoded(file, from: announced.encoding, start: announced.length).value
    return text.map { [Array($0.bytes[$0.start...])] } ?? []
  }
  guard firstZero(in: bytes) == nil else { return [] }
  return [TextEncoding.gb18030, .big5].compactMap {
    transcoded(file, from: $0, start: 0).value.map { Array($0.bytes[$0.start...]) }
  }
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
