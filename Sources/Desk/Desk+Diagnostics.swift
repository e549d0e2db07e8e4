import Diagnostics
import Phrases

extension Diagnostic {
  static func noEarlierPlanOf(_ person: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "earlier-plan.person", severity: .warning, at: place,
      Phrase(
        zh: "给出的计划中没有“\(person)”以前的计划：无法知道谁的类别变了",
        en: "none of the plans given is an earlier one of “\(person)”: who moved cannot be told"),
      expected: Phrase(zh: "“\(person)”以前的计划", en: "an earlier plan of “\(person)”"),
      fix: Phrase(zh: "把这个人的文件交给 --since", en: "give that person's file to --since"))
  }
}
