import Phrases
import SalesMethod

/// The reason of a class in Chinese.
struct ChineseReason {
  private let classification: Classification
  private var readings: LetterReadings { classification.readings }

  init(_ classification: Classification) { self.classification = classification }

  var text: String { lead + "：" + findings }

  private var lead: String {
    var remarks: [String] = []
    if classification.customerClass == .c, !classification.missing.isEmpty {
      remarks.append("待核实")
    }
    if classification.canRise { remarks.append("可升 \(classification.potential.rawValue)") }
    let name = classification.customerClass.rawValue
    return remarks.isEmpty ? name : "\(name)（\(remarks.joined(separator: "，"))）"
  }

  private var findings: String {
    if let flag = classification.flags.first { return flagText(flag) }
    if case .sum = classification.rule.scheme { return sum + close }
    if classification.rule.scheme.ruleText != nil { return own + close }
    let lacking = readings.letters(.no)
    let unknown = classification.missing
    switch (lacking.count, unknown.count) {
    case (0, 0): return complete
    case (3, 0): return allLacking
    case (0, 1), (1, 0): return oneMissing(lacking.first ?? unknown[0]) + close
    default: return several + close
    }
  }

  private var complete: String {
    let scores = Language.chinese.list(readings.all.map(value))
    let limit =
      readings.all.allSatisfy(\.isScore) ? "（≥\(classification.rule.scale.lowestYes)）" : ""
    switch classification.close {
    case .near(let day, let days):
      return "\(scores) 均达标\(limit)，预计 \(day) 成交（\(days) 天内）"
    case .undated: return "MAN 齐备但无预计成交日；补日期"
    case .overdue(let day, let days): return "MAN 齐备，但预计成交日 \(day) 已过 \(days) 天；重新约定日期"
    case .mid(let day, let days): return "MAN 齐备，预计 \(day) 成交，还有 \(days) 天\(near)"
    case .far(let day, let days):
      return "MAN 齐备，但预计 \(day) 成交，还有 \(days) 天，超过 \(classification.rule.mid) 天"
    }
  }

  private var near: String {
    switch classification.rule.near {
    case .days(let limit): "，超过 \(limit) 天"
    case .periodEnd: "，在本期之后"
    }
  }

  /// What the date adds where a letter is missing as well.
  private var close: String {
    guard case .far(let day, let days) = classification.close, classification.base < .c else {
      return ""
    }
    return "；且预计 \(day) 成交，还有 \(days) 天，超过 \(classification.rule.mid) 天"
  }

  private var allLacking: String {
    let marks = readings.all.map { mark($0) }
    return marks.allSatisfy(\.isEmpty)
      ? "M、A、N 均明确不具备"
      : Language.chinese.list(readings.all.map { $0.letter.rawValue + mark($0) }) + " 均明确不具备"
  }

  private func oneMissing(_ letter: Letter) -> String {
    let reading = readings.all.first { $0.letter == letter }
    let isUnknown = reading?.state == .unknown
    let what =
      switch (letter, isUnknown) {
      case (.money, true): "购买能力未核实"
      case (.money, false): "没有购买能力"
      case (.authority, true): "决策人未确认"
      case (.authority, false): "联系人不能决定"
      case (.need, true): "需求未核实"
      case (.need, false): "没有需求"
      }
    let ask = isUnknown ? "；先问「\(Question.letter(letter).text(in: .chinese))」" : ""
    return "缺 \(letter.rawValue)——\(what)\(reading.map(mark) ?? "")\(ask)"
  }

  private var several: String {
    let groups = [
      (readings.all.filter { $0.state == .yes }, "具备"),
      (readings.all.filter { $0.state == .no }, "不具备"),
      (readings.all.filter { $0.state == .unknown }, "未知"),
    ]
    let onlyUnknown = groups[1].0.isEmpty
    return groups.filter { !$0.0.isEmpty && !(onlyUnknown && $0.1 == "具备") }.map { group, word in
      Language.chinese.list(group.map { $0.letter.rawValue + mark($0) }) + " " + word
    }.joined(separator: "，")
  }

  private var sum: String {
    let low = classification.rank.lowest.double
    let high = classification.rank.highest.double
    let range =
      low == high
      ? Digits.percent(low) : "\(Digits.percent(low)) 到 \(Digits.percent(high))"
    return "得分 \(range)（\(Language.chinese.list(readings.all.map(value)))）"
  }

  private var own: String {
    "公司自己的规则把 \(Language.chinese.list(readings.all.map(value))) 定为 \(classification.base.rawValue)"
  }

  private func value(_ reading: LetterReading) -> String {
    let letter = reading.letter.rawValue
    switch (reading.state, reading.source) {
    case (_, .entered(.score(let score))):
      return "\(letter)=\(Digits.decimal(Double(score) / 1000, places: 3))"
    case (_, .entered(.level(let level))): return "\(letter)=\(["低", "中", "高"][level.rawValue])"
    case (.unknown, _): return "\(letter) 未知"
    case (.yes, _): return "\(letter)=是\(mark(reading))"
    case (.no, _): return "\(letter)=否\(mark(reading))"
    }
  }

  private func mark(_ reading: LetterReading) -> String {
    switch reading.source {
    case .presumed: "（推定）"
    case .contacts: "（据联系人）"
    case .overdue(let days): "（应收逾期 \(days) 天）"
    case .entered, .none: ""
    }
  }

  private func flagText(_ flag: Customer.Flag) -> String {
    switch flag {
    case .doNotContact: "已标记“请勿联系”"
    case .closedDown: "已标记“停业”"
    case .merged: "已标记“已合并”"
    }
  }
}

extension LetterReading {
  /// Whether it was entered as a score of the scale.
  var isScore: Bool {
    if case .entered(.score) = source { true } else { false }
  }
}
