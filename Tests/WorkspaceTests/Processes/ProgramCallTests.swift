import Foundation
import Testing

@testable import Workspace

/// Programs that every Debian has are run; what they do is their manual's to say.
@Suite struct ProgramCallTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func `gives a program its arguments, input, folder and variables, and nothing else`() throws
  {
    let sorted = try ProgramCall("/usr/bin/sort", ["-r"], input: Array("a\nc\nb\n".utf8)).run()
    #expect(text(sorted.output) == "c\nb\na\n" && sorted.isDone)
    #expect(text(try ProgramCall("/bin/pwd", in: "/usr").run().output) == "/usr\n")
    let variables = try ProgramCall("/usr/bin/env", environment: ["A": "1", "目标": "x y"]).run()
    #expect(text(variables.output) == "A=1\n目标=x y\n")
    #expect(try ProgramCall("/usr/bin/env").run().output == [])
  }

  @Test func `lets no shell read an argument`() throws {
    let words = ["$HOME", "`id`", "a;b", "*", "\"", "a b", "|", "> /tmp/x", "中\n文"]
    let result = try ProgramCall("/usr/bin/printf", ["%s\\0"] + words).run()
    #expect(text(result.output).split(separator: "\0").map(String.init) == words)
  }

  @Test func `tells how a program ended`() throws {
    let failed = try ProgramCall("/bin/sh", ["-c", "echo out; echo err >&2; exit 3"]).run()
    #expect(failed.ending == .exited(3) && !failed.isDone)
    #expect(text(failed.output) == "out\n" && text(failed.errors) == "err\n")
    let killed = try ProgramCall("/bin/sh", ["-c", "kill -SEGV $$"]).run()
    #expect(killed.ending == .signal(11))
  }

  @Test(arguments: ["/no/such/program", "/etc/passwd", "/usr", "sort", ""])
  func `a program that is missing or none is a failure of the machine`(path: String) {
    #expect(throws: MachineFailure.self) { try ProgramCall(path).run() }
  }

  @Test func `a folder that is missing is one too`() {
    #expect(throws: MachineFailure.self) { try ProgramCall("/bin/pwd", in: "/no/folder").run() }
  }

  @Test func `takes large output on both voices and large input at once`() throws {
    let input = [UInt8](repeating: 120, count: 3_000_000)
    let result = try ProgramCall("/bin/sh", ["-c", "tee /dev/stderr"], input: input).run()
    #expect(result.output == input && result.errors == input && result.isDone)
  }

  @Test func `ends a program that says more than it may`() throws {
    let limits = ProgramLimits(time: .seconds(60), output: 100_000)
    let result = try ProgramCall("/usr/bin/yes", ["ja"], limits: limits).run()
    #expect(result.ending == .tooMuchOutput)
    #expect(result.output.count == 100_000 && text(result.output).hasPrefix("ja\nja\n"))
  }

  @Test func `ends a program whose time is over, with all that it started`() throws {
    let limits = ProgramLimits(time: .milliseconds(300))
    let began = ContinuousClock.now
    let shell = "sleep 600 & echo $!; trap '' TERM INT; sleep 600"
    let result = try ProgramCall("/bin/sh", ["-c", shell], limits: limits).run()
    #expect(result.ending == .outOfTime)
    #expect(ContinuousClock.now - began < .seconds(30))
    let helper = try #require(pid_t(text(result.output).trimming("\n")))
    #expect(isGone(helper))
  }

  @Test func `does not wait for what a program leaves behind, which goes with it`() throws {
    let began = ContinuousClock.now
    let result = try ProgramCall("/bin/sh", ["-c", "sleep 600 & echo $!"]).run()
    #expect(result.isDone)
    #expect(ContinuousClock.now - began < .seconds(30))
    let helper = try #require(pid_t(text(result.output).trimming("\n")))
    #expect(isGone(helper))
  }

  @Test func `a program sees no descriptor but its own three`() throws {
    let result = try ProgramCall("/bin/ls", ["/proc/self/fd"]).run()
    // 3 is the folder that ls itself looks into.
    #expect(text(result.output) == "0\n1\n2\n3\n")
  }

  @Test func `finds programs in the folders of a path, and only there`() {
    #expect(programPath(of: ["no-such", "sort"], in: "/no:/usr/bin:/bin") == "/usr/bin/sort")
    #expect(programPath(of: ["sort"], in: "usr/bin:.:") == nil)
    #expect(programPath(of: ["passwd"], in: "/etc") == nil)
  }

  /// Whether a process is no more; one that nobody has buried yet is a zombie.
  private func isGone(_ id: pid_t) -> Bool {
    for _ in 0..<200 {
      let status = (try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8)) ?? ""
      let state = status.split(separator: ")").last?.split(separator: " ").first
      if state == nil || state == "Z" { return true }
      usleep(10_000)
    }
    return false
  }
}

extension String {
  fileprivate func trimming(_ character: Character) -> String { String(prefix { $0 != character }) }
}
