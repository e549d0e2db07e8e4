import OrderedJSON
import YAML

/// The keywords of JSON Schema that `plan.schema.json` uses; one it does not know is a complaint too.
struct SchemaValidator {
  let root: JSON

  private static let notes: Set<String> = ["$schema", "$id", "$defs", "title", "description"]

  /// What is wrong with a value: a path and the keyword; empty where it is valid.
  func complaints(_ value: JSON) -> [String] { complaints(value, root, at: "") }

  private func complaints(_ value: JSON, _ schema: JSON, at path: String) -> [String] {
    guard case .members(let keywords) = schema else { return ["\(path): no schema"] }
    return keywords.filter { !Self.notes.contains($0.key) }.flatMap {
      keyword($0.key, $0.value, value, schema, path)
    }
  }

  private func keyword(
    _ name: String, _ wanted: JSON, _ value: JSON, _ schema: JSON, _ path: String
  ) -> [String] {
    func unless(_ isRight: Bool) -> [String] { isRight ? [] : ["\(path): \(name)"] }
    switch (name, wanted, value) {
    case ("type", .string(let type), _): return unless(Self.isOf(type, value))
    case ("const", _, _): return unless(wanted == value)
    case ("enum", .array(let all), _): return unless(all.contains(value))
    case ("minimum", _, _): return unless((Self.number(value) ?? 0) >= (Self.number(wanted) ?? 0))
    case ("maximum", _, _): return unless((Self.number(value) ?? 0) <= (Self.number(wanted) ?? 0))
    case ("minItems", .integer(let count), .array(let items)): return unless(items.count >= count)
    case ("maxItems", .integer(let count), .array(let items)): return unless(items.count <= count)
    case ("pattern", .string(let pattern), .string(let text)):
      return unless((try? Regex(pattern).firstMatch(in: text)) != nil)
    case ("anyOf", .array(let all), _):
      return unless(all.contains { complaints(value, $0, at: path).isEmpty })
    case ("$ref", .string(let reference), _):
      let definition = root.value("$defs")?.value(String(reference.dropFirst("#/$defs/".count)))
      return definition.map { complaints(value, $0, at: path) } ?? ["\(path): \(reference)"]
    case ("items", _, .array(let items)):
      return items.enumerated().flatMap { complaints($1, wanted, at: "\(path)/\($0)") }
    case ("required", .array(let names), .members(let members)):
      let missing = names.filter { name in !members.contains { .string($0.key) == name } }
      return missing.map { "\(path): required \($0.text())" }
    case ("properties", _, .members(let members)):
      return members.flatMap { member in
        wanted.value(member.key).map { complaints(member.value, $0, at: "\(path)/\(member.key)") }
          ?? []
      }
    case ("additionalProperties", _, .members(let members)):
      let others = members.filter { schema.value("properties")?.value($0.key) == nil }
      if wanted == .bool(false) { return others.map { "\(path): unknown \($0.key)" } }
      return others.flatMap { complaints($0.value, wanted, at: "\(path)/\($0.key)") }
    case ("items", _, _), ("required", _, _), ("properties", _, _), ("additionalProperties", _, _),
      ("pattern", _, _), ("minItems", _, _), ("maxItems", _, _):
      return []
    default: return ["\(path): the keyword \(name) is not known"]
    }
  }

  private static func isOf(_ type: String, _ value: JSON) -> Bool {
    switch (type, value) {
    case ("object", .members), ("array", .array), ("string", .string), ("boolean", .bool): true
    case ("integer", .integer), ("number", .integer), ("number", .number): true
    case ("integer", .number(let text)): Int(text) != nil
    default: false
    }
  }

  private static func number(_ value: JSON) -> Double? {
    switch value {
    case .integer(let number): Double(number)
    case .number(let text): Double(text)
    default: nil
    }
  }
}

extension JSON {
  /// A document of JSON as it was parsed: what has quotes is text.
  init(_ node: YAMLNode) {
    switch node.content {
    case .mapping(let entries): self = .members(entries.map { Member($0.key, JSON($0.value)) })
    case .sequence(let items): self = .array(items.map { JSON($0) })
    case .scalar(let text, isQuoted: true): self = .string(text)
    case .scalar("true", _): self = .bool(true)
    case .scalar("false", _): self = .bool(false)
    case .scalar("null", _): self = .null
    case .scalar(let text, _): self = Int(text).map { .integer($0) } ?? .number(text)
    }
  }
}
