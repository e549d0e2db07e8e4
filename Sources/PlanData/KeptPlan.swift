package import Diagnostics
package import SalesMethod
import YAML

/// Reads the classes out of a plan that `salesbook plan --format json` wrote earlier; nil, with what
/// is wrong, where the file is no such plan.
///
///     readKeptPlan(SourceFile(path: "may.json", text: text)).value?.customers.count  // 12
package func readKeptPlan(_ file: SourceFile) -> Parsed<RecordedPlan?> {
  let document = parseYAML(file)
  guard !document.diagnostics.hasErrors, let node = document.value,
    node["schema"]?.text == "salesbook.plan/1", let person = node["person"]?.text,
    let asOf = node["asOf"]?.text.flatMap({ Day($0) }),
    let end = node["period"]?["end"]?.text.flatMap({ Day($0) }),
    let items = node["customers"]?.items
  else {
    return Parsed(nil, document.diagnostics + [.notAKeptPlan(at: Place(path: file.path))])
  }
  var customers: [RecordedPlan.Customer] = []
  for item in items {
    guard let id = item["id"]?.text,
      let customerClass = item["class"]?.text.flatMap(CustomerClass.init(rawValue:))
    else { return Parsed(nil, [.keptCustomerWithoutClass(at: item.place)]) }
    customers.append(
      RecordedPlan.Customer(
        id: id, name: item["name"]?.text ?? id, customerClass: customerClass))
  }
  return Parsed(
    RecordedPlan(person: person, asOf: asOf, periodEnd: end, customers: customers))
}

extension KeptPlans {
  /// Reads the files of the folder of kept plans one by one.
  ///
  /// A file without a byte is passed over: a shell makes it before the plan that will fill it.
  package mutating func add(
    _ paths: [String], read: (String) throws -> Parsed<[UInt8]>
  ) throws -> [Diagnostic] {
    var found: [Diagnostic] = []
    for path in paths {
      let file = try read(path)
      found += file.diagnostics
      guard !file.value.isEmpty else { continue }
      let plan = readKeptPlan(SourceFile(path: path, bytes: file.value))
      found += plan.diagnostics
      if let plan = plan.value { add(plan) }
    }
    return found
  }
}

extension Diagnostic {
  static func notAKeptPlan(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "kept-plan.format", at: place, "this is not a plan as data",
      expected:
        "what salesbook plan --format json printed, with person, asOf, period and customers",
      fix: "keep one each month: salesbook plan --format json > 2026-05.json")
  }

  static func keptCustomerWithoutClass(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "kept-plan.customer", at: place, "this customer has no id or no class",
      expected: "\"id\" with text and \"class\" with A, B, C or D",
      fix: "take the file as the program printed it")
  }
}
