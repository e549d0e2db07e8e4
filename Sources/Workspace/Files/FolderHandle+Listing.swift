import Glibc

/// One entry of a folder, or of a tree of folders.
struct FolderEntry: Equatable {
  /// The path relative to the folder that was listed.
  let path: String
  let kind: FileStatus.Kind
}

/// What a folder holds.
struct FolderListing {
  /// The entries in the order of their names' scalars.
  var entries: [FolderEntry] = []
  /// The names that are not UTF-8, with U+FFFD for what cannot be read.
  var unreadable: [String] = []
}

extension FolderHandle {
  /// The entries of this folder or of one in it, in the order of their names' scalars.
  func entries(of subfolder: String = ".") throws(MachineFailure) -> [FolderEntry] {
    let listing = try listing(of: subfolder)
    if let name = listing.unreadable.first {
      throw MachineFailure("read the name", shown(name), because: "it is not UTF-8")
    }
    return listing.entries
  }

  /// The entries of this folder or of one in it; a link to one is followed only where asked.
  func listing(
    of subfolder: String, followingLink: Bool = false
  ) throws(MachineFailure) -> FolderListing {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (followingLink ? 0 : O_NOFOLLOW)
    let opened = openat(descriptor, subfolder, flags)
    guard opened >= 0 else { throw failure("open", subfolder) }
    guard let stream = fdopendir(opened) else {
      let failed = failure("list", subfolder)
      close(opened)
      throw failed
    }
    defer { closedir(stream) }
    let prefix = subfolder == "." ? "" : subfolder + "/"
    var listing = FolderListing()
    errno = 0
    while let entry = readdir(stream) {
      let name = name(of: entry.pointee)
      if !name.isValid {
        listing.unreadable.append(name.text)
      } else if name.text != "." && name.text != ".." {
        let path = prefix + name.text
        listing.entries.append(
          FolderEntry(path: path, kind: try kind(of: entry.pointee, at: path)))
      }
      errno = 0
    }
    guard errno == 0 else { throw failure("list", subfolder) }
    listing.entries.sort { $0.path < $1.path }
    listing.unreadable.sort()
    return listing
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

  private func name(of entry: dirent) -> (text: String, isValid: Bool) {
    withUnsafeBytes(of: entry.d_name) { bytes in
      let name = bytes.prefix { $0 != 0 }
      if let text = String(validating: name, as: UTF8.self) { return (text, true) }
      return (String(decoding: name, as: UTF8.self), false)
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
