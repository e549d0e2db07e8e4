import Diagnostics
import Phrases

extension Diagnostic {
  static func fenceMode(_ info: String, at place: Place) -> Diagnostic {
    let modes = FenceMode.allCases.map(\.rawValue)
    return Diagnostic(
      id: "calc.mode", at: place,
      Phrase(
        zh: "计算不认识“\(info.prefix(60))”", en: "“\(info.prefix(60))” means nothing to a calculation"),
      expected: Phrase(
        zh: "\(list: modes) 之一，或 calc 后面什么都不写", en: "one of \(list: modes), or nothing after calc"),
      fix: suggestion(for: info, among: modes))
  }
}
