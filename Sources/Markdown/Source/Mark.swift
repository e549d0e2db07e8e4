/// Invisible marks that are put into the text before the library reads it and taken out of all it
/// gives back.
///
/// They are Unicode noncharacters, which no text may hold: one that a page does hold is replaced
/// first. To the library a mark is a letter.
enum Mark {
  /// Stands between emphasis signs and punctuation, so that the signs may open or close there.
  case letter
  /// Stands before a backslash that keeps a sign within a bare address from becoming emphasis.
  case escape

  /// The mark as UTF-8: U+FDD0, or U+FDD1 and a backslash.
  var bytes: [UInt8] {
    switch self {
    case .letter: [0xEF, 0xB7, 0x90]
    case .escape: [0xEF, 0xB7, 0x91, UInt8(ascii: "\\")]
    }
  }

  /// How many bytes the mark at a position takes, or nil where none stands.
  ///
  /// The library may have read the backslash of an escape already.
  static func width(in bytes: ArraySlice<UInt8>, at position: Int) -> Int? {
    guard bytes[position] == 0xEF, position + 2 < bytes.endIndex, bytes[position + 1] == 0xB7
    else { return nil }
    switch bytes[position + 2] {
    case 0x90: return 3
    case 0x91:
      let next = position + 3
      return next < bytes.endIndex && bytes[next] == UInt8(ascii: "\\") ? 4 : 3
    default: return nil
    }
  }

  /// Whether a mark may stand in bytes.
  static func stands(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count > 2 else { return false }
    for position in 0..<(bytes.count - 2) where bytes[position] == 0xEF {
      if bytes[position + 1] == 0xB7 { return true }
    }
    return false
  }

  /// Bytes without the marks in them.
  static func removed(from bytes: some RandomAccessCollection<UInt8>) -> [UInt8] {
    guard bytes.contains(0xEF) else { return Array(bytes) }
    let marked = ArraySlice(bytes)
    var clean: [UInt8] = []
    clean.reserveCapacity(marked.count)
    var copied = marked.startIndex
    var position = marked.startIndex
    while position < marked.endIndex {
      if marked[position] == 0xEF, let width = width(in: marked, at: position) {
        clean.append(contentsOf: marked[copied..<position])
        position += width
        copied = position
      } else {
        position += 1
      }
    }
    clean.append(contentsOf: marked[copied...])
    return clean
  }
}
