import Desk
import Diagnostics
import Formula
import Markdown
import Mustache
import Pages
import Phrases
import Rulebook
import SalesMethod

extension Site {
  /// Puts together what one file of a page is made of, and nothing it does not use.
  ///
  /// Team pages take the figures of members whose plans were made already, and compute the rest.
  func assemble(
    _ page: PreparedPage, _ instance: PageInstance, _ reader: inout CalculationReader,
    figures: [FiguresKey: MemberFigures]
  ) -> PageParts {
    let (entry, tree) = (page.entry, instance.tree)
    let links = LinkResolver(site: self, entry: entry, instance: instance)
      .targets(of: page.destinations)
    let body = page.document.render(
      Rendering(address: { links.address(of: $0) }, isData: DataFence.isData))
    let sources = reader.sources(in: body.pieces, parts: page.calculations).value
    let plans = plans(of: page, in: instance, sources, figures)
    let around = SiteFrame(site: self, entry: entry, instance: instance)
    var frame = around.frame
    if page.looksAround { frame.around = around.around(in: nil) }
    if plans.showsOwnNumbers || entry.head.each != nil {
      frame.gaps = desk.gaps(for: instance.reader).map { $0.text(in: entry.language) }
    }
    return PageParts(
      page: page, instance: instance, body: body, links: links,
      rules: rules.needed(
        showsPlan: entry.head.each == .member
          || page.blocks.values.contains { $0.kind is any PlanView },
        computes: sources.contains { !$0.isEmpty }), frame: frame,
      look: PageLook(
        page.templateNames(for: body), saying: page.labelWords, of: templates[entry.language],
        common: common(entry.language, edition: tree.edition ?? .participant)),
      plans: plans)
  }

  private func plans(
    of page: PreparedPage, in instance: PageInstance, _ sources: [CalculationSource],
    _ figures: [FiguresKey: MemberFigures]
  ) -> PagePlans {
    let entry = page.entry
    let shown = page.blocks.values
    let fills = sources.flatMap(\.tables).map(\.fill)
    let asked =
      (entry.head.each == .member ? [.own] : [])
      + shown.compactMap { ($0.kind as? any PlanView)?.source } + fills.map(\.source)
      + page.planOfFormulas(sources)
    var plans = PagePlans(plans: plans(asked, of: entry, in: instance))
    for fill in fills where fill.table == .products {
      plans.products[fill.source] = desk.products(fill.source, for: instance.reader)
    }
    for case let record as RecordBlock in shown.map(\.kind) {
      if entry.head.each == .team {
        plans.teamRecord = desk.record(ofTeam: instance.team, for: instance.reader)
      } else {
        plans.records[record.source] = desk.record(
          record.source, of: instance.member, on: entry.head, for: instance.reader)
      }
    }
    plans.managerName = desk.managerName(of: instance.member, for: instance.reader)
    guard entry.head.each == .team || shown.contains(where: { $0.kind is any TeamView }) else {
      return plans
    }
    var team = instance.team
    if let member = instance.member, entry.head.each == .member {
      // On a member's page it is about those whom the member leads, for who may see them.
      guard instance.tree.audience == .manager, let led = desk.team(ledBy: member) else {
        return plans
      }
      team = led
    }
    if case .success(let plan)? = plans.plans[.own] { _ = try? desk.figures(of: plan) }
    plans.team = desk.team(team, on: entry.head, figures, for: instance.reader)
    let named = plans.team.map { $0.named(onPage: instance.part) } ?? (members: [], teams: [])
    plans.links = planLinks(to: named.members, from: instance)
    plans.teamLinks = teamLinks(to: named.teams, from: instance)
    plans.partLinks = partLinks(of: entry, from: instance)
    return plans
  }

  /// The plans that a page asks for, each made once, or why there is none.
  func plans(
    _ asked: [ViewSource], of entry: Outline.Entry, in instance: PageInstance
  ) -> [ViewSource: Result<MonthlyPlan, PlanProblem>] {
    var plans: [ViewSource: Result<MonthlyPlan, PlanProblem>] = [:]
    for source in asked where plans[source] == nil {
      plans[source] = desk.plan(
        source, of: instance.member, on: entry.head, for: instance.reader)
    }
    return plans
  }
}

extension PreparedPage {
  /// The plan that the page's formulas mean; none where they name nothing of the data.
  func planOfFormulas(_ sources: [CalculationSource]) -> [ViewSource] {
    sources.contains { !$0.dataNames.isEmpty } ? [.formulas(of: entry.head)] : []
  }
}

extension TeamFigures {
  /// The ids of the members and teams that a page of these figures names.
  fileprivate func named(onPage page: Int) -> (members: Set<String>, teams: Set<String>) {
    var named: (members: Set<String>, teams: Set<String>) = ([], [])
    for line in lines.lines(ofPage: page) {
      switch line {
      case .member(let id, _): named.members.insert(id)
      case .team(let id, _, _, _): named.teams.insert(id)
      }
    }
    let groups = (try? roster.get()) ?? []
    // Nobody is linked who is not named.
    if !groups.contains(where: { !$0.members.isEmpty }) { named.members = [] }
    return named
  }
}
