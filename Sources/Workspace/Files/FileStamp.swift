import Glibc

/// What the system says of a file without its bytes being read: while it stays the same, so do they.
struct FileStamp: Hashable, Sendable {
  /// The size in bytes.
  let size: Int
  /// The number of the file system, and of the file on it.
  let device: UInt64
  let file: UInt64
  /// When the bytes, and when anything of the file was changed last, in nanoseconds since 1970.
  let modified: Int
  let changed: Int

  /// Takes what a call of `stat` said.
  init(_ status: stat) {
    size = Int(status.st_size)
    device = UInt64(status.st_dev)
    file = UInt64(status.st_ino)
    modified = Self.nanoseconds(status.st_mtim)
    changed = Self.nanoseconds(status.st_ctim)
  }

  /// Puts a stamp together that was kept.
  init(size: Int, device: UInt64, file: UInt64, modified: Int, changed: Int) {
    self.size = size
    self.device = device
    self.file = file
    self.modified = modified
    self.changed = changed
  }

  fileprivate static func nanoseconds(_ time: timespec) -> Int {
    // Beyond the year 2262 the number wraps around, and is still another for another time.
    Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
  }
}

/// How a file looked before its bytes were read.
///
/// Clocks of file systems tick: two changes within one tick leave the same stamp. So a stamp says that nothing
/// was changed since only where it was older than a tick when it was taken, as git holds it with its index.
struct FileLook: Hashable, Sendable {
  let stamp: FileStamp
  /// When it was looked at, in nanoseconds since 1970.
  let moment: Int
  /// Whether it looked the same when all was read.
  var isSteady = true

  /// Whether any later change gives the file another stamp.
  ///
  /// Where times are whole seconds the file system may count in steps of two seconds. `delay` is by how much
  /// its clock is behind ours.
  func isSettled(delay: Int) -> Bool {
    let isCoarse = stamp.changed.isMultiple(of: 1_000_000_000)
    let step = isCoarse ? 2_000_000_000 : 2 * Self.tick
    return isSteady && max(stamp.changed, stamp.modified) < moment - step - max(0, delay)
  }

  /// How far apart two times of the kernel's clock for files can be, in nanoseconds.
  static let tick: Int = {
    var step = timespec()
    guard clock_getres(CLOCK_REALTIME_COARSE, &step) == 0 else { return 10_000_000 }
    return max(1_000_000, FileStamp.nanoseconds(step))
  }()

  /// The clock by which the kernel says when files were changed.
  static func now() -> Int {
    var now = timespec()
    guard clock_gettime(CLOCK_REALTIME_COARSE, &now) == 0 else { return 0 }
    return FileStamp.nanoseconds(now)
  }
}

extension FolderHandle {
  /// The stamp of a file in this folder; nil where there is none, or a link.
  func stamp(of path: String) -> FileStamp? {
    var found = stat()
    guard fstatat(descriptor, path, &found, AT_SYMLINK_NOFOLLOW) == 0,
      found.st_mode & S_IFMT == S_IFREG
    else { return nil }
    return FileStamp(found)
  }

  /// How the file at a path looks, links followed; nil where there is no file.
  func look(at path: String) -> FileLook? {
    let moment = FileLook.now()
    var found = stat()
    guard fstatat(descriptor, path, &found, 0) == 0, found.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return FileLook(stamp: FileStamp(found), moment: moment)
  }
}
