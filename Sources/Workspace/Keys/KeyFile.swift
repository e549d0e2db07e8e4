package import Desk
package import Diagnostics

/// The file of the key by which codes stand for customers: in the workspace's own folder, readable by its
/// owner alone, kept out of version control, never published.
///
///     let file = try KeyFile(in: "my-plan")
///     try file.make(customers: 300, replacing: false)
package struct KeyFile {
  private static let mode: UInt32 = 0o600

  private let root: FolderHandle

  /// Opens the workspace's folder.
  package init(in workspace: String) throws(MachineFailure) {
    root = try FolderHandle(opening: workspace, as: "")
  }

  /// The key; nil where there is none.
  ///
  /// A file that others may read is refused, as is one that is no key.
  package func read() throws(MachineFailure) -> Parsed<CodeKey?> {
    guard let status = try root.status(CodeKey.fileName) else { return Parsed(nil) }
    guard status.kind == .file, status.mode & 0o077 == 0 else {
      return Parsed(nil, [.openCodeKey()])
    }
    guard let bytes = try root.read(CodeKey.fileName, upTo: 4096), let key = CodeKey(bytes) else {
      return Parsed(nil, [.unreadableCodeKey()])
    }
    return Parsed(key)
  }

  /// Makes a new key for so many customers, and has version control leave it aside.
  ///
  /// A key that is there stays, unless it is to be replaced; then it is gone, and no code that was made by it
  /// can be told any more.
  package func make(customers: Int, replacing isReplaced: Bool) throws(MachineFailure)
    -> [Diagnostic]
  {
    let isThere = try root.status(CodeKey.fileName) != nil
    guard isThere == isReplaced else {
      return [isThere ? .codeKeyExists() : .noCodeKeyToRotate()]
    }
    let random = (0..<CodeKey.size).map { _ in UInt8.random(in: 0...255) }
    let text = CodeKey.made(from: random, customers: customers).text
    let staged = "." + CodeKey.fileName + ".new"
    // Before the key is there, so that at no time version control could take it in.
    try leaveAside()
    try root.remove(staged)
    try root.create(staged, Array(text.utf8), mode: Self.mode)
    try root.flush(staged)
    try root.rename(staged, to: CodeKey.fileName, in: root)
    try root.flush()
    return []
  }

  /// Names the key among the files that Git leaves aside.
  private func leaveAside() throws(MachineFailure) {
    let name = ".gitignore"
    var text = ""
    if try root.status(name) != nil {
      guard let bytes = try root.read(name, upTo: 1 << 20) else { return }
      text = String(decoding: bytes, as: UTF8.self)
    }
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    guard !lines.contains(where: { [CodeKey.fileName, "/" + CodeKey.fileName].contains($0) }) else {
      return
    }
    if !text.isEmpty, text.last?.isNewline == false { text += "\n" }
    let staged = name + ".salesbook-new"
    try root.remove(staged)
    try root.create(staged, Array((text + "/" + CodeKey.fileName + "\n").utf8))
    try root.rename(staged, to: name, in: root)
  }
}
