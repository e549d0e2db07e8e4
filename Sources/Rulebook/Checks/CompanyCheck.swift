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
    let items =
      reader.read("checks", expected: Phrase(zh: "检查的列表", en: "a list of checks")) { $0.items }
      ?? []
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
    var reader = MappingReader(item, of: Phrase(zh: "检查", en: "check"))
    let id = reader.read("id", expected: Phrase(zh: "字母、数字、- 和 _", en: "letters, digits, - and _"))
    { node in
      node.text.flatMap { isID($0) ? $0 : nil }
    }
    let condition = reader.read(
      "if",
      expected: Phrase(zh: "公式，例如 plan.hours > 120 小时", en: "a formula, such as plan.hours > 120"),
      PlacedText.init)
    let texts = reader.read(
      "say",
      expected: Phrase(
        zh: "一段文字，或 zh-Hans 和 en 各一段", en: "a text, or one for each of zh-Hans and en")
    ) { $0.textByLanguage }
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
}

extension Diagnostic {
  static func checkTwice(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "checks.twice", at: place,
      Phrase(zh: "两项检查的 id 都是“\(id)”", en: "two checks have the id “\(id)”"),
      fix: Phrase(zh: "给其中一项换一个 id", en: "give one of them another id"))
  }

  static func checkWithout(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "checks.incomplete", at: place,
      Phrase(zh: "检查缺少“\(key)”", en: "the check has no “\(key)”"),
      expected: Phrase(
        zh: "id：名字，if：条件，say：条件成立时说什么",
        en: "id: a name, if: a condition, say: what to say where it holds"))
  }

  static func checkFault(_ fault: Phrase, _ id: String, member: String, at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      id: "checks.fault", severity: .warning, at: place,
      Phrase(
        zh: "检查“\(id)”无法为 \(member) 计算：\(fault)",
        en: "the check “\(id)” cannot be computed for \(member): \(fault)"),
      expected: Phrase(zh: "每份计划都能回答的条件", en: "a condition that every plan can answer"),
      fix: Phrase(
        zh: "出错处用别的值代替：IFERROR(…, 0)",
        en: "put another value in the place of what fails: IFERROR(…, 0)"))
  }
}
