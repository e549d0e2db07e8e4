import Diagnostics
import Glibc

/// The right to write to one Output, held by one build at a time.
///
/// It is a lock on the file `.NAME.salesbook-lock` beside Output, which the system lets go when its
/// holder dies, however it dies. Where nothing can be made beside Output, the folder itself is
/// locked: it is never swapped there.
final class OutputLock: Sendable {
  private let descriptor: Int32
  private let file: (parent: FolderHandle, name: String)?

  private init(descriptor: Int32, file: (parent: FolderHandle, name: String)?) {
    self.descriptor = descriptor
    self.file = file
  }

  deinit {
    // Removed while still held: whoever waits for it sees that it is gone and makes a new one.
    if let file { unlinkat(file.parent.descriptor, file.name, 0) }
    close(descriptor)
  }

  /// Takes the lock, waiting for another build for at most so many seconds.
  static func take(_ place: OutputPlace, waiting seconds: Int) throws(PublishFailure) -> OutputLock
  {
    let name = "." + place.name + ".salesbook-lock"
    for attempt in 0...seconds * 20 {
      if attempt > 0 { usleep(50_000) }
      let flags = O_RDONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW
      var opened = openat(place.parent.descriptor, name, flags, 0o666)
      var file: (parent: FolderHandle, name: String)? = (place.parent, name)
      let reason = errno
      if opened < 0, [EACCES, EPERM, EROFS, ENOSPC, EDQUOT].contains(reason) {
        file = nil
        opened = open(place.realPath, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      }
      guard opened >= 0 else { throw .machine(MachineFailure("publish to", place.shown, reason)) }
      if flock(opened, LOCK_EX | LOCK_NB) == 0, isStill(opened, file) {
        return OutputLock(descriptor: opened, file: file)
      }
      close(opened)
    }
    throw .machine(
      MachineFailure("publish to", place.shown, because: "another build is writing to it"))
  }

  /// Whether the locked file is the one that its name stands for now.
  private static func isStill(_ descriptor: Int32, _ file: (parent: FolderHandle, name: String)?)
    -> Bool
  {
    guard let file else { return true }
    var locked = stat()
    var named = stat()
    return fstat(descriptor, &locked) == 0
      && fstatat(file.parent.descriptor, file.name, &named, AT_SYMLINK_NOFOLLOW) == 0
      && locked.st_ino == named.st_ino && locked.st_dev == named.st_dev
  }
}
