import Diagnostics

extension Diagnostic {
  static func fenceMode(_ info: String, at place: Place) -> Diagnostic {
    let modes = FenceMode.allCases.map(\.rawValue)
    return Diagnostic(
      id: "calc.mode", at: place, "“\(info.prefix(60))” says nothing to a calculation",
      expected: "one of \(modes.joined(separator: ", ")), or nothing behind calc",
      fix: suggestion(for: info, among: modes))
  }
}

extension Diagnostic {
  static func valueName(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "values.name", at: place, "formulas cannot use “\(name.prefix(60))” as a name",
      expected: "letters of any script, digits and _, beginning with a letter")
  }

  static func valueText(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "values.text", at: place, "“\(name)” stands for no single value",
      expected: "a number with its unit, as 35 万元 or 6%, or a text")
  }

  static func valueTwice(_ name: String, first: Place?, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "values.twice", at: place, "“\(name)” has a value already",
      fix: first.map { "remove it here or in \($0.path), line \($0.line)" })
  }
}
