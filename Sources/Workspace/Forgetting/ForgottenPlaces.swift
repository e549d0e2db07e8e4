import Proof

/// Looks through what was kept for somebody's data, and takes them out.
struct ForgottenPlaces {
  let search: ValueSearch
  let text: ForgottenText
  /// The name of the folder that is theirs; nil where they have none.
  let folder: String?
  let isDryRun: Bool
  private(set) var files: [ForgetReport.File] = []

  init(search: ValueSearch, text: ForgottenText, folder: String?, isDryRun: Bool) {
    self.search = search
    self.text = text
    self.folder = folder
    self.isDryRun = isDryRun
  }

  /// Whether a file of a tree holds any of it, or lies in their own folder.
  func holds(
    _ path: String, _ bytes: () throws(MachineFailure) -> [UInt8]
  ) throws(MachineFailure) -> Bool {
    if isTheirs(path) { return true }
    return !search.hits(in: path, try bytes()).isEmpty
  }

  /// `plans/lin/2026-11.html`: the second part is the folder.
  private func isTheirs(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    return parts.count > 2 && folder.map { parts[1] == $0 } ?? false
  }

  /// Takes it out of the files of some folders of a workspace.
  mutating func takeOut(of folders: [String], in workspace: String) throws(MachineFailure) {
    let root = try FolderHandle(opening: workspace, as: "")
    for folder in folders where try root.status(folder)?.kind == .folder {
      let inside = try root.folder(folder)
      for entry in try inside.everything() where entry.kind == .file {
        if let isRemoved = try takeOut(of: entry.path, in: inside) {
          files.append(ForgetReport.File(path: joined(folder, entry.path), isRemoved: isRemoved))
        }
      }
      if !isDryRun { try inside.flush() }
    }
  }

  /// Whether a file was removed, or the values alone; nil where none is in it.
  private func takeOut(
    of path: String, in folder: FolderHandle
  ) throws(MachineFailure) -> Bool? {
    let bytes = try folder.read(path, upTo: .max - 1) ?? []
    guard isTheirs(path) || !search.hits(in: path, bytes).isEmpty else { return nil }
    let left = text.taken(from: bytes).text
    let isRemoved = isTheirs(path) || !search.hits(in: path, left).isEmpty
    if isDryRun { return isRemoved }
    if isRemoved {
      try folder.remove(path)
      return true
    }
    let staged = path + ".salesbook-new"
    try folder.remove(staged)
    try folder.create(staged, left)
    try folder.flush(staged)
    try folder.rename(staged, to: path, in: folder)
    return false
  }
}

extension ReleaseFolder {
  /// Removes the releases that hold somebody's data, the one that readers see excepted, which is named.
  func forget(
    _ places: ForgottenPlaces
  ) throws(PublishFailure) -> (removed: [String], current: String?) {
    try PublishFailure.wrap { () throws(MachineFailure) in
      let current = try current()
      var removed: [String] = []
      var left: String?
      // What releases share is looked at once.
      var known: [Manifest.Entry: Bool] = [:]
      for id in try ids() where try holds(id, places, &known) {
        if id == current {
          left = id
        } else {
          if !places.isDryRun { try remove(id) }
          removed.append(id)
        }
      }
      return (removed, left)
    }
  }

  private func holds(
    _ id: String, _ places: ForgottenPlaces, _ known: inout [Manifest.Entry: Bool]
  ) throws(MachineFailure) -> Bool {
    let site = try releases.folder(id).folder(Self.site)
    for (path, file) in try manifest(of: id).files.sorted(by: { $0.key < $1.key }) {
      let entry = Manifest.Entry(path: path, file: file)
      let isHeld: Bool
      if let before = known[entry] {
        isHeld = before
      } else {
        isHeld = try places.holds(path) { () throws(MachineFailure) in
          try site.read(path, upTo: .max - 1) ?? []
        }
        known[entry] = isHeld
      }
      if isHeld { return true }
    }
    return false
  }
}

extension Manifest {
  /// A file of a path.
  struct Entry: Hashable {
    let path: String
    let file: File
  }
}
