extension Evaluation {
  /// The result of a name as a sentence holds it: its value, which follows the inputs of the page
  /// where `style` is live, or a blank where it follows from what is left to the reader.
  ///
  /// `scope` is the id of the exercise whose name it is, empty for the page.
  ///
  ///     // 目标 = 35 万元; 单量 = 35000 元/单
  ///     evaluation.numberHTML(of: "= 2", StepStyle(.chinese))  // "10 单"
  package func numberHTML(of name: String, _ style: StepStyle, scope: String = "") -> String {
    guard let result = self[name] else { return "" }
    if followers(of: style.blanks).contains(name) {
      let blank = steps(StepStyle(style.notation, blanks: [name]), of: [name]).first
      return blank?.roomHTML ?? ""
    }
    let shown = escaped(style.notation.shown(result))
    guard style.isLive, let slot = program.slots[name],
      program.liveSlots(without: style.blanks).contains(slot)
    else { return shown }
    let owner = scope.isEmpty ? "" : " data-calc-scope=\"\(escaped(scope))\""
    let value = "data-calc-value=\"\(escaped(name))\"\(owner)"
    return "<output aria-live=\"off\" \(value)>\(shown)</output>"
  }
}
