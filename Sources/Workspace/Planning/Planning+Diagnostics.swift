import Diagnostics
import Phrases
import SalesMethod
import Wording

/// Why there is no plan to print, or nothing in it to explain.
extension Diagnostic {
  static func noPlanData(in folder: String) -> Diagnostic {
    Diagnostic(
      id: "plan.no-data", at: Place(path: folder),
      Phrase(zh: "没有数据表，无法做计划", en: "there are no tables to plan with"),
      expected: Phrase(
        zh: "这个文件夹里的数据表，例如 goals.csv 和 customers.csv",
        en: "tables such as goals.csv and customers.csv in this folder"),
      fix: Phrase(
        zh: "用 -s 指明工作区，或者新建一个：salesbook init DIR --kind plan",
        en: "name the workspace with -s, or start one: salesbook init DIR --kind plan"))
  }

  static func unknownMember(_ id: String, known: [String]) -> Diagnostic {
    Diagnostic(
      id: "plan.unknown-person", at: Place(path: "--person"),
      Phrase(zh: "没有成员“\(id)”", en: "there is no member “\(id)”"),
      expected: Phrase(zh: "成员的 id", en: "a member's id"), fix: suggestion(for: id, among: known))
  }

  static func whichMember(known: [String]) -> Diagnostic {
    Diagnostic(
      id: "plan.which-person", at: Place(path: "--person"),
      Phrase(
        zh: "工作区有 \(count: known.count) 位成员：要做谁的计划？",
        en: "the workspace has \(count: known.count, "member", "members"): whose "
          + "plan is wanted?"),
      expected: Phrase(zh: "--person 加成员的 id", en: "--person with a member's id"),
      fix: nearestNames(to: "", among: known))
  }

  static func noPlan(because failure: MethodFailure, in place: String) -> Diagnostic {
    Diagnostic(id: "plan.method", at: Place(path: place), Phrase(failure))
  }

  static func namesakes(_ name: String, ids: [String]) -> Diagnostic {
    Diagnostic(
      id: "explain.same-name", at: Place(path: "explain"),
      Phrase(
        zh: "有 \(count: ids.count) 位客户叫“\(name)”",
        en: "\(count: ids.count, "customer is", "customers are") called “\(name)”"),
      expected: Phrase(zh: "其中一位的 id", en: "the id of one of them"),
      fix: nearestNames(to: name, among: ids))
  }

  static func nothingToExplain(_ what: String, near: String?, keys: [String]) -> Diagnostic {
    Diagnostic(
      id: "explain.unknown", at: Place(path: "explain"),
      Phrase(zh: "计划里没有叫“\(what)”的内容可以解释", en: "the plan has nothing called “\(what)” to explain"),
      expected: Phrase(
        zh: "客户的 id 或名称、目标的 id，或计划里的键",
        en: "a customer's id or name, a goal's id, or a key of the plan"),
      fix: near.map(didYouMean) ?? nearestNames(to: what, among: keys))
  }

  static func noEarlierPlan(_ key: String, horizonEnd: Day?) -> Diagnostic {
    let missing =
      horizonEnd.map {
        Phrase(zh: "\($0)之后才知道类别是否应验", en: "whether the classes held is known only after \($0)")
      }
      ?? Phrase(
        zh: "数据表没有说明客户以前的类别", en: "the tables do not say which classes customers had before")
    return Diagnostic(
      id: "explain.no-earlier-plan", at: Place(path: "explain"),
      Phrase(zh: "无法解释“\(key)”：\(missing)", en: "“\(key)” cannot be explained: \(missing)"),
      expected: Phrase(
        zh: "--since 加以前以 json 保存的计划", en: "--since with an earlier plan saved as json"),
      fix: Phrase(
        zh: "每月保存一份：salesbook plan --format json > 2026-05.json",
        en: "keep one every month: salesbook plan --format json > 2026-05.json"))
  }
}
