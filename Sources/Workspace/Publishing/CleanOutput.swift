/// What `clean` has done.
package struct Cleaning: Hashable, Sendable {
  /// How many files were removed.
  package let removed: Int
  /// What stands in Output and is not ours, the outmost names only.
  package let kept: [String]
}

/// Removes from Output what earlier builds have published and the leftovers of killed ones.
///
/// Output itself goes too when nothing else is in it. A folder without our manifest is refused.
package func cleanOutput(_ output: String, patience: Int = 30) throws(PublishFailure) -> Cleaning {
  let place = try OutputPlace(output)
  defer { place.undo() }
  let lock = try OutputLock.take(place, waiting: patience)
  for name in [place.recordName, place.pagesName] { try? place.parent.remove(name) }
  let cleaning = try clean(place)
  withExtendedLifetime(lock) {}
  return cleaning
}

private func clean(_ place: OutputPlace) throws(PublishFailure) -> Cleaning {
  let (old, owned) = try openPublished(place)
  return try PublishFailure.wrap { () throws(MachineFailure) in
    _ = try removeLeftovers(place, current: old)
    guard let old else { return Cleaning(removed: 0, kept: []) }
    let paths = owned.files.keys.sorted()
    try old.remove(paths)
    // Last, so that a killed cleaning can be done again.
    try old.remove(OutputPath.manifest)
    let kept = try old.entries().map(\.path)
    // Where the folder around it may not be changed, the empty Output stays.
    if kept.isEmpty { _ = try? place.parent.removeEmptyFolder(place.name) }
    return Cleaning(removed: paths.count, kept: kept)
  }
}

extension FolderHandle {
  /// Removes files, and the folders that are empty without them.
  func remove(_ paths: [String]) throws(MachineFailure) {
    for path in paths where try !leadsThroughLink(path) {
      try remove(path)
      for folder in enclosingFolders(of: path) {
        guard try removeEmptyFolder(folder) else { break }
      }
    }
  }

  /// Whether one of the folders around a path is a link or a file: what lies behind is not ours.
  private func leadsThroughLink(_ path: String) throws(MachineFailure) -> Bool {
    for folder in enclosingFolders(of: path) {
      if let found = try status(folder), found.kind != .folder { return true }
    }
    return false
  }
}
