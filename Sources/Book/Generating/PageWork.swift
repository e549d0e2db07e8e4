import Diagnostics
import Formula
import Markdown
import SalesMethod

/// A page and some of the files it becomes: what one task does without looking at any other.
struct PageWork: Sendable {
  /// Rows rendered by one task, so that a page for ten thousand members is shared among tasks.
  private static let rowsAtOnce = 16

  let entry: Outline.Entry
  let instances: [PageInstance]
  /// Whether this task is the one that reports what is wrong with the page itself.
  let reportsPage: Bool

  /// Splits a page's files into pieces of work.
  ///
  /// A page that stands in no tree is still read, so that its mistakes are found.
  static func split(_ instances: [PageInstance], of entry: Outline.Entry) -> [PageWork] {
    guard instances.count > rowsAtOnce else {
      return [PageWork(entry: entry, instances: instances, reportsPage: true)]
    }
    return stride(from: 0, to: instances.count, by: rowsAtOnce).map { start in
      let part = instances[start..<min(start + rowsAtOnce, instances.count)]
      return PageWork(entry: entry, instances: Array(part), reportsPage: start == 0)
    }
  }

  /// Reads the page, renders each of its files and hands them to the sink.
  func run(
    for site: Site, figures: [FiguresKey: MemberFigures], into sink: some OutputSink
  ) throws -> PageOutcome {
    let page = try site.prepare(entry)
    var outcome = PageOutcome()
    if reportsPage { outcome.diagnostics += page.diagnostics }
    guard !page.diagnostics.hasErrors else { return outcome }
    outcome.add(lengths: page.value.blocks.values.flatMap(\.kind.lengths))
    var reader = CalculationReader(units: Units(site.settings.units))
    for instance in instances {
      let plans = site.data.plans(
        for: page.value, instance, figures: figures, planPaths: site.planPaths)
      if let plan = plans.own { outcome.add(figuresOf: plan) }
      var renderer = PageRenderer(site: site, page: page.value, instance: instance, plans: plans)
      let rendered = renderer.render(&reader)
      outcome.add(
        rendered, of: entry, in: instance, isListed: !site.hasIndex(instance.tree))
      if !rendered.diagnostics.hasErrors { try sink.take(rendered.file) }
    }
    return outcome
  }
}

extension Site {
  /// Reads a page's text and checks its blocks.
  func prepare(_ entry: Outline.Entry) throws -> Parsed<PreparedPage> {
    let bytes = try read(entry.path)
    let file = SourceFile(path: entry.path, bytes: bytes.value)
    let source = PageSource.read(file).value
    let document = Document.parse(
      file, from: source.bodyOffset, firstLine: source.bodyLine + 1,
      options: ParsingOptions(rawHTML: allowsRawHTML(entry)))
    return PreparedPage.prepare(entry, document)
  }

  private func allowsRawHTML(_ entry: Outline.Entry) -> Bool {
    settings.rawHTMLFolders.contains { folder in
      entry.source.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
    }
  }
}
