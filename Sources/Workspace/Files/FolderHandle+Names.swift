import CLinux
import Glibc

extension FolderHandle {
  /// Makes a folder; false where something of that name is there already.
  @discardableResult
  func makeFolder(_ name: String) throws(MachineFailure) -> Bool {
    if mkdirat(descriptor, name, 0o777) == 0 { return true }
    guard errno == EEXIST else { throw failure("make the folder", name) }
    return false
  }

  /// Gives a file a second name in another folder of the same file system, or copies it where the
  /// file system has no second names.
  func link(_ name: String, into other: FolderHandle, as newName: String) throws(MachineFailure) {
    if linkat(descriptor, name, other.descriptor, newName, 0) == 0 { return }
    guard [EPERM, EMLINK, EXDEV, ENOTSUP, ENOSYS].contains(errno) else {
      throw failure("link", name)
    }
    guard let bytes = try read(name, upTo: .max - 1) else { return }
    try other.create(newName, bytes)
  }

  /// Moves an entry; what the new name stood for is replaced.
  func rename(_ name: String, to newName: String, in other: FolderHandle) throws(MachineFailure) {
    guard renameat(descriptor, name, other.descriptor, newName) == 0 else {
      throw failure("rename", name)
    }
  }

  /// Where a link leads, as it is written; nil where the entry is no link.
  func linkTarget(_ name: String) throws(MachineFailure) -> String? {
    var signs = [CChar](repeating: 0, count: 4096)
    let count = readlinkat(descriptor, name, &signs, signs.count)
    if count >= 0 {
      return String(decoding: signs[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    guard [EINVAL, ENOENT, ENOTDIR].contains(errno) else { throw failure("look at", name) }
    return nil
  }

  /// Lets those read and write a file who may another; nothing happens where that is not there.
  func copyRights(of name: String, to other: String) throws(MachineFailure) {
    var found = stat()
    guard fstatat(descriptor, name, &found, 0) == 0 else { return }
    guard fchmodat(descriptor, other, found.st_mode & 0o777, 0) == 0 else {
      throw failure("set the rights of", other)
    }
  }

  /// Swaps two entries of this folder in one step; false where the file system has no such step.
  func exchange(_ name: String, with other: String) throws(MachineFailure) -> Bool {
    let exchangeFlag: UInt32 = 2
    if renameat2(descriptor, name, descriptor, other, exchangeFlag) == 0 { return true }
    guard [EINVAL, ENOSYS, ENOTSUP, EXDEV, EBUSY].contains(errno) else {
      throw failure("swap", name)
    }
    return false
  }

  /// Removes a file or a link; nothing happens where there is none or a folder of that name.
  func remove(_ name: String) throws(MachineFailure) {
    if unlinkat(descriptor, name, 0) == 0 { return }
    guard [ENOENT, ENOTDIR, EISDIR].contains(errno) else { throw failure("remove", name) }
  }

  /// Removes a folder if it is empty; false where something is in it.
  @discardableResult
  func removeEmptyFolder(_ name: String) throws(MachineFailure) -> Bool {
    if unlinkat(descriptor, name, AT_REMOVEDIR) == 0 || errno == ENOENT { return true }
    guard errno == ENOTEMPTY || errno == EEXIST || errno == EBUSY else {
      throw failure("remove", name)
    }
    return false
  }

  /// Removes a folder and all that is in it, never following a link.
  func removeTree(_ name: String) throws(MachineFailure) {
    let tree = try folder(name)
    let entries = try tree.everything()
    for entry in entries.reversed() {
      if entry.kind == .folder {
        try tree.removeEmptyFolder(entry.path)
      } else {
        try tree.remove(entry.path)
      }
    }
    guard try removeEmptyFolder(name) else { throw failure("remove", name) }
  }
}
