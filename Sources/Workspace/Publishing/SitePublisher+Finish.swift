package import Diagnostics
import Glibc

/// What one build has done to Output.
package struct Publication: Hashable, Sendable {
  /// The files that are new or have other bytes than before.
  package let written: Int
  /// The files that are the same as before and were not touched.
  package let unchanged: Int
  /// The files of the old site that are gone.
  package let removed: Int
  /// What a person should know of how it was done; no errors.
  package let notes: [Diagnostic]
}

/// What stands in Output once a build is over.
struct PublishedOutput {
  let place: OutputPlace
  /// The paths of our files.
  let paths: [String]
  /// Whether anything was changed.
  let isChanged: Bool
}

extension SitePublisher {
  /// Makes the new site visible, once every file has been handed in.
  ///
  /// Throws what was wrong with any of the files; the old site is as it was then. Before another build can
  /// change Output, what stands there is shown to `look`.
  package func finish() throws(PublishFailure) -> Publication { try finish { _ in } }

  /// The same, with a look at what was published.
  func finish(
    looking look: (PublishedOutput) -> Void
  ) throws(PublishFailure) -> Publication {
    try close { work throws(PublishFailure) in
      let publication = try publish(&work)
      look(
        PublishedOutput(
          place: place, paths: Array(work.ledger.manifest.files.keys),
          isChanged: publication.written + publication.removed > 0))
      return publication
    }
  }

  private func publish(_ work: inout Work) throws(PublishFailure) -> Publication {
    let complaints = work.ledger.complaints
    guard complaints.isEmpty else { throw .refused(complaints.sorted()) }
    let manifest = work.ledger.manifest
    let gone = owned.files.keys.filter { manifest.files[$0] == nil }.sorted()
    let notes = leftovers
    if work.staging == nil, gone.isEmpty, old != nil, manifest == owned {
      return Publication(written: 0, unchanged: work.ledger.count, removed: 0, notes: notes)
    }
    let more = try publish(manifest, gone: gone, &work)
    return Publication(
      written: work.written.count, unchanged: work.ledger.count - work.written.count,
      removed: gone.count, notes: notes + more)
  }

  private func publish(
    _ manifest: Manifest, gone: [String], _ work: inout Work
  ) throws(PublishFailure) -> [Diagnostic] {
    let staging = try PublishFailure.wrap { () throws(MachineFailure) in
      try readyStaging(&work)
    }
    let notes: [Diagnostic]
    if case .inPlace(let reason) = staging.way {
      try replaceInPlace(staging, manifest, gone: gone, &work)
      notes = [.publishedInPlace(place.shown, because: reason)]
    } else {
      try completeStaging(manifest, &work)
      notes = try PublishFailure.wrap { () throws(MachineFailure) in try show(staging) }
    }
    work.staging = nil
    return notes
  }

  /// Puts all that did not change, all that is not ours, and the manifest into the staging folder.
  private func completeStaging(
    _ manifest: Manifest, _ work: inout Work
  ) throws(PublishFailure) {
    if let old {
      for path in work.unlinked {
        try PublishFailure.wrap { () throws(MachineFailure) in
          try old.link(path, into: try stagingFolder(for: path, &work), as: path)
        }
      }
      work.unlinked = []
      try carryOver(from: old, &work)
    }
    try PublishFailure.wrap { () throws(MachineFailure) in
      let folder = try readyStaging(&work).folder
      // Last, so that a staging folder with a manifest is a whole site.
      try folder.create(OutputPath.manifest, manifest.bytes)
      if let mode = try old?.status().mode { fchmod(folder.descriptor, mode) }
      // A power cut behind the switch must not find files without their bytes.
      try folder.flushFileSystem()
    }
  }

  /// Gives everything in Output that is not ours its place in the new site.
  private func carryOver(from old: FolderHandle, _ work: inout Work) throws(PublishFailure) {
    let foreign = try keptEntries(of: old, beside: work.ledger)
    try PublishFailure.wrap { () throws(MachineFailure) in
      for entry in foreign {
        if entry.kind == .folder {
          _ = try stagingFolder(for: entry.path + "/", &work)
        } else {
          let folder = try stagingFolder(for: entry.path, &work)
          try old.link(entry.path, into: folder, as: entry.path)
        }
      }
    }
  }

  /// All in Output that is not ours and stays there; refused where the new site has no room for it.
  func keptEntries(
    of old: FolderHandle, beside ledger: Ledger
  ) throws(PublishFailure) -> [FolderEntry] {
    let foreign = try PublishFailure.wrap { () throws(MachineFailure) in
      try foreignEntries(of: old)
    }
    var colliding: [String] = []
    for entry in foreign where ledger.collides(entry) {
      // Of a folder and all in it, the folder says enough.
      if let last = colliding.last, entry.path.hasPrefix(last + "/") { continue }
      colliding.append(entry.path)
    }
    guard colliding.isEmpty else {
      throw .refused(colliding.map { .foreignInTheWay($0, in: place.shown) })
    }
    return foreign
  }

  /// The files that the manifest does not list, and the folders that hold none that it lists.
  private func foreignEntries(of old: FolderHandle) throws(MachineFailure) -> [FolderEntry] {
    var ours: Set<String> = []
    for path in owned.files.keys {
      for folder in enclosingFolders(of: path) where !ours.insert(folder).inserted { break }
    }
    return try old.everything().filter { entry in
      if entry.kind == .folder { return !ours.contains(entry.path) }
      return owned.files[entry.path] == nil && !entry.path.hasPrefix(".salesbook")
    }
  }

  /// Makes the staged site visible in one step and removes the old one.
  private func show(_ staging: Staging) throws(MachineFailure) -> [Diagnostic] {
    guard old != nil else {
      try place.parent.rename(staging.name, to: place.name, in: place.parent)
      try place.parent.flush()
      return []
    }
    guard try place.parent.exchange(staging.name, with: place.name) else {
      throw MachineFailure(
        "swap", place.shown, because: "the file system has just changed under it")
    }
    try place.parent.flush()
    return dismantle(staging.name, in: place.parent, current: staging.folder)
  }
}
