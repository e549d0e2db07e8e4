package import Diagnostics
import Rulebook

/// Where the workspace in a folder publishes to, as its settings say, seen from where the folder is.
///
///     try outputFolder(of: "my-plan").value  // "my-plan/Output"
package func outputFolder(of source: String) throws(MachineFailure) -> Parsed<String> {
  let settings = try WorkspaceInput.settings(WorkspaceReader(source))
  return Parsed(joined(source, settings.value.output), settings.diagnostics)
}
