import Glibc

/// The machine did not do what it was asked: a full disk, a folder that may not be written.
///
///     MachineFailure("write", "Output/index.html", ENOSPC).description
///     // "cannot write Output/index.html: No space left on device"
package struct MachineFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was to be done, as a verb: `write`.
  package let action: String
  /// The path it was to be done to, as the user knows it.
  package let path: String
  /// Why not, in the words of the operating system or ours.
  package let reason: String

  /// Makes a failure from the number that the system left in `errno`.
  package init(_ action: String, _ path: String, _ code: Int32) {
    self.init(action, path, because: String(cString: strerror(code)))
  }

  /// Makes a failure that the system has no number for.
  package init(_ action: String, _ path: String, because reason: String) {
    self.action = action
    self.path = path
    self.reason = reason
  }

  package var description: String { "cannot \(action) \(path): \(reason)" }
}
