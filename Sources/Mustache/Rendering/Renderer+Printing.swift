import Diagnostics

extension Renderer {
  /// Prints a name's value.
  @inline(__always)
  mutating func print(_ path: Int32, _ placement: Placement) {
    guard let value = value(of: path) else { return }
    if case .text(let text) = value { return Escaping.append(text, to: &output) }
    printOther(value, text(of: path), code.paths[Int(path)].site, placement)
  }

  /// Prints a value that went through formatters, or that has no plain name.
  mutating func print(_ expression: Expression, _ placement: Placement) {
    guard let value = value(of: expression) else { return }
    if case .text(let text) = value { return Escaping.append(text, to: &output) }
    printOther(value, expression.text, expression.site, placement)
  }

  private mutating func printOther(
    _ value: Value, _ text: String, _ site: Site, _ placement: Placement
  ) {
    switch value {
    case .text(let text): Escaping.append(text, to: &output)
    case .integer(let number): append(number)
    case .decimal(let number): Escaping.append(number.text, to: &output)
    case .bool(let value) where placement == .attribute:
      Escaping.append(value ? "true" : "false", to: &output)
    case .nothing: report(at: site) { .noValue(text, at: $0) }
    case .bool, .ratio, .html, .list, .record:
      report(at: site) { .notPrintable(text, value, at: $0) }
    }
  }

  /// Prints HTML as it is; anything else is a mistake.
  mutating func printVerbatim(_ expression: Expression) {
    guard let value = value(of: expression) else { return }
    switch value {
    case .html(let html): output += html.bytes
    case .nothing: report(at: expression.site) { .noValue(expression.text, at: $0) }
    default: report(at: expression.site) { .notHTML(expression.text, value, at: $0) }
    }
  }

  private mutating func append(_ number: Int) {
    var digits = String(number)
    digits.withUTF8 { output.append(contentsOf: $0) }
  }
}
