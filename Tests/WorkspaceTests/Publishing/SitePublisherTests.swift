import Diagnostics
import Foundation
import Synchronization
import Testing

@testable import Workspace

@Suite struct SitePublisherTests {
  let folder: TemporaryFolder
  var output: String { folder("Output") }

  init() throws { folder = try TemporaryFolder() }

  @Test func `publishes files with their folders and a manifest`() throws {
    let pages = ["index.html": "一", "计划/张三/index.html": "二", "a/b/c/d.txt": ""]
    let done = try publish(pages, to: output)
    #expect(try site(in: folder) == pages)
    #expect(counts(done) == [3, 0, 0])
    #expect(try folder.names() == ["Output"], "nothing stays beside it")
    #expect(
      folder.read("Output/.salesbook.json") == """
        {"generator":"salesbook","format":1,"files":[
        {"path":"a/b/c/d.txt","bytes":0,"sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"path":"index.html","bytes":3,"sha256":"\(sha256sum("一"))"},
        {"path":"计划/张三/index.html","bytes":3,"sha256":"\(sha256sum("二"))"}
        ]}

        """)
  }

  @Test func `touches nothing when nothing changed`() throws {
    let pages = ["index.html": "一", "a/b.html": "二"]
    try publish(pages, to: output)
    let before = try ["", "/index.html", "/a", "/a/b.html", "/.salesbook.json"].map {
      try Stamp(output + $0)
    }
    let done = try publish(pages, to: output)
    let after = try ["", "/index.html", "/a", "/a/b.html", "/.salesbook.json"].map {
      try Stamp(output + $0)
    }
    #expect(before == after)
    #expect(counts(done) == [0, 2, 0])
  }

  @Test func `does not write again what did not change`() throws {
    try publish(["index.html": "一", "a/b.html": "二", "a/c.html": "三"], to: output)
    let before = try ["/index.html", "/a/b.html"].map { try Stamp(output + $0) }
    let done = try publish(["index.html": "一", "a/b.html": "二", "a/c.html": "四"], to: output)
    let after = try ["/index.html", "/a/b.html"].map { try Stamp(output + $0) }
    #expect(after == before)
    #expect(folder.read("Output/a/c.html") == "四")
    #expect(counts(done) == [1, 2, 0])
    #expect(try folder.names() == ["Output"])
  }

  @Test func `repairs a page that somebody changed`() throws {
    try publish(["index.html": "一"], to: output)
    try folder.write("Output/index.html", "两")
    try publish(["index.html": "一"], to: output)
    #expect(folder.read("Output/index.html") == "一")
  }

  @Test func `a page that is no longer made disappears with its folder`() throws {
    try publish(["index.html": "一", "plans/李四/index.html": "二"], to: output)
    let done = try publish(["index.html": "一"], to: output)
    #expect(try folder.names(in: "Output") == [".salesbook.json", "index.html"])
    #expect(done.removed == 1)
  }

  @Test func `keeps what is not ours`() throws {
    try publish(["index.html": "一", "a/b.html": "二"], to: output)
    try folder.write("Output/CNAME", "example.com")
    try folder.write("Output/a/notes.txt", "mine")
    try folder.write("Output/.git/objects/aa/bb", "object")
    try FileManager.default.createDirectory(
      atPath: folder("Output/empty"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder("Output/away"), withDestinationPath: "/nowhere")
    try publish(["index.html": "三"], to: output)
    #expect(
      try site(in: folder) == [
        "index.html": "三", "CNAME": "example.com", "a/notes.txt": "mine",
        ".git/objects/aa/bb": "object", "away": "-> /nowhere",
      ])
    #expect(try folder.names(in: "Output").contains("empty"))
  }

  @Test func `pages and what is not ours can share a folder`() throws {
    try publish(["index.html": "一"], to: output)
    try folder.write("Output/notes/mine.txt", "mine")
    try publish(["index.html": "一", "notes/page.html": "二"], to: output)
    #expect(
      try site(in: folder) == [
        "index.html": "一", "notes/page.html": "二", "notes/mine.txt": "mine",
      ])
    try publish(["notes/mine.html/x": "三"], to: output)
    #expect(try site(in: folder) == ["notes/mine.html/x": "三", "notes/mine.txt": "mine"])
  }

  @Test func `a page becomes a folder and a folder a page`() throws {
    try publish(["a": "一", "b/c/d": "二"], to: output)
    try publish(["a/x": "三", "b": "四"], to: output)
    #expect(try site(in: folder) == ["a/x": "三", "b": "四"])
  }

  @Test func `a build that is given up leaves the old site and nothing beside it`() throws {
    try publish(["index.html": "一"], to: output)
    let publisher = try SitePublisher(output: output)
    try publisher.add("index.html", Array("二".utf8))
    try publisher.add("new/page.html", Array("三".utf8))
    publisher.abandon()
    #expect(try site(in: folder) == ["index.html": "一"])
    #expect(try folder.names() == ["Output"])
    #expect(throws: PublishFailure.self) { try publisher.finish() }
  }

  @Test func `a publisher that is forgotten gives up`() throws {
    do {
      let publisher = try SitePublisher(output: folder("new/folders/Output"))
      try publisher.add("index.html", [65])
    }
    #expect(try folder.names() == [])
  }

  @Test func `takes files from many tasks in any order`() async throws {
    let pages = Dictionary(
      uniqueKeysWithValues: (0..<800).map { ("n\($0 % 37)/p\($0).html", "page \($0)") })
    for round in 0..<3 {
      let publisher = try SitePublisher(output: output)
      try await withThrowingTaskGroup { group in
        for (path, text) in pages.shuffled() {
          group.addTask {
            try publisher.add(path, Array((text + (path.hasPrefix("n3") ? "\(round)" : "")).utf8))
          }
        }
        try await group.waitForAll()
      }
      _ = try publisher.finish()
      let expected = pages.map { ($0, $0.hasPrefix("n3") ? $1 + "\(round)" : $1) }
      #expect(try site(in: folder) == Dictionary(uniqueKeysWithValues: expected))
    }
  }

  @Test func `the same site is the same manifest in any order`() throws {
    let paths = (0..<50).map { "p\($0).html" }
    var manifests: Set<String?> = []
    for round in 0..<3 {
      let publisher = try SitePublisher(output: folder("Output\(round)"))
      for path in paths.shuffled() { try publisher.add(path, Array(path.utf8)) }
      _ = try publisher.finish()
      manifests.insert(folder.read("Output\(round)/.salesbook.json"))
    }
    #expect(manifests.count == 1)
  }

  @Test func `Output is there at every moment of many builds`() async throws {
    try publish(["index.html": "0"], to: output)
    let isDone = Mutex(false)
    async let misses = Task.detached { [output] in
      var misses = 0
      while !isDone.withLock({ $0 }) { misses += access(output, F_OK) == 0 ? 0 : 1 }
      return misses
    }.value
    for round in 1...300 { try publish(["index.html": "\(round)"], to: output) }
    isDone.withLock { $0 = true }
    #expect(await misses == 0)
  }

  @Test func `a build waits for another of the same Output`() async throws {
    let first = try SitePublisher(output: output)
    try first.add("index.html", [65])
    async let second = Task.detached { [output] in
      let publisher = try SitePublisher(output: output, patience: 20)
      try publisher.add("index.html", [66])
      return try publisher.finish()
    }.value
    try await Task.sleep(for: .milliseconds(120))
    _ = try first.finish()
    #expect(counts(try await second) == [1, 0, 0])
    #expect(folder.read("Output/index.html") == "B")
  }

  @Test func `one build at a time`() throws {
    let first = try SitePublisher(output: output)
    #expect(throws: PublishFailure.self) { try SitePublisher(output: output, patience: 0) }
    try first.add("index.html", [65])
    _ = try first.finish()
    try publish(["index.html": "B"], to: output)
    #expect(folder.read("Output/index.html") == "B")
  }

  @Test func `follows a link to the real Output and swaps that`() throws {
    try FileManager.default.createDirectory(
      atPath: folder("real/site"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: output, withDestinationPath: "real/site")
    try publish(["index.html": "一"], to: output)
    try publish(["index.html": "二"], to: output)
    #expect(folder.read("real/site/index.html") == "二")
    #expect(try folder.names() == ["Output", "real"])
    #expect(try folder.names(in: "real") == ["site"])
    #expect(try folder.files()["Output"] == "-> real/site")
  }

  @Test func `publishes beside a file whose name is not UTF-8`() throws {
    let name = folder("").utf8CString.dropLast() + [-1, 0]
    try #require(close(open(Array(name), O_CREAT | O_WRONLY, 0o600)) == 0)
    try publish(["index.html": "一"], to: output)
    try publish(["index.html": "二"], to: output)
    #expect(try site(in: folder) == ["index.html": "二"])
    unlink(Array(name))
  }

  @Test func `keeps the permissions of the old Output`() throws {
    try publish(["index.html": "一"], to: output)
    chmod(output, 0o750)
    try publish(["index.html": "二"], to: output)
    var status = stat()
    #expect(stat(output, &status) == 0 && status.st_mode & 0o777 == 0o750)
  }
}

/// The digest as `sha256sum` prints it, so that the expectation is not our own.
private func sha256sum(_ text: String) -> String {
  let call = ProgramCall("/usr/bin/sha256sum", input: Array(text.utf8))
  return (try? call.run()).map { String(decoding: $0.output.prefix(64), as: UTF8.self) } ?? ""
}
