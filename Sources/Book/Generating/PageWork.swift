import Desk
import Diagnostics
import Formula
import Markdown
import Pages
import Rulebook
import SalesMethod
import Storing

/// A page and the files it becomes.
struct PageWork: Sendable {
  /// Files rendered by one task, so that a page for ten thousand members is shared among tasks.
  private static let filesAtOnce = 16

  let entry: Outline.Entry
  let instances: [PageInstance]
  /// Whether these are the files by which what is wrong with the page itself is reported.
  var reportsPage = true

  /// The work in pieces for several tasks.
  func split() -> [PageWork] {
    stride(from: 0, to: instances.count, by: Self.filesAtOnce).map { start in
      let part = instances[start..<min(start + Self.filesAtOnce, instances.count)]
      return PageWork(entry: entry, instances: Array(part), reportsPage: start == 0)
    }
  }

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
    /// The same in plain values, for the next build.
    var kept = KeptWork()
  }

  /// Whether it is worth more than one task.
  var isWide: Bool { instances.count > Self.filesAtOnce }

  /// The page's text, read once for all its files, with what is seen to in it.
  struct ReadText: Sendable {
    let page: Parsed<ReadPage>
    let gates: PageGates
  }

  /// Reads the page's text.
  ///
  /// A page that stands in no tree is read too, so that its mistakes are found.
  func read(for site: Site) throws -> ReadText {
    let page = try site.prepare(entry)
    return ReadText(page: page, gates: PageGates(page.value, in: site))
  }

  /// The work with the page's text; some of the files are right as an earlier build left them.
  func ready(_ text: ReadText, besides known: [String: KeptWork.File] = [:]) -> ReadyWork {
    ReadyWork(text: text, instances: instances, known: known, reportsPage: reportsPage)
  }

  /// A page that was read, and some of the files it becomes: what one task does without looking at any
  /// other.
  struct ReadyWork: Sendable {
    let text: ReadText
    let instances: [PageInstance]
    /// The files that need not be made, by their paths.
    let known: [String: KeptWork.File]
    /// Whether this task is the one that reports what is wrong with the page itself.
    let reportsPage: Bool

    private var page: Parsed<ReadPage> { text.page }
    private var gates: PageGates { text.gates }

    /// Renders each of the files and hands them to the sink.
    func run(
      for site: Site, _ figures: [FiguresKey: MemberFigures], into sink: some OutputSink
    ) throws -> Done {
      var done = Done()
      done.source = page.value.entry.path
      if site.indexed == nil,
        instances.contains(where: { page.value[$0.tree]?.holdsIndex ?? false })
      {
        done.late = [self]
        done.kept.isWhole = false
        for instance in instances {
          if let prepared = page.value[instance.tree] { done.note(prepared, in: instance) }
        }
        return done
      }
      if reportsPage {
        done.found(
          page.diagnostics + ForeignCourse.weighed(gates.diagnostics, in: site.settings))
        done.shapes = gates.shape.map { [$0] } ?? []
        done.kept.shapes = done.shapes.map {
          KeptWork.Shape(
            blocks: $0.blocks, numbers: $0.numbers, words: $0.words, rooms: $0.rooms)
        }
      }
      guard !page.diagnostics.hasErrors else {
        done.kept.isWhole = false
        return done
      }
      let (read, entry) = (page.value, page.value.entry)
      for (tree, lengths) in read.lengths { done.outcome.add(lengths: lengths, in: tree) }
      done.kept.lengths = read.lengths
      if reportsPage { done.secrets = gates.secrets }
      done.kept.secrets = done.secrets
      var reader = CalculationReader(units: site.rules.units)
      for instance in instances {
        guard let prepared = read[instance.tree] else { continue }
        done.note(prepared, in: instance)
        if let file = known[instance.output] {
          done.take(file)
          continue
        }
        let parts = site.assemble(prepared, instance, &reader, figures: figures)
        var own: MemberFigures?
        if case .success(let plan) = parts.plans[.own] {
          own = done.add(figuresOf: plan, at: site.desk)
        }
        let secrets = gates.secrets[instance.tree.name]
        if site.isBound(instance, of: entry) {
          done.bound.append(BoundPage(parts: parts, key: read.key, secrets: secrets))
        }
        var renderer = PageRenderer(parts)
        let rendered = renderer.render(&reader)
        let isListed = !site.hasIndex(instance.tree) && instance.part == 1
        var kept = KeptWork.File(outcome: rendered.outcome, isListed: isListed)
        if !rendered.outcome.diagnostics.hasErrors {
          kept.diagnostics = ForeignCourse.weighed(
            rendered.checked(for: secrets, of: entry), in: site.settings)
          if site.keepsTraces(of: instance) {
            kept.trace = PageTrace(
              rendered.file, of: entry, in: instance.tree, every: site.traceEvery)
          }
          let calendar = parts.calendarFile(site.request) ?? parts.followUpFile(site.request)
          for file in [rendered.file, calendar].compactMap(\.self) {
            try sink.take(file)
            kept.paths.append(file.path)
          }
          kept.rows = parts.plans.rows(of: instance, in: site.tables)
          if site.tables != nil, entry.head.each == .member, instance.manager == nil {
            kept.figures = own.flatMap { try? StoredCoding.bytes(of: $0) }
          }
        }
        done.take(kept)
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
    kept.indexed[instance.tree.name] = words
  }

  /// Takes in what a file came to, now or in an earlier build.
  mutating func take(_ file: KeptWork.File) {
    outcome.add(file.outcome, isListed: file.isListed)
    outcome.diagnostics += file.diagnostics
    file.trace.map { traces.append($0) }
    kept.files.append(file)
    if (file.outcome.diagnostics + file.diagnostics).hasErrors { kept.isWhole = false }
  }

  /// Keeps what was found in the page itself.
  fileprivate mutating func found(_ diagnostics: [Diagnostic]) {
    outcome.diagnostics += diagnostics
    kept.diagnostics += diagnostics
    if diagnostics.hasErrors { kept.isWhole = false }
  }

  /// Keeps what a team's page needs of a plan.
  ///
  /// Where its sums are too large to be added up there is nothing to keep: the page that asks for them
  /// computes them again, and says so.
  fileprivate mutating func add(
    figuresOf plan: MonthlyPlan, at desk: PlanDesk
  ) -> MemberFigures? {
    let key = FiguresKey(member: plan.member.id, period: plan.period)
    let made = Result { () throws(MethodFailure) in try desk.figures(of: plan) }
    guard case .success(let made) = made else { return nil }
    figures[key] = made
    return made
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
