package import Diagnostics

/// A template's file and the name other templates and pages call it by.
package struct TemplateSource: Hashable, Sendable {
  /// The name: `pages/plan`, `blocks/workload`, `parts/nav`.
  package let name: String
  /// The file.
  package let file: SourceFile

  /// Names a file.
  package init(name: String, file: SourceFile) {
    self.name = name
    self.file = file
  }

  /// Names a file by its path under a folder, without `.mustache`; nil for any other file.
  ///
  ///     TemplateSource(file, under: "Templates")  // Templates/pages/plan.mustache → pages/plan
  package init?(_ file: SourceFile, under folder: String) {
    let ending = ".mustache"
    guard file.path.hasPrefix(folder + "/"), file.path.hasSuffix(ending) else { return nil }
    let name = file.path.dropFirst(folder.utf8.count + 1).dropLast(ending.count)
    guard !name.isEmpty else { return nil }
    self.init(name: String(name), file: file)
  }
}

/// Where something stands in one of the templates of a set.
struct Site: Hashable, Sendable {
  /// The index of the template.
  let template: Int
  /// The byte.
  let offset: Int
}

/// A template's bytes, and how to find line and column of any of them.
struct SourceMap: Sendable {
  let path: String
  let bytes: [UInt8]
  private let lineStarts: [Int]

  init(_ file: SourceFile) {
    path = file.path
    bytes = file.bytes
    var starts = [0]
    for (offset, byte) in file.bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    lineStarts = starts
  }

  /// Line and column of a byte, columns in Unicode scalars.
  func place(of offset: Int) -> Place {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let before = bytes[lineStarts[low]..<min(offset, bytes.count)]
    let column = before.reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    return Place(path: path, line: low + 1, column: column)
  }

  /// Where the bytes stop being UTF-8; nil where they never do.
  var firstInvalidUTF8: Place? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return place(of: error.byteOffsets.lowerBound)
    }
  }

  /// The text of some bytes.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
