/// The encodings in which people's exports come.
package enum TextEncoding: String, Hashable, Sendable {
  case utf8 = "UTF-8"
  /// UTF-8 that begins with a byte order mark, as Excel writes it.
  case utf8WithMark = "UTF-8 with BOM"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// What Chinese Excel calls plain CSV; GBK and GB2312 are parts of it.
  case gb18030 = "GB18030"

  /// The encoding that the first bytes of a file announce, and how long the announcement is.
  static func announced(by bytes: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8WithMark, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// The name by which the C library knows it.
  var iconvName: String {
    switch self {
    case .utf8, .utf8WithMark: "UTF-8"
    default: rawValue
    }
  }
}
