import Glibc

/// One entry of a folder, or of a tree of folders.
struct FolderEntry: Equatable {
  /// The path relative to the folder that was listed.
  let path: String
  let kind: FileStatus.Kind
}

extension FolderHandle {
  /// The entries of this folder or of one in it, in the order of their names' scalars.
  func entries(of subfolder: String = ".") throws(MachineFailure) -> [FolderEntry] {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW
    let opened = openat(descriptor, subfolder, flags)
    guard opened >= 0 else { throw failure("open", subfolder) }
    guard let stream = fdopendir(opened) else {
      let failed = failure("list", subfolder)
      close(opened)
      throw failed
    }
    defer { closedir(stream) }
    let prefix = subfolder == "." ? "" : subfolder + "/"
    var entries: [FolderEntry] = []
    errno = 0
    while let entry = readdir(stream) {
      guard let name = name(of: entry.pointee) else {
        throw MachineFailure("read a name in", shown(subfolder), because: "it is not UTF-8")
      }
      if name != "." && name != ".." {
        let kind = try kind(of: entry.pointee, at: prefix + name)
        entries.append(FolderEntry(path: prefix + name, kind: kind))
      }
      errno = 0
    }
    guard errno == 0 else { throw failure("list", subfolder) }
    return entries.sorted { $0.path < $1.path }
  }

  /// Everything under this folder, each folder before what is in it; links are not followed.
  func everything() throws(MachineFailure) -> [FolderEntry] {
    var found: [FolderEntry] = []
    var waiting = Array(try entries().reversed())
    while let entry = waiting.popLast() {
      found.append(entry)
      if entry.kind == .folder { waiting += try entries(of: entry.path).reversed() }
    }
    return found
  }

  private func name(of entry: dirent) -> String? {
    withUnsafeBytes(of: entry.d_name) { bytes in
      String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }

  private func kind(of entry: dirent, at path: String) throws(MachineFailure) -> FileStatus.Kind {
    switch Int(entry.d_type) {
    case DT_REG: .file
    case DT_DIR: .folder
    case DT_LNK: .link
    case DT_UNKNOWN: try status(path)?.kind ?? .special
    default: .special
    }
  }
}
