import Diagnostics

extension Diagnostic {
  static func noEarlierPlanOf(_ person: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "earlier-plan.person", severity: .warning, at: place,
      "none of the plans given is an earlier one of “\(person)”: who moved cannot be said",
      expected: "an earlier plan of “\(person)”", fix: "give that person's file to --since")
  }
}
