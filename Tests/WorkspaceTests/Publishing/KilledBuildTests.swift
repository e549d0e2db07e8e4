import Foundation
import Pages
import Testing

@testable import Workspace

/// Two sites that share half of their files, and one that each lacks of the other.
private func killedSite(_ which: Int) -> [String: String] {
  var pages: [String: String] = ["only-\(which % 2).html": "x"]
  for number in 0..<120 {
    let isShared = number % 2 == 0
    pages["part\(number % 7)/page\(number).html"] = "page \(number) \(isShared ? 0 : which % 2)"
  }
  return pages
}

@Suite struct KilledBuildTests {
  let folder: TemporaryFolder
  var output: String { folder("Output") }

  init() throws { folder = try TemporaryFolder() }

  @Test func `a build killed at any moment leaves one whole site`() async throws {
    try publish(killedSite(1), to: output)
    let start = ContinuousClock.now
    try publish(killedSite(0), to: output)
    let one = (ContinuousClock.now - start) / .microseconds(1)
    try folder.write("Output/part1/mine.txt", "mine")
    let sites = [0, 1].map { which in
      killedSite(which).merging(["part1/mine.txt": "mine"]) { $1 }
    }
    var seen: Set<Int> = []
    // Later and later, until kills fell before and after a swap, however busy the machine is.
    for round in 0..<100 where round < 24 || seen.count < 2 {
      // The child publishes without end, so the signal falls wherever it then is.
      let delay = UInt32(one * Double(round + 1) / 5)
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [output = output as String, delay = delay as UInt32] in
        Thread.detachNewThread {
          usleep(delay)
          kill(getpid(), SIGKILL)
        }
        for which in 1... { try publish(killedSite(which), to: output) }
      }
      let found = try site(in: folder)
      let which = try #require(sites.firstIndex(of: found), "neither site after round \(round)")
      seen.insert(which)
    }
    #expect(seen == [0, 1], "the kills fell before and after the swap")
    try publish(killedSite(0), to: output)
    #expect(try site(in: folder) == sites[0])
    #expect(try folder.names() == ["Output"], "what they left is gone")
  }

  @Test func `a first build killed at any moment leaves no half site`() async throws {
    for round in 0..<8 {
      let output = folder("first\(round)/Output")
      let delay = UInt32(500 + round * 500)
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [output = output as String, delay = delay as UInt32] in
        Thread.detachNewThread {
          usleep(delay)
          kill(getpid(), SIGKILL)
        }
        try publish(killedSite(0), to: output)
        while true { usleep(1_000) }
      }
      if FileManager.default.fileExists(atPath: output) {
        #expect(try site(in: folder, "first\(round)/Output") == killedSite(0))
      }
      try publish(killedSite(1), to: output)
      #expect(try folder.names(in: "first\(round)") == ["Output"])
    }
  }

  @Test func `removes a staging folder and an old site that were left`() throws {
    try publish(killedSite(0), to: output)
    try folder.write("Output/mine.txt", "mine")
    try folder.write(".Output.salesbook-staging-1/part/half.html", "half")
    try folder.write(".Output.salesbook-staging-2/.salesbook.json", manifest(of: ["old.html": "o"]))
    try folder.write(".Output.salesbook-staging-2/old.html", "o")
    try folder.write(".Output.salesbook-staging-2/mine.txt", "mine")
    try folder.write(".Output.salesbook-staging-2/dropped/late.txt", "dropped in before the kill")
    try folder.write(".Output.salesbook-lock", "")
    try folder.write(".Other.salesbook-staging-1/x", "another Output's")
    try publish(killedSite(0), to: output)
    #expect(try folder.names() == [".Other.salesbook-staging-1", "Output"])
    var expected = killedSite(0)
    expected["mine.txt"] = "mine"
    expected["dropped/late.txt"] = "dropped in before the kill"
    #expect(try site(in: folder) == expected)
  }

  private func manifest(of files: [String: String]) -> String {
    let files = files.mapValues {
      Manifest.File(size: $0.utf8.count, digest: .init(of: Array($0.utf8)))
    }
    return String(decoding: Manifest(files: files).bytes, as: UTF8.self)
  }
}
