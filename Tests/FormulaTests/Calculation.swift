import Diagnostics
import Formula

/// Where the calculations of the tests stand.
let origin = Place(path: "Content/index.md", line: 11, column: 3)

/// The exact value of a formula, or the fault that took its place.
func value(of formula: String, in scope: Scope = Scope()) -> String {
  let evaluation = calculate("x = \(formula)", at: origin, in: scope).value
  guard let result = evaluation["x"] else { return "no x" }
  if case .failed(let failure) = result.outcome { return "failed: \(failure.fault.rawValue)" }
  let unit = result.unit.description
  return (result.exact ?? "") + (unit.isEmpty ? "" : " " + unit)
}

/// The diagnostics of a calculation as `line:column id`, lines and columns counted in the text.
func findings(in text: String, scope: Scope = Scope()) -> [String] {
  let place = Place(path: "x", line: 1, column: 1)
  return calculate(text, at: place, in: scope).diagnostics.map {
    "\($0.place.line):\($0.place.column) \($0.id.dropFirst("formula.".count))"
  }
}
