import Book
import Desk
package import Diagnostics
import Export
import OrderedJSON
import Pages
package import Phrases
import PlanData
import Rulebook
import SalesData
package import SalesMethod

/// What `next` is asked for.
package struct NextRequest {
  /// The folder of the workspace.
  package var source = "."
  /// When it takes place.
  package var now: Now
  /// The target of the only member who sells, in whole units of money; nil: worked out.
  package var target: Int?
  /// Whether to write; else only what would be done is said.
  package var writes = true

  /// Asks for the period after the one that the settings plan.
  package init(now: Now) { self.now = now }
}

/// A workspace that goes on to its next period: pages and plan kept, a goal proposed.
package struct NextPeriod: Sendable {
  /// The period that is left, and the one that follows.
  package let from: Period
  package let to: Period
  /// The files that are written, with what each is.
  package internal(set) var files: [(path: String, bytes: [UInt8])] = []
  /// The workbooks that are put aside, with what takes their place; nil: nothing.
  var workbooks: [(path: String, left: Workbook?)] = []
  /// The settings before and after.
  package private(set) var settings: (before: String, after: String)
  /// What was done, a line for each.
  package internal(set) var said: [Phrase] = []

  /// Works out what there is to do; nil, with the reason, where there is nothing.
  package static func read(_ request: NextRequest) throws -> Parsed<NextPeriod?> {
    let reader = try WorkspaceReader(request.source)
    let input = try WorkspaceInput.read(reader, in: request.source)
    var found = input.diagnostics
    var build = BuildRequest(now: request.now)
    build.source = request.source
    guard let generation = build.generation(input.value.settings, &found) else {
      return Parsed(nil, found)
    }
    found.removeAll { $0.id == "settings.period-over" }
    let from = generation.period
    guard let to = from.following else { return Parsed(nil, found + [.noNextPeriod(from)]) }
    if generation.asOf < from.range.start {
      return Parsed(nil, found + [.periodNotBegun(from)])
    }
    let text =
      try reader.hasFile("salesbook.yaml")
      ? reader.text(of: "salesbook.yaml").value.map { String(decoding: $0.bytes, as: UTF8.self) }
      : nil
    var next = NextPeriod(from: from, to: to, settings: (text ?? "", text ?? ""))
    let data = findData(
      input.value.sources.desk.data, tables: input.value.sources.desk.tables,
      settings: input.value.settings.dataSettings)
    if found.hasErrors || data.diagnostics.hasErrors {
      return Parsed(nil, found + data.diagnostics)
    }
    found += next.setSettings(input.value.settings)
    try next.keepPages(input.value.settings, reader)
    try next.addGoals(data.value, input.value.settings, request, generation.asOf, reader)
    try next.moveActuals(input.value, reader)
    return Parsed(next, found)
  }

  private init(from: Period, to: Period, settings: (String, String)) {
    (self.from, self.to, self.settings) = (from, to, settings)
  }
}

// MARK: - The parts

extension NextPeriod {
  private static let plansFolder = "Plans"
  private static let archiveFolder = "Archive"

  /// The folder of kept plans, by the settings or by default.
  private func keptPlans(_ settings: Settings) -> String { settings.keptPlans ?? Self.plansFolder }

  private mutating func setSettings(_ settings: Settings) -> [Diagnostic] {
    var editor = SettingsEditor(self.settings.before)
    var isWritten = editor.set(["period"], to: to.description)
    if settings.keptPlans == nil {
      isWritten = editor.set(["kept_plans"], to: Self.plansFolder) && isWritten
    }
    if settings.archive == nil {
      isWritten = editor.set(["archive"], to: Self.archiveFolder) && isWritten
    }
    self.settings.after = editor.text
    said.append(Phrase(zh: "现在计划 \(to.description)", en: "\(to.description) is planned now"))
    return isWritten ? [] : [.cannotWrite("period", at: Place(path: "salesbook.yaml"))]
  }

  /// Takes the pages of the period that is left into the archive, as they were published.
  private mutating func keepPages(
    _ settings: Settings, _ reader: WorkspaceReader
  ) throws(MachineFailure) {
    let archive = settings.archive ?? Self.archiveFolder
    let name = from.description
    let published = try reader.files(under: settings.output).value.filter { path in
      path.hasSuffix(".html") && path.split(separator: "/").last?.contains(name) == true
    }
    var count = 0
    for path in published {
      let target = archive + path.dropFirst(settings.output.count)
      guard try !reader.hasFile(target), let bytes = try reader.bytes(of: path).value else {
        continue
      }
      files.append((target, bytes))
      count += 1
    }
    said.append(
      count > 0
        ? Phrase(
          zh: "\(name) 的 \(count: count) 页收进 \(archive)，以后每次生成都带上",
          en:
            "\(count: count, "page", "pages") of \(name) went into \(archive); every build takes them along"
        )
        : Phrase(
          zh: "\(name) 没有已生成的页可收", en: "there are no published pages of \(name) to keep"))
  }

  /// Writes a goal for whoever sells and has none in the next period.
  private mutating func addGoals(
    _ data: FoundData, _ settings: Settings, _ request: NextRequest, _ today: Day,
    _ reader: WorkspaceReader
  ) throws(MachineFailure) {
    let records = data.records
    let members = records.members.filter { member in
      member.role == .member
        && !records.goals.contains {
          $0.owner == member.id && $0.start <= to.range.end && to.range.start <= $0.end
        }
    }
    guard !members.isEmpty else { return }
    var file = GoalsFile(
      to, besides: data, currency: settings.currency, language: settings.language)
    let hasLastPeriod = records.hasSales(in: from.range)
    for member in members {
      let whole = (try? ProposedTarget(records, of: member.id, for: to, asOf: today)) ?? nil
      let proposal = hasLastPeriod ? whole : nil
      let decided = members.count == 1 ? request.target : nil
      if decided == nil, whole != nil, !hasLastPeriod {
        said.append(
          Phrase(
            zh:
              "“\(member.name)”的目标先不推算：数据里还没有 \(from.description) 的成交。放进新的导出再定：salesbook fix --goal 金额",
            en:
              "no goal was worked out for “\(member.name)”: the data have no sale in \(from.description) yet. "
              + "Put a new export in, then decide with salesbook fix --goal AMOUNT"))
        continue
      }
      guard let target = decided ?? proposal.map({ $0.target.hundredths / 100 }) else {
        said.append(
          Phrase(
            zh: "“\(member.name)”没有历史可以推算目标：salesbook fix --goal 金额",
            en:
              "there is no history to work out a goal for “\(member.name)”; give it with salesbook fix --goal AMOUNT"
          ))
        continue
      }
      guard decided != nil || file.canPropose else {
        said.append(
          Phrase(
            zh: "“\(member.name)”的目标按前几个月推算为 \(count: target)；定下来：salesbook fix --goal \(target)",
            en:
              "the months before suggest \(count: target) as the goal of “\(member.name)”; to decide "
              + "on it: salesbook fix --goal \(target)"))
        continue
      }
      file.add(member.id, target: target, isDecided: decided != nil)
      said.append(
        decided == nil
          ? Phrase(
            zh: "“\(member.name)”的目标按前几个月推算为 \(count: target)，等你定：salesbook fix --goal 金额",
            en:
              "the goal of “\(member.name)” was worked out from the months before: \(count: target); "
              + "decide with salesbook fix --goal AMOUNT")
          : Phrase(
            zh: "“\(member.name)”的目标：\(count: target)",
            en: "the goal of “\(member.name)”: \(count: target)"))
    }
    guard !file.isEmpty else { return }
    files.append((try file.path(in: settings.data, reader.hasFile), file.bytes))
  }
}

// MARK: - Writing

extension NextPeriod {
  /// Writes everything, and the plan of the new period as it is on this day, to be measured by later.
  ///
  /// Nothing that is there is written over, but for the settings, which are kept.
  package func write(_ request: NextRequest) throws -> Parsed<[Phrase]> {
    let writer = try WorkspaceWriter(request.source)
    var found: [Diagnostic] = []
    for (path, bytes) in files { found += try writer.create(path, bytes) }
    var kept: [Phrase] = []
    for (path, left) in workbooks {
      let place = try ExportPlace("\(request.source)/\(path)")
      let name = try writer.keepAside(path, writing: left.map(place.bytes(of:)))
      kept.append(
        Phrase(zh: "原来的 \(path) 留存为 \(name)", en: "\(path), as it was, is kept as \(name)"))
    }
    let fixed = FixedWorkspace(changing: settings.before, to: settings.after)
    let settings = try fixed.write(to: request.source)
    var said = [
      Phrase(
        zh: "旧的 salesbook.yaml 另存为 \(settings)", en: "the old salesbook.yaml is kept as \(settings)"
      )
    ]
    said += kept
    let plans = try keepPlans(request, writer)
    found += plans.diagnostics
    said += plans.value
    return Parsed(said, found)
  }

  /// Keeps the plan of everybody who sells.
  private func keepPlans(
    _ request: NextRequest, _ writer: WorkspaceWriter
  ) throws -> Parsed<[Phrase]> {
    var asked = PlanRequest(now: request.now)
    asked.source = request.source
    let read = try DeskInput.read(asked, from: WorkspaceInput.read(asked))
    guard let input = read.value, !read.diagnostics.hasErrors else {
      return Parsed([], read.diagnostics)
    }
    let folder = input.workspace.settings.keptPlans ?? Self.plansFolder
    var said: [Phrase] = []
    let members = input.desk.rows(of: .member)
    for member in members {
      let plan = input.plan(of: member.id)
      guard let requested = plan.value else { continue }
      let path = "\(folder)/\(to)-\(member.fileName).json"
      let data = planJSON(
        requested.plan, in: requested.language, classes: requested.classes,
        checks: requested.checks)
      let refused = try writer.create(path, Array((data.text(indented: true) + "\n").utf8))
      if refused.isEmpty {
        said.append(Phrase(zh: "今天的计划留存为 \(path)", en: "today’s plan is kept as \(path)"))
      }
    }
    return Parsed(said)
  }
}

extension SalesRecords {
  /// Whether something was sold on the days of a range.
  fileprivate func hasSales(in range: DayRange) -> Bool {
    orders.contains { range.contains($0.date) }
      || deals.contains { $0.status == .won && $0.closed.map(range.contains) ?? false }
  }
}

extension Period {
  /// The period of the same kind that follows; nil for any run of days.
  fileprivate var following: Period? {
    let first = range.end.adding(days: 1)
    switch kind {
    case .month: return .month(first.month, of: first.year)
    case .quarter: return .quarter((first.month + 2) / 3, of: first.year)
    case .custom: return nil
    }
  }
}

extension Diagnostic {
  static func noNextPeriod(_ period: Period) -> Diagnostic {
    Diagnostic(
      id: "next.no-period", at: Place(path: "salesbook.yaml"),
      Phrase(
        zh: "\(period.description) 不是一个月或一个季度，不知道下一个是哪几天",
        en: "\(period.description) is no month and no quarter; what follows it is not known"),
      fix: Phrase(zh: "自己改 period", en: "set period yourself"))
  }

  static func periodNotBegun(_ period: Period) -> Diagnostic {
    Diagnostic(
      id: "next.not-begun", severity: .warning, at: Place(path: "salesbook.yaml"),
      Phrase(
        zh: "计划的 \(period.description) 还没有开始，不用往下转",
        en: "\(period.description), which is planned, has not begun; there is nothing to go on from"
      ))
  }
}
