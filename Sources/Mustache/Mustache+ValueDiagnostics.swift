import Diagnostics

// What can be wrong when a template meets its values.
extension Diagnostic {
  static func unknownName(_ name: String, known: [String], at place: Place) -> Self {
    Self(
      id: "mustache.unknown-name", at: place, "unknown name “\(name)”",
      fix: known.isEmpty ? nil : suggestion(for: name, among: known))
  }

  static func notARecord(_ path: String, _ value: Value, part: String, at place: Place) -> Self {
    Self(
      id: "mustache.not-a-record", at: place, "“\(path)” is \(value.kind) and has no “\(part)”")
  }

  static func noValue(_ text: String, at place: Place) -> Self {
    Self(
      id: "mustache.no-value", at: place, "“\(text)” has no value here",
      fix: "put it into {{#\(text)}}…{{/\(text)}}, or write {{\(text) | default \"…\"}}")
  }

  static func notPrintable(_ text: String, _ value: Value, at place: Place) -> Self {
    let fix: String? =
      switch value {
      case .html: "write {{{\(text)}}}"
      case .bool: "write {{#if \(text)}}…{{else}}…{{/if}}"
      case .list: "write {{#\(text)}}…{{/\(text)}}"
      case .ratio: "write {{\(text) | percent}}"
      default: nil
      }
    return Self(
      id: "mustache.not-printable", at: place, "“\(text)” is \(value.kind), not text", fix: fix)
  }

  static func noTemplateName(_ text: String, _ value: Value, at place: Place) -> Self {
    Self(
      id: "mustache.no-template-name", at: place,
      "“\(text)” is \(value.kind), not the name of a template")
  }

  static func notHTML(_ text: String, _ value: Value, at place: Place) -> Self {
    Self(
      id: "mustache.not-html", at: place, "“\(text)” is \(value.kind), not HTML",
      fix: "write {{\(text)}}: it is escaped")
  }

  static func notComparable(_ left: Value, _ right: Value, at place: Place) -> Self {
    Self(
      id: "mustache.not-comparable", at: place,
      "\(left.kind) cannot be compared with \(right.kind) in this way")
  }

  static func cannotFormat(_ formatter: String, _ value: Value, wants: String, at place: Place)
    -> Self
  {
    Self(
      id: "mustache.cannot-format", at: place, "“\(formatter)” cannot format \(value.kind)",
      expected: wants)
  }

  static func noLoop(_ fact: LoopFact, at place: Place) -> Self {
    Self(
      id: "mustache.no-loop", at: place, "there is no loop around “@\(fact.rawValue)”",
      fix: "use it in a section over a list")
  }

  static func tooDeep(_ limit: Int, at place: Place) -> Self {
    Self(
      id: "mustache.too-deep", at: place,
      "templates call each other more than \(limit) levels deep",
      fix: "let the partial that calls itself stand in a section that ends")
  }

  static func unsafeAddress(at place: Place) -> Self {
    Self(
      id: "mustache.unsafe-address", severity: .warning, at: place,
      "the address in this attribute was replaced by “#”",
      expected: "a relative address, or one of http, https, mailto or tel")
  }
}
