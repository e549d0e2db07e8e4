package import Diagnostics
import Phrases
import YAML

/// `salesbook.yaml` as it was parsed, once: first it says where the workspace's own templates are, then,
/// with the presets that are among them, everything.
///
///     let file = SettingsFile(SourceFile(path: "salesbook.yaml", text: "templates: Layout\n"))
///     file.templates  // "Layout"
package struct SettingsFile: Sendable {
  private let node: Parsed<YAMLNode?>
  /// The folder of the templates that win over the built-in ones.
  package let templates: String
  /// The folders outside of the workspace to which links in it may lead.
  package let linkedFolders: [String]

  /// Whether the file says something of a key.
  package func says(_ key: String) -> Bool { node.value?[key] != nil }

  /// Parses the file; nil where there is none.
  package init(_ file: SourceFile?) {
    let readable = file.map { withReadableColons($0) }
    var node = readable.map { parseYAML($0.value) } ?? Parsed(nil)
    node.diagnostics += readable?.diagnostics ?? []
    self.node = node
    var reader = MappingReader(node.value, of: Phrase(zh: "设置", en: "settings"))
    templates = reader.folder("templates") ?? Settings().templates
    linkedFolders = reader.texts("linked_folders") ?? []
  }

  /// The settings; names of presets are looked up in the theme's files, and not at all where none are
  /// given.
  package func settings(with theme: [SourceFile]?) -> Parsed<Settings> {
    let presets = theme.map { Presets($0, in: templates) }
    let settings = Settings.read(node.value, presets: presets)
    return Parsed(settings.value, node.diagnostics + settings.diagnostics)
  }
}

/// Reads `salesbook.yaml`, or the standard settings where there is none.
///
///     readSettings(nil).value.output  // "Output"
package func readSettings(
  _ file: SourceFile?, templates: [SourceFile]? = nil
) -> Parsed<Settings> {
  guard let file else { return Parsed(Settings()) }
  return SettingsFile(file).settings(with: templates)
}
