import Diagnostics

/// The book of all that one build hands in: each path once, and what cannot be published.
struct Ledger: Sendable {
  /// The files by their folded path.
  private var entries: [String: (path: String, file: Manifest.File)] = [:]
  /// The folded paths of the folders that they are in.
  private var folders: Set<String> = []
  /// What is wrong, in the order it was found.
  private(set) var complaints: [Diagnostic] = []
  /// Output as the user named it.
  private let output: String

  init(output: String) { self.output = output }

  /// The files handed in so far, as a manifest.
  var manifest: Manifest {
    Manifest(files: Dictionary(uniqueKeysWithValues: entries.values.map { ($0.path, $0.file) }))
  }

  /// How many files were handed in.
  var count: Int { entries.count }

  /// Takes a file in; false where it is here already or cannot be published.
  mutating func admit(_ path: String, _ file: Manifest.File) -> Bool {
    guard OutputPath.isSafe(path) else {
      complain(.unsafeOutputPath(path, in: output))
      return false
    }
    let folded = OutputPath.folded(path)
    if let known = entries[folded] {
      if !known.path.unicodeScalars.elementsEqual(path.unicodeScalars) {
        complain(.pathsDifferInCase(path, known.path, in: output))
      } else if known.file != file {
        complain(.twoFilesForOnePath(path, in: output))
      }
      return false
    }
    entries[folded] = (path, file)
    if folders.contains(folded) { complain(.fileAndFolder(path, in: output)) }
    admitFolders(around: folded)
    return true
  }

  /// Notes something that stands in the way of publishing.
  mutating func complain(_ complaint: Diagnostic) { complaints.append(complaint) }

  /// Whether an entry that is not ours could not stay beside what was handed in.
  func collides(_ entry: FolderEntry) -> Bool {
    let folded = OutputPath.folded(entry.path)
    return entries[folded] != nil || (entry.kind != .folder && folders.contains(folded))
      || enclosingFolders(of: folded).contains { entries[$0] != nil }
  }

  private mutating func admitFolders(around folded: String) {
    for folder in enclosingFolders(of: folded) {
      guard folders.insert(folder).inserted else { return }
      if let file = entries[folder] { complain(.fileAndFolder(file.path, in: output)) }
    }
  }
}
