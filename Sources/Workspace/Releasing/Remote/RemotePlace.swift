import Foundation

/// Where a site is copied to by another program.
package struct RemotePlace: Hashable, Sendable {
  /// The program that copies.
  package enum Way: String, Hashable, Sendable, CaseIterable {
    /// To a folder, of this machine or of another over ssh.
    case rsync
    /// To whatever rclone knows: S3, WebDAV, SFTP.
    case rclone
  }

  package let way: Way
  /// As the program takes it: `web:/srv/plans`, `s3:bucket/plans`.
  package let path: String

  /// Names a place.
  package init(_ way: Way, _ path: String) {
    self.way = way
    self.path = path
  }

  /// A folder below it.
  func folder(_ name: String) -> String { path.hasSuffix("/") ? path + name : path + "/" + name }
}

/// Copies files to a place and removes them there, by a program of the machine.
///
/// Where the program fails its own words are in the failure. It sees the variables that it is handed, those
/// of this process, in which keys and agents are found.
protocol RemoteStore {
  var place: RemotePlace { get }
  /// The variables that the program sees.
  var environment: [String: String] { get }
  /// The names of our own files directly in the place; nothing where the place is not there yet.
  func ownNames() throws(MachineFailure) -> [String]
  /// The bytes of one of them.
  func read(_ name: String) throws(MachineFailure) -> [UInt8]
  /// Copies files of a folder here to a folder there, those that are the same left aside.
  func put(_ paths: [String], from folder: String, to there: String) throws(MachineFailure)
  /// Which of these files are not there as they are here.
  func differing(
    _ paths: [String], from folder: String, to there: String
  ) throws(MachineFailure) -> [String]
  /// Removes files of a folder there, and folders that are empty without them.
  func remove(_ paths: [String], in there: String) throws(MachineFailure)
}

extension RemoteStore {
  /// Runs the program; what it says where it ends otherwise than with one of these codes is a failure.
  func run(
    _ arguments: [String], ends: Set<Int32> = [0]
  ) throws(MachineFailure) -> (code: Int32, output: String, errors: String) {
    let name = place.way.rawValue
    guard let program = programPath(of: [name], in: environment["PATH"] ?? "/usr/bin:/bin") else {
      throw MachineFailure("run", name, because: "it is not installed")
    }
    let call = ProgramCall(
      program, arguments, environment: environment,
      limits: ProgramLimits(time: .seconds(12 * 3600), output: 256 << 20))
    let result = try call.run()
    let errors = String(decoding: result.errors, as: UTF8.self)
    guard case .exited(let code) = result.ending, ends.contains(code) else {
      let said = errors.split(separator: "\n").suffix(3).joined(separator: " / ")
      throw MachineFailure(
        "publish to", place.path, because: said.isEmpty ? "\(name): \(result.ending)" : said)
    }
    return (code, String(decoding: result.output, as: UTF8.self), errors)
  }

  /// Calls with the path of a folder of one's own, which is gone afterwards.
  func withFolder<Value>(
    _ body: (String) throws(MachineFailure) -> Value
  ) throws(MachineFailure) -> Value {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "salesbook-remote-\(UUID().uuidString)").path
    guard mkdir(folder, 0o700) == 0 else {
      throw MachineFailure("make the folder", folder, errno)
    }
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }

  /// Writes one of our own files.
  func write(_ name: String, _ bytes: [UInt8]) throws(MachineFailure) {
    try withFolder { folder throws(MachineFailure) in
      try FolderHandle(opening: folder).create(name, bytes)
      try put([name], from: folder, to: place.path)
    }
  }
}
