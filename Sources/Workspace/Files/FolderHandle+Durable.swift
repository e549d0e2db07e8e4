import CLinux
import Glibc

extension FolderHandle {
  /// Makes a link that leads to a path from this folder.
  func makeLink(_ name: String, to target: String) throws(MachineFailure) {
    guard symlinkat(target, descriptor, name) == 0 else { throw failure("link", name) }
  }

  /// Where a link leads, as it is written; nil where there is none of that name.
  func target(ofLink name: String) throws(MachineFailure) -> String? {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = bytes.withUnsafeMutableBytes { buffer in
      buffer.baseAddress.map { readlinkat(descriptor, name, $0, buffer.count) } ?? -1
    }
    guard count >= 0 else {
      if errno == ENOENT || errno == EINVAL { return nil }
      throw failure("read", name)
    }
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  /// Waits until the names in this folder are on the disk, so that a power cut does not undo them.
  func flush() throws(MachineFailure) {
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else {
      throw MachineFailure("write", path, errno)
    }
  }

  /// Waits until what a file or folder in this one holds is on the disk.
  func flush(_ name: String) throws(MachineFailure) {
    let opened = openat(descriptor, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard opened >= 0 else { throw failure("open", name) }
    defer { close(opened) }
    guard fsync(opened) == 0 || errno == EINVAL else { throw failure("write", name) }
  }

  /// Waits until everything that was written to the file system of this folder is on the disk: one call
  /// for thousands of files.
  func flushFileSystem() throws(MachineFailure) {
    guard syncfs(descriptor) == 0 else { throw MachineFailure("write", path, errno) }
  }
}
