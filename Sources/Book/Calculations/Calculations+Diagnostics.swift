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
