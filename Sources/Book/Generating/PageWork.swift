import Desk
import Diagnostics
import Formula
import Markdown
import Pages
import Rulebook
import SalesMethod

/// A page and the files it becomes.
struct PageWork: Sendable {
  /// Files rendered by one task, so that a page for ten thousand members is shared among tasks.
  private static let filesAtOnce = 16

  let entry: Outline.Entry
  let instances: [PageInstance]

  /// What came of it.
  struct Done: Sendable {
    var outcome = MadePages()
    /// The figures of members whose plans were made, for the pages of their teams.
    var figures: [FiguresKey: MemberFigures] = [:]
    /// What pages are made of that books bind.
    var bound: [BoundPage] = []
    /// What the translations of pages must have too.
    var shapes: [PageShape] = []
    /// The places that pages name for the index.
    var indexed: [IndexedPage: [IndexWord]] = [:]
    /// What waits until all other pages were read: pages with an index.
    var late: [ReadyWork] = []
    /// What the page keeps from the readers of each tree, by the tree's name; told once for all its files.
    var secrets: [String: Secrets] = [:]
    /// The page's path from the workspace's root.
    var source = ""
    /// The fingerprints of pages that others' secrets are looked for in.
    var traces: [PageTrace] = []
  }

  /// Whether it is worth more than one task.
  var isWide: Bool { instances.count > Self.filesAtOnce }

  /// The work with the page's text read, once for all its files.
  ///
  /// A page that stands in no tree is read too, so that its mistakes are found.
  func read(for site: Site) throws -> ReadyWork {
    let page = try site.prepare(entry)
    let gates = PageGates(page.value, in: site)
    return ReadyWork(page: page, gates: gates, instances: instances, reportsPage: true)
  }

  /// A page that was read, and some of the files it becomes: what one task does without looking at any
  /// other.
  struct ReadyWork: Sendable {
    let page: Parsed<ReadPage>
    let gates: PageGates
    let instances: [PageInstance]
    /// Whether this task is the one that reports what is wrong with the page itself.
    let reportsPage: Bool

    /// The same work in pieces for several tasks.
    func split() -> [ReadyWork] {
      stride(from: 0, to: instances.count, by: filesAtOnce).map { start in
        let part = instances[start..<min(start + filesAtOnce, instances.count)]
        return ReadyWork(
          page: page, gates: gates, instances: Array(part), reportsPage: start == 0)
      }
    }

    /// Renders each of the files and hands them to the sink.
    func run(
      for site: Site, _ figures: [FiguresKey: MemberFigures], into sink: some OutputSink
    ) throws -> Done {
      var done = Done()
      if site.indexed == nil,
        instances.contains(where: { page.value[$0.tree]?.holdsIndex ?? false })
      {
        done.late = [self]
        for instance in instances {
          if let prepared = page.value[instance.tree] { done.note(prepared, in: instance) }
        }
        return done
      }
      if reportsPage {
        done.outcome.diagnostics +=
          page.diagnostics + ForeignCourse.weighed(gates.diagnostics, in: site.settings)
        done.shapes = gates.shape.map { [$0] } ?? []
      }
      guard !page.diagnostics.hasErrors else { return done }
      let (read, entry) = (page.value, page.value.entry)
      for (tree, lengths) in read.lengths { done.outcome.add(lengths: lengths, in: tree) }
      done.source = entry.path
      if reportsPage { done.secrets = gates.secrets }
      var reader = CalculationReader(units: site.rules.units)
      for instance in instances {
        guard let prepared = read[instance.tree] else { continue }
        done.note(prepared, in: instance)
        let parts = site.assemble(prepared, instance, &reader, figures: figures)
        if case .success(let plan) = parts.plans[.own] { done.add(figuresOf: plan) }
        let secrets = gates.secrets[instance.tree.name]
        if site.isBound(instance, of: entry) {
          done.bound.append(BoundPage(parts: parts, key: read.key, secrets: secrets))
        }
        var renderer = PageRenderer(parts)
        let rendered = renderer.render(&reader)
        done.outcome.add(rendered.outcome, isListed: !site.hasIndex(instance.tree))
        guard !rendered.outcome.diagnostics.hasErrors else { continue }
        done.outcome.diagnostics += ForeignCourse.weighed(
          rendered.checked(for: secrets, of: entry), in: site.settings)
        if site.keepsTraces(of: instance) {
          done.traces.append(
            PageTrace(rendered.file, of: entry, in: instance.tree, every: site.traceEvery))
        }
        try sink.take(rendered.file)
        if let calendar = parts.calendarFile(site.request) {
          try sink.take(calendar)
        }
      }
      return done
    }
  }
}

extension PageWork.Done {
  /// Keeps the places that a page names for the index.
  fileprivate mutating func note(_ page: PreparedPage, in instance: PageInstance) {
    let words = page.indexWords
    guard !words.isEmpty else { return }
    indexed[IndexedPage(source: page.entry.source, tree: instance.tree.name)] = words
  }

  /// Keeps what a team's page needs of a plan.
  ///
  /// Where its sums are too large to be added up there is nothing to keep: the page that asks for them
  /// computes them again, and says so.
  fileprivate mutating func add(figuresOf plan: MonthlyPlan) {
    let key = FiguresKey(member: plan.member.id, period: plan.period)
    let made = Result { () throws(MethodFailure) in try plan.figures() }
    if case .success(let made) = made { figures[key] = made }
  }
}

extension Site {
  /// Reads a page's text, checks its blocks and cuts it for each of the trees that it stands in.
  func prepare(_ entry: Outline.Entry) throws -> Parsed<ReadPage> {
    let bytes = try read(entry.path)
    log.note(.text(path: entry.path))
    let manuscript = Manuscript.read(
      SourceFile(path: entry.path, bytes: bytes.value),
      from: min(entry.start.offset, bytes.value.count), firstLine: entry.start.line + 1,
      options: ParsingOptions(rawHTML: allowsRawHTML(entry)))
    let keepsKey = settings.answersAtEnd && boundSources.contains(entry.source)
    var page = ReadPage.read(entry, manuscript, for: trees, keepsKey: keepsKey)
    page.diagnostics = ForeignCourse.weighed(page.diagnostics, in: settings)
    return page
  }

  private func allowsRawHTML(_ entry: Outline.Entry) -> Bool {
    // Courses of other tools are written with it.
    if settings.isForeignCourse { return true }
    return settings.rawHTMLFolders.contains { folder in
      entry.source.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
    }
  }
}
