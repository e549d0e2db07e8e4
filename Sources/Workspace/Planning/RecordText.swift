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

  private func say(_ chinese: String, _ english: String) -> String {
    language == .chinese ? chinese : english
  }

  private var table: [String] {
    guard !record.entries.isEmpty else { return [] }
    let names = Dictionary(members, uniquingKeysWith: { first, _ in first })
    var columns = TextColumns([.left, .left, .right, .right, .right, .right, .right, .left])
    columns.add([
      say("月份", "Month"), say("谁", "who"), say("目标", "target"),
      say("当时预计", "expected then"), say("80% 区间", "80% interval"),
      say("达成把握", "chance"), say("实际", "came"), "",
    ])
    for entry in record.entries {
      let said = entry.said
      columns.add([
        month(said.month), names[said.member] ?? said.member,
        said.target.map(Digits.money) ?? "—", Digits.money(said.expected),
        "\(Digits.money(said.low))–\(Digits.money(said.high))",
        said.chance.map(Digits.percent) ?? "—", Digits.money(entry.actual), outcome(entry),
      ])
    }
    return columns.lines
  }

  private func month(_ month: DayRange) -> String {
    "\(month.start.description.prefix(7))"
  }

  private func outcome(_ entry: PlanRecord.Entry) -> String {
    var words = [
      entry.isInside ? say("在区间内", "inside") : say("在区间外", "outside")
    ]
    if let isReached = entry.isReached {
      words.append(isReached ? say("达成", "reached") : say("未达成", "not reached"))
    }
    if entry.said.isKept { words.append(say("当时留存的计划", "kept plan")) }
    return words.joined(separator: say("，", ", "))
  }

  private var sums: [String] {
    let persons =
      members.count > 1
      ? members.map { $0.name + say("：", ": ") + record.of($0.id).text(in: language) } : []
    return persons + [
      (members.count > 1 ? say("合计：", "together: ") : "") + record.text(in: language),
      say(
        "没有留存计划的月份按当月第一天所知重算；负责人、阶段和金额是今天的",
        "months without a kept plan are computed again from what was known on their first day; owners, "
          + "stages and amounts are today's"),
    ]
  }

  private var unsaid: [String] {
    guard !record.unsaid.isEmpty else { return [] }
    let months = language.list(record.unsaid.map(month))
    return [say("记录太少，没有说法：\(months)", "too little on record to say anything: \(months)")]
  }
}
