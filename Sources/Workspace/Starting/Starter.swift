import Diagnostics
import Export
import Phrases
import Rulebook
import SalesData
import SalesMethod
import Tables

/// A small workspace that `init` writes: the embedded files under `starters/KIND/LANGUAGE/`, with
/// the month it begins in filled in, or with one's own tables in place of the invented ones.
package struct Starter: Sendable {
  private let files: [(path: String, text: String)]

  /// Picks one starter's files out of all that the program carries.
  package init(kind: String, language: String, files: [(path: String, text: String)]) {
    let prefix = "starters/\(kind)/\(language)/"
    self.files = files.filter { $0.path.hasPrefix(prefix) }
      .map { (String($0.path.dropFirst(prefix.count)), $0.text) }
  }

  /// Writes a workspace into a folder that is new, empty, or holds nothing but tables.
  ///
  /// Where there are tables of one's own, in that folder or in the one that is asked for, the workspace
  /// is made of them, and nothing that is invented stands in it. Nothing that is there is changed.
  package func write(
    to path: String, _ request: StartRequest
  ) throws(PublishFailure) -> StartedWorkspace {
    let place = try OutputPlace(path)
    return try refusingForeign(place, request) { folder, found throws(PublishFailure) in
      if let own = try ownFiles(in: folder, found, place, request) {
        return try write(own, into: folder, request)
      }
      return try PublishFailure.wrap { () throws(MachineFailure) in
        try writeSample(into: folder, request)
      }
    }
  }

  /// The tables to begin with; nil where the invented ones will do.
  private func ownFiles(
    in folder: FolderHandle, _ found: FoundTables, _ place: OutputPlace, _ request: StartRequest
  ) throws(PublishFailure) -> OwnFiles? {
    if request.isExcel { return try workbook(request, in: folder) }
    guard let from = request.from else {
      guard !found.proposals.isEmpty else { return nil }
      return try PublishFailure.wrap { () throws(MachineFailure) in
        try OwnFiles(in: folder, shownAs: place.shown)
      }
    }
    let files = try PublishFailure.wrap { () throws(MachineFailure) in
      try OwnFiles(of: from, besides: [Self.path(of: place, in: from)].compactMap(\.self))
    }
    if files.tables.isEmpty { throw .refused([.noTables(in: from, files.unreadable.first)]) }
    return files
  }

  /// A workbook to fill in.
  private func workbook(
    _ request: StartRequest, in folder: FolderHandle
  ) throws(PublishFailure) -> OwnFiles {
    let language = request.language
    let person = request.person ?? (language == .chinese ? "我" : "me")
    let name = language == .chinese ? "销售计划.xlsx" : "sales-plan.xlsx"
    let workbook = Workbook.entry(
      for: person, period: request.plannedPeriod, target: request.target, in: language)
    let bytes = try PublishFailure.wrap { () throws(MachineFailure) in
      try ExportPlace(name, in: folder).bytes(of: workbook)
    }
    return OwnFiles(made: FoundTables.dataFolder + "/" + name, bytes)
  }

  /// The path of the workspace seen from the folder of files, where it lies in it.
  private static func path(of place: OutputPlace, in from: String) -> String? {
    guard let folder = realPathOfExisting(from) else { return nil }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return place.realPath.hasPrefix(prefix) ? String(place.realPath.dropFirst(prefix.count)) : nil
  }

  // MARK: One's own files

  private func write(
    _ own: OwnFiles, into folder: FolderHandle, _ request: StartRequest
  ) throws(PublishFailure) -> StartedWorkspace {
    let settings = files.first { $0.path == "salesbook.yaml" }?.text ?? ""
    let made = OwnWorkspace(own, settings: settings, request)
    let pages = files.filter {
      $0.path != "salesbook.yaml" && !$0.path.hasPrefix(FoundTables.dataFolder + "/")
    }
    let texts =
      [("salesbook.yaml", Array(made.settings.utf8))]
      + pages.map { page in
        let text = self.page(page.text, isSample: false)
        return (page.path, Array(counting(text, in: made.mending.settings.currency).utf8))
      }
      + made.files.tables.filter { !$0.isInPlace }.map { ($0.target, $0.bytes) }
    try PublishFailure.wrap { () throws(MachineFailure) in
      for (name, bytes) in texts { try create(name, bytes, in: folder) }
    }
    return StartedWorkspace(files: texts.map(\.0), own: made)
  }

  // MARK: The invented ones

  /// Writes the invented tables: in them `{{month}}` becomes the first month that is planned as `2026-12`,
  /// `{{month_start}}` and `{{month_end}}` the first and last day of what is planned.
  private func writeSample(
    into folder: FolderHandle, _ request: StartRequest
  ) throws(MachineFailure) -> StartedWorkspace {
    let range = request.plannedPeriod.range
    let values = [
      "{{month}}": String(range.start.description.prefix(7)),
      "{{month_start}}": range.start.description, "{{month_end}}": range.end.description,
    ]
    for (name, text) in files {
      let isData = name.hasPrefix(FoundTables.dataFolder + "/")
      let whole = isData ? filled(text, values) : page(text, isSample: true)
      try create(name, Array(asked(whole, in: name, request).utf8), in: folder)
    }
    return StartedWorkspace(files: files.map(\.path), own: nil)
  }

  /// A file of one's own sample with what was asked for in place of what is invented: the period, the target,
  /// the name.
  private func asked(_ text: String, in name: String, _ request: StartRequest) -> String {
    if name == "salesbook.yaml", request.kind != .course,
      !request.plannedPeriod.range.contains(request.today)
    {
      return text + "period: \(request.plannedPeriod)\n"
    }
    guard request.kind == .plan else { return text }
    switch name {
    case FoundTables.dataFolder + "/goals.yaml":
      guard let target = request.target else { return text }
      return text.replacing(/target: [0-9]+/) { _ in "target: \(target)" }
    case FoundTables.dataFolder + "/team.csv":
      guard let person = request.person else { return text }
      let rows = text.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
      return String(
        decoding: csv(rows.prefix(1) + rows.dropFirst().map { [$0[0], person] + $0.dropFirst(2) }),
        as: UTF8.self)
    default: return text
    }
  }

  private func create(
    _ name: String, _ bytes: [UInt8], in folder: FolderHandle
  ) throws(MachineFailure) {
    for parent in enclosingFolders(of: name).reversed() { try folder.makeFolder(parent) }
    try folder.create(name, bytes)
  }

  private func refusingForeign(
    _ place: OutputPlace, _ request: StartRequest,
    _ write: (FolderHandle, FoundTables) throws(PublishFailure) -> StartedWorkspace
  ) throws(PublishFailure) -> StartedWorkspace {
    let found = try PublishFailure.wrap { () throws(MachineFailure) in
      try place.parent.status(place.name)
    }
    if let found, found.kind != .folder { throw .refused([.outputIsNoFolder(place.shown)]) }
    let (folder, tables) = try PublishFailure.wrap { () throws(MachineFailure) in
      try place.parent.makeFolder(place.name)
      let folder = try place.parent.folder(place.name)
      return (folder, try FoundTables(in: folder))
    }
    let holding = request.from == nil && !request.isExcel ? nil : tables.proposals.first?.file
    if let foreign = tables.foreign ?? holding {
      throw .refused([.starterNeedsEmptyFolder(place.shown, holding: foreign)])
    }
    return try write(folder, tables)
  }

  /// A page without its marks: lines that begin with `{{sample}}` speak of the invented tables.
  private func page(_ text: String, isSample: Bool) -> String {
    var lines: [Substring] = []
    var isDropping = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isMarked = line.hasPrefix("{{sample}}")
      if isMarked, !isSample {
        isDropping = true
      } else if isDropping, line.isEmpty {
        isDropping = false
      } else {
        lines.append(isMarked ? line.dropFirst("{{sample}}".count) : line)
      }
    }
    return lines.joined(separator: "\n")
  }

  /// A page whose fields count in a currency: 万元 are no unit of another one.
  private func counting(_ text: String, in currency: String) -> String {
    currency == "CNY"
      ? text
      : text.replacing(
        "goal.amount 万元 in 50%..200% step 1\n", with: "goal.amount in 50%..200% step 1000\n")
  }

  private func filled(_ text: String, _ values: [String: String]) -> String {
    var filled = ""
    var rest = text[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      filled += rest[..<open]
      rest = rest[open...]
      if let (name, value) = values.first(where: { rest.hasPrefix($0.key) }) {
        filled += value
        rest = rest.dropFirst(name.count)
      } else {
        filled += "{"
        rest = rest.dropFirst()
      }
    }
    return filled + rest
  }
}
