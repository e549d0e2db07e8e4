/// Finds what stands between the cells of a text file.
enum Separator {
  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")
  static let tab = UInt8(ascii: "\t")

  /// The separator that a first line `sep=;` names, and where the next line starts.
  static func announced(in bytes: [UInt8], from start: Int) -> (separator: UInt8, next: Int)? {
    let prefix = Array("sep=".utf8)
    guard bytes.count >= start + 5, bytes[start..<start + 4].elementsEqual(prefix) else {
      return nil
    }
    var next = start + 5
    if next < bytes.count, bytes[next] == UInt8(ascii: "\r") { next += 1 }
    if next < bytes.count, bytes[next] == UInt8(ascii: "\n") { next += 1 }
    guard next == bytes.count || next > start + 5 else { return nil }
    return (bytes[start + 4], next)
  }

  /// The separator that stands most often in the first line with any, outside quotes; a comma where
  /// none does.
  static func guessed(in bytes: [UInt8], from start: Int) -> UInt8 {
    var counts = [comma: 0, semicolon: 0, tab: 0]
    var isQuoted = false
    for byte in bytes[start...].prefix(1 << 20) {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case comma where !isQuoted, semicolon where !isQuoted, tab where !isQuoted:
        counts[byte, default: 0] += 1
      case UInt8(ascii: "\n") where !isQuoted, UInt8(ascii: "\r") where !isQuoted:
        if let best = best(of: counts) { return best }
      default: break
      }
    }
    return best(of: counts) ?? comma
  }

  private static func best(of counts: [UInt8: Int]) -> UInt8? {
    var best: UInt8?
    for candidate in [comma, semicolon, tab]
    where counts[candidate, default: 0] > counts[best ?? 0, default: 0] {
      best = candidate
    }
    return best
  }
}
