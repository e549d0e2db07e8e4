import Glibc

/// The bytes of a text in UTF-8, by the C library's `iconv`; `isWhole` is false where a byte does not
/// fit, and the bytes then are all that came before it.
///
/// The one place where iconv is called: it wants pointers that it may move.
func utf8(from bytes: [UInt8], startingAt start: Int, encoding: TextEncoding)
  -> (bytes: [UInt8], isWhole: Bool)
{
  let converter = iconv_open("UTF-8", encoding.iconvName)
  guard converter != iconv_t(bitPattern: -1) else { return ([], false) }
  defer { iconv_close(converter) }
  var output: [UInt8] = []
  output.reserveCapacity(bytes.count * 3 / 2)
  var chunk = [CChar](repeating: 0, count: 1 << 16)
  let isWhole = bytes.withUnsafeBytes { source -> Bool in
    var input = UnsafeMutablePointer(
      mutating: source.bindMemory(to: CChar.self).baseAddress?.advanced(by: start))
    var left = bytes.count - start
    while left > 0 {
      let (status, written) = chunk.withUnsafeMutableBufferPointer { buffer -> (Int, Int) in
        var target = buffer.baseAddress
        var room = buffer.count
        let status = iconv(converter, &input, &left, &target, &room)
        return (status == Int(bitPattern: UInt.max) && errno != E2BIG ? -1 : 0, buffer.count - room)
      }
      output.append(contentsOf: chunk[..<written].lazy.map { UInt8(bitPattern: $0) })
      if status == -1 { return false }
    }
    return true
  }
  return (output, isWhole)
}
