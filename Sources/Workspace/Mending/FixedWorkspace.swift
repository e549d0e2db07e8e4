import Book
import Desk
package import Diagnostics
import Rulebook
import SalesData
import SalesMethod

/// What `fix` does to the settings of a workspace: a text beside the old one, written only on demand.
package struct FixedWorkspace: Sendable {
  /// A value that the user gives: the keys, the outermost first, and the value.
  package typealias Given = (keys: [String], value: String)

  /// The text of `salesbook.yaml` before and after; the same where nothing is to be mended.
  package let before: String
  package let after: String
  /// A file of goals that is added, with its path; nil where no goal was given.
  package let goals: (path: String, bytes: [UInt8])?
  /// Whether those goals take the place of others that nobody had decided on.
  package let renewsGoals: Bool
  /// What was mended.
  package let mended: [Diagnostic]
  /// What is still wrong or open.
  package let left: [Diagnostic]

  private static let file = "salesbook.yaml"

  /// Looks at a workspace and works out what can be mended safely.
  ///
  /// Given values that the text cannot take are in the diagnostics.
  package static func read(
    _ source: String, given: [Given] = [], target: Int? = nil, now: Now = .clock()
  ) throws(MachineFailure) -> Parsed<FixedWorkspace> {
    let reader = try WorkspaceReader(source)
    let input = try WorkspaceInput.read(reader, in: source)
    let text = try reader.hasFile(file) ? reader.text(of: file) : Parsed(nil)
    let before = text.value.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    var mending = Mending(
      before, files: input.value.sources.desk.data, tables: input.value.sources.desk.tables,
      templates: input.value.sources.templates)
    var refused: [Diagnostic] = []
    for (keys, value) in given where !mending.set(keys, to: value) {
      refused += mending.mistakes(setting: keys, to: value)
    }
    mending.writeSafe()
    let goals =
      try target.map { target throws(MachineFailure) in
        try goalsFile(target, for: mending, now, reader, &refused)
      } ?? nil
    if let goals {
      let before = mending.found.diagnostics
      mending.add(SourceFile(path: goals.path, bytes: goals.bytes))
      let twice = mending.found.diagnostics.first {
        ["data.two-goals", "data.contradicting-rows"].contains($0.id) && !before.contains($0)
      }
      if let twice { refused.append(.goalIsThere(at: twice.place)) }
    }
    let written = given.map(\.keys) + mending.changes.flatMap(\.offer.lines).map(\.keys)
    let after = withoutAnswered(mending.text, written)
    var renewed: RenewedGoals?
    if target == nil, after != before, refused.isEmpty {
      renewed = try renewedGoals(mending, now, reader)
    }
    let fixed = FixedWorkspace(
      before: before, after: after, goals: goals ?? renewed.map { ($0.path, $0.bytes) },
      renewsGoals: renewed?.isThere ?? false,
      mended: mending.changes.map(\.diagnostic), left: mending.found.diagnostics)
    return Parsed(fixed, input.diagnostics.filter { $0.place.path == file } + refused)
  }

  /// The file that holds a goal of the only member who sells, for the period that is planned.
  private static func goalsFile(
    _ target: Int, for mending: Mending, _ now: Now, _ reader: WorkspaceReader,
    _ refused: inout [Diagnostic]
  ) throws(MachineFailure) -> (path: String, bytes: [UInt8])? {
    let settings = mending.settings
    let found = mending.found.value
    let members = found.records.members.filter { $0.role == .member }
    let generation = BuildRequest(now: now).generation(settings, &refused)
    guard let period = generation?.period else { return nil }
    guard members.count == 1, let member = members.first else {
      refused.append(.whoseGoal(members.map(\.id), at: Place(path: settings.data)))
      return nil
    }
    var file = GoalsFile(
      period, besides: found, currency: settings.currency, language: settings.language)
    file.add(member.id, target: target, isDecided: true)
    return (try file.path(in: settings.data, reader.hasFile), file.bytes)
  }

  /// The goals worked out anew, where nobody has decided on any and what is read has changed; nil where
  /// they stay as they are.
  private static func renewedGoals(
    _ mending: Mending, _ now: Now, _ reader: WorkspaceReader
  ) throws(MachineFailure) -> RenewedGoals? {
    let settings = mending.settings
    var ignored: [Diagnostic] = []
    guard let generation = BuildRequest(now: now).generation(settings, &ignored) else { return nil }
    let path = "\(settings.data)/goals.yaml"
    var old: [UInt8]?
    if try reader.hasFile(path) { old = try reader.bytes(of: path).value }
    let files = mending.found.value.tables.first { $0.name == .goals }?.files ?? []
    let isOurs = old.map { WrittenGoals.isUntouched(String(decoding: $0, as: UTF8.self)) } ?? true
    guard isOurs, files.isEmpty || files == [path] else { return nil }
    let proposed = ProposedGoals(
      mending.found, for: generation.period, today: generation.asOf)
    guard !proposed.entries.isEmpty else { return nil }
    let writing = WrittenGoals(
      period: generation.period, language: settings.language, currency: settings.currency)
    let bytes = Array(writing.text(proposed.entries).utf8)
    if bytes == old { return nil }
    return RenewedGoals(path: path, bytes: bytes, isThere: old != nil)
  }

  /// Takes a change of the settings.
  init(changing before: String, to after: String) {
    (self.before, self.after, goals, mended, left) = (before, after, nil, [], [])
    renewsGoals = false
  }

  private init(
    before: String, after: String, goals: (path: String, bytes: [UInt8])?, renewsGoals: Bool,
    mended: [Diagnostic], left: [Diagnostic]
  ) {
    (self.before, self.after, self.goals) = (before, after, goals)
    (self.renewsGoals, self.mended, self.left) = (renewsGoals, mended, left)
  }

  /// Writes the file of goals; one that nobody had decided on is kept beside it, and no other is written
  /// over.
  package func writeGoals(to source: String) throws(MachineFailure) -> [Diagnostic] {
    guard let goals else { return [] }
    if renewsGoals {
      _ = try WorkspaceWriter(source).keepAside(goals.path, writing: goals.bytes)
      return []
    }
    return try WorkspaceWriter(source).create(goals.path, goals.bytes)
  }

  /// Writes the new text in place of the old, which is kept beside it; gives the name it is kept by.
  package func write(to source: String) throws(MachineFailure) -> String {
    let root = try FolderHandle(opening: source, as: "")
    let old = try keep(in: root)
    let staged = ".salesbook.yaml.new"
    try root.remove(staged)
    try root.create(staged, Array(after.utf8))
    try root.rename(staged, to: Self.file, in: root)
    return old
  }

  /// Keeps the old text under the first name that is free.
  private func keep(in root: FolderHandle) throws(MachineFailure) -> String {
    var number = 1
    while true {
      let name = number == 1 ? "salesbook.yaml.bak" : "salesbook.yaml.bak\(number)"
      if try root.status(name) == nil {
        try root.create(name, Array(before.utf8))
        return name
      }
      number += 1
    }
  }
}

/// Goals that were worked out anew.
private struct RenewedGoals {
  let path: String
  let bytes: [UInt8]
  /// Whether others stand there.
  let isThere: Bool
}

extension DataSettings {
  /// The keys of a value that a user gives as `KEY=VALUE`: `person`, `date_order.deals.created`,
  /// `mapping.deals.签约额`, `stages.意向`.
  ///
  ///     DataSettings.keys(of: "mapping.deals.a.b")  // ["mapping", "deals", "a.b"]
  package static func keys(of text: String) -> [String] {
    let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return parts }
    guard parts[0] == "mapping" else { return parts }
    return ["mapping"] + parts[1].split(separator: ".", maxSplits: 1).map(String.init)
  }
}
