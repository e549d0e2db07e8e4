import Pages
import Testing

@testable import Workspace

@Suite struct ManifestTests {
  private let manifest = Manifest(
    files: Dictionary(
      uniqueKeysWithValues: [
        "index.html", "计划/张三.html", "a\"b'<c>&\u{2028}😀.txt", ",\"bytes\":1,", "a b",
      ].map { ($0, Manifest.File(size: $0.utf8.count, digest: .init(of: Array($0.utf8)))) }))

  @Test func `reads what it wrote, whatever the names`() {
    #expect(Manifest(bytes: manifest.bytes) == manifest)
    #expect(Manifest(bytes: Manifest(files: [:]).bytes) == Manifest(files: [:]))
  }

  @Test func `believes nothing that is cut off or changed`() {
    let bytes = manifest.bytes
    for end in bytes.indices { #expect(Manifest(bytes: Array(bytes[..<end])) == nil) }
    #expect(Manifest(bytes: bytes + [0x20]) == nil)
    #expect(Manifest(bytes: bytes.map { $0 == 0x3A ? 0x3B : $0 }) == nil)
  }

  @Test(arguments: [
    ("a/../b", false), ("..", false), ("a/.b", true), ("...", true), ("plans/张三/index.html", true),
    ("a/b/", false), ("/a", false), (".salesbook.json", false), ("a/.salesbook.json", true),
  ])
  func `knows what stays inside Output`(path: String, isSafe: Bool) {
    #expect(OutputPath.isSafe(path) == isSafe)
  }
}
