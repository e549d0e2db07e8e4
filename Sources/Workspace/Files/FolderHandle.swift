import Glibc

/// An open folder, through which everything under it is reached.
///
/// Names are looked up from the open folder and not from the root, so a folder that is renamed or
/// swapped while it is held stays the same folder. It is a class for its `deinit` alone: the folder
/// is closed when nobody holds it any more.
final class FolderHandle: Sendable {
  /// The number by which the system knows the folder.
  let descriptor: Int32
  /// The path for messages, as the user knows it.
  let path: String

  private init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// Opens a folder by its path; a link to a folder is followed.
  convenience init(opening path: String, as shown: String? = nil) throws(MachineFailure) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw MachineFailure("open", shown ?? path, errno) }
    self.init(descriptor: descriptor, path: shown ?? path)
  }

  /// Opens a folder in this one; a link is not followed.
  func folder(_ name: String) throws(MachineFailure) -> FolderHandle {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW
    let opened = openat(descriptor, name, flags)
    guard opened >= 0 else { throw failure("open", name) }
    return FolderHandle(descriptor: opened, path: shown(name))
  }

  /// The path of a name in this folder, for messages.
  func shown(_ name: String) -> String {
    path.isEmpty || path == "." ? name : path.hasSuffix("/") ? path + name : path + "/" + name
  }

  /// The failure that the system has just reported for a name in this folder.
  func failure(_ action: String, _ name: String) -> MachineFailure {
    MachineFailure(action, shown(name), errno)
  }
}

/// What stands under a name.
struct FileStatus: Equatable {
  /// The kinds of entries that are told apart.
  enum Kind: Equatable {
    case file
    case folder
    case link
    /// A device, a pipe or a socket.
    case special
  }

  let kind: Kind
  /// The size in bytes.
  let size: Int
  /// The permission bits.
  let mode: mode_t
  /// The number of the file system, and of the file on it.
  let device: UInt64
  let file: UInt64

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .special
    }
    size = Int(status.st_size)
    mode = status.st_mode & 0o7777
    device = UInt64(status.st_dev)
    file = UInt64(status.st_ino)
  }
}

extension FolderHandle {
  /// What stands under a path in this folder, a link as itself; nil where nothing does.
  func status(_ name: String) throws(MachineFailure) -> FileStatus? {
    var found = stat()
    if fstatat(descriptor, name, &found, AT_SYMLINK_NOFOLLOW) == 0 { return FileStatus(found) }
    guard errno == ENOENT || errno == ENOTDIR else { throw failure("look at", name) }
    return nil
  }

  /// The status of the folder itself.
  func status() throws(MachineFailure) -> FileStatus {
    var found = stat()
    guard fstat(descriptor, &found) == 0 else { throw MachineFailure("look at", path, errno) }
    return FileStatus(found)
  }
}
