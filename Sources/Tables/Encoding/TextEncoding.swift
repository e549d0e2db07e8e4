/// The encodings in which people's exports come.
package enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  /// UTF-8 that begins with a byte order mark, as Excel writes it.
  case utf8WithMark = "UTF-8 with BOM"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// What Chinese Excel calls plain CSV; GBK and GB2312 are parts of it.
  case gb18030 = "GB18030"
  /// What Excel writes in Taiwan and Hong Kong.
  case big5 = "Big5"
  /// What Excel writes in Japan.
  case shiftJIS = "Shift_JIS"
  /// What Excel writes in Korea.
  case eucKR = "EUC-KR"
  /// What Excel writes in western Europe and America.
  case windows1252 = "Windows-1252"

  /// The encoding that somebody names: letter case, spaces and dashes do not count.
  ///
  ///     TextEncoding(named: "gbk")  // .gb18030
  package init?(named name: String) {
    func key(_ text: String) -> String {
      text.lowercased().filter { $0.isLetter || $0.isNumber }
    }
    let other: [String: TextEncoding] = [
      "gbk": .gb18030, "gb2312": .gb18030, "cp936": .gb18030, "sjis": .shiftJIS,
      "cp932": .shiftJIS, "cp949": .eucKR, "cp950": .big5, "latin1": .windows1252,
      "iso88591": .windows1252, "cp1252": .windows1252,
    ]
    let wanted = key(name)
    guard let found = Self.allCases.first(where: { key($0.rawValue) == wanted }) ?? other[wanted]
    else { return nil }
    self = found
  }

  /// The encoding that the first bytes of a file announce, and how long the announcement is.
  static func announced(by bytes: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8WithMark, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// Whether its texts hold bytes that are 0.
  var hasZeros: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }

  /// The name by which the C library knows it.
  var iconvName: String {
    switch self {
    case .utf8, .utf8WithMark: "UTF-8"
    case .big5: "BIG5-HKSCS"
    case .shiftJIS: "CP932"
    case .eucKR: "CP949"
    case .windows1252: "CP1252"
    default: rawValue
    }
  }
}
