package import Diagnostics

/// Reads the files of one workspace by their paths in it.
///
///     let reader = try WorkspaceReader(".")
///     let pages = try reader.files(under: "Content", besides: ["Output"])
///     let page = try reader.text(of: "Content/index.md")   // value: a SourceFile
///
/// A file that cannot be used (too large, not UTF-8) is a diagnostic and has no value; only a file
/// that the machine will not give is thrown.
package struct WorkspaceReader: Sendable {
  /// The most bytes that a page, a template or the settings may have.
  package static let textLimit = 8 << 20
  /// The most bytes that a table may have.
  package static let dataLimit = 512 << 20

  let root: FolderHandle
  /// The folders outside of the workspace to which links in it may lead, as the settings name them.
  private(set) var linkedFolders: [String] = []
  /// What was read, for a record of it; nil where nobody wants to know.
  let notes: ReadNotes?

  /// Opens a workspace's folder.
  package init(_ root: String) throws(MachineFailure) { try self.init(root, noting: nil) }

  /// Opens a workspace's folder and notes what is read of it.
  init(_ root: String, noting notes: ReadNotes?) throws(MachineFailure) {
    // Paths are shown as the user types them inside the workspace.
    self.root = try FolderHandle(opening: root, as: "")
    self.notes = notes
  }

  /// The same, with links into some folders outside.
  func following(_ folders: [String]) -> WorkspaceReader {
    var same = self
    same.linkedFolders = folders
    return same
  }

  /// Whether there is a file of this path.
  package func hasFile(_ path: String) throws(MachineFailure) -> Bool {
    let isThere = try root.target(of: path)?.kind == .file
    notes?.noteQuestion(path, isThere)
    return isThere
  }

  /// Whether a file is the one that standard output goes to, and still empty: a shell makes it before
  /// the command starts.
  ///
  ///     // in  salesbook plan --format json > Plans/2026-12.json
  ///     try reader.isOutput("Plans/2026-12.json")  // true
  func isOutput(_ path: String) throws(MachineFailure) -> Bool {
    guard let file = try root.target(of: path), file.size == 0,
      let output = StandardStream.outputFile
    else { return false }
    let isOutput = file.device == output.device && file.file == output.file
    if isOutput { notes?.noteUnrepeatable() }
    return isOutput
  }

  /// The bytes of a file, whatever they mean.
  package func bytes(
    of path: String, upTo limit: Int = WorkspaceReader.dataLimit
  ) throws(MachineFailure) -> Parsed<[UInt8]?> {
    let read = try root.reading(path, upTo: limit)
    notes?.note(path, read.look, read.bytes)
    if let bytes = read.bytes { return Parsed(bytes) }
    return Parsed(nil, [.fileTooLarge(path, limit: limit)])
  }

  /// A text file: its bytes are UTF-8, and a byte order mark is taken off.
  package func text(of path: String) throws(MachineFailure) -> Parsed<SourceFile?> {
    let read = try bytes(of: path, upTo: Self.textLimit)
    guard let bytes = read.value else { return Parsed(nil, read.diagnostics) }
    return textFile(path, bytes)
  }
}

/// Takes bytes for a text file: they must be UTF-8, and a byte order mark is taken off.
///
///     textFile("a.md", [0xEF, 0xBB, 0xBF, 0x61]).value?.bytes  // [0x61]
///     textFile("a.md", [0x61, 0xFF]).diagnostics               // one, at a.md:1:2
package func textFile(_ path: String, _ read: [UInt8]) -> Parsed<SourceFile?> {
  var bytes = read
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    return Parsed(nil, [.utf16(path)])
  }
  if let offset = firstNonUTF8(in: bytes) {
    return Parsed(nil, [.notUTF8(at: place(of: offset, in: bytes, path), bytes[offset])])
  }
  return Parsed(SourceFile(path: path, bytes: bytes))
}

/// Where the bytes stop being UTF-8; nil where they never do.
private func firstNonUTF8(in bytes: [UInt8]) -> Int? {
  do {
    _ = try UTF8Span(validating: bytes.span)
    return nil
  } catch {
    return error.byteOffsets.lowerBound
  }
}

/// The line and column of a byte; all before it must be UTF-8.
private func place(of offset: Int, in bytes: [UInt8], _ path: String) -> Place {
  var line = 1
  var start = 0
  for (index, byte) in bytes[..<offset].enumerated()
  where byte == 0x0A || (byte == 0x0D && bytes[index + 1] != 0x0A) {
    line += 1
    start = index + 1
  }
  // Every scalar has one byte that does not continue another.
  let column = bytes[start..<offset].count { $0 & 0xC0 != 0x80 } + 1
  return Place(path: path, line: line, column: column)
}
