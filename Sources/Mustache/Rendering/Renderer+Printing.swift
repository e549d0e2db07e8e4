import Diagnostics

extension Renderer {
  /// Prints a name's value: the way of nearly all values, so it does without a copy of the path.
  @inline(__always)
  mutating func print(_ index: Int, _ placement: Placement, _ code: Code, in scope: Scope) {
    if code.paths[index].parts.isEmpty,
      case .text(let text)? = scope.value(of: code.paths[index].name)
    {
      Escaping.append(text, to: &page)
    } else {
      printOther(code.paths[index], placement, in: scope)
    }
  }

  @inline(never)
  private mutating func printOther(_ path: Path, _ placement: Placement, in scope: Scope) {
    guard let value = value(of: path, in: scope) else { return }
    printOther(value, placement, at: path.site) { path.text }
  }

  /// Prints a value that went through formatters, or that has no plain name.
  mutating func print(_ expression: Expression, _ placement: Placement, in scope: Scope) {
    guard let value = value(of: expression, in: scope) else { return }
    printOther(value, placement, at: expression.site) { expression.text }
  }

  private mutating func printOther(
    _ value: Value, _ placement: Placement, at site: Site, _ text: () -> String
  ) {
    switch value {
    case .text(let text): Escaping.append(text, to: &page)
    case .integer(let number): append(number)
    case .decimal(let number): Escaping.append(number.text, to: &page)
    case .bool(let value) where placement == .attribute:
      Escaping.append(value ? "true" : "false", to: &page)
    case .nothing: report(at: site) { .noValue(text(), at: $0) }
    case .bool, .ratio, .html, .list, .record:
      report(at: site) { .notPrintable(text(), value, at: $0) }
    }
  }

  /// Prints HTML as it is; anything else is a mistake.
  mutating func printVerbatim(_ expression: Expression, in scope: Scope) {
    guard let value = value(of: expression, in: scope) else { return }
    switch value {
    case .html(let html): page.append(html.bytes)
    case .nothing: report(at: expression.site) { .noValue(expression.text, at: $0) }
    default: report(at: expression.site) { .notHTML(expression.text, value, at: $0) }
    }
  }

  private mutating func append(_ number: Int) {
    var digits = String(number)
    digits.withUTF8 { page.append($0) }
  }
}
