import Diagnostics

extension Diagnostic {
  static func unknownObjective(_ id: String, known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "block.unknown-objective", at: place, "the page has no objective “\(id)”",
      expected: "an id of objectives: at the head of the page",
      fix: suggestion(for: id, among: known))
  }

  static func unknownBlock(_ name: String, known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "block.unknown", at: place, "there is no block called “\(name)”",
      fix: suggestion(for: name, among: known))
  }

  static func leafExpected(_ block: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "block.is-leaf", at: place, "“\(block)” holds no text of its own",
      fix: "write ::\(block){…} with two colons, and no closing line")
  }

  static func containerExpected(_ block: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "block.is-container", at: place, "“\(block)” holds text, which is missing here",
      fix: "write :::\(block) with three colons, then the text, then ::: on a line of its own")
  }
}
