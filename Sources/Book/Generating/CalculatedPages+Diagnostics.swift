import Diagnostics
import Pages

extension Diagnostic {
  static func unknownPage(_ source: String, known: [String]) -> Diagnostic {
    Diagnostic(
      id: "export.unknown-page", at: Place(path: "--page"), "there is no page “\(source)”",
      expected: "the path of a page below the content folder, as course/part-3.md",
      fix: suggestion(for: source, among: known))
  }

  static func pageNotForReader(_ entry: Outline.Entry, _ choice: PageChoice) -> Diagnostic {
    if let each = entry.head.each, each != .member || choice.person == nil {
      return Diagnostic(
        id: "export.page-for-each", at: Place(path: entry.path),
        "this page is written once for each \(each.rawValue)",
        expected: "a page written once, or with --person one that is written for each member")
    }
    return Diagnostic(
      id: "export.page-edition", at: Place(path: entry.path),
      "this page stands in no tree of the edition “\(choice.edition.rawValue)”",
      fix: "name another edition with --edition")
  }

  static func noCalculation(_ path: String, edition: Edition) -> Diagnostic {
    Diagnostic(
      id: "export.no-calculation", at: Place(path: path),
      "this page computes nothing in the edition “\(edition.rawValue)”",
      expected: "a block ```calc", fix: "leave the page out, or name another edition with --edition"
    )
  }

  static func noCalculations(edition: Edition, in folder: String) -> Diagnostic {
    Diagnostic(
      id: "export.no-calculation", at: Place(path: folder),
      "no page computes anything in the edition “\(edition.rawValue)”",
      expected: "a page with a block ```calc")
  }
}
