import OrderedJSON
import Pages

/// What Output holds that is ours, as its `.salesbook.json` says: every file with its size and
/// SHA-256, in the order of their paths, and neither times nor absolute paths.
struct Manifest: Equatable, Sendable {
  /// What is known of one file.
  struct File: Hashable, Sendable {
    let size: Int
    let digest: SHA256Digest
  }

  /// The files by path.
  var files: [String: File]

  /// The bytes of the manifest file; one line for each file, so that two can be compared.
  var bytes: [UInt8] {
    var bytes = Array(Self.head.utf8)
    var separator = "\n"
    for (path, file) in files.sorted(by: { $0.key < $1.key }) {
      bytes += separator.utf8
      bytes += #"{"path":"#.utf8
      bytes += JSON.string(path).text().utf8
      bytes += #","bytes":"#.utf8
      bytes += String(file.size).utf8
      bytes += #","sha256":""#.utf8
      bytes += file.digest.hexDigits
      bytes += #""}"#.utf8
      separator = ",\n"
    }
    return bytes + Array("\n]}\n".utf8)
  }

  fileprivate static let head = #"{"generator":"salesbook","format":1,"files":["#
}

extension Manifest {
  /// Reads a manifest that we wrote; nil for anything else, a path that leaves Output included.
  init?(bytes: [UInt8]) {
    var reader = ManifestReader(rest: bytes[...])
    guard reader.skip(Self.head) else { return nil }
    self.init(files: [:])
    if !reader.skip("\n]}\n") {
      guard reader.skip("\n") else { return nil }
      repeat {
        guard let (path, file) = reader.entry(), OutputPath.isSafe(path),
          files.updateValue(file, forKey: path) == nil
        else { return nil }
      } while reader.skip(",\n")
      guard reader.skip("\n]}\n") else { return nil }
    }
    guard reader.rest.isEmpty else { return nil }
  }
}

/// Reads the text of a manifest from its beginning, exactly as it is written.
private struct ManifestReader {
  var rest: ArraySlice<UInt8>

  /// Goes past a text; false, and goes nowhere, where another stands here.
  mutating func skip(_ text: String) -> Bool {
    guard rest.starts(with: text.utf8) else { return false }
    rest = rest.dropFirst(text.utf8.count)
    return true
  }

  mutating func entry() -> (String, Manifest.File)? {
    guard skip(#"{"path":""#), let path = string(), skip(#","bytes":"#), let size = number(),
      skip(#","sha256":""#),
      let digest = SHA256Digest(hex: String(decoding: rest.prefix(64), as: UTF8.self))
    else { return nil }
    rest = rest.dropFirst(64)
    return skip(#""}"#) ? (path, Manifest.File(size: size, digest: digest)) : nil
  }

  private mutating func number() -> Int? {
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    rest = rest[digits.endIndex...]
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// The text of a JSON string after its first quote, and goes past the last.
  private mutating func string() -> String? {
    var text: [UInt8] = []
    while true {
      let plain = rest.prefix { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
      text += plain
      rest = rest[plain.endIndex...]
      guard rest.popFirst() == UInt8(ascii: "\\") else { break }
      guard let scalar = escaped() else { return nil }
      text += String(scalar).utf8
    }
    return String(validating: text, as: UTF8.self)
  }

  /// The scalar after a backslash; only those that a path can hold.
  private mutating func escaped() -> Unicode.Scalar? {
    switch rest.popFirst() {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "u"):
      guard let code = UInt32(String(decoding: rest.prefix(4), as: UTF8.self), radix: 16) else {
        return nil
      }
      rest = rest.dropFirst(4)
      return Unicode.Scalar(code)
    default: return nil
    }
  }
}
