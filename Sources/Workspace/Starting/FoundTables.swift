import Diagnostics
import SalesData
import Tables

/// The tables that stand in a folder where a workspace is to begin: at its top and in `Content/data`.
struct FoundTables {
  static let dataFolder = "Content/data"

  /// What each is most likely meant for.
  let proposals: [TableProposal]
  /// The first entry that is none, for which the folder is not taken; nil where all are.
  let foreign: String?

  /// Looks at a folder's entries and reads the tables among them.
  init(in folder: FolderHandle) throws(MachineFailure) {
    var entries = try folder.entries().filter { $0.path != "Content" }
    var foreign: String?
    if let content = try folder.status("Content") {
      let inside = content.kind == .folder ? try Self.entriesOfContent(in: folder) : nil
      if let inside { entries += inside } else { foreign = "Content" }
    }
    var found: [TableProposal] = []
    for entry in entries {
      let proposals = try Self.proposals(for: entry, in: folder)
      if let proposals { found += proposals } else { foreign = foreign ?? entry.path }
    }
    proposals = found
    self.foreign = foreign
  }

  /// What is in `Content`: what is in its `data`, and all else that it holds.
  private static func entriesOfContent(
    in folder: FolderHandle
  ) throws(MachineFailure) -> [FolderEntry] {
    let content = try folder.entries(of: "Content")
    let isData = { (entry: FolderEntry) in entry.path == dataFolder && entry.kind == .folder }
    let data = content.contains(where: isData) ? try folder.entries(of: dataFolder) : []
    return content.filter { !isData($0) } + data
  }

  /// What an entry is most likely meant for; nil where it is no table.
  ///
  /// Text, YAML and JSON may be anything, and are tables only where their columns say so.
  private static func proposals(
    for entry: FolderEntry, in folder: FolderHandle
  ) throws(MachineFailure) -> [TableProposal]? {
    if entry.kind == .file, isLeftBehind(entry.path) { return [] }
    guard entry.kind == .file, WorkspaceInput.isTable(entry.path), isDataOrTop(entry.path),
      let bytes = try folder.read(entry.path, upTo: WorkspaceReader.dataLimit)
    else { return nil }
    let found = SalesData.proposals(for: SourceFile(path: entry.path, bytes: bytes))
    let isSurely = [".csv", ".tsv", ".xlsx"].contains { entry.path.lowercased().hasSuffix($0) }
    return isSurely || found.contains { $0.table != nil } ? found : nil
  }

  /// Whether a program left the file behind; a hidden file that somebody keeps is none.
  private static func isLeftBehind(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? path[...]
    let isHidden =
      name.hasPrefix(".") && name != ".DS_Store" && !name.hasPrefix("._")
      && !name.hasPrefix(".~lock.")
    return DataFile(named: path) == .leftover && !isHidden
  }

  private static func isDataOrTop(_ path: String) -> Bool {
    let name = path.hasPrefix(dataFolder + "/") ? path.dropFirst(dataFolder.count + 1) : path[...]
    return !name.hasPrefix(".") && !name.contains("/")
  }

  /// Whether a file of the starter is to be left out: an invented table, where there are tables of
  /// one's own that it would stand beside.
  ///
  /// Invented customers stay out beside real ones, and goals whose owner is not among real people.
  func replaces(_ file: String) -> Bool {
    let tables = Set(proposals.compactMap(\.table))
    guard !tables.isEmpty, file.hasPrefix(Self.dataFolder + "/"),
      let name = file.dropFirst(Self.dataFolder.count + 1).split(separator: ".").first,
      let table = TableName(rawValue: String(name))
    else { return false }
    switch table {
    case .team, .teams: return !tables.isDisjoint(with: [.team, .teams])
    case .goals: return !tables.isDisjoint(with: [.team, .goals])
    case .rates, .factors, .calendar: return tables.contains(table)
    default: return true
    }
  }
}
