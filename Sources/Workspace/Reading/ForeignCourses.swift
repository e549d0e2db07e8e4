import Diagnostics
import Pages
import Phrases
import Rulebook
import Vocabulary
import YAML

extension WorkspaceInput {
  /// How the pages lie where they are a course of another tool, and with it what such a course decides that
  /// the settings leave open: its title and language, trees for those who learn and those who teach.
  static func courseLayout(
    _ files: [String], _ reader: WorkspaceReader, _ file: SettingsFile, _ settings: inout Settings
  ) throws(MachineFailure) -> Parsed<CourseLayout?> {
    guard let base = settings.vocabulary.base else { return Parsed(nil) }
    let inContent = files.compactMap { settings.pathInContent($0) }
    let path = settings.pathOfContent(base.courseFile)
    var found: [Diagnostic] = []
    var node: YAMLNode?
    if try reader.hasFile(path) {
      let text = try reader.text(of: path)
      found += text.diagnostics
      let parsed = text.value.map { parseYAML($0) }
      // What else stands in it is for the other tool.
      node = parsed?.value
    }
    let language = file.says("language") ? settings.language : nil
    let layout = CourseLayout.read(base, files: inContent, node, in: language)
    found += layout.diagnostics
    if !file.says("title") { settings.title = layout.value.title ?? "" }
    if !file.says("language") { settings.language = layout.value.language ?? .english }
    if !file.says("trees") {
      settings.trees = [
        Tree(name: "participant", edition: .participant, audience: .everybody),
        Tree(name: "facilitator", edition: .facilitator, audience: .everybody),
        Tree(name: "slides", edition: .slides, audience: .everybody),
      ]
    }
    return Parsed(layout.value, found)
  }
}

extension Settings {
  /// The same for a course of another tool that was named with the command.
  mutating func take(_ base: Vocabulary.Base, besides file: SettingsFile) {
    vocabulary.base = base
    if !file.says("content") { content = "" }
  }
}
