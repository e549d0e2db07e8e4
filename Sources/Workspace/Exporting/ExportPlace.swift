import Diagnostics
import Export
import Glibc

/// A file to export to: written beside it first and then renamed, so that it is never half there.
struct ExportPlace {
  private let folder: FolderHandle
  private let name: String
  /// The path as the user typed it.
  let path: String

  /// Opens the folder that the file is to stand in.
  init(_ path: String) throws(MachineFailure) {
    self.path = path
    let parent = enclosingFolders(of: path).first ?? ""
    name =
      parent.isEmpty && !path.hasPrefix("/") ? path : String(path.dropFirst(parent.utf8.count + 1))
    let opened = parent.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : parent
    folder = try FolderHandle(opening: opened)
    guard !name.isEmpty, name != ".", name != ".." else {
      throw MachineFailure("write", path, because: "this names a folder, and a file is needed")
    }
  }

  /// A file in a folder that is open already.
  init(_ name: String, in folder: FolderHandle) {
    self.folder = folder
    self.name = name
    path = folder.shown(name)
  }

  private var temporary: String { ".\(name.prefix(60)).salesbook-\(getpid())" }

  /// What something that can only write to a path writes.
  func bytes(
    _ write: (String) throws(MachineFailure) -> Void
  ) throws(MachineFailure) -> [UInt8] {
    // Creating it here says in the system's words where the folder may not be written.
    try folder.create(temporary, [])
    defer { try? folder.remove(temporary) }
    try write((folder.path.hasSuffix("/") ? folder.path : folder.path + "/") + temporary)
    return try folder.read(temporary, upTo: .max - 1) ?? []
  }

  /// What stands there and would be lost: a diagnostic, unless it is `ours` or to be replaced by
  /// force; anything but a file always is.
  func refusal(
    _ bytes: [UInt8], force: Bool, ours: ([UInt8]) -> Bool
  ) throws(MachineFailure) -> Diagnostic? {
    guard let status = try folder.target(of: name) else { return nil }
    guard status.kind == .file else { return .exportIsNoFile(path) }
    if force { return nil }
    let old = try folder.read(name, upTo: .max - 1) ?? []
    return old == bytes || ours(old) ? nil : .exportForeignFile(path)
  }

  /// Puts bytes there in one step; false where the very same were there already.
  func replace(_ bytes: [UInt8]) throws(MachineFailure) -> Bool {
    if try folder.holds(name, bytes) { return false }
    try folder.create(temporary, bytes)
    do throws(MachineFailure) {
      try folder.rename(temporary, to: name, in: folder)
    } catch {
      try? folder.remove(temporary)
      throw error
    }
    return true
  }

  /// Puts bytes there unless that is refused, and reports it.
  func put(
    _ bytes: [UInt8], force: Bool, ours: ([UInt8]) -> Bool, _ report: inout ExportReport
  ) throws(MachineFailure) {
    if let refusal = try refusal(bytes, force: force, ours: ours) {
      report.diagnostics.append(refusal)
    } else if try replace(bytes) {
      report.written.append(path)
    } else {
      report.unchanged.append(path)
    }
  }

  /// The bytes of a workbook that is to stand there.
  func bytes(of workbook: Workbook) throws(MachineFailure) -> [UInt8] {
    try bytes { temporary throws(MachineFailure) in
      do throws(ExportFailure) {
        try workbook.write(to: temporary)
      } catch {
        throw MachineFailure("write", path, because: error.reason)
      }
    }
  }
}
