import Diagnostics
import Phrases
import SalesMethod

// MARK: - Values

extension Diagnostic {
  /// Text of a cell as a message shows it.
  private static func shown(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return "“" + (line.count > 60 ? line.prefix(60) + "…" : line) + "”"
  }

  static func missingValue(_ column: String, at place: Place) -> Diagnostic {
    missingValues([column], at: place)
  }

  static func missingValues(_ columns: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.missing-value", at: place,
      Phrase(
        zh: "\(columns.map { "“\($0)”" }.joined(separator: "和"))\(columns.count > 1 ? "都" : "")为空",
        en: "\(columns.map { "“\($0)”" }.joined(separator: " and ")) "
          + "\(agreeing: columns.count, "is", "are") blank"),
      expected: Phrase(zh: "每一行都有值", en: "a value in every row"),
      fix: Phrase(zh: "填上，或删去这一行", en: "fill it in, or remove the row"))
  }

  static func tooLong(_ column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.too-long", at: place,
      Phrase(zh: "“\(column)”超过 200 个字符", en: "“\(column)” is longer than 200 characters"),
      expected: Phrase(zh: "不超过 200 个字符的编号", en: "an id of at most 200 characters")
    )
  }

  static func errorValue(_ text: String, column: String, at place: Place) -> Diagnostic {
    if text == "formula never calculated" {
      return Diagnostic(
        id: "data.error-value", at: place,
        Phrase(
          zh: "“\(column)”是公式，但从没算过，没有值",
          en: "“\(column)” is a formula that was never calculated"),
        fix: Phrase(
          zh: "用 Excel 或 WPS 打开工作簿，保存一次", en: "open the workbook in Excel or WPS and save it"))
    }
    return Diagnostic(
      id: "data.error-value", at: place,
      Phrase(
        zh: "“\(column)”是公式的错误值\(shown(text))",
        en: "“\(column)” is the formula error \(shown(text))"),
      fix: Phrase(zh: "在工作簿里改好公式并保存", en: "fix the formula in the workbook and save it")
    )
  }

  static func notANumber(
    _ text: String, column: String, of type: ColumnType = .money, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "data.not-a-number", at: place,
      Phrase(
        zh: "\(shown(text))不是数字（列“\(column)”）",
        en: "\(shown(text)) is not a number (column “\(column)”)"),
      expected: writtenNumbers(type))
  }

  /// How numbers of a type of column may be written.
  private static func writtenNumbers(_ type: ColumnType) -> Phrase {
    switch type {
    case .hours: Phrase(zh: "1.5、1.5小时、90分钟 或 1:30", en: "1.5, 1.5 h, 90 min or 1:30")
    case .share, .probability: Phrase(zh: "0.3 或 30%", en: "0.3 or 30%")
    case .decimal, .count: Phrase(zh: "12 或 1,200", en: "12 or 1,200")
    default:
      Phrase(
        zh: "1234.5、1,234、￥1,234、(1,234)、12万 或 1.2亿",
        en: "1234.5, 1,234, ￥1,234 or (1,234), or with a Chinese unit of 10,000 or 100,000,000")
    }
  }

  static func outOfRange(_ text: String, column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.out-of-range", at: place,
      Phrase(
        zh: "\(shown(text))对“\(column)”来说太大或太小",
        en: "\(shown(text)) is too large or too small for “\(column)”")
    )
  }

  static func notADay(_ text: String, column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.bad-date", at: place,
      Phrase(
        zh: "\(shown(text))不是日期（列“\(column)”）",
        en: "\(shown(text)) is not a date (column “\(column)”)"),
      expected: Phrase(
        zh: "2026-05-06、2026/5/6、2026年5月6日 或 20260506", en: "2026-05-06, 2026/5/6 or 20260506")
    )
  }

  static func noYear(_ text: String, column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.no-year", at: place,
      Phrase(
        zh: "\(shown(text))没有写年份（列“\(column)”）",
        en: "\(shown(text)) has no year (column “\(column)”)"),
      expected: Phrase(
        zh: "带年份的日期：2026-05-06，或一段 2026-05-06~05-08",
        en: "days with their year: 2026-05-06, or a range 2026-05-06~05-08"),
      fix: Phrase(zh: "把年份写在前面", en: "put the year in front"))
  }

  static func notLeave(_ text: String, column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.bad-date", at: place,
      Phrase(
        zh: "\(shown(text))不是日期，也不是一段日期（列“\(column)”）",
        en: "\(shown(text)) is neither a date nor a range of dates (column “\(column)”)"),
      expected: Phrase(
        zh: "2026-05-06、2026-05-06~05-08、2026-05-06 上午，几段之间用“；”",
        en: "2026-05-06, 2026-05-06~05-08 or 2026-05-06 morning, with ; between several")
    )
  }

  static func notADayInOrder(_ text: String, _ order: DateOrder, column: String, at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      id: "data.bad-date-order", at: place,
      Phrase(
        zh: "按 \(order.rawValue) 的顺序，\(shown(text))不是日期（列“\(column)”）",
        en: "\(shown(text)) is not a date in the order \(order.rawValue) (column “\(column)”)"),
      fix: Phrase(
        zh: "改正单元格，或改正设置中的 date_order", en: "correct the cell or the settings' date_order")
    )
  }

  static func openDateOrder(
    _ text: String, _ readings: [(DateOrder, Day)], column: String, at place: Place
  ) -> Diagnostic {
    let each = readings.map { "\($0.1) (\($0.0.rawValue))" }
    let both = Phrase(
      zh: "\(each.joined(separator: " 或 "))", en: "\(each.joined(separator: " or "))")
    let order = readings.first?.0.rawValue ?? "dmy"
    return Diagnostic(
      id: "data.open-date-order", at: place,
      Phrase(
        zh: "\(shown(text))可以是 \(both)，列中没有别的值可以判定",
        en: "\(shown(text)) could be \(both), and nothing in the column decides"),
      fix: Phrase(
        zh: "在设置中写明：date_order: {\(column): \(order)}",
        en: "say so in the settings: date_order: {\(column): \(order)}")
    )
    .offering(Offer.dateOrders(column, text, readings))
  }

  static func mixedDateOrder(_ why: Phrase, column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.mixed-date-order", at: place,
      Phrase(
        zh: "“\(column)”的值不能都用同一种年月日顺序来读：\(why)",
        en: "no order of day, month and year fits every value of “\(column)”: \(why)"),
      fix: Phrase(
        zh: "把日期写成 2026-05-06，或写明顺序：date_order: {\(column): dmy}",
        en: "write dates as 2026-05-06, or state the order: date_order: {\(column): dmy}")
    )
  }

  static func outOfScale(
    _ text: String, letter: String, _ scale: ClosedRange<Int>, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "data.score-out-of-scale", at: place,
      Phrase(
        zh: "\(shown(text))不在“\(letter)”的分数范围内",
        en: "\(shown(text)) is not on the scale of “\(letter)”"),
      expected: Phrase(
        zh: "\(scale.lowerBound) 到 \(scale.upperBound) 的分数，或一个词",
        en: "a score from \(scale.lowerBound) to \(scale.upperBound), or a word"),
      fix: Phrase(
        zh: "改正分数；如果你按别的分数打分，在设置中写明范围，例如 man: {scale: [1, 10]}",
        en:
          "correct the score; if you score otherwise, give the scale in the settings, such as man: {scale: [1, 10]}"
      )
    )
  }

  static func notALetter(
    _ text: String, letter: String, _ scale: ClosedRange<Int>, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "data.bad-letter", at: place,
      Phrase(
        zh: "\(shown(text))不能作为“\(letter)”的值", en: "\(shown(text)) is not a value for “\(letter)”"),
      expected:
        Phrase(
          zh: "\(scale.lowerBound) 到 \(scale.upperBound) 的分数，或 是、否、高、中、低、未知，或空着",
          en: "a score from \(scale.lowerBound) to \(scale.upperBound), yes, no, "
            + "high, medium, low, unknown, or nothing")
    )
  }

  static func notAFlag(_ text: String, column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.not-yes-or-no", at: place,
      Phrase(
        zh: "\(shown(text))既不是“是”也不是“否”（“\(column)”）",
        en: "\(shown(text)) is neither yes nor no (“\(column)”)"),
      expected: Phrase(zh: "是、否、yes、no，或空着", en: "yes, no, or nothing")
    )
  }

  static func unknownWord(_ text: String, column: String, _ words: [Word], at place: Place)
    -> Diagnostic
  {
    let known = words.map(\.value)
    let near = nearestName(to: text, in: words.flatMap { [$0.value] + $0.synonyms })
    return Diagnostic(
      id: "data.unknown-word", at: place,
      Phrase(zh: "“\(column)”不能是\(shown(text))", en: "“\(column)” cannot be \(shown(text))"),
      expected: Phrase(
        zh: "\(list: words.map(\.shownInChinese)) 之一", en: "one of \(list: known)"),
      fix: near.map(didYouMean)
    )
  }

  static func unknownStageOfFunnel(_ text: String, funnel: [String], at place: Place) -> Diagnostic
  {
    Diagnostic(
      id: "data.unknown-funnel-stage", at: place,
      Phrase(zh: "\(shown(text))不是漏斗的阶段", en: "\(shown(text)) is not a stage of the funnel"),
      fix: suggestion(for: text, among: funnel)
    )
  }

  static func notAMilestone(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.bad-milestone", at: place, Phrase(zh: "这不是里程碑", en: "this is not a milestone"),
      expected: Phrase(
        zh: "日期（如 2026-05-06）和作为目标的数字", en: "a date such as 2026-05-06 and a number as the target")
    )
  }
}

// MARK: - Rows together

extension Diagnostic {
  static func unknownReference(
    _ text: String, _ kind: RowKind, nearest: String?, rows: Int = 1, at place: Place
  ) -> Diagnostic {
    let more = moreRows(rows)
    return Diagnostic(
      id: "data.unknown-" + kind.rawValue, at: place,
      Phrase(
        zh: "找不到\(kind)\(shown(text))\(more)",
        en: "there is no \(kind) \(shown(text))\(more)"),
      expected: Phrase(zh: "\(kind)的编号或名称", en: "the id or the name of a \(kind)"),
      fix: nearest.map(didYouMean) ?? addition(of: text, kind)
    )
  }

  /// How to make what a row names known.
  private static func addition(of text: String, _ kind: RowKind) -> Phrase {
    let table = kind.table ?? .team
    return Phrase(
      zh: "改正这里的名称，或在\(kind)表（\(table.rawValue)）里加一行\(shown(text))",
      en: "correct the name here, or add a row for \(shown(text)) to the table “\(table.rawValue)”")
  }

  /// How many rows one mistake stands in, where it is more than its own.
  private static func moreRows(_ rows: Int) -> Phrase {
    rows == 1
      ? Phrase(same: "") : Phrase(zh: "，共 \(count: rows) 行", en: " (\(count: rows, "row", "rows"))")
  }

  static func ambiguousName(
    _ text: String, _ kind: RowKind, _ ids: [String], rows: Int = 1, at place: Place
  ) -> Diagnostic {
    let more = moreRows(rows)
    return Diagnostic(
      id: "data.ambiguous-name", at: place,
      Phrase(
        zh: "有 \(count: ids.count) 个\(kind)叫\(shown(text))\(more)",
        en:
          "\(count: ids.count, "\(kind.text(in: .english)) is", "\(kind.text(in: .english))s are") "
          + "called \(shown(text))\(more)"),
      fix: Phrase(
        zh: "写编号：\(ids.prefix(5).joined(separator: " 或 "))",
        en: "write the id: \(ids.prefix(5).joined(separator: " or "))")
    )
  }

  static func duplicateID(_ id: String, column: String, first: Phrase, at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      id: "data.duplicate-id", at: place,
      Phrase(
        zh: "\(shown(id))也在\(first)，但“\(column)”不同",
        en: "\(shown(id)) is also on \(first), with another “\(column)”"),
      expected: Phrase(zh: "一个编号一行", en: "one row for an id"),
      fix: Phrase(zh: "改正其中一个编号，或删去一行", en: "correct one of the two ids, or remove a row")
    )
  }

  static func mergedRow(
    id: String, differing: [String], isName: Bool, first: Phrase, at place: Place
  )
    -> Diagnostic
  {
    let message = Phrase(
      zh: "\(shown(id))也在\(first)，两行已合并",
      en: "\(shown(id)) is also on \(first); the two rows were merged")
    let fix =
      isName
      ? Phrase(
        zh: "如果是两位客户，各给一个编号（customer_id）", en: "if they are two customers, give each a customer_id")
      : nil
    if differing.isEmpty {
      return Diagnostic(
        id: "data.merged-row", severity: isName ? .warning : .note, at: place, message, fix: fix
      )
    }
    return Diagnostic(
      id: "data.contradicting-rows", severity: .warning, at: place,
      Phrase(
        zh: "\(message)，\(list: differing)以本行为准",
        en: "\(message), taking \(list: differing) from this one"), fix: fix
    )
  }

  static func repeatedRow(first: Phrase, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.repeated-row", severity: .warning, at: place,
      Phrase(
        zh: "与\(first)每一列都相同，已略去",
        en: "the row repeats \(first) in every column; it was left out")
    )
  }

  static func sharedName(_ customer: Customer, _ first: Customer) -> Diagnostic {
    let isElsewhere = customer.row.path != first.row.path
    return Diagnostic(
      id: "data.shared-name", severity: .warning,
      at: Place(path: customer.row.path, line: customer.row.line),
      Phrase(
        zh:
          "客户\(shown(first.id))（\(isElsewhere ? first.row.path + " " : "")第 \(first.row.line) 行）与\(shown(customer.id))同名",
        en: "the customers \(shown(first.id)) (\(isElsewhere ? first.row.path + " " : "")line "
          + "\(first.row.line)) and "
          + "\(shown(customer.id)) have the same name"),
      fix: Phrase(
        zh: "如果是同一位，给两行相同的编号（customer_id）",
        en: "if they are one customer, give both the same customer_id"))
  }

  static func circle(_ path: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.circle", at: place,
      Phrase(
        zh: "首尾相连成了圈：\(path.prefix(8).joined(separator: " → "))",
        en: "this leads in a circle: \(path.prefix(8).joined(separator: " → "))"),
      fix: Phrase(
        zh: "改正其中一行的上级，或把它空着", en: "correct what one of these rows is part of, or leave it blank"))
  }

  static func endBeforeStart(_ start: String, _ end: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.end-before-start", at: place,
      Phrase(zh: "“\(end)”早于“\(start)”", en: "“\(end)” is before “\(start)”"))
  }

  static func unknownStage(
    _ stage: String, rows: Int, known: [String], isStatus: Bool = false, at place: Place
  ) -> Diagnostic {
    let near = nearestName(to: stage, in: known)
    let say = Phrase(
      zh: "在设置中写明：stages: {\"\(stage)\": {status: open, probability: 0.5}}",
      en: "say so in the settings: stages: {\"\(stage)\": {status: open, probability: 0.5}}")
    return Diagnostic(
      id: "data.unknown-stage", at: place,
      Phrase(
        zh: "没有说明\(isStatus ? "状态" : "阶段")\(shown(stage))的含义（\(count: rows) 行）",
        en: "the \(isStatus ? "status" : "stage") \(shown(stage)) is not explained "
          + "(\(count: rows, "row", "rows"))"),
      fix: near.map { Phrase(zh: "\(didYouMean($0))或者\(say)", en: "\(didYouMean($0)) or \(say)") }
        ?? say
    )
    .mending(rows: rows > 1 ? rows : 0).offering(Offer.stages(stage))
  }

  static func closedWithoutStatus(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.closed-without-status", at: place,
      Phrase(
        zh: "商机已关闭，但没有写明是赢单还是输单",
        en: "the deal is closed, but neither its stage nor its status says how"),
      expected: Phrase(
        zh: "状态（status）列写“赢单”或“输单”", en: "won or lost in a column “status”")
    )
  }

  static func stagesNotInOrder(funnel: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.stages-not-in-order", at: place,
      Phrase(zh: "比率要从一个阶段到下一个阶段", en: "a rate leads from one stage to the next"),
      expected: Phrase(same: funnel.joined(separator: " → "))
    )
  }

  static func moreSuccessesThanTrials(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.more-successes-than-trials", at: place,
      Phrase(zh: "成功数多于尝试数", en: "there are more successes than trials")
    )
  }

  static func notPositive(_ column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.not-positive", at: place,
      Phrase(zh: "“\(column)”必须大于 0", en: "“\(column)” must be greater than 0"))
  }

  static func repeatBelowOne(_ column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.repeat-below-one", at: place,
      Phrase(
        zh: "“\(column)”是每个客户的订单数（含第一单），不小于 1",
        en: "“\(column)” counts a customer's orders, the first included, so it is at least 1")
    )
  }
}
