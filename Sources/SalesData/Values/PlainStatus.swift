import SalesMethod

/// What the name of a stage says plainly; nil where it does not.
///
/// Only a whole name does, besides its number, its percent, 已 before it and a word such as 商机 behind it:
/// 放弃成交, 即将成交 and `Almost won` are none.
///
///     plainStatus(of: "6. 赢单(100%)")  // .won
///     plainStatus(of: "有望赢单")        // nil
func plainStatus(of stage: String) -> Deal.Status? {
  let text = folded(stage).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  var key = wordKey(withoutPercent(withoutNumber(text)))
  key = simplified(key) ?? key
  let isDone = key.hasPrefix("已")
  if isDone { key.removeFirst() }
  for _ in 0..<2 {
    for word in ["商机", "客户", "关闭", "订单", "阶段", "结束"]
    where key.count > word.count && key.hasSuffix(word) {
      key.removeLast(word.count)
    }
  }
  if key.hasPrefix("关闭"), key.count > 2 { key.removeFirst(2) }
  if wonNames.contains(key) || isDone && wonWhenDone.contains(key) { return .won }
  return lostNames.contains(key) ? .lost : nil
}

/// The key of a stage's name without its number and its percent: 谈判 of `4-谈判 (80%)`.
func bareStage(_ stage: String) -> String {
  let text = folded(stage).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  let key = wordKey(withoutPercent(withoutNumber(text)))
  return simplified(key) ?? key
}

private let wonNames: Set<String> = [
  "won", "closedwon", "wonclosed", "dealwon", "wondeal", "赢单", "成交", "赢单成交", "成交赢单", "成单", "签约成功",
  "签约完成",
  "完成签约", "成功签约", "签单成功", "成功签单", "合同签订", "合同已签", "合同签署", "签约成交", "签约", "中标",
  "gewonnen", "ganada", "ganado", "gagné", "gagnée", "vinta", "vinto", "ganha", "ganho", "受注", "成約",
]

/// What is won once it is done, and may be a step before.
private let wonWhenDone: Set<String> = ["签", "签单", "交付", "回款", "付款", "收款", "签合同", "下单"]

private let lostNames: Set<String> = [
  "lost", "closedlost", "lostclosed", "deallost", "lostdeal", "disqualified", "输单", "丢单", "失单",
  "败单",
  "流失", "战败", "作废", "无效", "失败", "未成交", "没成交", "未赢单", "verloren", "perdida", "perdido", "perdu",
  "perdue",
  "persa", "perso", "失注",
]

/// A name without the number before it: `5.`, `S5 -`, `第五步：`, `⑤`.
private func withoutNumber(_ text: String) -> Substring {
  var rest = text[...]
  let digits = "0123456789一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩"
  let isOrdinal = rest.first == "第"
  if isOrdinal { rest.removeFirst() }
  for word in ["stage", "step", "阶段", "步骤"] where rest.hasPrefix(word) {
    rest.removeFirst(word.count)
  }
  if let letter = rest.first, letter.isASCII, letter.isLetter,
    let next = rest.dropFirst().first, digits.contains(next) || ".、:)-".contains(next)
  {
    rest.removeFirst()
  }
  let before = rest
  rest = rest.drop { digits.contains($0) || $0 == " " }
  let hadNumber = rest.startIndex != before.startIndex || before.startIndex != text.startIndex
  for word in ["阶段", "步"] where isOrdinal && rest.hasPrefix(word) { rest.removeFirst(word.count) }
  return hadNumber ? rest.drop { ".、:)-_ —–|/".contains($0) } : text[...]
}

/// A name without the percent behind it: `(100%)`, `100%`, `- 0 %`.
private func withoutPercent(_ text: Substring) -> Substring {
  var rest = text
  while let last = rest.last, last == ")" || last == "]" || last == " " { rest.removeLast() }
  guard rest.last == "%" else { return text }
  rest.removeLast()
  while let last = rest.last, last.isNumber || " .([-".contains(last) { rest.removeLast() }
  return rest
}
