package import Diagnostics

/// Adds files to a workspace; never writes over one that is there.
package struct WorkspaceWriter {
  private let root: FolderHandle

  /// Opens a workspace's folder.
  package init(_ root: String) throws(MachineFailure) {
    self.root = try FolderHandle(opening: root, as: "")
  }

  /// Writes a new file with the folders around it; a file that is there already is a diagnostic and
  /// stays as it is.
  package func create(_ path: String, _ bytes: [UInt8]) throws(MachineFailure) -> [Diagnostic] {
    guard try root.target(of: path) == nil else { return [.fileExists(path)] }
    for parent in enclosingFolders(of: path).reversed() { _ = try root.makeFolder(parent) }
    try root.create(path, bytes)
    return []
  }
}
