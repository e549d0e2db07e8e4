import Diagnostics
import Pages

/// A folder that holds a shard, as it was built.
struct ShardFolder: Sendable {
  /// The path as the user gave it.
  let path: String
  let record: ShardRecord
  /// Its files but those that tell of the shard itself.
  let files: [String: Manifest.File]
  private let folder: FolderHandle

  /// Opens a folder; what is wrong with it where it holds no shard, or not the one that was built there.
  static func open(_ path: String) throws(MachineFailure) -> Parsed<ShardFolder?> {
    guard realPathOfExisting(path) != nil,
      let folder = try? FolderHandle(opening: path),
      try folder.status(OutputPath.manifest)?.kind == .file,
      let bytes = try folder.read(OutputPath.manifest, upTo: 1 << 30)
    else { return Parsed(nil, [.noShard(in: path)]) }
    guard let manifest = Manifest(bytes: bytes) else {
      return Parsed(nil, [.damagedShard(OutputPath.manifest, in: path)])
    }
    guard let file = manifest.files[ShardRecord.name] else {
      return Parsed(nil, [.noShard(in: path)])
    }
    guard let bytes = Self.read(ShardRecord.name, as: file, in: folder),
      let record = ShardRecord(bytes: bytes)
    else { return Parsed(nil, [.damagedShard(ShardRecord.name, in: path)]) }
    var files = manifest.files
    for name in [ShardRecord.name, ShardRecord.toldName] { files[name] = nil }
    return Parsed(ShardFolder(path: path, record: record, files: files, folder: folder))
  }

  /// The bytes of one of its files; nil where they are not those that were built.
  func read(_ path: String) -> [UInt8]? {
    files[path].flatMap { Self.read(path, as: $0, in: folder) }
  }

  private static func read(
    _ path: String, as file: Manifest.File, in folder: FolderHandle
  ) -> [UInt8]? {
    guard let bytes = try? folder.read(path, upTo: file.size), bytes.count == file.size,
      SHA256Digest(of: bytes) == file.digest
    else { return nil }
    return bytes
  }
}
