package import Book
package import Diagnostics
import Formula
import Phrases
import SalesMethod

extension Workbook {
  /// Adds a sheet for each page that computes something: every name a cell with its formula, its
  /// value and its unit, and a name of its own in the whole workbook.
  ///
  /// The examples that follow a faded one stand behind it. What the page's edition leaves blank is an
  /// empty cell. A name that had to be changed is a
  /// warning.
  package mutating func add(_ pages: [CalculatedPage]) -> [Diagnostic] {
    var names = SpreadsheetNames()
    for name in sheets.flatMap(\.names) { _ = names.name(for: name.name) }
    var found: [Diagnostic] = []
    for page in pages {
      var builder = PageSheet(page, names)
      sheets.append(builder.build())
      names = builder.names
      found += builder.diagnostics
    }
    return found
  }
}

/// Builds the sheet of one page.
private struct PageSheet {
  private let page: CalculatedPage
  private let notation: Notation
  /// The names of the whole workbook.
  private(set) var names: SpreadsheetNames
  private(set) var diagnostics: [Diagnostic] = []
  /// What the names that this page's exercises know have for cells: the page's own and the data's.
  private var known: [String: String] = [:]

  init(_ page: CalculatedPage, _ names: SpreadsheetNames) {
    self.page = page
    self.names = names
    notation = Notation(language: page.language.rawValue)
  }

  mutating func build() -> Sheet {
    var sections: [SheetSection] = []
    for section in page.sections {
      sections.append(self.section(of: section))
      for (index, example) in section.examples.enumerated() {
        sections.append(self.section(of: example, number: index + 1, behind: section))
      }
    }
    return .calculations(
      sections, SheetStyle(title: page.title, language: page.language))
  }

  private mutating func section(of section: CalculatedPage.Section) -> SheetSection {
    let made = section.evaluation.spreadsheet(
      in: notation, hidden: section.hidden, sharing: &names, known: known)
    diagnostics += made.diagnostics
    let isPage = section.id.isEmpty
    for cell in made.value.cells where isPage || cell.name.contains(".") {
      known[cell.name] = cell.definedName
    }
    for data in made.value.data { known[data.name] = data.definedName }
    return SheetSection(title: isPage ? nil : title(of: section), made.value)
  }

  /// An example that follows a faded one.
  ///
  /// Its names are those of the first, so that they get others in the workbook: this is no mistake of
  /// the author's, and no warning.
  private mutating func section(
    of example: CalculatedPage.Example, number: Int, behind section: CalculatedPage.Section
  ) -> SheetSection {
    let made = example.evaluation.spreadsheet(
      in: notation, hidden: example.hidden, sharing: &names, known: known, withNumbers: false)
    diagnostics += made.diagnostics.filter { $0.id != "formula.workbook-name" }
    return SheetSection(title: "\(title(of: section)) · \(number)", made.value)
  }

  private func title(of section: CalculatedPage.Section) -> String { section.title ?? section.id }
}
