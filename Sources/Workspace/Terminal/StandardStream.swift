import Glibc

/// The two streams that a command speaks through: results on standard output, all else on standard
/// error.
package enum StandardStream {
  /// Writes a result.
  package static func output(_ text: String) { write(Array(text.utf8), to: STDOUT_FILENO) }

  /// Writes a diagnostic or progress.
  package static func error(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

  /// Writes bytes as a result.
  package static func output(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  /// Whether a person at a terminal reads what is written to standard error.
  package static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written)
      }
      // There is nobody to tell that the reader has gone.
      guard count > 0 || errno == EINTR else { return }
      written += max(count, 0)
    }
  }
}
