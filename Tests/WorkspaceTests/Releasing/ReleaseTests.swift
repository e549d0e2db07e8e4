import Foundation
import Pages
import Testing

@testable import Workspace

/// Two whole sites that share half of their files.
private func releasedSite(_ which: Int) -> [String: String] {
  var pages: [String: String] = ["index.html": "never published", "team/which.html": "\(which)"]
  for number in 0..<60 {
    pages["team/part\(number % 5)/page\(number).html"] = "page \(number) \(number % 2 * which)"
  }
  return pages
}

/// What readers see of one of them.
private func shown(_ which: Int) -> [String: String] {
  releasedSite(which).filter { $0.key.contains("/") }
}

@Suite struct ReleaseTests {
  let folder: TemporaryFolder
  var target: String { folder("srv") }
  var output: String { folder("Output") }

  init() throws { folder = try TemporaryFolder() }

  @discardableResult
  private func release(_ which: Int, keeping kept: Int = 5) throws -> ReleaseOutcome {
    _ = try publish(releasedSite(which), to: output)
    return try ReleaseFolder(target).publish(output, keeping: kept)
  }

  private func seen() throws -> [String: String] { try folder.files(under: "srv/current/") }

  @Test func `readers see the trees, and nothing that stands beside them`() throws {
    let outcome = try release(1)
    #expect(try seen() == shown(1))
    #expect(outcome.id.hasPrefix("000001-"))
    let link = try FileManager.default.destinationOfSymbolicLink(atPath: target + "/current")
    #expect(link == "releases/\(outcome.id)/site")
  }

  @Test func `a site that is the same changes nothing`() throws {
    let first = try release(1)
    let second = try release(1)
    #expect(second.id == first.id && second.difference.isEmpty)
    #expect(try ReleaseFolder(target).list().count == 1)
  }

  @Test func `says what is new, changed and gone, and copies only that`() throws {
    try release(1)
    let before = try Stamp(target + "/current/team/part0/page0.html")
    var next = releasedSite(1)
    next["team/new.html"] = "new"
    next["team/which.html"] = "other"
    next["team/part1/page1.html"] = nil
    _ = try publish(next, to: output)
    let difference = try ReleaseFolder(target).difference(output)
    let team = try #require(difference.trees.first)
    #expect(team.added == ["team/new.html"])
    #expect(team.changed == ["team/which.html"])
    #expect(team.gone == ["team/part1/page1.html"])
    #expect(difference.same == 59)
    #expect(try ReleaseFolder(target).publish(output, keeping: 5).difference == difference)
    #expect(try Stamp(target + "/current/team/part0/page0.html") == before)
  }

  @Test func `so many releases are kept, and readers go back to any`() throws {
    let ids = try [1, 2, 3, 4].map { try release($0, keeping: 3).id }
    let kept = try ReleaseFolder(target).list()
    #expect(kept.map(\.id) == Array(ids.dropFirst()))
    #expect(kept.map(\.isCurrent) == [false, false, true])
    #expect(try ReleaseFolder(target).rollBack() == ids[2])
    #expect(try seen() == shown(3))
    #expect(try ReleaseFolder(target).rollBack(to: ids[1]) == ids[1])
    #expect(try seen() == shown(2))
    #expect(try refusals { _ = try ReleaseFolder(target).rollBack() } == ["publish.release"])
    #expect(
      try refusals { _ = try ReleaseFolder(target).rollBack(to: ids[0]) } == ["publish.release"])
    #expect(try release(5).id.hasPrefix("000005-"), "numbers only grow")
  }

  @Test func `two at once: the second is refused`() throws {
    do {
      let first = try ReleaseFolder(target)
      #expect(throws: PublishFailure.self) { try ReleaseFolder(target) }
      withExtendedLifetime(first) {}
    }
    #expect(try ReleaseFolder(target).list() == [])
  }

  @Test func `a file that is not what was built is not published`() throws {
    try release(1)
    _ = try publish(releasedSite(2), to: output)
    try folder.write("Output/team/which.html", "3")
    #expect(throws: PublishFailure.self) { try ReleaseFolder(target).publish(output, keeping: 5) }
    #expect(try seen() == shown(1))
  }

  @Test func `what was altered or lost in the release before is not handed on`() throws {
    try release(1)
    try folder.write("srv/current/team/part0/page0.html", "pagE 0 0")
    try FileManager.default.removeItem(atPath: folder("srv/current/team/part1/page1.html"))
    try release(2)
    #expect(try seen() == shown(2))
  }

  @Test func `a release in which a file is gone or cut off is made again of the same site`() throws
  {
    let first = try release(1)
    try FileManager.default.removeItem(atPath: folder("srv/current/team/part1/page1.html"))
    let second = try release(1)
    #expect(second.id.hasPrefix("000002-") && second.id != first.id)
    #expect(try seen() == shown(1))
    try folder.write("srv/current/team/part1/page1.html", "")
    try release(1)
    #expect(try seen() == shown(1))
  }

  @Test func `killed at any moment, readers have one whole site`() async throws {
    try release(1)
    let target = target
    for (name, which) in [("a", 1), ("b", 2)] {
      _ = try publish(releasedSite(which), to: folder(name))
    }
    let stop = Flag()
    let reader = Task.detached { [folder] in
      var reads = 0
      while !stop.isSet {
        let site = try wholeSite(target)
        #expect(site == shown(1) || site == shown(2))
        reads += 1
      }
      _ = folder
      return reads
    }
    for round in 0..<killedRuns(30) {
      let (first, second) = (folder("a"), folder("b"))
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [
          target = target as String, first = first as String, second = second as String,
          delay = UInt32(1_000 + round * 3_700 % 60_000) as UInt32
        ] in
        Thread.detachNewThread {
          usleep(delay)
          kill(getpid(), SIGKILL)
        }
        for which in 0... {
          _ = try ReleaseFolder(target).publish(which % 2 == 0 ? second : first, keeping: 50)
        }
      }
    }
    stop.set()
    #expect(try await reader.value > 0)
    let last = try ReleaseFolder(target).publish(folder("b"), keeping: 2)
    #expect(try seen() == shown(2))
    #expect(try ReleaseFolder(target).list().last?.id == last.id)
    #expect(try folder.names(in: "srv/releases").filter { $0.hasPrefix(".") } == [".lock"])
  }
}

/// How often publishing is killed: 200 times where there is time, as `Scripts/test --slow` says.
func killedRuns(_ few: Int) -> Int {
  ProcessInfo.processInfo.environment["SALESBOOK_FUZZ_SECONDS"] == nil ? few : 200
}

/// The site that a reader sees who follows the link once.
private func wholeSite(_ target: String) throws -> [String: String] {
  let link = try FileManager.default.destinationOfSymbolicLink(atPath: target + "/current")
  let root = target + "/" + link
  var files: [String: String] = [:]
  for name in try FileManager.default.subpathsOfDirectory(atPath: root)
  where name.hasSuffix(".html") {
    files[name] = String(
      decoding: try #require(FileManager.default.contents(atPath: root + "/" + name)), as: UTF8.self
    )
  }
  return files
}

/// Something that is set once.
private final class Flag: @unchecked Sendable {
  private let lock = NSLock()
  private var value = false

  var isSet: Bool { lock.withLock { value } }

  func set() { lock.withLock { value = true } }
}
