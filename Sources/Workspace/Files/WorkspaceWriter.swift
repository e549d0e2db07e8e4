package import Diagnostics

/// Adds files to a workspace; never writes over one that is there.
package struct WorkspaceWriter {
  private let root: FolderHandle

  /// Opens a workspace's folder.
  package init(_ root: String) throws(MachineFailure) {
    self.root = try FolderHandle(opening: root, as: "")
  }

  /// What stands in the way of a new file; nothing where its name is free.
  package func refusals(_ path: String) throws(MachineFailure) -> [Diagnostic] {
    try root.target(of: path) == nil ? [] : [.fileExists(path)]
  }

  /// Writes a new file with the folders around it; a file that is there already is a diagnostic and
  /// stays as it is.
  package func create(_ path: String, _ bytes: [UInt8]) throws(MachineFailure) -> [Diagnostic] {
    guard try root.target(of: path) == nil else { return [.fileExists(path)] }
    for parent in enclosingFolders(of: path).reversed() { _ = try root.makeFolder(parent) }
    try root.create(path, bytes)
    return []
  }

  /// Puts new bytes in the place of a file's, in one step.
  ///
  /// Of a link the file that it leads to gets them, and the link stays. Who may read the file stays too.
  package func replace(_ path: String, with bytes: [UInt8]) throws(MachineFailure) {
    let (folder, name) = try file(of: path)
    let staged = name + ".salesbook-new"
    try folder.remove(staged)
    try folder.create(staged, bytes)
    try folder.copyRights(of: name, to: staged)
    try folder.rename(staged, to: name, in: folder)
  }

  /// The file that a path means, through as many links as a system follows.
  private func file(of path: String) throws(MachineFailure) -> (folder: FolderHandle, name: String)
  {
    var (folder, name) = (root, path)
    for _ in 0..<40 {
      guard let target = try folder.linkTarget(name) else { break }
      if target.hasPrefix("/") {
        let parent = enclosingFolders(of: target).first ?? ""
        folder = try FolderHandle(opening: parent.isEmpty ? "/" : parent)
        name = target.split(separator: "/").last.map(String.init) ?? target
      } else {
        name = joined(enclosingFolders(of: name).first ?? ".", target)
      }
    }
    return (folder, name)
  }

  /// Moves a file aside, under the first free name that ends with `.bak`, and puts new bytes in its
  /// place, or none; gives the name it is kept by.
  package func keepAside(
    _ path: String, writing bytes: [UInt8]? = nil
  ) throws(MachineFailure) -> String {
    var number = 1
    var kept = path + ".bak"
    while try root.target(of: kept) != nil {
      number += 1
      kept = "\(path).bak\(number)"
    }
    guard let bytes else {
      try root.rename(path, to: kept, in: root)
      return kept
    }
    let staged = path + ".salesbook-new"
    try root.remove(staged)
    try root.create(staged, bytes)
    try root.link(path, into: root, as: kept)
    try root.rename(staged, to: path, in: root)
    return kept
  }
}
