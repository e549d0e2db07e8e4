/// Finds where addresses stand in the source, where the library does not say.
///
/// The library counts the column of `<https://…>` from the start of the paragraph, and that of a
/// bare address is lost among escapes. Addresses come in order, so each is looked for behind the
/// one before it, and a line is passed over once.
struct AddressFinder {
  private let source: SourceMap
  private var line: Int32 = 0
  private var next = 0

  init(source: SourceMap) { self.source = source }

  /// The column at which an address stands in a line, not before a column; that column where the
  /// address is not found.
  mutating func column(
    of address: ArraySlice<UInt8>, line: Int32, from column: Int32, inBrackets: Bool = false
  ) -> Int32 {
    let bytes = source.bytes(ofLine: Int(line))
    if line != self.line { (self.line, next) = (line, bytes.startIndex) }
    // The start of the address, as far as no escape, entity or mark can stand in it.
    let plain = address.prefix(8).prefix { $0 < 128 && !"*_~&\\%".utf8.contains($0) }
    let wanted = inBrackets ? [UInt8(ascii: "<")] + plain : Array(plain)
    var position = max(next, bytes.startIndex + max(0, Int(column) - 1))
    while position < bytes.endIndex {
      if bytes[position] == wanted.first, bytes[position...].starts(with: wanted) {
        next = position + wanted.count
        return Int32(position - bytes.startIndex + 1)
      }
      position += 1
    }
    next = bytes.endIndex
    return column
  }
}
