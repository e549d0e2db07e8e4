import Diagnostics
import Foundation
import Testing

@testable import Workspace

/// A memory file system of a test's own, taken away with it.
private final class Mount: Sendable {
  let path: String

  init(at path: String, kilobytes: Int) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    guard mount("tmpfs", path, "tmpfs", 0, "size=\(kilobytes)k") == 0 else {
      throw MachineFailure("mount a file system at", path, errno)
    }
    self.path = path
  }

  deinit { umount2(path, Int32(MNT_DETACH)) }

  func makeReadOnly() throws {
    guard mount(nil, path, nil, UInt(MS_REMOUNT | MS_RDONLY), nil) == 0 else {
      throw MachineFailure("remount", path, errno)
    }
  }
}

/// Whether this process may mount file systems.
private let mayMount: Bool = {
  guard let folder = try? TemporaryFolder() else { return false }
  return (try? Mount(at: folder("probe"), kilobytes: 4)) != nil
}()

private func failure(_ body: () throws -> Void) throws -> String? {
  do {
    try body()
    return nil
  } catch PublishFailure.machine(let failure) {
    return failure.description
  } catch let failure as MachineFailure {
    return failure.description
  }
}

@Suite(
  .enabled(
    if: mayMount,
    "this process may not mount file systems, so full and read-only disks are not tried"))
struct MountTests {
  let folder: TemporaryFolder
  private let small = ["index.html": "一", "a/b.html": "二"]
  private var large: [String: String] {
    var pages = ["index.html": "三"]
    for number in 0..<100 {
      pages["n/\(number).html"] = String(repeating: "\(number % 10)", count: 8_000)
    }
    return pages
  }

  init() throws { folder = try TemporaryFolder() }

  // "." : the disk holds Output; "Output": it is Output.
  @Test(arguments: ["disk", "disk/Output"])
  func `a full disk leaves the old site as it was`(mountPoint: String) throws {
    let disk = try Mount(at: folder(mountPoint), kilobytes: 256)
    try publish(small, to: folder("disk/Output"))
    let message = try failure { try publish(large, to: folder("disk/Output")) }
    #expect(message?.hasSuffix("No space left on device") == true, "\(message ?? "no failure")")
    #expect(try site(in: folder, "disk/Output") == small)
    #expect(try folder.names(in: "disk") == ["Output"])
    #expect(try folder.names(in: "disk/Output") == [".salesbook.json", "a", "index.html"])
    try publish(["index.html": "四"], to: folder("disk/Output"))
    #expect(try site(in: folder, "disk/Output") == ["index.html": "四"])
    withExtendedLifetime(disk) {}
  }

  @Test func `a full disk leaves readers the release before, and the room as it was`() throws {
    let disk = try Mount(at: folder("disk"), kilobytes: 512)
    let (old, new) = (folder("old"), folder("new"))
    try publish(small, to: old)
    try publish(large, to: new)
    let target = folder("disk/srv")
    let first = try ReleaseFolder(target).publish(old, keeping: 5)
    let message = try failure { _ = try ReleaseFolder(target).publish(new, keeping: 5) }
    #expect(message?.hasSuffix("No space left on device") == true, "\(message ?? "no failure")")
    #expect(try folder.files(under: "disk/srv/current/") == ["a/b.html": "二"])
    #expect(try ReleaseFolder(target).list().map(\.id) == [first.id])
    #expect(try folder.names(in: "disk/srv/releases").filter { $0.hasPrefix(".") } == [".lock"])
    // What was begun is gone: there is room for the next.
    try publish(["a/b.html": String(repeating: "三", count: 100_000)], to: old)
    let next = try ReleaseFolder(target).publish(old, keeping: 5)
    #expect(next.difference.trees.map(\.changed) == [["a/b.html"]])
    withExtendedLifetime(disk) {}
  }

  @Test func `a full disk leaves nothing where there was no site`() throws {
    let disk = try Mount(at: folder("disk"), kilobytes: 64)
    #expect(try failure { try publish(large, to: folder("disk/sub/Output")) } != nil)
    #expect(try folder.names(in: "disk") == [])
    withExtendedLifetime(disk) {}
  }

  @Test(arguments: ["disk", "disk/Output"])
  func `a read-only Output is no failure until something changes`(mountPoint: String) throws {
    let disk = try Mount(at: folder(mountPoint), kilobytes: 256)
    try publish(small, to: folder("disk/Output"))
    try disk.makeReadOnly()
    #expect(counts(try publish(small, to: folder("disk/Output"))) == [0, 2, 0])
    let message = try failure { try publish(["index.html": "二"], to: folder("disk/Output")) }
    #expect(message?.hasSuffix("Read-only file system") == true, "\(message ?? "no failure")")
    #expect(try site(in: folder, "disk/Output") == small)
  }

  @Test func `a read-only folder without a site is the machine's failure`() throws {
    let disk = try Mount(at: folder("disk"), kilobytes: 64)
    try disk.makeReadOnly()
    let message = try failure { try publish(small, to: folder("disk/Output")) }
    #expect(message == "cannot publish to \(folder("disk/Output")): Read-only file system")
  }

  @Test func `an Output that is a mount point is replaced file by file, and says so`() throws {
    let disk = try Mount(at: folder("Output"), kilobytes: 512)
    try publish(small, to: folder("Output"))
    try folder.write("Output/mine.txt", "mine")
    let before = try Stamp(folder("Output/index.html"))
    let done = try publish(
      ["index.html": "一", "a/b.html": "三", "c/d.html": "四"], to: folder("Output"))
    #expect(done.notes.map(\.id) == ["output.in-place"])
    #expect(counts(done) == [2, 1, 0])
    #expect(try Stamp(folder("Output/index.html")) == before)
    let files = ["index.html": "一", "a/b.html": "三", "c/d.html": "四", "mine.txt": "mine"]
    #expect(try site(in: folder) == files)
    // A page becomes a folder and a folder a page.
    try publish(["a": "五", "index.html/x.html": "六"], to: folder("Output"))
    #expect(try site(in: folder) == ["a": "五", "index.html/x.html": "六", "mine.txt": "mine"])
    #expect(
      try folder.names(in: "Output") == [".salesbook.json", "a", "index.html", "mine.txt"])
    withExtendedLifetime(disk) {}
  }

  @Test func `never goes through a link in an Output that is replaced file by file`() throws {
    let disk = try Mount(at: folder("Output"), kilobytes: 512)
    try publish(["a/b.html": "一"], to: folder("Output"))
    try FileManager.default.removeItem(atPath: folder("Output/a"))
    try folder.write("outside/b.html", "mine")
    try FileManager.default.createSymbolicLink(
      atPath: folder("Output/a"), withDestinationPath: "../outside")
    let ids = try refusals { try publish(["a/b.html": "二"], to: folder("Output")) }
    #expect(ids == ["output.foreign-file"])
    try publish(["index.html": "三"], to: folder("Output"))
    _ = try cleanOutput(folder("Output"))
    #expect(folder.read("outside/b.html") == "mine")
    withExtendedLifetime(disk) {}
  }

  @Test func `keeps a file system that is mounted in Output`() throws {
    try publish(small, to: folder("Output"))
    let disk = try Mount(at: folder("Output/media"), kilobytes: 64)
    try folder.write("Output/media/film.txt", "mine")
    let done = try publish(["index.html": "三"], to: folder("Output"))
    #expect(done.notes.map(\.id) == ["output.in-place"])
    #expect(try site(in: folder) == ["index.html": "三", "media/film.txt": "mine"])
    withExtendedLifetime(disk) {}
  }

  @Test func `says which leftover could not be removed, and publishes all the same`() throws {
    let disk = try Mount(at: folder(".Output.salesbook-staging-1/busy"), kilobytes: 64)
    let done = try publish(small, to: folder("Output"))
    #expect(done.notes.map(\.id) == ["output.leftover"])
    #expect(done.notes.map(\.severity) == [.warning])
    #expect(try site(in: folder) == small)
    withExtendedLifetime(disk) {}
  }

  @Test func `a build in place that was killed is repaired by the next`() async throws {
    let disk = try Mount(at: folder("Output"), kilobytes: 1_024)
    let output = folder("Output")
    for round in 0..<8 {
      let delay = UInt32(2_000 + round * 3_000)
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [output = output as String, delay = delay as UInt32] in
        Thread.detachNewThread {
          usleep(delay)
          kill(getpid(), SIGKILL)
        }
        for which in 0... {
          try publish(
            Dictionary(uniqueKeysWithValues: (which..<which + 40).map { ("\($0)/x", "\(which)") }),
            to: output)
        }
      }
    }
    try publish(small, to: output)
    #expect(try site(in: folder) == small)
    #expect(try folder.names(in: "Output") == [".salesbook.json", "a", "index.html"])
    withExtendedLifetime(disk) {}
  }
}

@Suite struct MountPointsTests {
  @Test func `finds a mount at and in a folder, whatever its name`() {
    let mounts = MountPoints(
      """
      22 27 0:21 / /proc rw,relatime - proc proc rw
      42 27 0:39 / /srv/my\\040site/Output/media rw - tmpfs a rw
      """)
    #expect(mounts.touch("/srv/my site/Output") && mounts.touch("/srv/my site/Output/media"))
    #expect(mounts.touch("/proc"))
    #expect(!mounts.touch("/srv/my site/Out") && !mounts.touch("/srv/my site/Output/media/x"))
  }
}
