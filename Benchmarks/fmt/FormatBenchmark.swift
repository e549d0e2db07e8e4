import Diagnostics
import Foundation
import Markdown

/// Prints how much CPU time it takes to set out 1,000 pages that are not set out, and 1,000 that are.
///
/// `swift run -c release FormatBenchmark`, in the repository: the pages are those of its own course.
@main
struct FormatBenchmark {
  static func main() throws {
    let folder = CommandLine.arguments.dropFirst().first ?? "Content/course"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let files = try names.filter { $0.hasSuffix(".md") }.map { name in
      SourceFile(
        path: name, bytes: [UInt8](try Data(contentsOf: URL(filePath: folder + "/" + name))))
    }
    let pages = (0..<1000).map { files[$0 % files.count] }
    var formatted: [SourceFile] = []
    let first = cpuTime {
      formatted = pages.map { page in
        SourceFile(path: page.path, bytes: FormattedPage(page, from: head(of: page)).bytes)
      }
    }
    let changed = zip(pages, formatted).count { $0.bytes != $1.bytes }
    var left = 0
    let second = cpuTime {
      left = formatted.count { FormattedPage($0, from: head(of: $0)).isChanged }
    }
    let size = pages.reduce(0) { $0 + $1.bytes.count }
    print("1,000 pages, \(size) bytes, \(changed) of them changed: \(first) s")
    print("again, \(left) of them changed: \(second) s")
  }

  /// Where the text of a page begins, behind its head.
  private static func head(of page: SourceFile) -> Int {
    let text = String(decoding: page.bytes, as: UTF8.self)
    guard text.hasPrefix("---\n"), let end = text.firstRange(of: "\n---\n") else { return 0 }
    return text[..<end.upperBound].utf8.count
  }

  /// The processor's seconds that something takes, whatever else the machine does.
  private static func cpuTime(_ work: () -> Void) -> Double {
    let start = clock()
    work()
    return Double(clock() - start) / Double(CLOCKS_PER_SEC)
  }
}
