package import Diagnostics

/// The plans under a path that a command was given: the file, or every `.json` file of a folder and
/// the folders in it, in the order of their paths.
///
/// Files of a folder without a byte are passed over: a shell makes one before the plan that fills it.
///
///     try earlierPlans("Plans").map(\.path)  // ["Plans/2026-04.json", "Plans/2026-05.json"]
package func earlierPlans(_ path: String) throws -> [SourceFile] {
  guard path != "-", let folder = try? WorkspaceReader(path) else {
    return [SourceFile(path: path, bytes: try StandardStream.bytes(of: path))]
  }
  let names = try folder.files(under: ".").value.filter { $0.lowercased().hasSuffix(".json") }
  return try names.compactMap { name in
    let bytes = try folder.bytes(of: name).value ?? []
    return bytes.isEmpty ? nil : SourceFile(path: joined(path, name), bytes: bytes)
  }
}
