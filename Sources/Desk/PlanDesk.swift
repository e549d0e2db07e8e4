import Diagnostics
import SalesData
import SalesMethod
import Tables

/// Where plans come from: the workspace's data and the examples, and the period that was asked for.
struct PlanDesk: Sendable {
  private let own: Dataset?
  private let examples: [Dataset]
  private let settings: MethodSettings
  /// How the classes of the plans that were kept did.
  private let calibration: Calibration?
  private let request: GenerationRequest
  /// What the own data's members share, by period: made once for all pages.
  private let planners: [Period: Result<Planner, PlanProblem>]
  /// What became of the rows of the own data's tables.
  let reports: [ImportReport]
  private let memberNames: [String: String]
  private let teamNames: [String: String]

  /// Reads the tables.
  static func read(
    _ sources: SiteSources, _ settings: Settings, _ outline: Outline, _ request: GenerationRequest
  ) throws -> Parsed<PlanDesk> {
    var found: [Diagnostic] = []
    var reports: [ImportReport] = []
    func dataset(_ name: String?, _ files: [SourceFile], _ tables: [Table] = []) -> Dataset? {
      let folder = settings.data + (name.map { "/examples/" + $0 } ?? "")
      let isQueried = name == nil && !settings.dataSettings.queries.isEmpty
      guard !files.isEmpty || isQueried else { return nil }
      var dataSettings = settings.dataSettings
      // What they say of files is said of the workspace's own.
      if name != nil { (dataSettings.files, dataSettings.queries) = ([], []) }
      let loaded = loadRecords(files: files, tables: tables, settings: dataSettings)
      found += loaded.diagnostics
      if name == nil { reports = loaded.value.reports }
      return Dataset(name: name, folder: folder, index: RecordIndex(loaded.value.records))
    }
    let own = dataset(nil, sources.data, sources.tables)
    let examples = sources.examples.compactMap { dataset($0.name, $0.files) }
    var calibration: Calibration?
    if let own {
      var kept = KeptPlans(own.index, near: settings.method.man.near, today: request.asOf)
      found += try kept.add(sources.keptPlans, read: sources.read)
      calibration = kept.calibration
    }
    let desk = PlanDesk(
      own, examples, reports, settings.method, calibration, outline, request)
    return Parsed(desk, found)
  }

  private init(
    _ own: Dataset?, _ examples: [Dataset], _ reports: [ImportReport],
    _ settings: MethodSettings, _ calibration: Calibration?, _ outline: Outline,
    _ request: GenerationRequest
  ) {
    self.reports = reports
    self.own = own
    self.examples = examples
    self.settings = settings
    self.calibration = calibration
    self.request = request
    let members = own?.memberIds ?? []
    let teams = own?.index.records.teams.map(\.id) ?? []
    memberNames = Self.names(members)
    teamNames = Self.names(teams)
    var planners: [Period: Result<Planner, PlanProblem>] = [:]
    if let own {
      let periods = outline.entries.map { Self.period(of: $0.head, request) } + [request.period]
      for period in periods where planners[period] == nil {
        planners[period] = Self.planner(own, settings, calibration, period, now: request.asOf)
      }
    }
    self.planners = planners
  }

  /// Ids and the names of their files.
  private static func names(_ ids: [String]) -> [String: String] {
    Dictionary(zip(ids, publishedNames(for: ids)), uniquingKeysWith: { first, _ in first })
  }

  /// Whether there are members to plan for.
  var hasMembers: Bool { own.map { !$0.index.members.isEmpty } ?? false }

  /// The members' ids, in the order of the table.
  var memberIds: [String] { own?.memberIds ?? [] }

  /// The rows that a page can be written for.
  func rows(of each: FrontMatter.Each) -> [PageInstance.Row] {
    guard let own else { return [] }
    switch each {
    case .member: return own.index.members.map(row)
    case .team:
      return own.index.records.teams.map {
        PageInstance.Row(
          subject: .team($0), fileName: teamNames[$0.id] ?? publishedName(for: $0.id))
      }
    case .customer: return own.index.members.flatMap(customerRows)
    }
  }

  /// The rows of a member's customers.
  func customerRows(of member: Member) -> [PageInstance.Row] {
    guard let own else { return [] }
    let customers = own.customers(of: member.id)
    return zip(customers, publishedNames(for: customers.map(\.id))).map { customer, name in
      PageInstance.Row(subject: .customer(customer, owner: member), fileName: name)
    }
  }

  private func row(of member: Member) -> PageInstance.Row {
    PageInstance.Row(
      subject: .member(member), fileName: memberNames[member.id] ?? publishedName(for: member.id))
  }

  /// The period of a page: its head's, or the one that was asked for.
  func period(of entry: Outline.Entry) -> Period { Self.period(of: entry.head, request) }

  private static func period(of head: FrontMatter, _ request: GenerationRequest) -> Period {
    switch head.period {
    case .month, nil: request.period
    case .quarter:
      Period.quarter(
        (request.period.range.start.month + 2) / 3, of: request.period.range.start.year)
        ?? request.period
    case .range(let range): Period.custom(range)
    }
  }

  /// The plans that the views of a page ask for.
  ///
  /// Team pages take the figures of members whose plans were made already, and compute the rest.
  func plans(
    for page: PreparedPage, _ instance: PageInstance, figures: [FiguresKey: MemberFigures],
    planPaths: [String: String]
  ) -> PagePlans {
    var plans: [ViewSource: Result<MonthlyPlan, PlanProblem>] = [:]
    let shown = page.blocks.values.filter { $0.isShown(in: instance.tree) }
    if page.entry.head.each == .member { plans[.own] = plan(.own, page.entry, instance) }
    for block in shown {
      let asked =
        (block.kind as? any PlanView)?.source ?? (block.kind as? TableBlock)?.fill?.source
      guard let asked, plans[asked] == nil else { continue }
      plans[asked] = plan(asked, page.entry, instance)
    }
    guard page.entry.head.each == .team || shown.contains(where: { $0.kind is any TeamView })
    else { return PagePlans(plans: plans, team: nil, managerName: managerName(of: instance)) }
    let links = planPaths.mapValues { relativeLink(from: instance.output, to: $0) }
    let team = team(of: instance, period(of: page.entry), figures, links)
    return PagePlans(plans: plans, team: team, managerName: managerName(of: instance))
  }

  private func managerName(of instance: PageInstance) -> String? {
    guard let manager = instance.member?.manager else { return nil }
    return own?.member(manager).map { $0.name.isEmpty ? $0.id : $0.name }
  }

  private func team(
    of instance: PageInstance, _ period: Period, _ figures: [FiguresKey: MemberFigures],
    _ links: [String: String]
  ) -> TeamDesk? {
    guard let own else { return nil }
    let members = instance.team.map { own.index.members(ofTeam: $0.id) } ?? own.index.members
    let planner = planner(own, period)
    let summary = planner.flatMap { planner -> Result<TeamSummary, PlanProblem> in
      guard instance.tree.audience != .everybody else {
        return .failure(.notForAudience(instance.tree.audience, meantFor: .team))
      }
      return Result { () throws(MethodFailure) in
        var all: [MemberFigures] = []
        for member in members {
          let known = figures[FiguresKey(member: member.id, period: period)]
          if let known {
            all.append(known)
          } else {
            all.append(try planner.plan(for: member.id).figures())
          }
        }
        return try planner.summary(ofTeam: instance.team?.id, all)
      }.mapError { PlanProblem($0, in: own) }
    }
    let workdays = try? planner.get().calendar.workdays(in: period.range).count
    return TeamDesk(
      summary: summary, workdays: workdays ?? 0, roster: roster(own, instance.team, members),
      links: links)
  }

  private func roster(_ own: Dataset, _ team: Team?, _ members: [Member]) -> [TeamDesk.Group] {
    let teams = team.map { [$0] } ?? own.index.records.teams
    var groups = teams.map { team in
      TeamDesk.Group(
        name: team.name.isEmpty ? team.id : team.name, link: nil,
        members: members.filter { $0.team == team.id })
    }
    let known = Set(teams.map(\.id))
    let rest = members.filter { member in !(member.team.map(known.contains) ?? false) }
    if !rest.isEmpty { groups.append(TeamDesk.Group(name: "", link: nil, members: rest)) }
    return groups.filter { !$0.members.isEmpty }
  }

  /// The plan a view asks for, or why there is none for it.
  func plan(
    _ source: ViewSource, _ entry: Outline.Entry, _ instance: PageInstance
  ) -> Result<MonthlyPlan, PlanProblem> {
    if source.data == nil {
      guard own != nil else { return .failure(.noData) }
      guard instance.tree.audience.maySeeCustomers else {
        return .failure(.notForAudience(instance.tree.audience, meantFor: .own))
      }
      if let member = source.member, instance.tree.isPersonal, member != instance.member?.id {
        return .failure(.anotherPersonsPlan)
      }
    }
    guard let dataset = (source.data == nil ? own : source.data.flatMap(example)) else {
      return .failure(
        source.data.map { .unknownExample($0, known: examples.compactMap(\.name)) } ?? .noData)
    }
    let person = source.data == nil ? instance.member?.id : nil
    let period = source.period ?? period(of: entry, in: dataset)
    return member(source.member ?? person, of: dataset).flatMap { member in
      planner(dataset, period).flatMap { planner in
        Result { () throws(MethodFailure) in try planner.plan(for: member) }
          .mapError { PlanProblem($0, in: dataset) }
      }
    }
  }

  /// The products of the data whose plan somebody may see.
  func products(_ source: ViewSource) -> [Product] {
    let dataset = source.data == nil ? own : source.data.flatMap(example)
    return dataset?.index.records.products ?? []
  }

  /// The period of a page's views: an example is about its first goal's days where the page names
  /// none.
  private func period(of entry: Outline.Entry, in dataset: Dataset) -> Period {
    guard dataset.name != nil, entry.head.period == nil else { return period(of: entry) }
    return dataset.firstGoalPeriod ?? request.period
  }

  private func example(_ name: String) -> Dataset? { examples.first { $0.name == name } }

  private func member(_ id: String?, of dataset: Dataset) -> Result<String, PlanProblem> {
    let known = dataset.memberIds
    if let id {
      return known.contains(id) ? .success(id) : .failure(.unknownMember(id, known: known))
    }
    return known.count == 1 ? .success(known[0]) : .failure(.whichMember(known: known))
  }

  /// The planner of a period; an example is planned on the first day of it.
  private func planner(_ dataset: Dataset, _ period: Period) -> Result<Planner, PlanProblem> {
    if dataset.name == nil, let planner = planners[period] { return planner }
    let now = dataset.name == nil ? request.asOf : period.range.start
    return Self.planner(
      dataset, settings, dataset.name == nil ? calibration : nil, period, now: now)
  }

  private static func planner(
    _ dataset: Dataset, _ settings: MethodSettings, _ calibration: Calibration?, _ period: Period,
    now: Day
  ) -> Result<Planner, PlanProblem> {
    Result { () throws(MethodFailure) in
      try Planner(
        dataset.index, settings: settings, period: period, now: now, calibration: calibration)
    }.mapError { PlanProblem($0, in: dataset) }
  }
}

/// A member's plan for a period.
struct FiguresKey: Hashable, Sendable {
  let member: String
  let period: Period
}
