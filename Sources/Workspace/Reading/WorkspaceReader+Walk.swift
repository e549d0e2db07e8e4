package import Diagnostics
import Glibc

extension WorkspaceReader {
  /// The paths of all files under a folder, in the order of their scalars; none where there is no
  /// such folder.
  ///
  /// Hidden files and folders are left out, and so is what lies under the ignored paths. A link is
  /// followed, but a folder is read once however many links lead to it, so that a link to a folder
  /// around it ends. One that leads out of the workspace is an error, unless to a folder that the
  /// settings allow: a workspace from elsewhere could publish anything of this machine.
  package func files(
    under folder: String, besides ignored: [String] = []
  ) throws(MachineFailure) -> Parsed<[String]> {
    let found = try walk(folder, ignored)
    notes?.note(
      ReadNotes.Walk(
        folder: folder, ignored: ignored, linked: linkedFolders,
        names: ReadNotes.digest(of: found.value)), found)
    return found
  }

  private func walk(
    _ folder: String, _ ignored: [String]
  ) throws(MachineFailure) -> Parsed<[String]> {
    guard let top = try root.target(of: folder), top.kind == .folder else { return Parsed([]) }
    let bounds = LinkBounds(root, allowed: linkedFolders)
    if let outside = bounds.outside(folder) { return Parsed([], [.linkOut(folder, to: outside)]) }
    var walk = Walk(bounds, ignored: Set(ignored))
    try walk.visit(folder, in: root)
    while let link = walk.nextLink() { try walk.follow(link, in: root) }
    return Parsed(walk.files.sorted(), walk.diagnostics.sorted())
  }
}

/// One way through a tree of folders.
private struct Walk {
  private let bounds: LinkBounds
  private let ignored: Set<String>
  private(set) var files: [String] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The real folders that were read, by the numbers of their file systems and theirs there.
  private var visited: Set<[UInt64]> = []
  private var links: [String] = []

  init(_ bounds: LinkBounds, ignored: Set<String>) {
    self.bounds = bounds
    self.ignored = ignored
  }

  /// Reads a folder and all in it; links are put off until every real folder was read.
  mutating func visit(_ folder: String, in root: FolderHandle) throws(MachineFailure) {
    var waiting = [folder]
    while let folder = waiting.popLast() {
      guard let found = try root.target(of: folder),
        visited.insert([found.device, found.file]).inserted
      else { continue }
      let listing = try root.listing(of: folder, followingLink: true)
      for name in listing.unreadable { diagnostics.append(.nameNotUTF8(name, in: folder)) }
      for entry in listing.entries where !isIgnored(entry) {
        switch entry.kind {
        case .file: files.append(entry.path)
        case .folder: waiting.append(entry.path)
        case .link: links.append(entry.path)
        case .special: diagnostics.append(.notAFile(entry.path))
        }
      }
    }
    links.sort()
  }

  mutating func nextLink() -> String? { links.isEmpty ? nil : links.removeFirst() }

  /// Reads what a link leads to.
  mutating func follow(_ link: String, in root: FolderHandle) throws(MachineFailure) {
    guard let target = try root.target(of: link) else {
      diagnostics.append(.danglingLink(link))
      return
    }
    if let outside = bounds.outside(link) {
      diagnostics.append(.linkOut(link, to: outside))
      return
    }
    switch target.kind {
    case .file: files.append(link)
    case .folder:
      if visited.contains([target.device, target.file]) {
        diagnostics.append(.folderReadAlready(link))
      } else {
        try visit(link, in: root)
      }
    default: diagnostics.append(.notAFile(link))
    }
  }

  private func isIgnored(_ entry: FolderEntry) -> Bool {
    let name = entry.path.split(separator: "/").last ?? ""
    return name.hasPrefix(".") || ignored.contains(entry.path)
  }
}

/// The folders in which the ends of links may lie: the workspace and what its settings allow.
private struct LinkBounds {
  private let root: FolderHandle
  private let home: String?
  private let folders: [String]

  init(_ root: FolderHandle, allowed: [String]) {
    self.root = root
    home = root.realPath(of: ".")
    folders = ([home] + allowed.map(root.realPath)).compactMap(\.self)
  }

  /// Where a path of the workspace really lies, if that is outside; nil where it is inside.
  func outside(_ path: String) -> String? {
    guard let end = root.realPath(of: path) else { return nil }
    let isInside = folders.contains { end == $0 || end.hasPrefix($0 == "/" ? $0 : $0 + "/") }
    return isInside ? nil : end
  }
}

extension FolderHandle {
  /// The path from the root of the file system, without links, of a path seen from this folder; nil
  /// where nothing is there.
  fileprivate func realPath(of path: String) -> String? {
    let seen = path.hasPrefix("/") ? path : "/proc/self/fd/\(descriptor)/\(path)"
    guard let resolved = realpath(seen, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// What a path leads to when links are followed; nil where that is nothing.
  func target(of path: String) throws(MachineFailure) -> FileStatus? {
    var found = stat()
    if fstatat(descriptor, path, &found, 0) == 0 { return FileStatus(found) }
    guard errno == ENOENT || errno == ENOTDIR || errno == ELOOP else {
      throw failure("look at", path)
    }
    return nil
  }
}
