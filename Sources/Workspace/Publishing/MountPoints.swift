/// The folders at which file systems are mounted, as Linux lists them.
struct MountPoints: Sendable {
  private let paths: [String]

  /// Reads the text of `/proc/self/mountinfo`.
  init(_ text: String) {
    paths = text.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ")
      return fields.count > 4 ? Self.unescaped(fields[4]) : nil
    }
  }

  /// The mounts of this process; none where the system does not tell.
  static func current() -> MountPoints {
    guard let folder = try? FolderHandle(opening: "/proc/self"),
      let bytes = try? folder.read("mountinfo", upTo: 1 << 24)
    else { return MountPoints("") }
    return MountPoints(String(decoding: bytes, as: UTF8.self))
  }

  /// Whether a folder is a mount point or holds one: it cannot be renamed then.
  func touch(_ realPath: String) -> Bool {
    paths.contains { $0 == realPath || $0.hasPrefix(realPath + "/") }
  }

  /// The path with its `\040` and the like as the characters they stand for.
  private static func unescaped(_ field: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(field.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"), rest.count >= 3,
        let code = UInt8(String(decoding: rest.prefix(3), as: UTF8.self), radix: 8)
      {
        bytes.append(code)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
