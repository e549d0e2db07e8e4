package import Diagnostics
package import SalesMethod
import YAML

/// Reads the classes out of a plan that `salesbook plan --format json` wrote earlier; nil, with what
/// is wrong, where the file is no such plan or another person's.
///
///     earlierPlan(SourceFile(path: "may.json", text: text), of: "lin").value?.customers.count  // 12
package func earlierPlan(_ file: SourceFile, of person: String) -> Parsed<RecordedPlan?> {
  let document = parseYAML(file)
  guard !document.diagnostics.hasErrors, let node = document.value,
    node["schema"]?.text == "salesbook.plan/1",
    let asOf = node["asOf"]?.text.flatMap({ Day($0) }),
    let end = node["period"]?["end"]?.text.flatMap({ Day($0) }),
    let items = node["customers"]?.items
  else {
    return Parsed(nil, document.diagnostics + [.notAnEarlierPlan(at: Place(path: file.path))])
  }
  if let other = node["person"], other.text != person {
    return Parsed(nil, [.earlierPlanOfAnother(other.text ?? "", than: person, at: other.place)])
  }
  var customers: [RecordedPlan.Customer] = []
  for item in items {
    guard let id = item["id"]?.text,
      let customerClass = item["class"]?.text.flatMap(CustomerClass.init(rawValue:))
    else { return Parsed(nil, [.earlierCustomerWithoutClass(at: item.place)]) }
    customers.append(
      RecordedPlan.Customer(
        id: id, name: item["name"]?.text ?? id, customerClass: customerClass))
  }
  return Parsed(RecordedPlan(asOf: asOf, periodEnd: end, customers: customers))
}

extension Diagnostic {
  static func notAnEarlierPlan(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "earlier-plan.format", at: place, "this is not a plan as data",
      expected: "what salesbook plan --format json printed, with asOf, period and customers",
      fix: "keep it each month: salesbook plan --format json > 2026-05.json")
  }

  static func earlierPlanOfAnother(_ other: String, than person: String, at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      id: "earlier-plan.person", at: place, "this is the plan of “\(other)”",
      expected: "an earlier plan of “\(person)”", fix: "give that person's file to --since")
  }

  static func earlierCustomerWithoutClass(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "earlier-plan.customer", at: place, "this customer has no id or no class",
      expected: "\"id\" with text and \"class\" with A, B, C or D",
      fix: "take the file as the program printed it")
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
