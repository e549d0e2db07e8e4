/// A path in a folder; an absolute path is itself.
///
///     joined("my-plan", "Output")  // "my-plan/Output"
func joined(_ folder: String, _ path: String) -> String {
  if folder == "." || path.hasPrefix("/") { return path }
  return folder.hasSuffix("/") ? folder + path : folder + "/" + path
}

/// The folder that a path is in, and the folders around it, the inmost first.
///
///     enclosingFolders(of: "a/b/c.html")  // ["a/b", "a"]
func enclosingFolders(of path: String) -> [String] {
  var folders: [String] = []
  var rest = path[...]
  while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
    rest = rest[..<slash]
    folders.append(String(rest))
  }
  return folders
}
