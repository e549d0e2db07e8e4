import Diagnostics
import Glibc

/// Where Output is on the disk once links are followed: a name in a real folder.
struct OutputPlace: Sendable {
  /// The path as the user gave it.
  let shown: String
  /// The folder beside whose entry the new site is staged.
  let parent: FolderHandle
  /// The name of the real Output in it.
  let name: String
  /// The name beside it of the record of the build before.
  var recordName: String { "." + name + ".salesbook-record" }
  /// The name of what that build kept of its pages.
  var pagesName: String { "." + name + ".salesbook-pages" }
  /// The real path of Output.
  let realPath: String
  /// The folders that had to be made to get here, the outmost first.
  private let madeFolders: [String]

  /// Finds the place and makes the folders around it.
  init(_ path: String) throws(PublishFailure) {
    shown = path
    var real = realPathOfExisting(path)
    var made: [String] = []
    if real == nil {
      guard Self.isAbsent(path) else {
        throw .refused([.danglingOutput(path)])
      }
      let (folder, last) = Self.split(path)
      guard ![".", "..", ""].contains(last) else {
        throw .machine(MachineFailure("open", path, ENOENT))
      }
      made = try Self.makeFolders(folder)
      real = realPathOfExisting(folder).map { $0 == "/" ? "/" + last : $0 + "/" + last }
    }
    guard let real, real != "/" else {
      throw .machine(MachineFailure("publish to", path, because: "it has no folder around it"))
    }
    let (folder, last) = Self.split(real)
    name = last
    realPath = real
    madeFolders = made
    parent = try PublishFailure.wrap { () throws(MachineFailure) in
      try FolderHandle(opening: folder, as: Self.split(path).folder)
    }
  }

  /// Removes the folders that were made for nothing.
  func undo() {
    for folder in madeFolders.reversed() { rmdir(folder) }
  }

  /// Whether a path has nothing at all, not even a link that leads nowhere.
  private static func isAbsent(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) != 0
  }

  /// The folder of a path and the last name in it.
  private static func split(_ path: String) -> (folder: String, last: String) {
    let parts = path.split(separator: "/")
    guard let last = parts.last else { return ("/", "") }
    let folder = parts.dropLast().joined(separator: "/")
    if path.hasPrefix("/") { return ("/" + folder, String(last)) }
    return (folder.isEmpty ? "." : folder, String(last))
  }

  private static func makeFolders(_ path: String) throws(PublishFailure) -> [String] {
    var made: [String] = []
    var missing: [String] = []
    var rest = path
    while isAbsent(rest), rest != "/", rest != "." {
      missing.append(rest)
      rest = split(rest).folder
    }
    for folder in missing.reversed() {
      guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
        let failure = MachineFailure("make the folder", folder, errno)
        for folder in made.reversed() { rmdir(folder) }
        throw .machine(failure)
      }
      made.append(folder)
    }
    return made
  }
}

/// The absolute path of something that exists, every link in it followed; nil where it does not.
///
///     realPathOfExisting("/usr/../tmp")  // "/tmp"
func realPathOfExisting(_ path: String) -> String? {
  guard let real = realpath(path, nil) else { return nil }
  defer { free(real) }
  return String(validatingCString: real)
}
