package import Diagnostics

/// The plans under a path that a command was given: the file, or every `.json` file of a folder and
/// the folders in it, in the order of their paths.
///
/// The file that this command's own output goes to is passed over: a shell makes it before the plan
/// that fills it. Any other without a byte is a plan that was lost, as on a full disk.
///
///     try earlierPlans("Plans").map(\.path)  // ["Plans/2026-04.json", "Plans/2026-05.json"]
package func earlierPlans(_ path: String) throws -> [SourceFile] {
  guard path != "-", let folder = try? WorkspaceReader(path) else {
    return [SourceFile(path: path, bytes: try StandardStream.bytes(of: path))]
  }
  let names = try folder.files(under: ".").value.filter { $0.lowercased().hasSuffix(".json") }
  return try names.compactMap { name in
    if try folder.isOutput(name) { return nil }
    return SourceFile(path: joined(path, name), bytes: try folder.bytes(of: name).value ?? [])
  }
}
