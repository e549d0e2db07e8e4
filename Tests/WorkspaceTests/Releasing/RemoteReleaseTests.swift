import Diagnostics
import Foundation
import Synchronization
import Testing

@testable import Workspace

/// A site of fifty pages, each with a style of its own that says the same number, and an index.
private func site(_ which: Int, pages: Int = 50) -> [String: String] {
  var files = ["index.html": "never published", "team/index.html": "index \(which)"]
  for number in 0..<pages {
    files["team/p\(number)/页 [\(number)].html"] = "page \(number) \(number % 2 * which)"
    files["team/p\(number)/a.css"] = "style \(number) \(number % 2 * which)"
  }
  return files
}

/// What readers see of it.
private func shown(_ which: Int, pages: Int = 50) -> [String: String] {
  site(which, pages: pages).filter { $0.key.contains("/") }
}

/// A place to copy to, and what has to run for it.
private final class Destination: @unchecked Sendable {
  enum Kind: String, CaseIterable, CustomTestStringConvertible {
    case folderByRsync, folderBySSH, folderByRclone, s3

    var testDescription: String { rawValue }

    /// Those for which this machine has the programs.
    static let possible = allCases.filter { kind in
      let wanted =
        switch kind {
        case .folderByRsync: ["rsync"]
        case .folderBySSH: ["rsync", "ssh", "sshd", "ssh-keygen"]
        case .folderByRclone: ["rclone"]
        case .s3: ["rclone", "moto_server"]
        }
      return wanted.allSatisfy { Destination.program($0) != nil }
    }
  }

  let place: RemotePlace
  var environment = ProcessInfo.processInfo.environment
  private let folder: TemporaryFolder
  private var server: Process?
  /// What rsync calls the other machine by.
  private var shell = ""
  private let kind: Kind

  static let search =
    Site.tools + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
    + ":/usr/sbin"

  private enum Site {
    /// Where `Scripts/setup test` puts what Debian has no package of.
    static let tools = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: ".build/moto/bin").path
  }

  static func program(_ name: String) -> String? { programPath(of: [name], in: search) }

  init(_ kind: Kind, in folder: TemporaryFolder) throws {
    self.kind = kind
    self.folder = folder
    environment["PATH"] = Self.search
    // The client of S3 takes no bundle of certificates that others need here.
    environment["AWS_CA_BUNDLE"] = nil
    let port = 20_000 + Int.random(in: 0..<20_000)
    switch kind {
    case .folderByRsync: place = RemotePlace(.rsync, folder("there"))
    case .folderByRclone: place = RemotePlace(.rclone, folder("there"))
    case .folderBySSH: place = RemotePlace(.rsync, "127.0.0.1:" + folder("there"))
    case .s3: place = RemotePlace(.rclone, "store:bucket/plans")
    }
    switch kind {
    case .folderBySSH: try startSSH(port)
    case .s3: try startS3(port)
    case .folderByRsync, .folderByRclone: break
    }
  }

  deinit {
    // Not asked first: the server of S3 does not listen.
    if let server { kill(server.processIdentifier, SIGKILL) }
    server?.waitUntilExit()
  }

  private func start(_ name: String, _ arguments: [String], until: () throws -> Bool) throws {
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.program(name)))
    process.arguments = arguments
    process.environment = environment
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    server = process
    for _ in 0..<300 {
      if try until() { return }
      usleep(100_000)
    }
    Issue.record("\(name) does not answer")
  }

  private func call(_ name: String, _ arguments: [String]) throws -> ProgramResult {
    try ProgramCall(
      try #require(Self.program(name)), arguments, environment: environment
    ).run()
  }

  private func startSSH(_ port: Int) throws {
    for key in ["host", "user"] {
      try #require(
        try call("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", folder("ssh-" + key)]).isDone
      )
    }
    try FileManager.default.createDirectory(
      atPath: "/run/sshd", withIntermediateDirectories: true)
    try folder.write(
      "sshd.conf",
      """
      ListenAddress 127.0.0.1
      Port \(port)
      HostKey \(folder("ssh-host"))
      AuthorizedKeysFile \(folder("ssh-user.pub"))
      StrictModes no
      PidFile none
      UsePAM no
      """)
    shell =
      "ssh -p \(port) -i \(folder("ssh-user")) -o StrictHostKeyChecking=no "
      + "-o UserKnownHostsFile=/dev/null -o LogLevel=ERROR"
    mendNetwork()
    try start("sshd", ["-D", "-f", folder("sshd.conf")]) {
      try call(
        "ssh",
        [
          "-p", "\(port)", "-i", folder("ssh-user"), "-o", "StrictHostKeyChecking=no", "-o",
          "UserKnownHostsFile=/dev/null", "127.0.0.1", "true",
        ]
      ).isDone
    }
  }

  private func startS3(_ port: Int) throws {
    try folder.write(
      "rclone.conf",
      """
      [store]
      type = s3
      provider = Other
      endpoint = http://127.0.0.1:\(port)
      access_key_id = a
      secret_access_key = b
      region = us-east-1
      """)
    environment["RCLONE_CONFIG"] = folder("rclone.conf")
    try start("moto_server", ["-p", "\(port)"]) {
      try call("rclone", ["--retries", "1", "--low-level-retries", "1", "mkdir", "store:bucket"])
        .isDone
    }
  }

  /// From now on every connection over ssh breaks at a moment, and none is made after it.
  func cutNetwork(after delay: Duration) throws {
    let end = Date.now.timeIntervalSince1970 + delay / .seconds(1)
    try folder.write("network-ends", String(Int(end * 1_000_000)) + "\n")
    try folder.write(
      "network",
      """
      #!/bin/bash
      read -r end < \(folder("network-ends"))
      left=$((end - ${EPOCHREALTIME/./}))
      ((left > 0)) || exit 1
      exec timeout -s KILL "$(printf '%d.%06d' $((left / 1000000)) $((left % 1000000)))" \\
        bash -c 'exec 3<>/dev/tcp/127.0.0.1/'$1'; cat <&3 & exec cat >&3'
      """)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder("network"))
    environment["RSYNC_RSH"] = shell + " -o 'ProxyCommand=\(folder("network")) %p'"
  }

  /// The network is there again.
  func mendNetwork() { environment["RSYNC_RSH"] = shell }

  /// All files of the place, by their paths.
  func files() throws -> [String: String] {
    if kind != .s3 {
      return FileManager.default.fileExists(atPath: folder("there"))
        ? try folder.files(under: "there") : [:]
    }
    try? FileManager.default.removeItem(atPath: folder("fetched"))
    let fetched = try call("rclone", ["copy", place.path, folder("fetched")])
    try #require(fetched.isDone, "\(String(decoding: fetched.errors, as: UTF8.self))")
    return FileManager.default.fileExists(atPath: folder("fetched"))
      ? try folder.files(under: "fetched") : [:]
  }

  /// What readers see.
  func seen() throws -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: try files().filter { $0.key.hasPrefix("site/") }.map {
        (String($0.key.dropFirst(5)), $0.value)
      })
  }

  func release(_ output: String, takingOver: Bool = false) -> RemoteRelease {
    RemoteRelease(place, output: output, takesLock: takingOver, environment: environment)
  }
}

@Suite(.serialized) struct `A site that a program copies` {
  let folder: TemporaryFolder
  private var output: String { folder("Output") }

  init() throws { folder = try TemporaryFolder() }

  private func build(_ which: Int, pages: Int = 50) throws -> Manifest {
    _ = try publish(site(which, pages: pages), to: output)
    let (_, built) = try openPublished(OutputPlace(output))
    return built.published
  }

  @Test(arguments: Destination.Kind.possible)
  private func `arrives whole, then what changed alone, and what is gone goes`(
    kind: Destination.Kind
  ) throws {
    let there = try Destination(kind, in: folder)
    let first = try build(1)
    #expect(try there.release(output).difference(to: first).trees.first?.added.count == 101)
    #expect(try there.seen() == [:], "to ask changes nothing")
    #expect(try there.release(output).publish(first).same == 0)
    #expect(try there.seen() == shown(1))
    #expect(
      try there.files().keys.filter { !$0.hasPrefix("site/") } == [".salesbook.json"])
    let second = try build(2, pages: 48)
    let difference = try there.release(output).publish(second)
    let team = try #require(difference.trees.first)
    #expect(team.added == [] && team.changed.count == 49 && team.gone.count == 4)
    #expect(difference.same == 48)
    #expect(try there.seen() == shown(2, pages: 48))
    #expect(try there.release(output).publish(second).isEmpty)
    if kind != .s3 {
      // What was damaged or lost there is found where that is asked for.
      try folder.write("there/site/team/index.html", "index X")
      try FileManager.default.removeItem(atPath: folder("there/site/team/p0/页 [0].html"))
      #expect(try there.release(output).publish(second).isEmpty)
      #expect(try there.seen() != shown(2, pages: 48))
      let mended = try there.release(output).publish(second, verifying: true)
      #expect(mended.trees.first.map { $0.added.count + $0.changed.count } == 2)
      #expect(try there.seen() == shown(2, pages: 48))
      #expect(try there.release(output).publish(second, verifying: true).isEmpty)
      #expect(!FileManager.default.fileExists(atPath: folder("there/site/team/p49")))
      // What is somebody else's stays.
      try folder.write("there/site/team/p0/theirs.txt", "theirs")
      _ = try there.release(output).publish(try build(3, pages: 0))
      #expect(folder.read("there/site/team/p0/theirs.txt") == "theirs" || kind == .folderByRclone)
      #expect(try there.seen()["team/index.html"] == "index 3")
    }
  }

  @Test(arguments: Destination.Kind.possible)
  private func `waits for nobody: another's lock is refused, one's own is gone on with`(
    kind: Destination.Kind
  ) throws {
    let there = try Destination(kind, in: folder)
    let new = try build(1)
    let release = there.release(output)
    try release.store.write(RemoteRelease.lock, Array("0123456789abcdef elsewhere\n".utf8))
    #expect(try refusals { _ = try release.publish(new) } == ["publish.taken"])
    #expect(try there.seen() == [:])
    _ = try there.release(output, takingOver: true).publish(new)
    #expect(try there.seen() == shown(1))
    try release.store.write(
      RemoteRelease.lock, RemoteRelease.Publisher.own(output).bytes)
    _ = try release.publish(try build(2))
    #expect(try there.seen() == shown(2))
    #expect(try there.files()[".salesbook-lock"] == nil)
  }

  /// A program of the name that notes what it is told and then does something before the real one.
  private func wrapped(_ name: String, _ script: String, _ there: Destination) throws {
    let real = try #require(Destination.program(name))
    try folder.write("bin/" + name, "#!/bin/bash\nREAL=\(real)\nLOG=\(folder("log"))\n" + script)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder("bin/" + name))
    there.environment["PATH"] = folder("bin") + ":" + Destination.search
  }

  @Test(.enabled(if: Destination.Kind.possible.contains(.folderByRsync)))
  func `goes in the order assets, pages, indexes, and then what is gone`() throws {
    let there = try Destination(.folderByRsync, in: folder)
    _ = try there.release(output).publish(try build(1))
    try wrapped(
      "rsync",
      """
      for a in "$@"; do case $a in --files-from=*)
        echo "$*" | grep -q -- ' -n\\|^-n' && d=compare || d=copy
        echo "$*" | grep -q delete && d=delete
        tr '\\0' '\\n' < "${a#--files-from=}" | sed "s/^/$d /" >> $LOG;; esac; done
      exec $REAL "$@"
      """, there)
    _ = try there.release(output).publish(try build(2, pages: 48))
    let steps = try #require(folder.read("log")).split(separator: "\n").map(String.init)
    let copied = steps.filter { $0.hasPrefix("copy ") && !$0.contains(".salesbook") }
    #expect(copied.count == 49)
    #expect(copied.prefix(24).allSatisfy { $0.hasSuffix(".css") })
    #expect(copied.dropFirst(24).prefix(24).allSatisfy { $0.contains("页") })
    #expect(copied.last == "copy team/index.html")
    let last = try #require(steps.lastIndex(of: "copy team/index.html"))
    let gone = try #require(steps.firstIndex { $0.hasPrefix("delete team/") })
    #expect(last < gone)
    // Each file was compared before the next kind went.
    let firstPage = try #require(steps.firstIndex { $0.hasPrefix("copy ") && $0.contains("页") })
    #expect(steps[..<firstPage].count { $0.hasPrefix("compare ") && $0.hasSuffix(".css") } == 24)
  }

  @Test(.enabled(if: Destination.Kind.possible.contains(.folderByRsync)))
  func `is not taken for published where something arrives otherwise`() throws {
    let there = try Destination(.folderByRsync, in: folder)
    _ = try there.release(output).publish(try build(1))
    try wrapped(
      "rsync",
      "$REAL \"$@\"; code=$?; f='\(folder("there/site/team/p1/a.css"))'; "
        + "grep -q 'style 1 2' $f && echo broken > $f; exit $code\n", there)
    let new = try build(2)
    #expect(throws: PublishFailure.self) { try there.release(output).publish(new) }
    // Pages were not begun, and the lists know that it is neither site.
    #expect(try there.seen()["team/p1/页 [1].html"] == "page 1 1")
    #expect(try there.files()[".salesbook-next.json"] != nil)
    there.environment["PATH"] = Destination.search
    _ = try there.release(output).publish(new)
    #expect(try there.seen() == shown(2))
    #expect(try there.files().keys.filter { $0.hasPrefix(".") } == [".salesbook.json"])
  }

  /// The number at the end of what a file says.
  private func number(_ text: String) throws -> Int {
    try #require(text.split(separator: " ").last.flatMap { Int($0) })
  }

  @Test(.enabled(if: Destination.Kind.possible.contains(.folderByRsync)))
  func `is whole again where what was published before follows a run that ended halfway`() throws {
    let there = try Destination(.folderByRsync, in: folder)
    let first = try build(1)
    _ = try there.release(output).publish(first)
    /// Ends a run at the first file of a kind.
    func failing(at kind: String) throws {
      try wrapped(
        "rsync",
        "for a in \"$@\"; do case $a in --files-from=*) "
          + "grep -qaz '\(kind)' \"${a#--files-from=}\" && exit 12;; esac; done\n"
          + "exec $REAL \"$@\"\n", there)
    }
    try failing(at: "页")
    #expect(throws: PublishFailure.self) {
      try there.release(output).publish(try build(2))
    }
    #expect(try there.seen()["team/p1/a.css"] == "style 1 2")
    // Yesterday's is wanted back, and that run ends before it has copied anything.
    try failing(at: "a.css")
    #expect(throws: PublishFailure.self) {
      try there.release(output).publish(try build(1))
    }
    there.environment["PATH"] = Destination.search
    _ = try there.release(output).publish(try build(1))
    #expect(try there.seen() == shown(1))
    #expect(try there.files().keys.filter { $0.hasPrefix(".") } == [".salesbook.json"])
  }

  /// A page says nothing that its style does not say yet: sites that are published later say higher numbers.
  private func expectStyles(_ seen: [String: String]) throws {
    for (path, page) in seen where path.hasSuffix("].html") {
      let style = try #require(
        seen[path.split(separator: "/").dropLast().joined(separator: "/") + "/a.css"], "\(path)")
      #expect(try number(style) >= number(page), "\(path): \(page), \(style)")
    }
  }

  @Test(.enabled(if: Destination.Kind.possible.contains(.folderBySSH)))
  func
    `cut off from the network at any moment, no page is without its style, and the next run ends it`()
    throws
  {
    let there = try Destination(.folderBySSH, in: folder)
    _ = try there.release(output).publish(try build(1))
    let rounds = killedRuns(6)
    var cut = 0
    for round in 0..<rounds {
      let new = try build(round + 2, pages: round % 2 == 0 ? 46 : 50)
      try there.cutNetwork(after: .milliseconds(150 + round * 1_170 % 4_000))
      do {
        _ = try there.release(output, takingOver: true).publish(new)
      } catch {
        cut += 1
      }
      there.mendNetwork()
      try expectStyles(there.seen())
    }
    // How many depends on the machine; the first comes before anything is copied.
    #expect(cut > 0)
    let last = try openPublished(OutputPlace(output)).1.published
    _ = try there.release(output, takingOver: true).publish(last)
    #expect(try there.seen() == shown(rounds + 1, pages: rounds % 2 == 1 ? 46 : 50))
    #expect(try there.files().keys.filter { $0.hasPrefix(".") } == [".salesbook.json"])
  }

  /// Whether a program is running that was given a folder.
  private static func isCopying(to folder: String) -> Bool {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return processes.contains { process in
      guard Int(process) != nil,
        let words = FileManager.default.contents(atPath: "/proc/\(process)/cmdline")
      else { return false }
      return words.range(of: Data("rsync".utf8)) != nil && words.range(of: Data(folder.utf8)) != nil
    }
  }

  @Test(.enabled(if: Destination.Kind.possible.contains(.folderByRsync)))
  func `killed at any moment, no page is without its style, and the next run ends it`() async throws
  {
    let there = try Destination(.folderByRsync, in: folder)
    let first = folder("site-0")
    _ = try publish(site(1), to: first)
    _ = try there.release(first).publish(openPublished(OutputPlace(first)).1.published)
    let place = folder("there")
    let rounds = killedRuns(20)
    for round in 0..<rounds {
      let output = folder("site-\(round + 1)")
      _ = try publish(site(round + 2, pages: round % 2 == 0 ? 46 : 50), to: output)
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [
          place = place as String, output = output as String,
          delay = UInt32(20_000 + round * 73_000 % 1_100_000) as UInt32
        ] in
        Thread.detachNewThread {
          usleep(delay)
          kill(getpid(), SIGKILL)
        }
        while true {
          let built = try openPublished(OutputPlace(output)).1.published
          _ = try RemoteRelease(
            RemotePlace(.rsync, place), output: output, takesLock: true
          ).publish(built)
          usleep(20_000)
        }
      }
      // What copies goes on to the end of its part, when only the one who called it is gone.
      for _ in 0..<500 where Self.isCopying(to: place) { usleep(20_000) }
      try expectStyles(there.seen())
    }
    let last = folder("site-\(rounds)")
    _ = try there.release(last, takingOver: true).publish(
      openPublished(OutputPlace(last)).1.published)
    #expect(try there.seen() == shown(rounds + 1, pages: rounds % 2 == 1 ? 46 : 50))
    #expect(try there.files().keys.filter { $0.hasPrefix(".") } == [".salesbook.json"])
  }

  /// Whoever reads a page and then its style, again and again, until told to stop; what was wrong.
  private func reading(_ place: String, until stop: Stop) -> Task<[String], Never> {
    Task.detached {
      func text(_ path: String) -> String? {
        FileManager.default.contents(atPath: place + "/site/" + path).map {
          String(decoding: $0, as: UTF8.self)
        }
      }
      func number(_ text: String) -> Int? { text.split(separator: " ").last.flatMap { Int($0) } }
      var wrong: [String] = []
      var pages = 0
      while !stop.isSet {
        for page in 0..<50 {
          let path = "team/p\(page)/页 [\(page)].html"
          guard let said = text(path) else { continue }
          pages += 1
          let style = text("team/p\(page)/a.css")
          // A page that is gone by now, or another, needs that style no more.
          if style == nil, text(path) != said { continue }
          guard let least = number(said), let most = style.flatMap(number), most >= least else {
            wrong.append("\(said) beside \(style ?? "no style")")
            continue
          }
        }
      }
      return pages > 0 ? wrong : ["nothing was read"]
    }
  }

  @Test(.enabled(if: Destination.Kind.possible.contains(.folderByRsync)))
  func `whoever reads all along never has a page without its style`() async throws {
    let there = try Destination(.folderByRsync, in: folder)
    _ = try there.release(output).publish(try build(1))
    let stop = Stop()
    let reader = reading(folder("there"), until: stop)
    for which in 2..<8 {
      _ = try there.release(output).publish(try build(which, pages: which % 2 == 0 ? 46 : 50))
    }
    stop.set()
    #expect(await reader.value == [])
    #expect(try there.seen() == shown(7))
  }

  @Test(.enabled(if: Destination.Kind.possible.contains(.folderByRsync)))
  func `two who publish at once: one is refused, and the site is one of theirs`() async throws {
    let there = try Destination(.folderByRsync, in: folder)
    let outputs = [folder("first"), folder("second")]
    for (number, output) in outputs.enumerated() {
      _ = try publish(site(number + 1), to: output)
    }
    _ = try there.release(outputs[0]).publish(openPublished(OutputPlace(outputs[0])).1.published)
    let runs = outputs.map { output in
      Task.detached { [there] in
        var refused = 0
        for _ in 0..<4 {
          do {
            _ = try there.release(output).publish(openPublished(OutputPlace(output)).1.published)
          } catch PublishFailure.refused(let reasons) where reasons.map(\.id) == ["publish.taken"] {
            refused += 1
          }
          usleep(60_000)
        }
        return refused
      }
    }
    let refused = try await runs[0].value + runs[1].value
    #expect(refused > 0)
    _ = try there.release(outputs[1]).publish(openPublished(OutputPlace(outputs[1])).1.published)
    #expect(try there.seen() == shown(2))
    #expect(try there.files().keys.filter { $0.hasPrefix(".") } == [".salesbook.json"])
  }
}

/// Tells somebody to stop.
private final class Stop: Sendable {
  private let value = Mutex(false)

  var isSet: Bool { value.withLock { $0 } }

  func set() { value.withLock { $0 = true } }
}
