import Book
package import Diagnostics

/// Where the workspace in a folder publishes to, as its settings say, seen from where the folder is.
///
///     try outputFolder(of: "my-plan").value  // "my-plan/Output"
package func outputFolder(of source: String) throws(MachineFailure) -> Parsed<String> {
  let reader = try WorkspaceReader(source)
  let path = "salesbook.yaml"
  var file = Parsed<SourceFile?>(nil)
  if try reader.hasFile(path) { file = try reader.text(of: path) }
  let settings = readSettings(file.value)
  let output = settings.value.output
  let isHere = source == "." || output.hasPrefix("/")
  return Parsed(
    isHere ? output : source.hasSuffix("/") ? source + output : source + "/" + output,
    file.diagnostics + settings.diagnostics)
}
