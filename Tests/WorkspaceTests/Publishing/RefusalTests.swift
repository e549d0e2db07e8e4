import Diagnostics
import Foundation
import Testing

@testable import Workspace

/// A wrong input for every `output.` diagnostic; the old site must be untouched after each.
@Suite struct RefusalTests {
  let folder: TemporaryFolder
  var output: String { folder("Output") }

  init() throws { folder = try TemporaryFolder() }

  @Test func `refuses a folder of somebody else's files`() throws {
    try folder.write("Output/letters/dear.txt", "mine")
    let ids = try refusals { try publish(["index.html": "一"], to: output) }
    #expect(ids == ["output.foreign-folder"])
    #expect(try folder.files() == ["Output/letters/dear.txt": "mine"])
    #expect(try folder.names() == ["Output"])
  }

  @Test func `takes an empty folder`() throws {
    try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    try publish(["index.html": "一"], to: output)
    #expect(try site(in: folder) == ["index.html": "一"])
  }

  @Test(arguments: [
    "", "{}", #"{"generator":"salesbook","format":1,"files":["#,
    """
    {"generator":"salesbook","format":1,"files":[
    {"path":"../victim","bytes":0,"sha256":"\(String(repeating: "0", count: 64))"}
    ]}

    """,
    """
    {"generator":"salesbook","format":1,"files":[
    {"path":"/etc/passwd","bytes":0,"sha256":"\(String(repeating: "0", count: 64))"}
    ]}

    """,
  ])
  func `refuses a manifest that cannot be believed`(manifest: String) throws {
    try folder.write("victim", "alive")
    try folder.write("Output/.salesbook.json", manifest)
    let ids = try refusals { try publish(["index.html": "一"], to: output) }
    #expect(ids == ["output.bad-manifest"])
    #expect(folder.read("victim") == "alive")
    #expect(folder.read("Output/.salesbook.json") == manifest)
  }

  @Test func `refuses a file where a folder is needed`() throws {
    try folder.write("Output", "mine")
    #expect(
      try refusals { try publish(["index.html": "一"], to: output) } == ["output.not-a-folder"])
    #expect(folder.read("Output") == "mine")
  }

  @Test func `refuses a link that leads nowhere`() throws {
    try FileManager.default.createSymbolicLink(atPath: output, withDestinationPath: "gone")
    #expect(
      try refusals { try publish(["index.html": "一"], to: output) } == ["output.dangling-link"])
  }

  @Test(arguments: ["", "Content", "Content/deep"])
  func `refuses an Output that holds the workspace`(below: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder("site/" + below), withIntermediateDirectories: true)
    let ids = try refusals {
      try publish(["index.html": "一"], to: folder("site"), source: folder("site/" + below))
    }
    #expect(ids == ["output.holds-source"])
  }

  @Test(arguments: [
    "", "/etc/passwd", "../x", "a/../../x", "a/..", "./a", "a//b", "a/", "a\u{0}b", "a\nb", "a\\b",
    ".salesbook.json", ".salesbook-staging-1/x", String(repeating: "页", count: 86),
  ])
  func `refuses a path that is no place in Output`(path: String) throws {
    try publish(["index.html": "一"], to: output)
    let ids = try refusals { try publish(["index.html": "二", path: "x"], to: output) }
    #expect(ids == ["output.bad-path"])
    #expect(try site(in: folder) == ["index.html": "一"])
    #expect(try folder.names() == ["Output"])
  }

  @Test func `refuses two files for one path but not the same file twice`() throws {
    let publisher = try SitePublisher(output: output)
    try publisher.add("a.html", [65])
    try publisher.add("a.html", [65])
    try publisher.add("b.html", [65])
    try publisher.add("b.html", [66])
    #expect(try refusals { _ = try publisher.finish() } == ["output.same-path"])
    #expect(try folder.names() == [])
  }

  @Test(arguments: [
    ("Li.html", "li.html"), ("计划/É.html", "计划/é.html"), ("A/b", "a/B"),
    ("\u{E9}.html", "e\u{301}.html"),
  ])
  func `refuses paths that some systems take for one`(first: String, second: String) throws {
    let publisher = try SitePublisher(output: output)
    try publisher.add(first, [65])
    try publisher.add(second, [65])
    #expect(try refusals { _ = try publisher.finish() } == ["output.same-path-but-case"])
  }

  @Test(arguments: [["a", "a/b"], ["a/b", "a"], ["x/y/z", "x"]])
  func `refuses a path that is a file and a folder`(paths: [String]) throws {
    let publisher = try SitePublisher(output: output)
    for path in paths { try? publisher.add(path, [65]) }
    let ids = try refusals { _ = try publisher.finish() }
    #expect(ids == ["output.file-and-folder"])
  }

  @Test(arguments: [
    ("CNAME", "CNAME"), ("a/b.html", "a/b.html"), ("notes", "notes/index.html"),
    ("docs/x/y.txt", "docs/x"), ("cname", "CNAME"),
  ])
  func `refuses to replace what is not ours`(foreign: String, ours: String) throws {
    try publish(["index.html": "一"], to: output)
    try folder.write("Output/" + foreign, "mine")
    let ids = try refusals { try publish(["index.html": "二", ours: "x"], to: output) }
    #expect(ids == ["output.foreign-file"])
    #expect(try site(in: folder) == ["index.html": "一", foreign: "mine"])
    #expect(try folder.names() == ["Output"])
  }

  @Test func `never writes or removes through a link that somebody put into Output`() throws {
    try folder.write("outside/b.html", "二")
    try publish(["index.html": "一", "a/b.html": "二"], to: output)
    try FileManager.default.removeItem(atPath: folder("Output/a"))
    try FileManager.default.createSymbolicLink(
      atPath: folder("Output/a"), withDestinationPath: "../outside")
    try publish(["index.html": "三"], to: output)
    #expect(folder.read("outside/b.html") == "二")
    #expect(try site(in: folder) == ["index.html": "三", "a": "-> ../outside"])
  }
}
