/// One line of a worked calculation: the formula in names, the same with numbers put in, the
/// result; or blanks in their place.
///
/// A step that is left blank holds neither its formula nor its result: what a reader may not see is
/// not in the value that the page is made of.
package struct WorkedStep: Hashable, Sendable {
  /// The name that the step computes.
  package let name: String
  /// The comment behind it.
  package let label: String?
  /// The formula in names; nil where it has none.
  package let names: Setting?
  /// The formula with numbers put in; nil where the step only states its value.
  package let numbers: Setting?
  /// The result with its unit, as it is shown.
  package let answer: Answer

  /// What the page's script does with the answer.
  package let role: Role

  /// Whether other readers find a blank here.
  package let isAnswer: Bool

  /// Whether a reader can change the value, sees it follow, or neither.
  package enum Role: Hashable, Sendable {
    case printed
    case input
    case output
  }

  /// The result, or the room for it.
  package enum Answer: Hashable, Sendable {
    case shown(Setting, isRounded: Bool)
    /// Room for so many characters of Latin width (a Chinese one counts two), and the unit behind.
    case blank(cells: Int, unit: String)
  }

  /// Whether the step is left to the reader.
  package var isBlank: Bool {
    if case .blank = answer { return true }
    return false
  }

  /// The step as one line of text: `成交客户 = 目标业绩 ÷ 单量 = 35 万元 ÷ 3.5 万元/单 = 10 单`.
  package var plain: String {
    var parts = [name] + [names, numbers].compactMap { $0?.plain }
    switch answer {
    case .shown(let setting, let isRounded):
      let line = parts.joined(separator: " = ")
      return line + (isRounded ? " ≈ " : " = ") + setting.plain
    case .blank(let cells, let unit):
      parts.append(String(repeating: "_", count: cells) + (unit.isEmpty ? "" : " " + unit))
      return parts.joined(separator: " = ")
    }
  }

  /// The step as a row of HTML: label, name, and each form behind its sign; every class begins with
  /// `calc-`.
  package var html: String {
    var row = "<div class=\"calc-step\(isBlank ? " calc-step-blank" : "")"
    row += isAnswer ? " calc-step-answer\">" : "\">"
    if let label { row += "<span class=\"calc-label\">\(escaped(label))</span>" }
    row += "<span class=\"calc-name\">\(escaped(wordsApart(name)))</span>"
    if let names { row += Self.form("=", names.html) }
    if let numbers {
      row += Self.form("=", numbers.html, attribute: role == .output ? " data-calc-written" : "")
    }
    switch answer {
    case .shown(let setting, let isRounded):
      row += Self.form(isRounded ? "≈" : "=", holder(setting.html), "calc-result")
    case .blank: row += Self.form("=", roomHTML, "calc-result")
    }
    return row + "</div>"
  }

  /// The room to write a blank answer in, and its unit behind; nothing for an answer that is shown.
  var roomHTML: String {
    guard case .blank(let cells, let unit) = answer else { return "" }
    let room = String(repeating: "\u{2002}", count: cells)
    let behind = unit.isEmpty ? "" : "\u{A0}\(escaped(unit))"
    return "<span class=\"calc-blank\">\(room)</span>\(behind)"
  }

  /// The element whose content the page's script replaces.
  private func holder(_ html: String) -> String {
    switch role {
    case .printed: "<strong>\(html)</strong>"
    case .input: "<strong data-calc-input=\"\(escaped(name))\">\(html)</strong>"
    case .output:
      "<output aria-live=\"off\" data-calc-value=\"\(escaped(name))\">\(html)</output>"
    }
  }

  private static func form(
    _ sign: String, _ html: String, _ kind: String = "calc-form", attribute: String = ""
  ) -> String {
    "<span class=\"\(kind)\"\(attribute)>"
      + "<span class=\"calc-sign\">\(sign)</span> \(html)</span>"
  }
}
