/// Whatever rclone copies to.
struct RcloneStore: RemoteStore {
  let place: RemotePlace
  let environment: [String: String]

  /// What rclone ends with where a folder is not there.
  private static let noFolder: Int32 = 3
  /// What it ends with where files differ, and for other reasons.
  private static let different: Int32 = 1

  func ownNames() throws(MachineFailure) -> [String] {
    let listed = try run(
      ["lsf", "--files-only", "--max-depth", "1", "--include", "/.salesbook*", place.path],
      ends: [0, Self.noFolder])
    return listed.output.split(separator: "\n").map(String.init)
  }

  func read(_ name: String) throws(MachineFailure) -> [UInt8] {
    Array(try run(["cat", place.folder(name)]).output.utf8)
  }

  func put(_ paths: [String], from folder: String, to there: String) throws(MachineFailure) {
    _ = try listing(paths) { list throws(MachineFailure) in
      try run(["copy", "--checksum", "--no-traverse", "--files-from-raw", list, folder, there])
    }
  }

  func differing(
    _ paths: [String], from folder: String, to there: String
  ) throws(MachineFailure) -> [String] {
    try listing(paths) { list throws(MachineFailure) in
      func check(_ more: [String]) throws(MachineFailure) -> (
        code: Int32, output: String, errors: String
      ) {
        try run(
          ["check", "--one-way", "--combined", "-", "--files-from-raw", list] + more
            + [folder, there], ends: [0, Self.different])
      }
      var checked = try check([])
      // Where both ends know no digest in common, the bytes are fetched and compared.
      if checked.errors.contains("hashes could not be checked") {
        checked = try check(["--download"])
      }
      let wrong = checked.output.split(separator: "\n").filter { !$0.hasPrefix("= ") }
        .map { String($0.dropFirst(2)) }
      guard checked.code == 0 || !wrong.isEmpty else {
        throw MachineFailure(
          "read", place.path, because: String(checked.errors.split(separator: "\n").last ?? ""))
      }
      return wrong
    }
  }

  func remove(_ paths: [String], in there: String) throws(MachineFailure) {
    _ = try listing(paths) { list throws(MachineFailure) in
      try run(["delete", "--files-from-raw", list, there])
    }
    // Where folders are more than parts of names, those that are empty go: they have names of people.
    if there != place.path { _ = try run(["rmdirs", "--leave-root", there]) }
  }

  /// Calls with a file in which paths stand, a line each.
  private func listing<Value>(
    _ paths: [String], _ body: (String) throws(MachineFailure) -> Value
  ) throws(MachineFailure) -> Value {
    try withFolder { folder throws(MachineFailure) in
      let list = paths.map { $0 + "\n" }.joined()
      try FolderHandle(opening: folder).create("list", Array(list.utf8))
      return try body(folder + "/list")
    }
  }
}
