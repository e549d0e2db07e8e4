/// A path of a site as an address names it, taken apart and found harmless.
///
///     SitePath("/plans/%E5%BC%A0/")?.path  // "plans/张/"
///     SitePath("/plans/%2e%2e/keys")       // nil
struct SitePath: Hashable, Sendable {
  /// The path without a slash in front; one at its end says that a folder is meant.
  let path: String

  /// Reads the part of an address before the `?`; nil where it leaves the site, names something hidden, or
  /// is no text.
  init?(_ address: String) {
    guard address.utf8.first == UInt8(ascii: "/"), let text = Self.text(address),
      !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F || $0 == "\\" })
    else { return nil }
    let parts = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated()
    where part.hasPrefix(".") || part.isEmpty && index + 1 < parts.count {
      return nil
    }
    path = String(text.dropFirst())
  }

  /// The file that is meant: that of the name, or the index of a folder.
  var file: String { path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path }

  /// What a part of an address says; nil where it is no text.
  static func text(_ address: String) -> String? {
    decoded(address).flatMap { String(validating: $0, as: UTF8.self) }
  }

  /// The bytes of an address, `%` and two digits being one; nil where a `%` is none.
  private static func decoded(_ address: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var rest = Array(address.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// A path as an address writes it.
  ///
  ///     SitePath.address("plans/张/")  // "/plans/%E5%BC%A0/"
  static func address(_ path: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    let digits = Array("0123456789ABCDEF")
    return path.utf8.reduce(into: "/") { address, byte in
      if plain.contains(byte) {
        address.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        address += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
  }

  /// What kind of bytes a file holds, by its name.
  static func contentType(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    let ending = name.split(separator: ".").last?.lowercased() ?? ""
    return types[ending] ?? "application/octet-stream"
  }

  private static let types = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "json": "application/json", "svg": "image/svg+xml",
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon", "woff2": "font/woff2",
    "woff": "font/woff", "pdf": "application/pdf", "ics": "text/calendar; charset=utf-8",
    "csv": "text/csv; charset=utf-8", "txt": "text/plain; charset=utf-8",
    "xml": "application/xml", "mp4": "video/mp4", "mp3": "audio/mpeg",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ]
}
