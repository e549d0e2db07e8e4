import Diagnostics

extension Diagnostic {
  static func unclosedFrontMatter(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "page.unclosed-front-matter", at: place, "the head of this page is not closed",
      expected: "a line of --- behind the last key",
      fix: "write --- on a line of its own, or *** where a rule across the page was meant")
  }
}

extension Diagnostic {
  static func treeName(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "settings.tree-name", at: place, "a tree cannot be called “\(name)”",
      expected: "letters, digits, - and _, as its folder will bear this name")
  }
}
