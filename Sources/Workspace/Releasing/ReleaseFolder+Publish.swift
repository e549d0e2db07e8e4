import Diagnostics
import Pages

extension ReleaseFolder {
  /// What publishing a built site would change for readers.
  package func difference(_ output: String) throws(PublishFailure) -> ReleaseDifference {
    let (_, built) = try openPublished(OutputPlace(output))
    return try PublishFailure.wrap { () throws(MachineFailure) in
      try difference(to: built.published)
    }
  }

  func difference(to new: Manifest) throws(MachineFailure) -> ReleaseDifference {
    let old = try current().map { id throws(MachineFailure) in try manifest(of: id) }
    return ReleaseDifference(from: old ?? Manifest(files: [:]), to: new)
  }

  /// Publishes the trees of a built site, and keeps so many releases, the new one among them.
  ///
  /// Every file is compared with what the build said of it, those of the release before too, which are given a second
  /// name. A site that is the same as the one readers see
  /// changes nothing.
  package func publish(_ output: String, keeping kept: Int) throws(PublishFailure) -> ReleaseOutcome
  {
    let place = try OutputPlace(output)
    let (folder, built) = try openPublished(place)
    guard let folder, !built.published.files.isEmpty else {
      throw .refused([.nothingToPublish(output)])
    }
    return try PublishFailure.wrap { () throws(MachineFailure) in
      try publish(built.published, from: folder, keeping: kept)
    }
  }

  private func publish(
    _ new: Manifest, from output: FolderHandle, keeping kept: Int
  ) throws(MachineFailure) -> ReleaseOutcome {
    if try releases.status(Self.staging) != nil { try releases.removeTree(Self.staging) }
    let current = try current()
    let difference = try difference(to: new)
    if let current, difference.isEmpty, try isComplete(current) {
      return ReleaseOutcome(id: current, difference: difference, removed: [])
    }
    let number = (try ids().compactMap(Release.number).max() ?? 0) + 1
    let id = Release.id(number, new)
    do {
      try write(new, from: output, beside: current)
    } catch {
      // Where the disk is full, what was begun is what fills it.
      try? releases.removeTree(Self.staging)
      throw error
    }
    try releases.rename(Self.staging, to: id, in: releases)
    try releases.flush()
    try show(id)
    return ReleaseOutcome(
      id: id, difference: difference, removed: try removeOld(keeping: kept, current: id))
  }

  /// Writes a release whole, and waits until it is on the disk: what the one before has is given a second
  /// name.
  private func write(
    _ new: Manifest, from output: FolderHandle, beside current: String?
  ) throws(MachineFailure) {
    try releases.makeFolder(Self.staging)
    let staging = try releases.folder(Self.staging)
    try staging.makeFolder(Self.site)
    let site = try staging.folder(Self.site)
    let old = current.flatMap { id -> (Manifest, FolderHandle)? in
      guard let manifest = try? manifest(of: id),
        let site = try? releases.folder(id).folder(Self.site)
      else { return nil }
      return (manifest, site)
    }
    var folders: Set<String> = []
    for (path, file) in new.files.sorted(by: { $0.key < $1.key }) {
      for folder in enclosingFolders(of: path).reversed() where folders.insert(folder).inserted {
        try site.makeFolder(folder)
      }
      // What somebody changed or removed in the old release is taken from the build again.
      if let old, old.0.files[path] == file, isAsListed(path, file, in: old.1) {
        try old.1.link(path, into: site, as: path)
      } else {
        try copy(path, file, from: output, to: site)
      }
    }
    try staging.create(Self.manifest, new.bytes)
    try staging.flushFileSystem()
  }

  /// Whether a file of a release is what its list says, byte by byte.
  private func isAsListed(_ path: String, _ file: Manifest.File, in site: FolderHandle) -> Bool {
    guard let found = try? site.status(path), found.kind == .file, found.size == file.size,
      let bytes = try? site.read(path, upTo: file.size)
    else { return false }
    return bytes.count == file.size && SHA256Digest(of: bytes) == file.digest
  }

  /// Whether each file of a release is there, of the size that its list says; what is in them is not read.
  private func isComplete(_ id: String) throws(MachineFailure) -> Bool {
    let files = try manifest(of: id).files
    guard let site = try? releases.folder(id).folder(Self.site) else { return false }
    return files.allSatisfy { path, file in
      guard let found = try? site.status(path) else { return false }
      return found.kind == .file && found.size == file.size
    }
  }

  private func copy(
    _ path: String, _ file: Manifest.File, from output: FolderHandle, to site: FolderHandle
  ) throws(MachineFailure) {
    guard let bytes = try output.read(path, upTo: file.size), bytes.count == file.size,
      SHA256Digest(of: bytes) == file.digest
    else {
      throw MachineFailure("read", output.shown(path), because: "it is not what was built")
    }
    try site.create(path, bytes)
  }

  /// Removes the oldest releases beyond those to keep, never the one that readers see.
  private func removeOld(keeping kept: Int, current: String) throws(MachineFailure) -> [String] {
    let old = try ids().filter { $0 != current }
    let removed = Array(old.prefix(max(0, old.count + 1 - max(1, kept))))
    for id in removed { try remove(id) }
    return removed
  }

  /// Removes a release.
  func remove(_ id: String) throws(MachineFailure) {
    // Its name goes first, so that what is left of a killed removal is no release.
    if try releases.status(Self.staging) != nil { try releases.removeTree(Self.staging) }
    try releases.rename(id, to: Self.staging, in: releases)
    try releases.removeTree(Self.staging)
  }
}
