import SalesMethod

/// Yes or no as people write it; nil for anything else.
func readFlag(_ text: String) -> Bool? {
  let key = matchKey(text)
  return switch simplified(key) ?? key {
  case "はい", "済", "完了", "yes", "y", "true", "1", "是", "有", "对", "能", "已完成", "完成", "✓", "✔", "√",
    "☑", "✅", "done", "completed", "complete", "finished", "closed", "held", "已结束", "已办", "已关闭",
    "已拜访":
    true
  case "いいえ", "未", "未了", "no", "n", "false", "0", "否", "无", "没有", "不", "不能", "未完成", "✗", "✘", "×",
    "x", "☐", "❌", "to do", "todo", "not started", "in progress", "pending", "open", "planned",
    "scheduled", "deferred", "waiting", "waiting for input", "waiting on someone else",
    "waiting on input", "overdue", "missed", "not held", "cancelled", "canceled",
    "待办",
    "待处理", "待完成", "待跟进", "未开始", "进行中", "处理中", "计划中", "已计划", "已延期", "推迟", "已取消", "取消", "未拜访":
    false
  default: nil
  }
}

/// What a letter of MAN can be read as.
enum WrittenLetter: Hashable {
  case entry(LetterEntry)
  /// A number outside the scale.
  case outOfScale
  case notALetter
}

/// Reads M, A or N: a word (是, 无, 高, 未知 …) or a score on the declared scale.
///
///     readLetter("4", scale: 1...5)  // .entry(.score(thousandths: 4000))
func readLetter(_ text: String, scale: ClosedRange<Int>) -> WrittenLetter {
  let key = matchKey(text)
  switch simplified(key) ?? key {
  case "", "未知", "?", "unknown", "不明", "待定", "待核实", "-", "—", "n/a", "#n/a": return .entry(.unknown)
  case "是", "有", "yes", "y", "true", "✓", "✔", "√", "☑", "✅": return .entry(.yes)
  case "否", "无", "没有", "no", "n", "false", "✗", "✘", "×", "x", "❌": return .entry(.no)
  case "高", "high": return .entry(.level(.high))
  case "中", "medium", "middle": return .entry(.level(.middle))
  case "低", "low": return .entry(.level(.low))
  default: break
  }
  let bytes = Array(text.utf8)
  guard let number = try? readNumber(bytes.span), number.isBare, number.tens == nil,
    let thousandths = try? number.scaled(decimals: 3)
  else { return .notALetter }
  guard (scale.lowerBound * 1000...scale.upperBound * 1000).contains(thousandths) else {
    return .outOfScale
  }
  return .entry(.score(thousandths: thousandths))
}
