package import Phrases
import SalesMethod

/// Where a page stands in its tree, and how one page names another.
///
///     PagePath(source: "course/part-3.md").output   // "course/part-3.html"
///     PagePath(source: "course/index.en.md").output // "en/course/index.html"
package struct PagePath: Hashable, Sendable {
  /// The path in the tree: `course/part-3.html`.
  package let output: String
  /// The language the file's name tells; nil where it tells none.
  package let language: Language?

  /// The path of a page from the path of its source below the content folder.
  package init(source: String, slug: String? = nil) {
    var parts = source.split(separator: "/").map(String.init)
    var name = parts.popLast() ?? "index.md"
    if name.hasSuffix(".md") { name.removeLast(3) }
    let tagged = Language.allCases.first { name.hasSuffix("." + $0.rawValue) }
    if let tagged { name.removeLast(tagged.rawValue.utf8.count + 1) }
    language = tagged
    let folder = (tagged == .english ? ["en"] : []) + parts
    output = (folder + [(slug ?? name) + ".html"]).joined(separator: "/")
  }
}

/// The relative link from one file of the output to another, each a path from the same root.
///
///     relativeLink(from: "course/part-3.html", to: "assets/site.css")  // "../assets/site.css"
///     relativeLink(from: "index.html", to: "课程/第 3 讲.html")  // "%E8%AF%BE..."
package func relativeLink(from origin: String, to target: String) -> String {
  var (origin, target) = (origin, target)
  return origin.withUTF8 { from in
    target.withUTF8 { to in
      // The folders that both lie in.
      var shared = 0
      for index in 0..<min(from.count, to.count) {
        guard from[index] == to[index] else { break }
        if from[index] == 47 { shared = index + 1 }
      }
      var link: [UInt8] = []
      link.reserveCapacity(to.count + 8)
      for byte in from[shared...] where byte == 47 { link += [46, 46, 47] }
      for byte in to[shared...] { encode(byte, isSlashKept: true, into: &link) }
      return link.isEmpty ? "./" : String(decoding: link, as: UTF8.self)
    }
  }
}

private let hexDigits = Array("0123456789ABCDEF".utf8)

/// Adds a byte of a path as a URL writes it.
private func encode(_ byte: UInt8, isSlashKept: Bool, into bytes: inout [UInt8]) {
  switch byte {
  case 48...57, 65...90, 97...122, 45, 46, 95, 126: bytes.append(byte)
  case 47 where isSlashKept: bytes.append(byte)
  default:
    bytes.append(37)
    bytes.append(hexDigits[Int(byte >> 4)])
    bytes.append(hexDigits[Int(byte & 15)])
  }
}

/// A path's component as a URL writes it: every byte but letters, digits and `-._~` as `%XX`.
///
///     percentEncoded("a b")  // "a%20b"
package func percentEncoded(_ component: some StringProtocol) -> String {
  var bytes: [UInt8] = []
  for byte in component.utf8 { encode(byte, isSlashKept: false, into: &bytes) }
  return String(decoding: bytes, as: UTF8.self)
}

/// The bytes a URL's path stands for; nil where a `%` is not followed by two hex digits or the bytes
/// are not UTF-8.
///
///     percentDecoded("a%20b")  // "a b"
package func percentDecoded(_ path: some StringProtocol) -> String? {
  var bytes: [UInt8] = []
  var rest = Array(path.utf8)[...]
  while let byte = rest.popFirst() {
    guard byte == 37 else {
      bytes.append(byte)
      continue
    }
    guard let high = rest.popFirst().flatMap(hexValue), let low = rest.popFirst().flatMap(hexValue)
    else { return nil }
    bytes.append(high << 4 | low)
  }
  return String(validating: bytes, as: UTF8.self)
}

private func hexValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 48...57: byte - 48
  case 65...70: byte - 55
  case 97...102: byte - 87
  default: nil
  }
}
