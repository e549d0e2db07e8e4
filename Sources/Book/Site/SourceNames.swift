import Diagnostics

/// The pages and files below the content folder, and which of them a wrong path may have meant.
struct SourceNames: Sendable {
  private let files: Set<String>
  /// The paths with the same last part, in order, those at the top left out.
  private let byName: [String: [String]]
  /// The paths of each folder, in order.
  private let byFolder: [String: [String]]

  /// Sorts the paths by name and folder, once for all links.
  init(pages: [String], files: some Sequence<String>) {
    let files = files.sorted()
    self.files = Set(files)
    let all = pages + files
    byName = Dictionary(grouping: all.filter { $0.contains("/") }) { Self.split($0).name }
    byFolder = Dictionary(grouping: all) { Self.split($0).folder }
  }

  /// Whether there is a file, which is no page, of a path.
  func hasFile(_ path: String) -> Bool { files.contains(path) }

  /// The page or file with the name nearest to one that does not exist: one of the same name elsewhere, or
  /// of those in the same folder.
  func nearest(to path: String) -> String? {
    let (folder, name) = Self.split(path)
    return byName[name]?.first ?? nearestName(to: path, in: byFolder[folder] ?? [])
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    let slash = path.lastIndex(of: "/")
    return (
      slash.map { String(path[..<$0]) } ?? "",
      slash.map { String(path[path.index(after: $0)...]) } ?? path
    )
  }
}
