import Diagnostics

/// Opens the Output that is there, if it is ours or empty, and reads what of it is ours.
func openPublished(
  _ place: OutputPlace
) throws(PublishFailure) -> (FolderHandle?, Manifest) {
  let found = try PublishFailure.wrap { () throws(MachineFailure) in
    try place.parent.status(place.name)
  }
  guard let found else { return (nil, Manifest(files: [:])) }
  guard found.kind == .folder else { throw .refused([.outputIsNoFolder(place.shown)]) }
  let (old, bytes, entries) = try PublishFailure.wrap { () throws(MachineFailure) in
    let old = try FolderHandle(opening: place.realPath, as: place.shown)
    let isOurs = try old.status(OutputPath.manifest)?.kind == .file
    let bytes = isOurs ? try old.read(OutputPath.manifest, upTo: 1 << 30) : nil
    return (old, bytes, try bytes == nil ? old.entries() : [])
  }
  if let bytes {
    guard let manifest = Manifest(bytes: bytes) else {
      throw .refused([.unreadableManifest(place.shown)])
    }
    return (old, manifest)
  }
  if let foreign = entries.first(where: { !$0.path.hasPrefix(OutputPath.stagingMark) }) {
    throw .refused([.foreignOutput(place.shown, holding: foreign.path)])
  }
  return (old, Manifest(files: [:]))
}
