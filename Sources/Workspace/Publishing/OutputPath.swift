/// The rules for paths inside Output.
enum OutputPath {
  /// The name of the manifest.
  static let manifest = ".salesbook.json"
  /// How the names of our own folders beside or in Output go on.
  static let stagingMark = ".salesbook-staging-"

  /// Whether a path stays inside Output on any system: relative, its parts named, none of them `.`
  /// or `..` or ours, none with a control character or longer than file systems take.
  ///
  ///     OutputPath.isSafe("plans/张三/index.html")  // true
  ///     OutputPath.isSafe("a/../../etc/passwd")     // false
  static func isSafe(_ path: String) -> Bool {
    guard !path.utf8.isEmpty, path.utf8.count < 3800, !path.hasPrefix(".salesbook") else {
      return false
    }
    return path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .allSatisfy { part in
        (1...255).contains(part.count) && !part.elementsEqual(".".utf8)
          && !part.elementsEqual("..".utf8)
          && part.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
      }
  }

  /// The path as a file system sees it that ignores letter case.
  static func folded(_ path: String) -> String {
    hasNoCase(path) ? path : path.lowercased()
  }

  /// Whether there are only small ASCII letters, signs, and scalars of the blocks without case
  /// from U+3000 to U+9FFF: most paths, decided without a look into tables.
  private static func hasNoCase(_ path: String) -> Bool {
    var following = 0
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): return false
      case 0..<0x80: continue
      case 0xE3...0xE9: following = 2
      case 0x80..<0xC0 where following > 0: following -= 1
      default: return false
      }
    }
    return true
  }
}
