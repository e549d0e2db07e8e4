import Book
import Diagnostics

/// All shards of one site.
struct ShardSet: Sendable {
  /// The shards in the order of their numbers.
  let shards: [ShardFolder]

  /// Opens folders of shards, or folders in which such stand; nil where they do not hold all shards of one site, each
  /// once, with what is wrong.
  static func open(_ paths: [String]) throws(MachineFailure) -> Parsed<ShardSet?> {
    var found: [Diagnostic] = []
    var shards: [ShardFolder] = []
    for path in paths {
      for folder in try folders(in: path) {
        let shard = try ShardFolder.open(folder)
        found += shard.diagnostics
        shard.value.map { shards.append($0) }
      }
    }
    guard let first = shards.first else { return Parsed(nil, found) }
    for shard in shards.dropFirst() { found += shard.differences(from: first) }
    found += repeated(shards)
    // Which is missing cannot be told of a set of several sites, nor where one could not be read.
    if found.isEmpty { found += missing(shards) }
    guard found.isEmpty else { return Parsed(nil, found) }
    return Parsed(
      ShardSet(shards: shards.sorted { $0.record.shard.number < $1.record.shard.number }))
  }

  /// The folder itself, or those in it that may hold shards, in the order of their names.
  private static func folders(in path: String) throws(MachineFailure) -> [String] {
    guard realPathOfExisting(path) != nil, let folder = try? FolderHandle(opening: path),
      try folder.status(OutputPath.manifest) == nil
    else { return [path] }
    let inside = try folder.entries().filter { entry in
      entry.kind == .folder && !entry.path.hasPrefix(".")
        && (try? folder.status(entry.path + "/" + OutputPath.manifest))?.kind == .file
    }
    return inside.isEmpty ? [path] : inside.map { path + "/" + $0.path }.sorted()
  }

  private static func repeated(_ shards: [ShardFolder]) -> [Diagnostic] {
    var paths: [Shard: String] = [:]
    return shards.compactMap { shard in
      guard let other = paths.updateValue(shard.path, forKey: shard.record.shard) else {
        return nil
      }
      return .shardTwice(shard.record.shard, in: shard.path, and: other)
    }
  }

  private static func missing(_ shards: [ShardFolder]) -> [Diagnostic] {
    guard let count = shards.first?.record.shard.count else { return [] }
    let there = Set(shards.map(\.record.shard.number))
    return (1...count).filter { !there.contains($0) }.compactMap { Shard($0, of: count) }
      .map { .shardMissing($0) }
  }
}

extension ShardFolder {
  /// What of a shard cannot stand beside another.
  fileprivate func differences(from other: ShardFolder) -> [Diagnostic] {
    let (own, first) = (record, other.record)
    if own.shard.count != first.shard.count {
      return [.shardsOfOtherCount(own.shard, in: path, first.shard, in: other.path)]
    }
    if own.program != first.program { return [.shardOfOtherProgram(in: path, than: other.path)] }
    if own.asked.day != first.asked.day {
      return [.shardOfOtherDay(own.asked.day, in: path, first.asked.day, in: other.path)]
    }
    if own.asked != first.asked { return [.shardOfOtherRequest(in: path, than: other.path)] }
    return own.work.inputs == first.work.inputs
      ? [] : [.shardOfOtherInputs(in: path, than: other.path)]
  }
}
