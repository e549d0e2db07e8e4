import Diagnostics
import Pages

extension Diagnostic {
  static func unknownTree(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      id: "request.unknown-tree", at: Place(path: "--tree"), "there is no tree “\(name)”",
      fix: suggestion(for: name, among: known))
  }

  static func unknownPerson(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      id: "request.unknown-person", at: Place(path: "--person"), "there is no member “\(name)”",
      fix: suggestion(for: name, among: known))
  }

  static func noRows(of each: FrontMatter.Each, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "page.no-rows", severity: .warning, at: place,
      "there is no \(each.rawValue) to write this page for; it becomes no file",
      expected: "a table of \(each.table) in the data folder")
  }

  static func noRow(
    of each: FrontMatter.Each, with condition: FrontMatter.Condition, known: [String]
  ) -> Diagnostic {
    let value = condition.value
    var seen: Set<String> = []
    let names = known.filter { !$0.isEmpty && seen.insert($0).inserted }
    return Diagnostic(
      id: "page.no-row", severity: .warning, at: condition.place,
      "no \(each.rawValue) has “\(value)” as its “\(condition.column)”; this page becomes no file",
      fix: nearestName(to: value, in: names).map { "did you mean “\($0)”?" }
        ?? (names.isEmpty ? nil : "known: " + names.prefix(12).joined(separator: ", ")))
  }

  static func sameOutputOfRows(_ output: String, word: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "page.same-output", at: place, "several rows of this page become “\(output)”",
      fix: "put {\(word)} into “path”")
  }
}
