import OrderedJSON

/// The plan as data, laid out as keys: members joined by dots, what stands in a list named by what
/// tells it from its neighbours.
struct PrintedKeys {
  /// What stands under each key: a number, a word or a list of them, without quotes.
  private(set) var values: [String: String] = [:]
  private(set) var twice: [String] = []

  /// Members that repeat a sentence.
  private static let sentences: Set = [
    "schema", "person", "team", "currency", "letter", "message", "notes",
  ]

  /// Lists of words or numbers, which are one value.
  private static let flatLists: Set<Substring> = ["missing", "perWeek", "stages", "unknown"]

  init(_ document: JSON) { add(document, "") }

  private mutating func add(_ value: JSON, _ key: String) {
    switch value {
    case .members(let members):
      for member in members where !isName(member.key, under: key) {
        add(member.value, key.isEmpty ? member.key : "\(key).\(member.key)")
      }
    case .array(let items) where items.contains { if case .members = $0 { true } else { false } }:
      for item in items { add(item, "\(key).\(name(of: item))") }
    case .array([]) where !Self.flatLists.contains(key.split(separator: ".").last ?? ""):
      break  // a list of objects that has none
    default:
      if values.updateValue(plain(value), forKey: key) != nil { twice.append(key) }
    }
  }

  /// Whether a member only says which object of a list this is, or repeats a sentence of it.
  private func isName(_ member: String, under key: String) -> Bool {
    if Self.sentences.contains(member) { return true }
    switch member {
    case "stage": return !key.hasPrefix("deals.open.")
    case "id", "name", "lever", "date", "customer", "key", "kind", "after": return true
    case "band": return key.hasPrefix("outlook.")
    case "from", "to": return !key.hasPrefix("classes.moves.")
    case "class": return key.hasPrefix("chances.") || key.hasPrefix("classes.calibration.")
    case "factor": return key.hasPrefix("workload.sensitivity.")
    default: return false
    }
  }

  private func name(of item: JSON) -> String {
    let lever = item.value("lever").map { ([$0] + [item.value("from")].compactMap { $0 }) }
    let names =
      lever
      ?? [
        "key", "id", "kind", "after", "band", "stage", "customer", "from", "date", "factor",
        "class",
      ].compactMap { item.value($0) }.prefix(1).map { $0 }
    return names.map(plain).joined(separator: ".")
  }

  private func plain(_ value: JSON) -> String {
    switch value {
    case .string(let text): text
    case .array(let items): "[" + items.map(plain).joined(separator: ",") + "]"
    default: value.text()
    }
  }
}
