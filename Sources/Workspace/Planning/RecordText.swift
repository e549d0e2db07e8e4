package import Phrases
import SalesMethod
import Wording

extension RequestedRecord {
  /// The record as text for a terminal, a line end after each line: month by month, then what each person
  /// and all together come to; in the workspace's language where none is given.
  package func text(in language: Language? = nil) -> String {
    var spoken = self
    spoken.language = language ?? self.language
    return (spoken.table + spoken.sums + spoken.unsaid).map { harmless($0) + "\n" }.joined()
  }

  private var table: [String] {
    guard !record.entries.isEmpty else { return [] }
    let names = Dictionary(members, uniquingKeysWith: { first, _ in first })
    var columns = TextColumns([.left, .left, .right, .right, .right, .right, .right, .left])
    columns.add([
      language.say(zh: "月份", en: "Month"), language.say(zh: "谁", en: "who"),
      language.say(zh: "目标", en: "target"),
      language.say(zh: "当时预计", en: "expected then"), language.say(zh: "80% 区间", en: "80% interval"),
      language.say(zh: "达成把握", en: "chance"), language.say(zh: "实际", en: "came"), "",
    ])
    for entry in record.entries {
      let said = entry.said
      columns.add([
        month(said.month), names[said.member] ?? said.member,
        said.target.map(Digits.money) ?? "—", Digits.money(said.expected),
        "\(Digits.money(said.low))–\(Digits.money(said.high))",
        said.chance.map(Digits.chance) ?? "—", Digits.money(entry.actual), outcome(entry),
      ])
    }
    return columns.lines
  }

  private func month(_ month: DayRange) -> String {
    "\(month.start.description.prefix(7))"
  }

  private func outcome(_ entry: PlanRecord.Entry) -> String {
    var words = [
      entry.isInside
        ? language.say(zh: "在区间内", en: "inside") : language.say(zh: "在区间外", en: "outside")
    ]
    if let isReached = entry.isReached {
      words.append(
        isReached
          ? language.say(zh: "达成", en: "reached") : language.say(zh: "未达成", en: "not reached"))
    }
    if entry.said.isKept { words.append(language.say(zh: "当时留存的计划", en: "kept plan")) }
    return words.joined(separator: language.say(zh: "，", en: ", "))
  }

  private var sums: [String] {
    let persons =
      members.count > 1
      ? members.map {
        $0.name + language.say(zh: "：", en: ": ") + record.of($0.id).text(in: language)
      } : []
    return persons + [
      (members.count > 1 ? language.say(zh: "合计：", en: "together: ") : "")
        + record.text(in: language),
      language.say(
        zh: "没有留存计划的月份按当月第一天所知重算；负责人、阶段、金额和预计成交日是今天的",
        en:
          "months without a kept plan are computed again from what was known on their first day; owners, "
          + "stages, amounts and expected dates are today's"),
    ] + undated
  }

  /// Kept plans that stand for no month, with the reason.
  private var undated: [String] {
    guard undatedKept > 0 else { return [] }
    return [
      language.say(
        zh: "\(undatedKept) 份留存的计划没有整月到月末的区间（旧版保存的，或不是一个整月）：它们的月份也重算",
        en:
          "\(count: undatedKept, "kept plan says", "kept plans say") nothing of a whole month by its end (of an older "
          + "version, or of another period): \(agreeing: undatedKept, "its month is", "their months are") computed "
          + "again too")
    ]
  }

  private var unsaid: [String] {
    guard !record.unsaid.isEmpty else { return [] }
    let months = language.list(record.unsaid.map(month))
    return [
      language.say(zh: "记录太少，没有说法：\(months)", en: "too little on record to say anything: \(months)")
    ]
  }
}
