import Diagnostics
import Pages
import Synchronization

/// All that a build reads of its workspace: files with their digests, folders with the names in them, and
/// whether a file is there.
///
/// A build in which all of it is the same, and that is asked for the same, makes the same site.
final class ReadNotes: Sendable {
  /// A file that was read.
  struct File: Hashable, Sendable {
    let path: String
    var look: FileLook
    let digest: SHA256Digest
  }

  /// A folder that was looked through.
  struct Walk: Hashable, Sendable {
    let folder: String
    let ignored: [String]
    /// The folders outside to which links were followed.
    let linked: [String]
    /// The digest of the names that were found.
    let names: SHA256Digest
  }

  /// Whether a file was there.
  struct Question: Hashable, Sendable {
    let path: String
    let isThere: Bool
  }

  /// What was noted.
  struct Notes: Sendable {
    var files: [String: File] = [:]
    var walks: [Walk] = []
    var questions: [Question] = []
    /// Whether the same files say all that the build read.
    var isRepeatable = true
    /// Whether nothing was found wrong in looking through folders.
    var isQuiet = true
  }

  private let state = Mutex(Notes())
  /// The files that an earlier build read, as far as their stamps tell whether they are the same.
  private let known: [String: File]

  /// Begins, with what is known of files from an earlier build.
  init(known: [String: File] = [:]) { self.known = known }

  /// All that was noted so far.
  var notes: Notes { state.withLock { $0 } }

  /// The digest of a file that was read or looked at; nil where it was not.
  func digest(of path: String) -> SHA256Digest? { state.withLock { $0.files[path]?.digest } }

  /// Notes that a file was read; a file too large for its place has no bytes.
  func note(_ path: String, _ look: FileLook, _ bytes: [UInt8]?) {
    guard let bytes else { return noteUnrepeatable() }
    let before = state.withLock { $0.files[path] } ?? known[path]
    let digest =
      if let before, before.look.stamp == look.stamp, before.look.isSettled(delay: 0),
        look.isSteady
      {
        before.digest
      } else {
        SHA256Digest(of: bytes)
      }
    var file = File(path: path, look: look, digest: digest)
    state.withLock { notes in
      if let first = notes.files[path], first.digest != digest || first.look.stamp != look.stamp {
        // Changed between two readings: what was made of it is made of both.
        file.look.isSteady = false
        notes.isRepeatable = false
      }
      notes.files[path] = file
    }
  }

  /// Notes a file of a workspace as read where its stamp shows that it is what an earlier build read; nil,
  /// and nothing is noted, where it may be another.
  func noteUnchanged(_ path: String, in root: FolderHandle) -> SHA256Digest? {
    guard let before = known[path], before.look.isSettled(delay: 0),
      let look = root.look(at: path), look.stamp == before.look.stamp
    else { return nil }
    state.withLock { $0.files[path] = before }
    return before.digest
  }

  /// Notes what was found in a folder.
  func note(_ walk: Walk, _ found: Parsed<[String]>) {
    state.withLock { notes in
      notes.walks.append(walk)
      if !found.diagnostics.isEmpty { notes.isQuiet = false }
    }
  }

  /// Notes whether a file is there.
  func noteQuestion(_ path: String, _ isThere: Bool) {
    state.withLock { $0.questions.append(Question(path: path, isThere: isThere)) }
  }

  /// Notes that something was read that files do not tell, such as a database.
  func noteUnrepeatable() { state.withLock { $0.isRepeatable = false } }

  /// The digest of some names in their order.
  static func digest(of names: [String]) -> SHA256Digest {
    var bytes: [UInt8] = []
    for name in names {
      bytes += name.utf8
      bytes.append(0)
    }
    return SHA256Digest(of: bytes)
  }
}
