import Desk
package import Diagnostics
import Formula
import Markdown
package import Pages
import Phrases
import Rulebook
import SalesMethod

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

extension BookSite {
  /// Computes what pages of the workspace compute, as the trees of an edition show it.
  ///
  /// A page that does not stand in the edition, or computes nothing there, is an error where it was
  /// asked for by name, and left out where all were.
  ///
  ///     let pages = try site.calculatedPages(PageChoice(sources: ["course/part-3.md"]))
  ///     pages.value[0].sections[0].evaluation["需开发"]?.exact  // "160"
  package func calculatedPages(_ choice: PageChoice) throws -> Parsed<[CalculatedPage]> {
    var site = site
    site.request.person = choice.person
    var found = choice.person.map { site.unknown(person: $0) } ?? []
    var pages: [CalculatedPage] = []
    for wanted in site.chosen(choice, &found) {
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
}

extension Site {
  /// The pages that are meant, each with the tree it is looked at in.
  fileprivate func chosen(
    _ choice: PageChoice, _ found: inout [Diagnostic]
  ) -> [(entry: Outline.Entry, instance: PageInstance)] {
    guard let sources = choice.sources else {
      return outline.entries.compactMap { entry in
        instance(of: entry, choice).map { (entry, $0) }
      }
    }
    return sources.compactMap { path in
      let source = settings.pathInContent(path) ?? path
      guard let entry = outline.entry(source: source) else {
        found.append(.unknownPage(source, known: outline.sources))
        return nil
      }
      guard let instance = instance(of: entry, choice) else {
        found.append(.pageNotForReader(entry, choice))
        return nil
      }
      return (entry, instance)
    }
  }

  /// The page in the first tree of the edition that it stands in; of a page that is written for each
  /// member the chosen one's.
  fileprivate func instance(of entry: Outline.Entry, _ choice: PageChoice) -> PageInstance? {
    guard entry.head.each == nil || entry.head.each == .member && choice.person != nil else {
      return nil
    }
    return instances(of: entry).first { instance in
      (instance.tree.edition ?? .participant) == choice.edition
        && (instance.member == nil || instance.member == choice.person)
    }
  }

  /// What a page computes in a tree; nil where that is nothing.
  fileprivate func calculations(
    of entry: Outline.Entry, in instance: PageInstance
  ) throws -> Parsed<CalculatedPage?> {
    let page = try prepare(entry)
    let tree = instance.tree
    guard !page.diagnostics.hasErrors, let prepared = page.value[tree] else {
      return Parsed(nil, page.diagnostics)
    }
    let body = prepared.document.render(Rendering(isData: DataFence.isData))
    var reader = CalculationReader(units: rules.units)
    let sources = reader.sources(in: body.pieces, parts: prepared.calculations)
    let wanted = prepared.planOfFormulas(sources.value)
    let plans = PagePlans(plans: self.plans(wanted, of: entry, in: instance))
    let computed = PageComputing(
      rules: rules, page: prepared, tree: tree, plans: plans, fillsTables: false
    ).calculations(in: body.pieces, &reader)
    let sections = computed.value.sections
    guard !sections.isEmpty else { return Parsed(nil, page.diagnostics + computed.diagnostics) }
    let calculated = CalculatedPage(
      source: entry.source, path: entry.path, title: entry.title, language: entry.language,
      sections: sections)
    return Parsed(calculated, page.diagnostics + computed.diagnostics)
  }
}
