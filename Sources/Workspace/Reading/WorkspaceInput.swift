package import Book
import Desk
package import Diagnostics
package import Pages
package import Phrases
package import Rulebook
import SalesData
import Tables
import Theme
package import Vocabulary

/// A workspace as its files say: settings, and everything a site is made from.
package struct WorkspaceInput: Sendable {
  /// The settings.
  package let settings: Settings
  /// What the site is made from.
  package var sources: SiteSources

  /// Reads a workspace's files and the tables that its settings take from databases; pages are read
  /// later, one by one.
  package static func read(
    _ reader: WorkspaceReader, in folder: String = ".",
    environment: Environment = processEnvironment, log: WorkLog = .none,
    vocabulary: Vocabulary.Base? = nil
  ) throws(MachineFailure) -> Parsed<WorkspaceInput> {
    var found: [Diagnostic] = []
    let file = try settingsFile(reader, log, &found)
    let reader = reader.following(file.linkedFolders)
    let templates = try templates(in: file.templates, reader, &found)
    var settings = take(file.settings(with: templates), &found)
    if let vocabulary { settings.take(vocabulary, besides: file) }
    settings.dataSettings.clock = LocalClock(timeZone: settings.timeZone)
    let all = try take(
      reader.files(
        under: settings.content.isEmpty ? "." : settings.content, besides: [settings.output]),
      &found)
    let layout = try take(courseLayout(all, reader, file, &settings), &found)
    let data = try take(reader.files(under: settings.data, besides: [settings.output]), &found)
    let dataPrefix = settings.data + "/"
    let kept = try keptPlans(settings, reader, &found)
    let aside = settings.content.isEmpty ? settings.templates + "/" : nil
    let content = all.filter { path in
      path != CodeKey.fileName && !path.hasPrefix(dataPrefix) && !kept.contains(path)
        && !(aside.map(path.hasPrefix) ?? false)
    }
    func isPage(_ path: String) -> Bool {
      guard let layout else { return path.hasSuffix(".md") }
      return settings.pathInContent(path).map { layout[$0] != nil } ?? false
    }
    let tables = data.filter(isTable)
    let converted = try converted(data, reader, &found)
    let examples = dataPrefix + "examples/"
    let convertible = data.contains {
      DataFile(named: $0) == .convertible || DataFile(named: $0) == .foreign
    }
    if !settings.dataSettings.queries.isEmpty || convertible { reader.notes?.noteUnrepeatable() }
    let queried = take(
      databaseTables(settings.dataSettings.queries, in: folder, environment: environment), &found)
    var sources = SiteSources(
      settings: settings, pages: content.filter(isPage),
      otherFiles: content.filter { !isPage($0) },
      desk: DeskSources(
        data: try load(tables.filter { !$0.hasPrefix(examples) }, reader, &found) + converted,
        tables: queried,
        examples: try loadExamples(
          tables.filter { $0.hasPrefix(examples) }, examples, reader, &found),
        keptPlans: kept.sorted()),
      templates: templates
    ) { path in
      guard CourseLayout.source(of: path) != nil else {
        let bytes = try reader.bytes(of: path)
        return Parsed(bytes.value ?? [], bytes.diagnostics)
      }
      let page = try reader.text(of: path)
      return Parsed(page.value?.bytes ?? [], page.diagnostics)
    }
    sources.desk.codeKey = take(try codeKey(reader, in: folder), &found)
    sources.log = log
    sources.layout = layout
    sources.latin = { latinReadings(of: $0) }
    if let archive = settings.archive {
      sources.archived = take(try reader.files(under: archive), &found)
    }
    return Parsed(WorkspaceInput(settings: settings, sources: sources), found)
  }

  /// The settings of a workspace alone, with the presets that they name; standard ones where there are
  /// none.
  ///
  ///     try WorkspaceInput.settings(WorkspaceReader("my-plan")).value.output  // "Output"
  package static func settings(_ reader: WorkspaceReader) throws(MachineFailure) -> Parsed<Settings>
  {
    var found: [Diagnostic] = []
    let file = try settingsFile(reader, .none, &found)
    let reader = reader.following(file.linkedFolders)
    let templates = try templates(in: file.templates, reader, &found)
    var settings = file.settings(with: templates)
    settings.value.dataSettings.clock = LocalClock(timeZone: settings.value.timeZone)
    return Parsed(settings.value, found + settings.diagnostics)
  }

  /// The settings without what presets and templates add to them.
  static func plainSettings(_ reader: WorkspaceReader) throws(MachineFailure) -> Parsed<Settings> {
    var found: [Diagnostic] = []
    let settings = try settingsFile(reader, .none, &found).settings(with: nil)
    return Parsed(settings.value, found + settings.diagnostics)
  }

  /// The language that the settings of a workspace name, without its templates being read.
  package static func language(_ reader: WorkspaceReader) throws(MachineFailure) -> Language {
    var found: [Diagnostic] = []
    return try settingsFile(reader, .none, &found).settings(with: nil).value.language
  }

  private static func settingsFile(
    _ reader: WorkspaceReader, _ log: WorkLog, _ found: inout [Diagnostic]
  ) throws(MachineFailure) -> SettingsFile {
    guard try reader.hasFile("salesbook.yaml") else { return SettingsFile(nil) }
    log.note(.settings)
    return SettingsFile(try take(reader.text(of: "salesbook.yaml"), &found))
  }

  /// The key of the codes; it is read as every file is, so that a build knows when it is another.
  private static func codeKey(
    _ reader: WorkspaceReader, in folder: String
  ) throws(MachineFailure) -> Parsed<CodeKey?> {
    guard try reader.hasFile(CodeKey.fileName) else { return Parsed(nil) }
    let key = try KeyFile(in: folder).read()
    if key.value != nil { _ = try reader.bytes(of: CodeKey.fileName) }
    return key
  }

  /// The paths of the plans that were kept.
  private static func keptPlans(
    _ settings: Settings, _ reader: WorkspaceReader, _ found: inout [Diagnostic]
  ) throws(MachineFailure) -> Set<String> {
    guard let folder = settings.keptPlans else { return [] }
    let files = try take(reader.files(under: folder), &found).filter { path in
      path.lowercased().hasSuffix(".json")
    }
    var kept: Set<String> = []
    // Not the plan that is being kept just now: a shell makes its file before the command starts.
    for path in files where try !reader.isOutput(path) { kept.insert(path) }
    return kept
  }

  /// Whether a file is a table by the end of its name.
  static func isTable(_ path: String) -> Bool { DataFile(named: path) == .table }

  /// Workbooks of other kinds, as far as they could be turned into ones that can be read.
  private static func converted(
    _ paths: [String], _ reader: WorkspaceReader, _ found: inout [Diagnostic]
  ) throws(MachineFailure) -> [SourceFile] {
    found += paths.filter { DataFile(named: $0) == .foreign }.compactMap {
      warningOfUnreadableTable($0)
    }
    let files = try load(paths.filter { DataFile(named: $0) == .convertible }, reader, &found)
    return files.compactMap { take(OfficeConverter.table($0), &found) }
  }

  private static func load(
    _ paths: [String], _ reader: WorkspaceReader, _ found: inout [Diagnostic]
  ) throws(MachineFailure) -> [SourceFile] {
    var files: [SourceFile] = []
    for path in paths {
      guard let bytes = try take(reader.bytes(of: path), &found) else { continue }
      files.append(SourceFile(path: path, bytes: bytes))
    }
    return files
  }

  /// The tables of each folder directly below the folder of examples.
  private static func loadExamples(
    _ paths: [String], _ prefix: String, _ reader: WorkspaceReader, _ found: inout [Diagnostic]
  ) throws(MachineFailure) -> [DeskSources.Example] {
    var examples: [DeskSources.Example] = []
    for file in try load(paths, reader, &found) {
      let rest = file.path.dropFirst(prefix.count)
      guard let slash = rest.firstIndex(of: "/") else { continue }
      let name = String(rest[..<slash])
      if examples.last?.name == name {
        examples[examples.count - 1].files.append(file)
      } else {
        examples.append(DeskSources.Example(name: name, files: [file]))
      }
    }
    return examples
  }

  /// The built-in theme, with each file of the workspace's own templates in place of the built-in
  /// one of the same path.
  private static func templates(
    in folder: String, _ reader: WorkspaceReader, _ found: inout [Diagnostic]
  ) throws(MachineFailure) -> [SourceFile] {
    let folders = ["pages/", "blocks/", "parts/", "assets/", "locales/", "presets/"]
    var files: [String: SourceFile] = [:]
    for file in embeddedFiles where folders.contains(where: file.path.hasPrefix) {
      files[file.path] = SourceFile(path: file.path, text: file.text)
    }
    let prefix = folder + "/"
    for path in try take(reader.files(under: folder), &found) {
      let name = String(path.dropFirst(prefix.count))
      guard folders.contains(where: name.hasPrefix),
        let bytes = try take(reader.bytes(of: path), &found)
      else { continue }
      files[name] = SourceFile(path: name, bytes: bytes)
    }
    return files.keys.sorted().compactMap { files[$0] }
  }

  /// Keeps a value and puts what was wrong with it to the rest.
  private static func take<Value>(_ parsed: Parsed<Value>, _ found: inout [Diagnostic]) -> Value {
    found += parsed.diagnostics
    return parsed.value
  }
}
