import Diagnostics
import Foundation
import Testing

@testable import Workspace

@Suite struct WorkspaceReaderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `lists files in the order of their scalars, without hidden ones and Output`() throws {
    for path in [
      "Content/b.md", "Content/a.md", "Content/Z.md", "Content/张/一.md", "Content/.hidden/x.md",
      "Content/.DS_Store", "Content/Output/old.md", "Content/a/deep/er/x.md", "other.md",
    ] { try folder.write(path, "x") }
    let found = try WorkspaceReader(folder.path).files(
      under: "Content", besides: ["Content/Output"])
    #expect(
      found.value == [
        "Content/Z.md", "Content/a.md", "Content/a/deep/er/x.md", "Content/b.md", "Content/张/一.md",
      ])
    #expect(found.diagnostics.isEmpty)
  }

  @Test func `a folder that is not there has no files`() throws {
    #expect(try WorkspaceReader(folder.path).files(under: "Content").value == [])
  }

  @Test func `follows links but reads each folder once`() throws {
    try folder.write("Content/real/page.md", "x")
    try folder.write("shared/part.md", "x")
    for (link, target) in [
      ("Content/loop", "."), ("Content/real/up", "../.."), ("Content/again", "real"),
      ("Content/shared", "../shared"), ("Content/one.md", "../shared/part.md"),
      ("Content/gone", "nowhere"), ("Content/circle", "circle"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: folder(link), withDestinationPath: target)
    }
    let found = try WorkspaceReader(folder.path).files(under: "Content")
    #expect(
      found.value == [
        "Content/one.md", "Content/real/page.md", "Content/real/up/shared/part.md",
      ])
    #expect(
      Set(found.diagnostics.map(\.id)) == ["workspace.link-loop", "workspace.dangling-link"])
    #expect(!found.diagnostics.hasErrors)
  }

  @Test func `refuses links that lead out, unless the settings name their folder`() throws {
    let outside = try TemporaryFolder()
    try outside.write("secret.md", "x")
    try outside.write("shared/part.md", "x")
    try folder.write("Content/page.md", "x")
    for (link, target) in [
      ("Content/file.md", outside("secret.md")), ("Content/all", outside.path),
      ("Content/shared", outside("shared")),
    ] {
      try FileManager.default.createSymbolicLink(atPath: folder(link), withDestinationPath: target)
    }
    let reader = try WorkspaceReader(folder.path)
    let found = try reader.files(under: "Content")
    #expect(found.value == ["Content/page.md"])
    #expect(
      found.diagnostics.map { "\($0.id) \($0.place)" } == [
        "workspace.link-out Content/all", "workspace.link-out Content/file.md",
        "workspace.link-out Content/shared",
      ])
    #expect(found.diagnostics.hasErrors && found.diagnostics.allSatisfy { $0.fix != nil })
    let allowed = try reader.following([outside("shared")]).files(under: "Content")
    #expect(allowed.value == ["Content/page.md", "Content/shared/part.md"])
    #expect(allowed.diagnostics.count == 2)
    // A neighbour whose name begins alike is another folder.
    #expect(try reader.following([outside("sha")]).files(under: "Content").diagnostics.count == 3)
  }

  @Test func `refuses a folder that is itself a link out`() throws {
    let outside = try TemporaryFolder()
    try outside.write("a.csv", "x")
    try folder.write("salesbook.yaml", "title: T\n")
    try FileManager.default.createSymbolicLink(
      atPath: folder("Content"), withDestinationPath: outside.path)
    let found = try WorkspaceReader(folder.path).files(under: "Content")
    #expect(found.value == [] && found.diagnostics.map(\.id) == ["workspace.link-out"])
  }

  @Test(
    arguments: [
      ([0x61, 0x0A, 0xE4, 0xB8, 0xAD, 0xFF], 2, 2), ([0x80], 1, 1),
      ([0x61, 0x0D, 0x0A, 0x62, 0xC0, 0xAF], 2, 2), ([0x0D, 0x0D, 0xE4, 0xB8], 3, 1),
    ] as [([UInt8], Int, Int)])
  func `gives the place of a byte that is not UTF-8`(bytes: [UInt8], line: Int, column: Int) throws
  {
    try Data(bytes).write(to: URL(filePath: folder("page.md")))
    let read = try WorkspaceReader(folder.path).text(of: "page.md")
    #expect(read.value == nil)
    #expect(read.diagnostics.map(\.id) == ["workspace.not-utf8"])
    #expect(read.diagnostics.map(\.place) == [Place(path: "page.md", line: line, column: column)])
  }

  @Test func `knows UTF-16 and takes a byte order mark off UTF-8`() throws {
    try Data([0xFF, 0xFE, 0x61, 0x00]).write(to: URL(filePath: folder("wide.md")))
    try folder.write("marked.md", "\u{FEFF}目标")
    let reader = try WorkspaceReader(folder.path)
    #expect(try reader.text(of: "wide.md").diagnostics.map(\.id) == ["workspace.not-utf8"])
    #expect(try reader.text(of: "marked.md").value?.bytes == Array("目标".utf8))
  }

  @Test func `a file over the limit is a diagnostic`() throws {
    try folder.write("big.csv", "12345")
    let reader = try WorkspaceReader(folder.path)
    #expect(
      try reader.bytes(of: "big.csv", upTo: 4).diagnostics.map(\.id) == ["workspace.too-large"])
    #expect(try reader.bytes(of: "big.csv", upTo: 5).value == Array("12345".utf8))
  }

  @Test func `a pipe and a name that is not UTF-8 are diagnostics`() throws {
    try folder.write("Content/a.md", "x")
    #expect(mkfifo(folder("Content/pipe"), 0o600) == 0)
    let name = folder("Content/").utf8CString.dropLast() + [-1, 0]
    #expect(close(open(Array(name), O_CREAT | O_WRONLY, 0o600)) == 0)
    let found = try WorkspaceReader(folder.path).files(under: "Content")
    #expect(found.value == ["Content/a.md"])
    #expect(
      found.diagnostics.map(\.id).sorted() == ["workspace.bad-name", "workspace.not-a-file"])
  }

  @Test func `a file that is not there is the machine's failure`() throws {
    let reader = try WorkspaceReader(folder.path)
    let failure = #expect(throws: MachineFailure.self) { try reader.text(of: "gone.md") }
    #expect(failure?.description == "cannot open gone.md: No such file or directory")
    #expect(throws: MachineFailure.self) { try WorkspaceReader(folder("nowhere")) }
  }
}
