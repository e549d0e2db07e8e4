package import Diagnostics
import Formula
package import Phrases
import SalesMethod
import YAML

/// A check of the company's own on every plan, as `checks:` of the settings says: a condition, and what
/// to say where it holds.
package struct CompanyCheck: Hashable, Sendable {
  /// How much it weighs.
  package enum Level: String, Hashable, Sendable, CaseIterable { case warn, fail }

  /// The id of the company's choosing.
  package let id: String
  /// How much it weighs.
  package let level: Level
  /// Where its condition stands.
  package let place: Place
  /// Its condition as it is written.
  package let conditionText: String
  let condition: Expression
  private let texts: [Language: String]

  /// What it says in a language; in the other one where it has no words in this.
  package func text(in language: Language) -> String {
    texts[language] ?? texts.sorted { $0.key.rawValue < $1.key.rawValue }.first?.value ?? ""
  }

  /// Reads `checks:`; the conditions are checked against the names that every plan may define.
  ///
  ///     checks:
  ///       - id: busy
  ///         if: plan.hours > plan.available × 90%
  ///         say: {zh-Hans: 工时已满九成, en: nine tenths of the hours are taken}
  ///         level: fail
  static func read(
    _ reader: inout MappingReader, in scope: Scope, _ method: MethodSettings, _ units: Units
  ) -> Parsed<[CompanyCheck]> {
    let items = reader.read("checks", expected: "a list of checks") { $0.items } ?? []
    let known = DataNames.scope(scope, adding: nil, method: method, units)
    var found: [Diagnostic] = []
    var ids: Set<String> = []
    let checks = items.compactMap { item -> CompanyCheck? in
      let check = read(item, in: known, units)
      found += check.diagnostics
      guard let check = check.value else { return nil }
      if !ids.insert(check.id).inserted { found.append(.checkTwice(check.id, at: item.place)) }
      return check
    }
    return Parsed(checks, found)
  }

  private static func read(
    _ item: YAMLNode, in scope: Scope, _ units: Units
  ) -> Parsed<CompanyCheck?> {
    var reader = MappingReader(item, of: "check")
    let id = reader.read("id", expected: "letters, digits, - and _") { node in
      node.text.flatMap { isID($0) ? $0 : nil }
    }
    let condition = reader.read(
      "if", expected: "a formula, as plan.hours > 120 小时", PlacedText.init)
    let texts = reader.read("say", expected: "a text, or one for each of zh-Hans and en", texts)
    let level = reader.choice("level", of: Level.self) ?? .warn
    var found = reader.finish()
    for (key, isThere) in [("id", id != nil), ("if", condition != nil), ("say", texts != nil)]
    where !isThere && item[key] == nil && item.entries != nil {
      found.append(.checkWithout(key, at: item.place))
    }
    guard let id, let condition, let texts else { return Parsed(nil, found) }
    let parsed = Expression.parse(condition.text, at: condition.place, units: units)
    found += parsed.diagnostics
    guard let expression = parsed.value else { return Parsed(nil, found) }
    found +=
      RowFormulas.link([RowFormula(expression, role: .condition)], over: [], in: scope).diagnostics
    let check = CompanyCheck(
      id: id, level: level, place: condition.place,
      conditionText: condition.text, condition: expression, texts: texts)
    return Parsed(found.hasErrors ? nil : check, found)
  }

  private static func isID(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 60
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || "0123456789-_".unicodeScalars.contains($0)
      }
  }

  private static func texts(_ node: YAMLNode) -> [Language: String]? {
    if let text = node.text, !node.isNull {
      return Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, text) })
    }
    guard let entries = node.entries, !entries.isEmpty else { return nil }
    var texts: [Language: String] = [:]
    for entry in entries {
      guard let language = Language(rawValue: entry.key), let text = entry.value.text,
        !entry.value.isNull
      else { return nil }
      texts[language] = text
    }
    return texts
  }
}

extension Diagnostic {
  static func checkTwice(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "checks.twice", at: place, "two checks have the id “\(id)”",
      fix: "give one of them another id")
  }

  static func checkWithout(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "checks.incomplete", at: place, "the check has no “\(key)”",
      expected: "id: a name, if: a condition, say: what to say where it holds")
  }

  static func checkFault(_ fault: String, _ id: String, member: String, at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      id: "checks.fault", severity: .warning, at: place,
      "the check “\(id)” cannot be computed for \(member): \(fault)",
      expected: "a condition that every plan can answer",
      fix: "put another value in the place of what fails: IFERROR(…, 0)")
  }
}
