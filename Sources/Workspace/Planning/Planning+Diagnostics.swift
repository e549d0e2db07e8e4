import Diagnostics
import Phrases
import SalesMethod
import Wording

/// Why there is no plan to print, or nothing in it to explain.
extension Diagnostic {
  static func noPlanData(in folder: String) -> Diagnostic {
    Diagnostic(
      id: "plan.no-data", at: Place(path: folder), "there are no tables to plan with",
      expected: "tables such as goals.csv and customers.csv in this folder",
      fix: "name the workspace with -s, or begin one: salesbook init DIR --kind plan")
  }

  static func unknownMember(_ id: String, known: [String]) -> Diagnostic {
    Diagnostic(
      id: "plan.unknown-person", at: Place(path: "--person"), "there is no member “\(id)”",
      expected: "the id of a member", fix: suggestion(for: id, among: known))
  }

  static func whichMember(known: [String]) -> Diagnostic {
    Diagnostic(
      id: "plan.which-person", at: Place(path: "--person"),
      "the workspace has \(known.count) members: whose plan is meant?",
      expected: "--person with the id of a member", fix: "known: " + known.joined(separator: ", "))
  }

  static func noPlan(because failure: MethodFailure, in place: String) -> Diagnostic {
    Diagnostic(id: "plan.method", at: Place(path: place), failure.text(in: .english))
  }

  static func namesakes(_ name: String, ids: [String]) -> Diagnostic {
    Diagnostic(
      id: "explain.same-name", at: Place(path: "explain"),
      "\(ids.count) customers have the name “\(name)”", expected: "the id of one of them",
      fix: "known: " + ids.joined(separator: ", "))
  }

  static func nothingToExplain(_ what: String, near: String?, keys: [String]) -> Diagnostic {
    Diagnostic(
      id: "explain.unknown", at: Place(path: "explain"),
      "the plan has nothing named “\(what)” to explain",
      expected: "a customer's id or name, a goal's id, or a key of the plan",
      fix: near.map { "did you mean “\($0)”?" } ?? "keys: " + keys.joined(separator: ", "))
  }

  static func noEarlierPlan(_ key: String, horizonEnd: Day?) -> Diagnostic {
    let missing =
      horizonEnd.map { "whether the classes held is known only after \($0)" }
      ?? "the tables do not say which classes customers had earlier"
    return Diagnostic(
      id: "explain.no-earlier-plan", at: Place(path: "explain"),
      "“\(key)” cannot be explained: \(missing)",
      expected: "--since with an earlier plan as data",
      fix: "keep one each month: salesbook plan --format json > 2026-05.json")
  }
}
