import Diagnostics
import Phrases

// What can be wrong when a template meets its values.
extension Diagnostic {
  static func unknownName(_ name: String, known: [String], at place: Place) -> Self {
    Self(
      id: "mustache.unknown-name", at: place,
      Phrase(zh: "没有“\(name)”这个名字", en: "unknown name “\(name)”"),
      fix: known.isEmpty ? nil : suggestion(for: name, among: known))
  }

  static func notARecord(_ path: String, _ value: Value, part: String, at place: Place) -> Self {
    Self(
      id: "mustache.not-a-record", at: place,
      Phrase(
        zh: "“\(path)”是\(value.kind)，没有“\(part)”",
        en: "“\(path)” is \(value.kind) and has no “\(part)”"))
  }

  static func noValue(_ text: String, at place: Place) -> Self {
    // A section takes the name alone, without what it is printed by.
    let name = String(text.prefix { $0 != "|" }.reversed().drop(while: \.isWhitespace).reversed())
    return Self(
      id: "mustache.no-value", at: place,
      Phrase(zh: "“\(text)”在这里没有值", en: "“\(text)” has no value here"),
      fix: Phrase(
        zh: "放进 {{#\(name)}}…{{/\(name)}}，或写 {{\(name) | default \"…\"}}",
        en: "put it into {{#\(name)}}…{{/\(name)}}, or write {{\(name) | default \"…\"}}"))
  }

  static func notPrintable(_ text: String, _ value: Value, at place: Place) -> Self {
    let fix: Phrase? =
      switch value {
      case .html: Phrase(zh: "写 {{{\(text)}}}", en: "write {{{\(text)}}}")
      case .bool:
        Phrase(
          zh: "写 {{#if \(text)}}…{{else}}…{{/if}}", en: "write {{#if \(text)}}…{{else}}…{{/if}}")
      case .list: Phrase(zh: "写 {{#\(text)}}…{{/\(text)}}", en: "write {{#\(text)}}…{{/\(text)}}")
      case .ratio: Phrase(zh: "写 {{\(text) | percent}}", en: "write {{\(text) | percent}}")
      default: nil
      }
    return Self(
      id: "mustache.not-printable", at: place,
      Phrase(zh: "“\(text)”是\(value.kind)，不是文字", en: "“\(text)” is \(value.kind), not text"),
      fix: fix)
  }

  static func noTemplateName(_ text: String, _ value: Value, at place: Place) -> Self {
    Self(
      id: "mustache.no-template-name", at: place,
      Phrase(
        zh: "“\(text)”是\(value.kind)，不是模板的名字",
        en: "“\(text)” is \(value.kind), not the name of a template"))
  }

  static func notHTML(_ text: String, _ value: Value, at place: Place) -> Self {
    Self(
      id: "mustache.not-html", at: place,
      Phrase(zh: "“\(text)”是\(value.kind)，不是 HTML", en: "“\(text)” is \(value.kind), not HTML"),
      fix: Phrase(zh: "写 {{\(text)}}：它会被转义", en: "write {{\(text)}}: it is escaped"))
  }

  static func notComparable(_ left: Value, _ right: Value, at place: Place) -> Self {
    Self(
      id: "mustache.not-comparable", at: place,
      Phrase(
        zh: "\(left.kind)与\(right.kind)不能这样比较",
        en: "\(left.kind) cannot be compared with \(right.kind) in this way"))
  }

  static func cannotFormat(_ formatter: String, _ value: Value, wants: Phrase, at place: Place)
    -> Self
  {
    Self(
      id: "mustache.cannot-format", at: place,
      Phrase(
        zh: "“\(formatter)”不能格式化\(value.kind)", en: "“\(formatter)” cannot format \(value.kind)"),
      expected: wants)
  }

  static func noLoop(_ fact: LoopFact, at place: Place) -> Self {
    Self(
      id: "mustache.no-loop", at: place,
      Phrase(zh: "“@\(fact.rawValue)”外面没有循环", en: "there is no loop around “@\(fact.rawValue)”"),
      fix: Phrase(zh: "在列表的段落里使用它", en: "use it in a section over a list"))
  }

  static func tooDeep(_ limit: Int, at place: Place) -> Self {
    Self(
      id: "mustache.too-deep", at: place,
      Phrase(
        zh: "模板互相调用超过 \(limit) 层", en: "templates call each other more than \(limit) levels deep"),
      fix: Phrase(
        zh: "让调用自己的子模板处在会结束的段落里",
        en: "let the partial that calls itself stand in a section that ends"))
  }

  static func unsafeAddress(at place: Place) -> Self {
    Self(
      id: "mustache.unsafe-address", severity: .warning, at: place,
      Phrase(zh: "这个属性里的地址已换成“#”", en: "the address in this attribute was replaced by “#”"),
      expected: Phrase(
        zh: "相对地址，或 http、https、mailto、tel 之一",
        en: "a relative address, or one of http, https, mailto or tel"))
  }
}
