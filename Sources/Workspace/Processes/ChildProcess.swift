import CLinux
import Glibc
import Synchronization

/// A program that is running, in a group of processes of its own.
///
/// It is a class for its `deinit` alone: when nobody holds it any more, the program and all that it
/// started are gone.
final class ChildProcess: Sendable {
  private let id: pid_t
  /// The status that the system gave, once it was asked for.
  private let status = Mutex<Int32?>(nil)

  /// Runs a program with these descriptors of ours as its own, by the numbers they have there.
  init(_ call: ProgramCall, descriptors: [(own: Int32, theirs: Int32)]) throws(MachineFailure) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (own, theirs) in descriptors { posix_spawn_file_actions_adddup2(&actions, own, theirs) }
    let last = descriptors.map(\.theirs).max() ?? STDERR_FILENO
    posix_spawn_file_actions_addclosefrom_np(&actions, last + 1)
    if let folder = call.folder { posix_spawn_file_actions_addchdir_np(&actions, folder) }
    var attributes = Self.attributes()
    defer { posix_spawnattr_destroy(&attributes) }
    let variables = call.environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    var child: pid_t = 0
    let code = withCStrings([call.program] + call.arguments) { arguments in
      withCStrings(variables) { variables in
        posix_spawn(&child, call.program, &actions, &attributes, arguments, variables)
      }
    }
    guard code == 0 else { throw MachineFailure("run", call.program, code) }
    id = child
  }

  deinit { _ = end() }

  /// A group of its own, and no signal ignored or held back on our account.
  private static func attributes() -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGQUIT] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    posix_spawnattr_setflags(&attributes, Int16(flags))
    return attributes
  }

  /// Whether the program itself has ended; what it started may still run.
  var hasEnded: Bool {
    var found = siginfo_t()
    // It stays unburied, so that its number cannot become another's before its group is ended.
    return waitid(P_PID, id_t(id), &found, WEXITED | WNOHANG | WNOWAIT) == 0 && found.si_signo != 0
  }

  /// Ends what is left of the program's group.
  func endGroup() { kill(-id, SIGKILL) }

  /// Ends the program, where it has not ended, and all that it started, and tells how it ended.
  func end() -> ProgramResult.Ending {
    let status = status.withLock { known in
      if let known { return known }
      kill(-id, SIGKILL)
      var status: Int32 = 0
      while waitpid(id, &status, 0) < 0, errno == EINTR {}
      known = status
      return status
    }
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .signal(signal)
  }
}

/// Lends texts as C wants lists of them, with nothing behind the last.
private func withCStrings<Result>(
  _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = texts.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return body(copies + [nil])
}
