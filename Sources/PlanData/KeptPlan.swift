package import Diagnostics
import Phrases
package import SalesMethod
import YAML

/// The versions of the plan as data that can be read.
private let keptSchemas = ["salesbook.plan/1", "salesbook.plan/2"]

/// Reads the classes, and what was said of the month, out of a plan that `salesbook plan --format json` wrote earlier, in this version or
/// the first; nil, with what is wrong, where the file is no such plan.
///
///     readKeptPlan(SourceFile(path: "may.json", text: text)).value?.customers.count  // 12
package func readKeptPlan(_ file: SourceFile) -> Parsed<RecordedPlan?> {
  if file.bytes.allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) }) {
    return Parsed(nil, [.emptyKeptPlan(at: Place(path: file.path))])
  }
  let document = parseYAML(file)
  guard !document.diagnostics.hasErrors, let node = document.value,
    let schema = node["schema"]?.text, keptSchemas.contains(schema),
    let person = node["person"]?.text,
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
    RecordedPlan(
      person: person, asOf: asOf, periodEnd: end, customers: customers,
      outlook: KeptOutlook(node, person: person, asOf: asOf, end: end)))
}

extension KeptOutlook {
  /// What a plan said of its month; nil where it says nothing of a whole month.
  fileprivate init?(_ node: YAMLNode, person: String, asOf: Day, end: Day) {
    guard let start = node["period"]?["start"]?.text.flatMap({ Day($0) }),
      let month = DayRange.month(start.month, of: start.year),
      month.start == start, month.end == end, let outlook = node["outlook"],
      let expected = outlook["expected"]?.text.flatMap(Money.init(decimal:)),
      let ends = outlook["interval80"]?.items?.compactMap({
        $0.text.flatMap(Money.init(decimal:))
      }), ends.count == 2
    else { return nil }
    self.init(
      member: person, month: month, asOf: asOf,
      target: outlook["target"]?.text.flatMap(Money.init(decimal:)), expected: expected,
      low: ends[0], high: ends[1], chance: outlook["chance"]?.text.flatMap(Double.init))
  }
}

extension Money {
  /// An amount as the plan as data writes it: `-1234.5`; nil for anything else.
  fileprivate init?(decimal text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = Int(parts[0]), whole.magnitude < 1_000_000_000_000_000
    else {
      return nil
    }
    let rest = parts.count == 2 ? String(parts[1]) : ""
    guard rest.utf8.count <= 2, let hundredths = Int((rest + "00").prefix(2)), hundredths >= 0
    else { return nil }
    let isNegative = text.hasPrefix("-")
    self.init(hundredths: whole * 100 + (isNegative ? -hundredths : hundredths))
  }
}

extension KeptPlans {
  /// Reads the files of the folder of kept plans one by one.
  package mutating func add(
    _ paths: [String], read: (String) throws -> Parsed<[UInt8]>
  ) throws -> [Diagnostic] {
    var found: [Diagnostic] = []
    for path in paths {
      let file = try read(path)
      found += file.diagnostics
      let plan = readKeptPlan(SourceFile(path: path, bytes: file.value))
      found += plan.diagnostics
      if let plan = plan.value { add(plan) }
    }
    return found
  }
}

extension Diagnostic {
  static func emptyKeptPlan(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "kept-plan.empty", at: place,
      Phrase(zh: "这份保存的计划是空的", en: "this kept plan is empty"),
      expected: Phrase(
        zh: "salesbook plan --format json 打印的内容",
        en: "what salesbook plan --format json printed"),
      fix: Phrase(
        zh: "可能当时磁盘已满：重新保存一份，或删除这个文件",
        en: "the disk may have been full: keep the plan again, or remove the file"))
  }

  static func notAKeptPlan(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "kept-plan.format", at: place,
      Phrase(zh: "这不是以 json 保存的计划", en: "this is not a plan saved as json"),
      expected:
        Phrase(
          zh: "salesbook plan --format json 打印的内容，有 person、asOf、period 和 customers",
          en: "what salesbook plan --format json printed, with person, asOf, period and customers"),
      fix: Phrase(
        zh: "每月保存一份：salesbook plan --format json > 2026-05.json",
        en: "keep one every month: salesbook plan --format json > 2026-05.json"))
  }

  static func keptCustomerWithoutClass(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "kept-plan.customer", at: place,
      Phrase(zh: "这位客户没有 id 或类别", en: "this customer has no id or no class"),
      expected: Phrase(
        zh: "\"id\" 为文字，\"class\" 为 A、B、C 或 D",
        en: "\"id\" with text and \"class\" with A, B, C or D"),
      fix: Phrase(zh: "文件要保持程序打印的原样", en: "take the file as the program printed it"))
  }
}
