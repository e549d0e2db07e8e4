package import Diagnostics
package import Formula
import Markdown
package import Phrases
import SalesMethod

/// The calculations of one page as one edition prints them, for a workbook.
package struct CalculatedPage: Sendable {
  /// The calculations of one scope: the page's own, an exercise's or an example's.
  package struct Section: Sendable {
    /// The id of the exercise or example; empty for the page.
    package let id: String
    /// Its title, if it has one.
    package let title: String?
    /// What it computes.
    package let evaluation: Evaluation
    /// The names whose formulas and values the edition leaves to the reader.
    package let hidden: Set<String>
    /// The examples that follow a faded one.
    package let examples: [Example]
  }

  /// An example with numbers of its own, of which some steps are left to the reader.
  package struct Example: Sendable {
    /// What it computes.
    package let evaluation: Evaluation
    /// The names that the edition leaves to the reader, and those that follow from them.
    package let hidden: Set<String>
  }

  /// The path of the page below the content folder.
  package let source: String
  /// Its path from the workspace's root, for diagnostics.
  package let path: String
  /// The title of the page.
  package let title: String
  /// The language it is written in.
  package let language: Language
  /// The page's own calculations first.
  package let sections: [Section]
}

/// Which pages are asked for, and for whom.
package struct PageChoice: Sendable {
  /// The pages by their paths below the content folder; nil for every page that computes something.
  package var sources: [String]?
  /// What is left blank in another edition is left blank in what is made of the page too.
  package var edition: Edition
  /// The member whose own pages are asked for; nil leaves out pages that are written for each.
  package var person: String?

  /// Asks for pages.
  package init(sources: [String]?, edition: Edition = .participant, person: String? = nil) {
    self.sources = sources
    self.edition = edition
    self.person = person
  }
}

/// Computes what pages of a workspace compute, as the trees of an edition show it.
///
/// A page that does not stand in the edition, or computes nothing there, is an error where it was
/// asked for by name, and left out where all were.
///
///     let pages = try await calculatedPages(sources, request, PageChoice(sources: ["course/part-3.md"]))
///     pages.value[0].sections[0].evaluation["需开发"]?.exact  // "160"
package func calculatedPages(
  _ sources: SiteSources, _ request: GenerationRequest, _ choice: PageChoice
) async throws -> Parsed<[CalculatedPage]> {
  var request = request
  request.person = choice.person
  let read = try await readSite(sources, request)
  guard let site = read.value, !read.diagnostics.hasErrors else {
    return Parsed([], read.diagnostics)
  }
  var found = read.diagnostics
  var pages: [CalculatedPage] = []
  for wanted in try chosen(choice, of: site, &found) {
    let page = try site.calculations(of: wanted.entry, in: wanted.instance)
    found += page.diagnostics
    if let page = page.value {
      pages.append(page)
    } else if choice.sources != nil, !page.diagnostics.hasErrors {
      found.append(.noCalculation(wanted.entry.path, edition: choice.edition))
    }
  }
  if choice.sources == nil, pages.isEmpty, !found.hasErrors {
    found.append(.noCalculations(edition: choice.edition, in: site.settings.content))
  }
  return Parsed(pages, found)
}

/// The pages that are meant, each with the tree it is looked at in.
private func chosen(
  _ choice: PageChoice, of site: Site, _ found: inout [Diagnostic]
) throws -> [(entry: Outline.Entry, instance: PageInstance)] {
  guard let sources = choice.sources else {
    return site.outline.entries.compactMap { entry in
      site.instance(of: entry, choice).map { (entry, $0) }
    }
  }
  let prefix = site.settings.content + "/"
  return sources.compactMap { path in
    let source = path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
    guard let entry = site.outline.entry(source: source) else {
      found.append(.unknownPage(source, known: site.outline.sources))
      return nil
    }
    guard let instance = site.instance(of: entry, choice) else {
      found.append(.pageNotForReader(entry, choice))
      return nil
    }
    return (entry, instance)
  }
}

extension Site {
  /// The page in the first tree of the edition that it stands in; of a page that is written for each
  /// member the chosen one's.
  fileprivate func instance(of entry: Outline.Entry, _ choice: PageChoice) -> PageInstance? {
    guard entry.head.each == nil || entry.head.each == .member && choice.person != nil else {
      return nil
    }
    return instances(of: entry).first { instance in
      (instance.tree.edition ?? .participant) == choice.edition
        && (instance.member == nil || instance.member?.id == choice.person)
    }
  }

  /// What a page computes in a tree; nil where that is nothing.
  fileprivate func calculations(
    of entry: Outline.Entry, in instance: PageInstance
  ) throws -> Parsed<CalculatedPage?> {
    let page = try prepare(entry)
    guard !page.diagnostics.hasErrors else { return Parsed(nil, page.diagnostics) }
    let (blocks, tree) = (page.value.blocks, instance.tree)
    let body = page.value.document.render(
      Rendering(
        shows: { blocks[$0.place]?.isShown(in: tree) ?? false }, isData: { $0 == "calc" }))
    var reader = CalculationReader(units: Units(settings.units))
    let plans = PagePlans(plans: [:], team: nil, managerName: nil)
    let computed = PageComputing(
      site: self, page: page.value, instance: instance, plans: plans, fillsTables: false
    ).calculations(in: body.pieces, &reader)
    let sections = computed.value.sections
    guard !sections.isEmpty else { return Parsed(nil, page.diagnostics + computed.diagnostics) }
    let calculated = CalculatedPage(
      source: entry.source, path: entry.path, title: entry.title, language: entry.language,
      sections: sections)
    return Parsed(calculated, page.diagnostics + computed.diagnostics)
  }
}
