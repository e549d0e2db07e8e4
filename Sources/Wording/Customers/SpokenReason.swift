import Phrases
import SalesMethod

/// The reason of a class in one language.
struct SpokenReason {
  private let classification: Classification
  private let language: Language
  private var readings: LetterReadings { classification.readings }

  init(_ classification: Classification, _ language: Language) {
    self.classification = classification
    self.language = language
  }

  var text: String { language.say(zh: "\(lead)：\(findings)", en: "\(lead): \(findings)") }

  private var lead: String {
    var remarks: [String] = []
    if classification.customerClass == .c, !classification.missing.isEmpty {
      remarks.append(language.say(zh: "待核实", en: "to be verified"))
    }
    if classification.canRise {
      let potential = classification.potential.rawValue
      remarks.append(language.say(zh: "可升 \(potential)", en: "could become \(potential)"))
    }
    let name = classification.customerClass.rawValue
    let remark = remarks.joined(separator: language.say(zh: "，", en: ", "))
    return remarks.isEmpty ? name : name + language.remark(remark)
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
    let (mid, scores) = (classification.rule.mid, language.list(readings.all.map(value)))
    let limit =
      readings.all.allSatisfy(\.isScore)
      ? language.remark("≥\(classification.rule.scale.lowestYes)") : ""
    return switch classification.close {
    case .near(let day, let days):
      language.say(
        zh: "\(scores) 均达标\(limit)，预计 \(day) 成交（\(days) 天内）",
        en:
          "\(scores) all reach the mark\(limit), expected to close \(day) (in \(count: days, "day", "days"))"
      )
    case .undated:
      language.say(zh: "MAN 齐备但无预计成交日；补日期", en: "MAN complete but no close date: ask for one")
    case .overdue(let day, let days):
      language.say(
        zh: "MAN 齐备，但预计成交日 \(day) 已过 \(days) 天；重新约定日期",
        en:
          "MAN complete, but the close date \(day) passed \(count: days, "day", "days") ago: agree a new one"
      )
    case .mid(let day, let days):
      language.say(
        zh: "MAN 齐备，预计 \(day) 成交，还有 \(days) 天\(near)",
        en: "MAN complete, expected to close \(day), in \(count: days, "day", "days")\(near)")
    case .far(let day, let days):
      language.say(
        zh: "MAN 齐备，但预计 \(day) 成交，还有 \(days) 天，超过 \(mid) 天",
        en:
          "MAN complete, but expected to close \(day), in \(count: days, "day", "days"), more than \(mid)"
      )
    }
  }

  private var near: String {
    switch classification.rule.near {
    case .days(let limit): language.say(zh: "，超过 \(limit) 天", en: ", more than \(limit)")
    case .periodEnd: language.say(zh: "，在本期之后", en: ", after the period")
    }
  }

  /// What the date adds where a letter is missing as well: that it is far off, or that there is none and the
  /// letters alone could not raise the class as far as they would.
  private var close: String {
    switch classification.close {
    case .far(let day, let days) where classification.base < .c:
      let mid = classification.rule.mid
      return language.say(
        zh: "；且预计 \(day) 成交，还有 \(days) 天，超过 \(mid) 天",
        en: "; and expected to close \(day), in \(count: days, "day", "days"), more than \(mid)")
    case .undated where classification.questions.contains(.date):
      return language.say(
        zh: "；没有预计成交日，最高到 \(highest)：一并问清",
        en: "; without a close date \(highest) at best: ask for it too")
    case .overdue where classification.questions.contains(.date):
      return language.say(
        zh: "；预计成交日已过，最高到 \(highest)：一并问清",
        en: "; the close date has passed, so \(highest) at best: ask for a new one too")
    case .near, .mid, .far, .undated, .overdue: return ""
    }
  }

  private var highest: String { classification.close.cap.rawValue }

  private var allLacking: String {
    let names = language.list(readings.all.map(marked))
    return language.say(zh: "\(names) 均明确不具备", en: "\(names) are all known to be lacking")
  }

  private func oneMissing(_ letter: Letter) -> String {
    let reading = readings.all.first { $0.letter == letter }
    let isUnknown = reading?.state == .unknown
    let what = lack(of: letter, isUnknown) + (reading.map(mark) ?? "")
    let question = Question.letter(letter)
    let ask =
      isUnknown
      ? language.say(zh: "；先问「\(question)」", en: "; ask first: “\(question)”") : ""
    return language.say(
      zh: "缺 \(letter.rawValue)——\(what)\(ask)", en: "\(letter.rawValue) is missing: \(what)\(ask)")
  }

  private func lack(of letter: Letter, _ isUnknown: Bool) -> String {
    switch (letter, isUnknown) {
    case (.money, true): language.say(zh: "购买能力未核实", en: "the means to pay are not verified")
    case (.money, false): language.say(zh: "没有购买能力", en: "no means to pay")
    case (.authority, true): language.say(zh: "决策人未确认", en: "who decides is not known")
    case (.authority, false): language.say(zh: "联系人不能决定", en: "the contact cannot decide")
    case (.need, true): language.say(zh: "需求未核实", en: "the need is not verified")
    case (.need, false): language.say(zh: "没有需求", en: "no need")
    }
  }

  private var several: String {
    let isPlain = readings.letters(.no).isEmpty
    let shown: [LetterState] = isPlain ? [.unknown] : [.yes, .no, .unknown]
    let groups = shown.compactMap { state -> String? in
      let group = readings.all.filter { $0.state == state }
      return group.isEmpty ? nil : language.list(group.map(marked)) + " " + word(state)
    }
    return groups.joined(separator: language.say(zh: "，", en: "; "))
  }

  private func word(_ state: LetterState) -> String {
    switch state {
    case .yes: language.say(zh: "具备", en: "present")
    case .no: language.say(zh: "不具备", en: "lacking")
    case .unknown: language.say(zh: "未知", en: "unknown")
    }
  }

  private func word(_ level: LetterEntry.Level) -> String {
    switch level {
    case .low: language.say(zh: "低", en: "low")
    case .middle: language.say(zh: "中", en: "middle")
    case .high: language.say(zh: "高", en: "high")
    }
  }

  private var sum: String {
    let low = Digits.percent(classification.rank.lowest.double)
    let high = Digits.percent(classification.rank.highest.double)
    let isOne = classification.rank.lowest.double == classification.rank.highest.double
    let range = isOne ? low : language.say(zh: "\(low) 到 \(high)", en: "\(low) to \(high)")
    let scores = language.list(readings.all.map(value))
    return language.say(zh: "得分 \(range)（\(scores)）", en: "score \(range) (\(scores))")
  }

  private var own: String {
    let (scores, base) = (language.list(readings.all.map(value)), classification.base.rawValue)
    return language.say(
      zh: "公司自己的规则把 \(scores) 定为 \(base)", en: "the company's own rule makes \(scores) \(base)")
  }

  private func value(_ reading: LetterReading) -> String {
    let letter = reading.letter.rawValue
    switch (reading.state, reading.source) {
    case (_, .entered(.score(let score))):
      return "\(letter)=\(Digits.decimal(Double(score) / 1000, places: 3))"
    case (_, .entered(.level(let level))): return "\(letter)=\(word(level))"
    case (.unknown, _): return language.say(zh: "\(letter) 未知", en: "\(letter) unknown")
    case (.yes, _): return "\(letter)=" + language.say(zh: "是", en: "yes") + mark(reading)
    case (.no, _): return "\(letter)=" + language.say(zh: "否", en: "no") + mark(reading)
    }
  }

  private func marked(_ reading: LetterReading) -> String {
    reading.letter.rawValue + mark(reading)
  }

  private func mark(_ reading: LetterReading) -> String {
    switch reading.source {
    case .presumed: language.remark(language.say(zh: "推定", en: "presumed"))
    case .contacts: language.remark(language.say(zh: "据联系人", en: "from the contacts"))
    case .overdue(let days):
      language.remark(
        language.say(zh: "应收逾期 \(days) 天", en: "a receivable \(count: days, "day", "days") overdue")
      )
    case .entered, .none: ""
    }
  }

  private func flagText(_ flag: Customer.Flag) -> String {
    switch flag {
    case .doNotContact: language.say(zh: "已标记“请勿联系”", en: "flagged “do not contact”")
    case .closedDown: language.say(zh: "已标记“停业”", en: "flagged “closed down”")
    case .merged: language.say(zh: "已标记“已合并”", en: "flagged “merged”")
    }
  }
}

extension LetterReading {
  /// Whether it was entered as a score of the scale.
  var isScore: Bool {
    if case .entered(.score) = source { true } else { false }
  }
}
