import Book
import OrderedJSON

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
    var text = #"{"generator":"salesbook","format":1,"files":["# + "\n"
    var separator = ""
    for (path, file) in files.sorted(by: { $0.key < $1.key }) {
      text += separator + #"{"path":"# + JSON.string(path).text()
      text += #","bytes":\#(file.size),"sha256":"\#(file.digest.hex)"}"#
      separator = ",\n"
    }
    return Array((text + "\n]}\n").utf8)
  }
}

extension Manifest {
  /// Reads a manifest that we wrote; nil for anything else, a path that leaves Output included.
  init?(bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    guard lines.popFirst() == #"{"generator":"salesbook","format":1,"files":["#,
      lines.popLast()?.isEmpty == true, lines.popLast() == "]}"
    else { return nil }
    self.init(files: [:])
    files.reserveCapacity(lines.count)
    for (index, line) in lines.enumerated() where !(lines.count == 1 && line.isEmpty) {
      let isLast = index == lines.count - 1
      guard line.hasSuffix(",") != isLast, let (path, file) = Self.entry(line),
        OutputPath.isSafe(path), files.updateValue(file, forKey: path) == nil
      else { return nil }
    }
  }

  /// The path and the file that one line names.
  private static func entry(_ line: Substring) -> (String, File)? {
    let fields = line.split(separator: "\"", omittingEmptySubsequences: false)
    // A path may hold escaped quotes, so the fields are counted from the end: `…`, `"bytes":7,"`.
    guard fields.count >= 11, line.hasPrefix(#"{"path":""#) else { return nil }
    let tail = fields.suffix(7).map(String.init)
    guard tail[0] == ",", tail[1] == "bytes", tail[3] == "sha256", tail[4] == ":",
      tail[2].hasPrefix(":"), tail[2].hasSuffix(","), ["}", "},"].contains(tail[6]),
      let size = Int(tail[2].dropFirst().dropLast()), size >= 0,
      let digest = SHA256Digest(hex: tail[5])
    else { return nil }
    let quoted = fields.dropFirst(3).dropLast(7).joined(separator: "\"")
    guard let path = unescaped(quoted) else { return nil }
    return (path, File(size: size, digest: digest))
  }

  /// The text of a JSON string without its quotes.
  private static func unescaped(_ quoted: String) -> String? {
    guard quoted.utf8.contains(UInt8(ascii: "\\")) else { return quoted }
    var text = String.UnicodeScalarView()
    var scalars = quoted.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      guard scalar == "\\" else {
        text.append(scalar)
        continue
      }
      switch scalars.popFirst() {
      case "\"": text.append("\"")
      case "\\": text.append("\\")
      case "u":
        guard let number = UInt32(String(scalars.prefix(4)), radix: 16),
          let escaped = Unicode.Scalar(number)
        else { return nil }
        text.append(escaped)
        scalars = scalars.dropFirst(4)
      default: return nil
      }
    }
    return String(text)
  }
}
