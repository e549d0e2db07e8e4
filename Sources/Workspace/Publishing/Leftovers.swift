import Diagnostics

/// Removes what killed builds have left beside Output and in it.
///
/// The lock must be held.
func removeLeftovers(
  _ place: OutputPlace, current: FolderHandle?
) throws(MachineFailure) -> [Diagnostic] {
  var notes: [Diagnostic] = []
  let mark = "." + place.name + OutputPath.stagingMark
  for entry in try place.parent.names(startingWith: mark) {
    notes += dismantle(entry, in: place.parent, current: current)
  }
  for entry in try current?.names(startingWith: OutputPath.stagingMark) ?? [] {
    notes += dismantle(entry, in: current, current: nil)
  }
  return notes
}

/// Whether killed builds have left anything.
func hasLeftovers(_ place: OutputPlace, _ current: FolderHandle) -> Bool {
  let beside = try? place.parent.names(startingWith: "." + place.name + OutputPath.stagingMark)
  let inside = try? current.names(startingWith: OutputPath.stagingMark)
  return beside != [] || inside != []
}

/// Removes a staged site or an old one, which may hold files that are not ours: those that the
/// present site lacks are moved there.
///
/// A staging folder gets its manifest last, so one without holds nothing but what we wrote and
/// second names of files that are in Output.
func dismantle(
  _ name: String, in home: FolderHandle?, current: FolderHandle?
) -> [Diagnostic] {
  guard let home else { return [] }
  do {
    let tree = try home.folder(name)
    let bytes =
      try tree.status(OutputPath.manifest) == nil
      ? nil : tree.read(OutputPath.manifest, upTo: 1 << 30)
    if let current, let bytes, let manifest = Manifest(bytes: bytes) {
      try removeOurs(manifest, from: tree, movingOthersTo: current)
      try home.removeEmptyFolder(name)
    } else {
      try home.removeTree(name)
    }
    return []
  } catch {
    return [.leftoverStays(error)]
  }
}

private func removeOurs(
  _ manifest: Manifest, from tree: FolderHandle, movingOthersTo current: FolderHandle
) throws(MachineFailure) {
  for entry in try tree.everything().reversed() {
    let path = entry.path
    if entry.kind == .folder {
      try tree.removeEmptyFolder(path)
    } else if manifest.files[path] != nil || path.hasPrefix(".salesbook") {
      try tree.remove(path)
    } else if try current.status(path) != nil {
      try tree.remove(path)
    } else {
      for folder in enclosingFolders(of: path).reversed() { try current.makeFolder(folder) }
      try tree.rename(path, to: path, in: current)
    }
  }
}

extension FolderHandle {
  /// The names in this folder that begin so, whatever else is in it.
  fileprivate func names(startingWith mark: String) throws(MachineFailure) -> [String] {
    try listing(of: ".").entries.map(\.path).filter { $0.hasPrefix(mark) }
  }
}
