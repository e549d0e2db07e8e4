import Diagnostics
import SalesData
import Tables

/// The files of one's own that a workspace is to begin with.
struct OwnFiles {
  /// A table, and where it is to stand.
  struct File {
    /// The path as the user knows it.
    let shown: String
    /// Its path in the workspace.
    let target: String
    let bytes: [UInt8]
    /// Whether it stands there already.
    let isInPlace: Bool

    /// As the tables are read.
    var source: SourceFile { SourceFile(path: target, bytes: bytes) }
  }

  /// The tables, in the order of their paths.
  private(set) var tables: [File] = []
  /// Tables that only another program can read.
  private(set) var unreadable: [String] = []
  /// What those are that are called workbooks and are none.
  private(set) var fakes: [String: FakeWorkbook] = [:]
  /// What is no table, or no table that is known.
  private(set) var others: [String] = []
  /// The paths of those that were made beside them.
  private(set) var made: Set<String> = []

  /// A file that was made.
  init(made target: String, _ bytes: [UInt8]) { add(made: target, bytes) }

  /// The files of a folder and the folders in it.
  init(of folder: String, besides ignored: [String]) throws(MachineFailure) {
    let reader = try WorkspaceReader(folder)
    var names: Set<String> = []
    for path in try reader.files(under: ".", besides: ignored).value {
      try take(path, shown: joined(folder, path), reader, &names)
    }
  }

  /// The files at the top of a folder, and those of its `Content/data`.
  init(in folder: FolderHandle, shownAs shown: String) throws(MachineFailure) {
    var entries = try folder.entries().filter { $0.kind == .file }.map(\.path)
    if let data = try folder.status(FoundTables.dataFolder), data.kind == .folder {
      entries += try folder.entries(of: FoundTables.dataFolder).filter { $0.kind == .file }
        .map(\.path)
    }
    for path in entries {
      let isInPlace = path.hasPrefix(FoundTables.dataFolder + "/")
      let target = isInPlace ? path : FoundTables.dataFolder + "/" + path
      guard isTable(path), !tables.contains(where: { $0.target == target }),
        let bytes = try folder.read(path, upTo: WorkspaceReader.dataLimit)
      else { continue }
      add(
        File(shown: joined(shown, path), target: target, bytes: bytes, isInPlace: isInPlace))
    }
  }

  /// Puts a table that was made beside those that were found.
  mutating func add(made target: String, _ bytes: [UInt8]) {
    made.insert(target)
    tables.append(File(shown: target, target: target, bytes: bytes, isInPlace: false))
  }

  private mutating func take(
    _ path: String, shown: String, _ reader: WorkspaceReader, _ names: inout Set<String>
  ) throws(MachineFailure) {
    if DataFile(named: path) == .convertible, let bytes = try reader.bytes(of: path).value,
      let workbook = isWorkbookPackage(bytes)
        ? bytes
        : FakeWorkbook(named: path, bytes) == .text
          ? nil : OfficeConverter.workbook(bytes, named: path)
    {
      let name = nameAndExtension(of: path).name + ".xlsx"
      names.insert(name)
      return add(
        File(
          shown: shown, target: FoundTables.dataFolder + "/" + name, bytes: workbook,
          isInPlace: false))
    }
    if let bytes = try reader.bytes(of: path).value,
      FakeWorkbook(named: path, bytes) == .text
    {
      let name = nameAndExtension(of: path).name + ".csv"
      names.insert(name)
      return add(
        File(
          shown: shown, target: FoundTables.dataFolder + "/" + name, bytes: bytes, isInPlace: false)
      )
    }
    if DataFile(named: path) == .convertible, let bytes = try reader.bytes(of: path).value {
      fakes[shown] = FakeWorkbook(named: path, bytes)
    }
    guard isTable(path) else { return note(path, shown) }
    guard let bytes = try reader.bytes(of: path).value else {
      others.append(shown)
      return
    }
    let parts = path.split(separator: "/").map(String.init)
    let last = parts.last ?? path
    let name = names.insert(last).inserted ? last : parts.joined(separator: "-")
    names.insert(name)
    add(
      File(
        shown: shown, target: FoundTables.dataFolder + "/" + name, bytes: bytes, isInPlace: false))
  }

  private mutating func note(_ path: String, _ shown: String) {
    switch DataFile(named: path) {
    case .convertible, .foreign: unreadable.append(shown)
    case .other: others.append(shown)
    case .table, .leftover: break
    }
  }

  /// Texts, YAML and JSON may be anything, and are tables only where their columns say so.
  private mutating func add(_ file: File) {
    let isSurely = [".csv", ".tsv", ".tab", ".xlsx", ".xlsm"].contains {
      file.target.lowercased().hasSuffix($0)
    }
    if isSurely || SalesData.proposals(for: file.source).contains(where: { $0.table != nil }) {
      tables.append(file)
    } else {
      others.append(file.shown)
    }
  }

  private func isTable(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? path[...]
    return name != "salesbook.yaml" && DataFile(named: path) == .table
  }
}
