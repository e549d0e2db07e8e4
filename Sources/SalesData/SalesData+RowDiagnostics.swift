import Diagnostics
import SalesMethod

// MARK: - Values

extension Diagnostic {
  /// Text of a cell as a message shows it.
  private static func shown(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return "“" + (line.count > 60 ? line.prefix(60) + "…" : line) + "”"
  }

  static func missingValue(_ column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.missing-value", at: place, "“\(column)” is blank", expected: "a value in every row"
    )
    .saying("“\(column)”为空")
  }

  static func tooLong(_ column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.too-long", at: place, "“\(column)” is longer than 200 characters",
      expected: "an id of at most 200 characters"
    )
    .saying("“\(column)”超过 200 个字符")
  }

  static func errorValue(_ text: String, column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.error-value", at: place, "“\(column)” is the error \(shown(text)) of a formula",
      fix: "mend the formula in the workbook and save it"
    )
    .saying("“\(column)”是公式的错误值\(shown(text))")
  }

  static func notANumber(_ text: String, column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.not-a-number", at: place, "\(shown(text)) is not a number (column “\(column)”)",
      expected: "1234.5, 1,234, ￥1,234, (1,234), 12万 or 1.2亿"
    )
    .saying("\(shown(text))不是数字（列“\(column)”）")
  }

  static func outOfRange(_ text: String, column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.out-of-range", at: place,
      "\(shown(text)) is too large or too small for “\(column)”"
    )
    .saying("\(shown(text))对“\(column)”来说太大或太小")
  }

  static func notADay(_ text: String, column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.bad-date", at: place, "\(shown(text)) is not a day (column “\(column)”)",
      expected: "2026-05-06, 2026/5/6, 2026年5月6日 or 20260506"
    )
    .saying("\(shown(text))不是日期（列“\(column)”）")
  }

  static func notADayInOrder(_ text: String, _ order: DateOrder, column: String, at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      id: "data.bad-date-order", at: place,
      "\(shown(text)) is not a day in the order \(order.rawValue) (column “\(column)”)",
      fix: "correct the cell or the settings' date_order"
    )
    .saying("按 \(order.rawValue) 的顺序，\(shown(text))不是日期（列“\(column)”）")
  }

  static func openDateOrder(
    _ text: String, _ readings: [(DateOrder, Day)], column: String, at place: Place
  ) -> Diagnostic {
    let both = readings.map { "\($0.1) (\($0.0.rawValue))" }.joined(separator: " or ")
    let order = readings.first?.0.rawValue ?? "dmy"
    return Diagnostic(
      id: "data.open-date-order", at: place,
      "\(shown(text)) could be \(both), and nothing in the column decides",
      fix: "say it in the settings: date_order: {\(column): \(order)}"
    )
    .saying("\(shown(text))可以是 \(both.replacing(" or ", with: " 或 "))，列中没有别的值可以判定")
  }

  static func mixedDateOrder(_ why: String, column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.mixed-date-order", at: place,
      "no order of day, month and year fits every value of “\(column)”: \(why)",
      fix: "write the days as 2026-05-06, or say the order: date_order: {\(column): dmy}"
    )
    .saying("“\(column)”的值不能都用同一种年月日顺序来读")
  }

  static func outOfScale(
    _ text: String, letter: String, _ scale: ClosedRange<Int>, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "data.score-out-of-scale", at: place,
      "\(shown(text)) is not on the scale of “\(letter)”",
      expected: "a score from \(scale.lowerBound) to \(scale.upperBound), or a word",
      fix: "correct the score, or the scale in the settings: man: {scale: […]}"
    )
    .saying("\(shown(text))不在“\(letter)”的分数范围内")
  }

  static func notALetter(
    _ text: String, letter: String, _ scale: ClosedRange<Int>, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "data.bad-letter", at: place, "\(shown(text)) says nothing of “\(letter)”",
      expected:
        "a score from \(scale.lowerBound) to \(scale.upperBound), 是, 否, 高, 中, 低, 未知 or nothing"
    )
    .saying("\(shown(text))没有说明“\(letter)”")
  }

  static func notAFlag(_ text: String, column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.not-yes-or-no", at: place, "\(shown(text)) is neither yes nor no (“\(column)”)",
      expected: "yes, no, 是, 否 or nothing"
    )
    .saying("\(shown(text))既不是“是”也不是“否”（“\(column)”）")
  }

  static func unknownWord(_ text: String, column: String, _ words: [Word], at place: Place)
    -> Diagnostic
  {
    let known = words.map(\.value)
    let near = nearestName(to: text, in: words.flatMap { [$0.value] + $0.synonyms })
    return Diagnostic(
      id: "data.unknown-word", at: place, "“\(column)” cannot be \(shown(text))",
      expected: "one of \(known.joined(separator: ", "))",
      fix: near.map { "did you mean “\($0)”?" }
    )
    .saying("“\(column)”不能是\(shown(text))")
  }

  static func unknownStageOfFunnel(_ text: String, funnel: [String], at place: Place) -> Diagnostic
  {
    Diagnostic(
      id: "data.unknown-funnel-stage", at: place, "\(shown(text)) is no stage of the funnel",
      fix: suggestion(for: text, among: funnel)
    )
    .saying("\(shown(text))不是漏斗的阶段")
  }

  static func notAMilestone(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.bad-milestone", at: place, "this is no milestone",
      expected: "a date as 2026-05-06 and a target as a number"
    )
    .saying("这不是里程碑")
  }
}

// MARK: - Rows together

extension Diagnostic {
  static func unknownReference(
    _ text: String, _ kind: String, nearest: String?, rows: Int = 1, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "data.unknown-" + kind.split(separator: " ").joined(separator: "-"), at: place,
      "there is no \(kind) \(shown(text))" + (rows == 1 ? "" : " (\(rows) rows)"),
      expected: "the id or the name of a \(kind)",
      fix: nearest.map { "did you mean “\($0)”?" }
    )
    .saying("找不到\(shown(text))（\(kind)）" + (rows == 1 ? "" : "，共 \(rows) 行"))
  }

  static func ambiguousName(
    _ text: String, _ kind: String, _ ids: [String], rows: Int = 1, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "data.ambiguous-name", at: place,
      "\(ids.count) \(kind)s are named \(shown(text))" + (rows == 1 ? "" : " (\(rows) rows)"),
      fix: "write the id: \(ids.prefix(5).joined(separator: " or "))"
    )
    .saying("有 \(ids.count) 个\(shown(text))（\(kind)）")
  }

  static func duplicateID(_ id: String, column: String, firstLine: Int, at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      id: "data.duplicate-id", at: place,
      "\(shown(id)) is also in line \(firstLine), with another “\(column)”",
      expected: "one row for an id", fix: "correct one of the two ids, or remove a row"
    )
    .saying("\(shown(id))也在第 \(firstLine) 行，但“\(column)”不同")
  }

  static func mergedRow(
    id: String, differing: [String], isName: Bool, firstLine: Int, at place: Place
  )
    -> Diagnostic
  {
    let message = "\(shown(id)) is also in line \(firstLine); the two rows were merged"
    let chinese = "\(shown(id))也在第 \(firstLine) 行，两行已合并"
    let fix = isName ? "give each a customer_id if they are two" : nil
    if differing.isEmpty {
      return Diagnostic(
        id: "data.merged-row", severity: isName ? .warning : .note, at: place, message, fix: fix
      )
      .saying(chinese)
    }
    return Diagnostic(
      id: "data.contradicting-rows", severity: .warning, at: place,
      message + ", and this one's \(differing.joined(separator: ", ")) taken", fix: fix
    )
    .saying(chinese + "，\(differing.joined(separator: "、"))以本行为准")
  }

  static func repeatedRow(firstLine: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.repeated-row", severity: .warning, at: place,
      "the row repeats line \(firstLine) in every column; it was left out"
    )
    .saying("与第 \(firstLine) 行每一列都相同，已略去")
  }

  static func sharedName(_ customer: Customer, _ first: Customer) -> Diagnostic {
    Diagnostic(
      id: "data.shared-name", severity: .warning,
      at: Place(path: customer.row.path, line: customer.row.line),
      "the customers \(shown(first.id)) (line \(first.row.line)) and \(shown(customer.id)) "
        + "have one name", fix: "give both the same customer_id if they are one")
  }

  static func circle(_ path: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.circle", at: place,
      "this leads in a circle: \(path.prefix(8).joined(separator: " → "))"
    )
    .saying("首尾相连成了圈：\(path.prefix(8).joined(separator: " → "))")
  }

  static func endBeforeStart(_ start: String, _ end: String, at place: Place) -> Diagnostic {
    Diagnostic(id: "data.end-before-start", at: place, "“\(end)” lies before “\(start)”")
      .saying("“\(end)”早于“\(start)”")
  }

  static func unknownStage(_ stage: String, rows: Int, known: [String], at place: Place)
    -> Diagnostic
  {
    let near = nearestName(to: stage, in: known)
    return Diagnostic(
      id: "data.unknown-stage", at: place,
      "nobody said what the stage \(shown(stage)) means (\(rows) \(rows == 1 ? "row" : "rows"))",
      fix: (near.map { "did you mean “\($0)”? or " } ?? "")
        + "say it in the settings: stages: {\"\(stage)\": {status: open, probability: 0.5}}"
    )
    .saying("没有说明阶段\(shown(stage))的含义")
  }

  static func closedWithoutStatus(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.closed-without-status", at: place,
      "the deal is closed, but neither a stage nor a status says how",
      expected: "won or lost in “status”"
    )
    .saying("商机已关闭，但没有写明是赢单还是输单")
  }

  static func stagesNotInOrder(funnel: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.stages-not-in-order", at: place, "a rate leads from one stage to the next",
      expected: funnel.joined(separator: " → ")
    )
    .saying("比率要从一个阶段到下一个阶段")
  }

  static func moreSuccessesThanTrials(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.more-successes-than-trials", at: place, "there are more successes than trials"
    )
    .saying("成功数多于尝试数")
  }

  static func notPositive(_ column: String, at place: Place) -> Diagnostic {
    Diagnostic(id: "data.not-positive", at: place, "“\(column)” must be more than 0")
      .saying("“\(column)”必须大于 0")
  }

  static func repeatBelowOne(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.repeat-below-one", at: place,
      "“repeat” counts a customer's orders, the first included, so it is 1 or more"
    )
    .saying("“repeat”是每个客户的订单数（含第一单），不小于 1")
  }
}
