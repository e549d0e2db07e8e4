package import Diagnostics
package import Pages
package import Phrases
import PlanData
package import Rulebook
package import SalesData
package import SalesMethod

/// Where plans come from: the workspace's data and the examples, read once, and the one place where plans
/// are made, for pages, commands and workbooks alike.
///
///     let desk = try PlanDesk.read(sources, settings, DeskRequest(period: may, asOf: today), read: read)
///     desk.value.plan(.own, of: "lin", on: FrontMatter(), for: .holder)
package struct PlanDesk: Sendable {
  let own: Dataset?
  let examples: [Dataset]
  /// The company's own checks, ready to be asked.
  package let checks: CompanyChecks
  /// What the workspace decides about the method.
  package let method: MethodSettings
  /// How the fields of customers stand before each audience.
  let fieldForms: [Audience: FieldForms]
  /// The codes of customers; nil where there is no key for them.
  let codes: CustomerCodes?
  /// The key of the codes as it stands in its file.
  let codeKey: CodeKey?
  /// The records with codes, for readers who see those alone.
  let codedRecords = CodedDataset()
  let language: Language
  /// How the classes of the plans that were kept did.
  let chances: MeasuredChances?
  /// The latest kept plan of the member asked for.
  let latest: RecordedPlan?
  /// The classes of each member's latest kept plan, by the member's id.
  let latestClasses: [String: RecordedPlan]
  /// The ranges that amounts of deals stand in where they are not told.
  let amountBands: [Money]
  /// The customers that codes stand for, by code.
  let customersOfCodes: [String: String]
  /// The figures of members and the sums of teams that pages share.
  let sums = SharedSums()
  /// What kept plans said of their months.
  let saidBefore: [KeptOutlook]
  /// How many kept plans say nothing of a whole month by its end, and so stand for none.
  package let undatedKept: Int
  let request: DeskRequest
  /// The plans that pages of customers share.
  let recent = RecentPlans()
  /// What past months taught of the own data's members.
  let tests: MonthTests
  /// The months that records look back at.
  let past = PastMonths()
  /// What the own data's members share, by period: made once for all who ask.
  private var planners: [Period: Result<Planner, PlanProblem>] = [:]
  let allReports: [ImportReport]
  /// The figures of everybody by period, for sums without names.
  let everybody = EverybodysFigures()
  private let subjects: [String: Subject]
  /// Those who manage somebody.
  private let managing: Set<String>
  /// Those to whom everybody of a team is open, by the team.
  private let teamReaders: [String: Set<String>]
  private let memberNames: [String: String]
  private let teamNames: [String: String]
  private let log: WorkLog

  /// Reads the tables and the plans that were kept, each once.
  ///
  /// Throws what `read` throws.
  package static func read(
    _ sources: DeskSources, _ settings: Settings, _ request: DeskRequest,
    read: (String) throws -> Parsed<[UInt8]>
  ) throws -> Parsed<PlanDesk> {
    var found: [Diagnostic] = []
    var reports: [ImportReport] = []
    func dataset(_ name: String?, _ files: [SourceFile]) -> Dataset? {
      let folder = settings.data + (name.map { "/examples/" + $0 } ?? "")
      let isQueried = name == nil && !settings.dataSettings.queries.isEmpty
      guard !files.isEmpty || isQueried else { return nil }
      var dataSettings = settings.dataSettings
      // What they say of files is said of the workspace's own.
      if name != nil { (dataSettings.files, dataSettings.queries) = ([], []) }
      if name != nil { dataSettings.person = nil }
      let loaded: Parsed<LoadedData>
      if name == nil, let decoded = sources.decoded {
        loaded = decoded
      } else {
        sources.log.note(.tables(folder: folder))
        loaded = loadRecords(
          files: files, tables: name == nil ? sources.tables : [], settings: dataSettings)
      }
      found += loaded.diagnostics
      if name == nil {
        reports = loaded.value.reports
        found += dealsAhead(loaded.value.records, of: request.asOf)
        found += ordersAhead(loaded.value.records, of: request.asOf)
      }
      return Dataset(name: name, folder: folder, index: RecordIndex(loaded.value.records))
    }
    let own = dataset(nil, sources.data)
    let examples = sources.examples.compactMap { dataset($0.name, $0.files) }
    let kept = try own.map { own in
      try keptPlans(sources.keptPlans, own.index, settings.method, request, read: read)
    }
    found += kept?.diagnostics ?? []
    if own != nil, sources.codeKey == nil, let place = settings.codesAskedAt {
      found.append(.noCodeKey(at: place))
    }
    found += settings.groups.flatMap { group in unknownTeams(of: group, own) }
    var sources = sources
    if let shared = sources.shared, let own,
      TableDigests(own.index, own.memberIds, reports).all != shared.tables
    {
      found.append(.sharedFiguresOfOtherTables())
      sources.shared = nil
    }
    let desk = PlanDesk(
      own, examples, reports, settings, kept: kept?.value, request, sources)
    return Parsed(desk, found)
  }

  /// The teams of a group that no table knows.
  private static func unknownTeams(of group: ReaderGroup, _ own: Dataset?) -> [Diagnostic] {
    guard let own, let place = group.place else { return [] }
    let known = own.index.records.teams.map(\.id)
    return (group.teams ?? []).filter { !known.contains($0) }.map {
      .unknownTeamOfGroup($0, known: known, at: place)
    }
  }

  /// What every plan of the workspace's own people lacks: customers, or a goal for anybody in the period.
  ///
  /// Beside errors a table of customers that is there is not said to be missing: its rows are left out for
  /// what those errors say.
  package func missingParts(in folder: String, besideErrors: Bool = false) -> [Diagnostic] {
    guard let own, !own.index.members.isEmpty else { return [] }
    let records = own.index.records
    let range = request.period.range
    let hasGoal = records.goals.contains { $0.start <= range.end && range.start <= $0.end }
    let hasRows = besideErrors && allReports.contains { $0.table == .customers && $0.read > 0 }
    let read = allReports.first { $0.table == .customers }?.read ?? 0
    return
      (records.customers.isEmpty && !hasRows
      ? [read > 0 ? .noCustomersKept(of: read, in: folder) : .nobodyToSee(in: folder)] : [])
      + (hasGoal ? [] : [.noGoal(for: request.period, in: folder)])
  }

  /// The plans of the workspace's folder and those of the request.
  private static func keptPlans(
    _ paths: [String], _ index: RecordIndex, _ settings: MethodSettings, _ request: DeskRequest,
    read: (String) throws -> Parsed<[UInt8]>
  ) throws -> Parsed<KeptPlans> {
    let person = request.person ?? (index.members.count == 1 ? index.members[0].id : nil)
    var kept = KeptPlans(index, near: settings.man.near, today: request.asOf, latestOf: person)
    var given = kept
    var found = try kept.add(paths, read: read)
    for file in request.earlier {
      let plan = readKeptPlan(file)
      found += plan.diagnostics
      guard let plan = plan.value else { continue }
      kept.add(plan)
      given.add(plan)
    }
    if let first = request.earlier.first, let person, given.latest == nil, !found.hasErrors {
      found.append(.noEarlierPlanOf(person, at: Place(path: first.path)))
    }
    return Parsed(kept, found)
  }

  private init(
    _ own: Dataset?, _ examples: [Dataset], _ reports: [ImportReport], _ settings: Settings,
    kept: KeptPlans?, _ request: DeskRequest, _ sources: DeskSources
  ) {
    let (log, key) = (sources.log, sources.codeKey)
    self.own = own
    self.examples = examples
    allReports = reports
    checks = CompanyChecks(settings)
    method = settings.method
    fieldForms = Dictionary(
      uniqueKeysWithValues: Audience.allCases.map { ($0, settings.forms(for: $0)) })
    codeKey = own == nil ? nil : key
    codes = codeKey.flatMap { key in own.map { CustomerCodes(of: $0, key) } }
    language = settings.language
    chances = kept?.chances
    latest = kept?.latest
    latestClasses = kept?.latestClasses ?? [:]
    amountBands = settings.amountBands
    customersOfCodes =
      codes.map { codes in
        Dictionary(
          (own?.index.records.customers ?? []).compactMap { customer in
            codes[customer.id].map { ($0, customer.id) }
          }, uniquingKeysWith: { first, _ in first })
      } ?? [:]
    saidBefore = kept?.outlooks ?? []
    tests = MonthTests(sources.shared?.tests ?? [:])
    undatedKept = kept?.undated ?? 0
    self.request = request
    self.log = log
    let subjects = own.map(Subject.all(in:)) ?? [:]
    self.subjects = subjects
    managing = subjects.values.reduce(into: []) { $0.formUnion($1.managers) }
    teamReaders = own.map { Subject.readers(ofTeamsIn: $0, subjects) } ?? [:]
    memberNames = Self.names(own?.memberIds ?? [])
    teamNames = Self.names(own?.index.records.teams.map(\.id) ?? [])
    prepare(for: request.period)
  }

  /// Ids and the names of their files.
  private static func names(_ ids: [String]) -> [String: String] {
    Dictionary(zip(ids, publishedNames(for: ids)), uniquingKeysWith: { first, _ in first })
  }

  /// Makes what the members share in a period once for all who will ask; a period that was not prepared
  /// is worked out for each question.
  package mutating func prepare(for period: Period) {
    guard let own, planners[period] == nil else { return }
    planners[period] = makePlanner(own, period)
  }

  /// The periods that pages ask for, in order.
  var plannedPeriods: [Period] { planners.keys.sorted { $0.range.start < $1.range.start } }

  /// The planner of a period; an example is planned on the first day of it, and knows no kept plans.
  func planner(_ dataset: Dataset, _ period: Period) -> Result<Planner, PlanProblem> {
    if dataset.name == nil, let planner = planners[period] { return planner }
    return makePlanner(dataset, period)
  }

  /// How the fields of customers stand before a reader.
  package func forms(for reader: Reader) -> FieldForms {
    reader.group?.forms ?? fieldForms[reader.audience] ?? .everything
  }

  /// The planner of a period for records with codes.
  func planner(
    _ coded: Dataset, _ period: Period, isCoded: Bool
  ) -> Result<Planner, PlanProblem> {
    makePlanner(coded, period, tests.named("coded"))
  }

  /// The records with codes in the place of customers' names; a problem where there is no key.
  func codedDataset(_ own: Dataset) -> Result<Dataset, PlanProblem> {
    guard let codes else { return .failure(.noData) }
    return .success(codedRecords.dataset { own.coded(codes, in: language) })
  }

  private func makePlanner(
    _ dataset: Dataset, _ period: Period, _ tests: MonthTests? = nil
  ) -> Result<Planner, PlanProblem> {
    let isOwn = dataset.name == nil
    return Result { () throws(MethodFailure) in
      try Planner(
        dataset.index, settings: method, period: period,
        now: isOwn ? request.asOf : period.range.start, chances: isOwn ? chances : nil,
        tests: isOwn ? tests ?? self.tests : nil)
    }.mapError { PlanProblem($0, in: dataset) }
  }

  /// A member's plan by a planner.
  func plan(
    of member: String, by planner: Planner, in dataset: Dataset
  ) -> Result<MonthlyPlan, PlanProblem> {
    log.note(.plan(member: member, planner.period, folder: dataset.folder))
    return Result { () throws(MethodFailure) in try planner.plan(for: member) }
      .mapError { PlanProblem($0, in: dataset) }
  }

  // MARK: Whose pages there are

  /// Whether there are members to plan for.
  package var hasMembers: Bool { own.map { !$0.index.members.isEmpty } ?? false }

  /// The members' ids, in the order of the table.
  package var memberIds: [String] { own?.memberIds ?? [] }

  /// The rows that a page can be written for.
  package func rows(of each: FrontMatter.Each) -> [PageRow] {
    guard let own else { return [] }
    switch each {
    case .member:
      return memberRows { _ in true }
    case .team:
      return own.index.records.teams.map {
        PageRow($0, fileName: teamNames[$0.id] ?? publishedName(for: $0.id))
      }
    case .customer: return own.index.members.flatMap { customerRows(of: $0.id) }
    }
  }

  /// Whether the table of members says who manages whom.
  package var hasManagers: Bool { !managing.isEmpty }

  /// The rows of those who manage somebody, in the order of the members' table.
  package var managerRows: [PageRow] { memberRows { managing.contains($0) } }

  /// The rows of those whose plans a reader may open.
  package func memberRows(for reader: Reader) -> [PageRow] {
    memberRows { reader.refusal(of: .plan(of: subject($0))) == nil }
  }

  private func memberRows(where isWanted: (String) -> Bool) -> [PageRow] {
    (own?.index.members ?? []).filter { isWanted($0.id) }.map(row)
  }

  /// The row of a member; nil where there is none.
  package func memberRow(_ id: String) -> PageRow? { own?.index.member(id).map(row) }

  private func row(_ member: Member) -> PageRow {
    PageRow(member, fileName: memberNames[member.id] ?? publishedName(for: member.id))
  }

  /// The rows of the teams whose people a manager may see; a team without people is nobody's.
  package func teamRows(for reader: Reader) -> [PageRow] {
    if reader.group != nil {
      let open = Set(memberRows(for: reader).map(\.id))
      return rows(of: .team).filter { row in
        let members = own?.index.members(ofTeam: row.id) ?? []
        return !members.isEmpty && members.allSatisfy { open.contains($0.id) }
      }
    }
    return rows(of: .team).filter { row in
      reader.person.map { teamReaders[row.id]?.contains($0) ?? false } ?? true
    }
  }

  /// Where a member stands among those whose plans are made: who leads nobody first, then who leads others, from
  /// those with most managers above up.
  package func leading(_ member: String) -> Int {
    managing.contains(member) ? Int.max - subject(member).managers.count : 0
  }

  /// The outermost team all of whose people are a manager or work below them, the first in the order of the
  /// table; nil for who leads none.
  package func team(ledBy member: String) -> String? {
    guard let own, managing.contains(member) else { return nil }
    let led = own.index.records.teams.filter {
      teamReaders[$0.id]?.contains(member) ?? false
        && own.index.members(ofTeam: $0.id).contains { $0.id != member }
    }
    let ids = Set(led.map(\.id))
    return led.first { team in team.parent.map { !ids.contains($0) } ?? true }?.id
  }

  /// A member as what is asked of a reader.
  func subject(_ id: String) -> Subject { subjects[id] ?? Subject(id) }

  /// The rows of a member's customers, by codes where a reader sees those.
  package func customerRows(of member: String, for reader: Reader? = nil) -> [PageRow] {
    let isCoded = reader.map { forms(for: $0)[.customer] == .code } ?? false
    guard let own, let owner = own.index.member(member),
      let shown = isCoded ? try? codedDataset(own).get() : own
    else { return [] }
    let customers = shown.index.customers(of: member)
    return zip(customers, publishedNames(for: customers.map(\.id))).map {
      PageRow($0, of: owner, fileName: $1)
    }
  }

  /// The period of a page: its head's, or the one that was asked for.
  package func period(of head: FrontMatter) -> Period { head.period(asked: request.period) }

  /// The name of the manager of a member, if there is one and a reader may know it: it stands at the head of
  /// the member's plan.
  package func managerName(of member: String?, for reader: Reader) -> String? {
    guard let own, let manager = member.flatMap({ own.index.member($0)?.manager }),
      mayName(manager, reader)
    else { return nil }
    return own.index.member(manager).map { $0.name.isEmpty ? $0.id : $0.name }
  }

  /// What of the own data's tables could not be read, a sentence for each of them; nothing for those who
  /// see no numbers of it.
  ///
  ///     desk.gaps(for: reader).first?.english  // "3 of 120 rows of “orders” have mistakes and do not count"
  package func gaps(for reader: Reader) -> [Phrase] {
    reader.refusal(of: .teams) == nil ? allReports.compactMap(\.gap) : []
  }

  /// What became of the rows of the own data's tables; nothing for those who may not see all rows.
  package func reports(for reader: Reader) -> [ImportReport] {
    // It quotes cells as they stand in the tables.
    guard forms(for: reader)[.customer] == .full, reader.group == nil else { return [] }
    let all = memberIds.map(subject)
    return reader.refusal(of: .importReport(of: all)) == nil ? allReports : []
  }
}
