import Diagnostics

extension SitePublisher {
  /// Replaces the files of Output one by one, where it cannot be swapped.
  ///
  /// All bytes are on the disk before the first is replaced. The manifest lists old and new files
  /// as long as both may be there, so that a build after a killed one knows them all as ours.
  func replaceInPlace(
    _ staging: Staging, _ manifest: Manifest, gone: [String], _ work: inout Work
  ) throws(PublishFailure) {
    guard let old else { return }
    _ = try keptEntries(of: old, beside: work.ledger)
    let written = work.written.sorted()
    try PublishFailure.wrap { () throws(MachineFailure) in
      try staging.folder.create(OutputPath.manifest, manifest.bytes)
      let both = Manifest(files: owned.files.merging(manifest.files) { $1 })
      let transition = OutputPath.manifest + "-transition"
      try staging.folder.create(transition, both.bytes)
      try staging.folder.rename(transition, to: OutputPath.manifest, in: old)
      try makeFolders(around: written, in: old)
      try old.remove(gone)
      for path in written { try staging.folder.rename(path, to: path, in: old) }
      try staging.folder.rename(OutputPath.manifest, to: OutputPath.manifest, in: old)
      try staging.discard()
    }
  }

  private func makeFolders(
    around written: [String], in old: FolderHandle
  ) throws(MachineFailure) {
    var made: Set<String> = []
    for path in written {
      for folder in enclosingFolders(of: path).reversed()
      where made.insert(folder).inserted {
        if owned.files[folder] != nil { try old.remove(folder) }
        try old.makeFolder(folder)
      }
    }
  }
}
