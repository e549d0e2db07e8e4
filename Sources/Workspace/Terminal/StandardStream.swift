import Glibc
import Synchronization

/// The two streams that a command speaks through: results on standard output, all else on standard
/// error.
package enum StandardStream {
  /// The first failure to write a result, which makes the whole command one: a plan that goes to a full
  /// disk is not kept.
  ///
  /// The program asks for it at its end, so that no command can forget to.
  package static var outputFailure: MachineFailure? { failure.withLock { $0 } }

  private static let failure = Mutex<MachineFailure?>(nil)

  /// Writes a result.
  package static func output(_ text: String) { output(Array(text.utf8)) }

  /// Writes a diagnostic or progress; nobody can be told where that fails.
  package static func error(_ text: String) { _ = write(Array(text.utf8), to: STDERR_FILENO) }

  /// Writes bytes as a result.
  package static func output(_ bytes: [UInt8]) {
    guard outputFailure == nil else { return }
    let code = write(bytes, to: STDOUT_FILENO)
    // A reader who has gone, as `head` does, wants no more.
    guard code != 0, code != EPIPE else { return }
    failure.withLock { $0 = MachineFailure("write", "standard output", code) }
  }

  /// The file that standard output writes into, by the numbers of its file system and its own there;
  /// nil where it is closed.
  static var outputFile: FileStatus? {
    var output = stat()
    return fstat(STDOUT_FILENO, &output) == 0 ? FileStatus(output) : nil
  }

  /// Whether a person at a terminal reads what is written to standard error.
  package static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes all bytes; gives the number of the error, or 0.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written)
      }
      guard count > 0 || errno == EINTR else { return count < 0 ? errno : EIO }
      written += max(count, 0)
    }
    return 0
  }
}
