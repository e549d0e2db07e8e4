/// A folder that rsync copies to, of this machine or of another over ssh.
struct RsyncStore: RemoteStore {
  let place: RemotePlace
  let environment: [String: String]

  /// Every file is compared by its bytes, and appears whole under its name.
  private static let ways = ["-r", "-t", "--checksum", "--from0"]
  /// What rsync ends with where some file is not there.
  private static let incomplete: Int32 = 23

  func ownNames() throws(MachineFailure) -> [String] {
    let listed = try run(
      ["--list-only", "--include=/.salesbook*", "--exclude=*", slashed(place.path)],
      ends: [0, Self.incomplete])
    guard listed.code == 0 else {
      guard listed.errors.contains("No such file or directory") else {
        throw MachineFailure(
          "read", place.path, because: String(listed.errors.split(separator: "\n").first ?? ""))
      }
      return []
    }
    return listed.output.split(separator: "\n").compactMap { line in
      line.split(separator: " ").last.map(String.init).flatMap {
        $0.hasPrefix(".salesbook") ? $0 : nil
      }
    }
  }

  func read(_ name: String) throws(MachineFailure) -> [UInt8] {
    try withFolder { folder throws(MachineFailure) in
      _ = try run([place.folder(name), folder + "/"])
      return try FolderHandle(opening: folder).read(name, upTo: 1 << 30) ?? []
    }
  }

  func put(_ paths: [String], from folder: String, to there: String) throws(MachineFailure) {
    _ = try listing(paths) { list throws(MachineFailure) in
      try run(Self.ways + ["--files-from=" + list, slashed(folder), slashed(there)])
    }
  }

  func differing(
    _ paths: [String], from folder: String, to there: String
  ) throws(MachineFailure) -> [String] {
    let compared = try listing(paths) { list throws(MachineFailure) in
      try run(
        ["-n", "-r", "--checksum", "--from0", "--out-format=%i %n", "--files-from=" + list]
          + [slashed(folder), slashed(there)])
    }
    return compared.output.split(separator: "\n").filter {
      $0.hasPrefix("<f") || $0.hasPrefix(">f")
    }
    .map { String($0.drop { $0 != " " }.dropFirst()) }
  }

  func remove(_ paths: [String], in there: String) throws(MachineFailure) {
    // What is in a list and in no folder here is removed there: the folders around it have to be here.
    try take(paths, outOf: there)
    // Folders that others have files in stay, and that is no failure.
    let folders = Set(paths.flatMap { enclosingFolders(of: $0) })
    for depth in Set(folders.map(depth)).sorted(by: >) {
      try take(folders.filter { self.depth($0) == depth }.sorted(), outOf: there)
    }
  }

  private func depth(_ path: String) -> Int { path.utf8.count { $0 == UInt8(ascii: "/") } }

  private func take(_ paths: [String], outOf there: String) throws(MachineFailure) {
    try withFolder { empty throws(MachineFailure) in
      let root = try FolderHandle(opening: empty)
      for path in paths {
        for folder in enclosingFolders(of: path).reversed() { try root.makeFolder(folder) }
      }
      _ = try listing(paths) { list throws(MachineFailure) in
        try run(
          ["-r", "--from0", "--delete-missing-args", "--files-from=" + list]
            + [slashed(empty), slashed(there)], ends: [0, Self.incomplete])
      }
    }
  }

  /// Calls with a file in which paths stand.
  private func listing<Value>(
    _ paths: [String], _ body: (String) throws(MachineFailure) -> Value
  ) throws(MachineFailure) -> Value {
    try withFolder { folder throws(MachineFailure) in
      let list = paths.map { $0 + "\0" }.joined()
      try FolderHandle(opening: folder).create("list", Array(list.utf8))
      return try body(folder + "/list")
    }
  }

  private func slashed(_ path: String) -> String { path.hasSuffix("/") ? path : path + "/" }
}
