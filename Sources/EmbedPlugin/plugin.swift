import Foundation
import PackagePlugin

/// Turns folders of files into Swift source, so that the program carries its theme and its starter
/// workspaces inside itself.
@main
struct EmbedPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let root = context.package.directoryURL
    let folder = root.appending(path: "Templates")
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding the built-in theme",
        executable: try context.tool(named: "EmbedFiles").url,
        arguments: [folder.path(percentEncoded: false), output.path(percentEncoded: false)],
        inputFiles: try files(under: folder), outputFiles: [output])
    ]
  }

  private func files(under folder: URL) throws -> [URL] {
    let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var found: [URL] = []
    while let url = walk?.nextObject() as? URL {
      if !url.hasDirectoryPath { found.append(url) }
    }
    return found.sorted { $0.path < $1.path }
  }
}
