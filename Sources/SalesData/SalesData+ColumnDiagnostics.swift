import Diagnostics
import Phrases
import SalesMethod

// MARK: - Columns

extension Diagnostic {
  private static func shown(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return "“" + (line.count > 60 ? line.prefix(60) + "…" : line) + "”"
  }

  static func openNumberFormat(
    _ text: String, _ readings: [String], column: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "data.open-number-format", at: place,
      Phrase(
        zh: "\(shown(text))可以是 \(readings.joined(separator: " 或 "))，列中没有别的值可以判定",
        en:
          "\(shown(text)) could be \(readings.joined(separator: " or ")), and nothing in the column "
          + "decides"),
      fix: Phrase(
        zh: "在设置中写明：number_format: {\(column): \"1.234,5\"}，或 \"1,234.5\"",
        en: "settle it in the settings: number_format: {\(column): \"1.234,5\"}, or \"1,234.5\"")
    )
    .offering(Offer.marks(column, text, readings))
  }

  static func openScale(_ header: String, column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.open-scale", at: place,
      Phrase(
        zh: "表头\(shown(header))像是写了单位，但读不准：这一列的 1 是多少？",
        en:
          "the header \(shown(header)) seems to name a scale, but which is not certain: what is a 1 "
          + "in this column?"),
      fix: Phrase(
        zh: "在设置中写明：number_format: {\(column): x10000}（万元）、x1000（千元）或 x1（元）",
        en: "settle it in the settings: number_format: {\(column): x1000}, x10000 or x1")
    )
    .offering(Offer.scales(column))
  }

  static func mixedParts(_ small: String, _ large: String, column: String, at place: Place)
    -> Diagnostic
  {
    let isHeader = small == large
    return Diagnostic(
      id: "data.mixed-shares", at: place,
      isHeader
        ? Phrase(
          zh: "表头写的是百分数，而值都小于 1：\(shown(small))是 \(small)%，还是它的一百倍？",
          en:
            "the header says percent, and every value is below 1: is \(shown(small)) \(small)%, or "
            + "a hundred times as much?")
        : Phrase(
          zh: "同一列里有\(shown(small))和\(shown(large))：\(shown(small))是比例，还是 \(small)%？",
          en:
            "the column has \(shown(small)) and \(shown(large)): is \(shown(small)) a fraction of 1, "
            + "or \(small)%?"),
      expected: Phrase(
        zh: "一列里都写百分数或都写小数，或者每格都带 %",
        en: "percentages or fractions throughout the column, or a percent sign in each cell"),
      fix: Phrase(
        zh: "在设置中写明：number_format: {\(column): percent}，或 fraction",
        en: "settle it in the settings: number_format: {\(column): percent}, or fraction")
    )
    .offering(Offer.parts(column, small))
  }

  static func hoursOrMinutes(_ text: String, column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.hours-or-minutes", at: place,
      Phrase(
        zh: "\(shown(text))是 \(text) 小时（超过一天），还是 \(text) 分钟？",
        en: "is \(shown(text)) \(text) hours, which is longer than a day, or \(text) minutes?"),
      fix: Phrase(
        zh: "在设置中写明：number_format: {\(column): minutes}，或 hours",
        en: "settle it in the settings: number_format: {\(column): minutes}, or hours")
    )
    .offering(Offer.lengths(column, text))
  }

  static func longerThanADay(_ text: String, column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.out-of-range", at: place,
      Phrase(
        zh: "\(shown(text))超出一天（列“\(column)”）",
        en: "\(shown(text)) is not between 0 and 24 hours (column “\(column)”)"),
      expected: Phrase(zh: "一天最多 24 小时", en: "a day has 24 hours"),
      fix: text.allSatisfy { $0.isNumber || $0 == "." }
        ? Phrase(
          zh: "如果是分钟，把表头写成“\(column)(分钟)”，或把这一格写成 \(text)分钟",
          en:
            "if these are minutes, say so in the header, “\(column) (min)”, or in the cell, “\(text) min”"
        )
        : Phrase(
          zh: "跨了几天的，一天写一行", en: "write what took several days as a row for each day"))
  }

  static func unitsDiffer(_ text: String, header: String, column: String, at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      id: "data.units-differ", at: place,
      Phrase(
        zh: "\(shown(text))与表头“\(header)”或本行单位列的单位不一致（列“\(column)”）",
        en: "\(shown(text)) does not agree with the unit of its header “\(header)” or of its row "
          + "(column “\(column)”)"),
      expected: Phrase(
        zh: "单位只写一处：单元格、表头或本行的单位列",
        en: "one unit: in the cell, in the header or in the row's own column"),
      fix: Phrase(zh: "去掉不该有的单位", en: "remove the unit where it does not belong"))
  }

  static func foreignCurrency(
    _ currency: CurrencyMark, own: String, rows: Int, column: String, at place: Place
  ) -> Diagnostic {
    let code = currency == .yen ? "¥ (CNY/JPY)" : currency.rawValue
    let rate = currency == .yen ? "JPY" : currency.rawValue
    return Diagnostic(
      id: "data.foreign-currency", at: place,
      Phrase(
        zh: "“\(column)”有 \(rows) 个金额是 \(code)，而工作区以 \(own) 计",
        en: "\(count: rows, "amount", "amounts") of “\(column)” \(agreeing: rows, "is", "are") in "
          + "\(code), but the workspace counts in \(own)"),
      fix: Phrase(
        zh:
          "写明 1 \(rate) 等于多少 \(own)：salesbook fix --set exchange_rates.\(rate)=…；如果所有金额都是这种货币：salesbook fix --set currency=\(rate)",
        en:
          "say what 1 \(rate) is worth in \(own): salesbook fix --set exchange_rates.\(rate)=…; or, if all "
          + "amounts are in that currency: salesbook fix --set currency=\(rate)")
    )
    .mending(rows: rows > 1 ? rows : 0).offering(Offer.currencies(rate, own: own))
  }

  static func unknownCurrency(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.unknown-currency", at: place,
      Phrase(zh: "不认识货币\(shown(text))", en: "\(shown(text)) is not a known currency"),
      expected: Phrase(zh: "USD、EUR、HKD 这样的代码", en: "a code such as USD, EUR or HKD"))
  }

  static func unknownUnit(_ text: String, column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.unknown-unit", at: place,
      Phrase(
        zh: "\(shown(text))既不是货币，也不是金额单位（“\(column)”）",
        en: "\(shown(text)) is neither a currency nor a unit of money (“\(column)”)"),
      expected: Phrase(zh: "CNY、USD、元、万元等", en: "CNY, USD, 元, 万元 or the like"))
  }

  static func notMoney(_ unit: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.unit-not-money", at: place,
      Phrase(
        zh: "目标按金额计，\(shown(unit))却不是金额单位",
        en: "\(shown(unit)) is not a unit of money, and the goal counts an amount"),
      expected: Phrase(
        zh: "元、万元或货币代码，或者换一个指标",
        en: "a unit such as 元, 万元 or a currency's code, or another metric"))
  }

  static func moneyForOthers(_ unit: String, metric: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.unit-is-money", at: place,
      Phrase(
        zh: "\(shown(unit))是金额单位，而这个目标的指标是“\(metric)”",
        en: "\(shown(unit)) is a unit of money, and the goal's metric is “\(metric)”"),
      expected: Phrase(
        zh: "家、单、件等，或指标 amount",
        en: "a unit of what is counted, such as orders, or the metric amount"),
      fix: Phrase(
        zh: "按金额计就把指标写成 amount（销售额）；否则改正单位",
        en: "write amount as the metric if it counts money; else correct the unit"))
  }

  static func lostDigits(_ text: String, column: String, cells: Int, at place: Place) -> Diagnostic
  {
    Diagnostic(
      id: "data.lost-digits", severity: .warning, at: place,
      Phrase(
        zh: "\(shown(text))（“\(column)”）在工作簿里是数字，只保留 15 位，其余位数已丢失（共 \(cells) 格）",
        en:
          "\(shown(text)) (“\(column)”) is stored as a number, which keeps only 15 digits: the rest "
          + "are lost (\(count: cells, "cell", "cells"))"),
      fix: Phrase(
        zh: "长编号请按文本保存：先把这一列设为“文本”格式再粘贴",
        en: "store long ids as text: format the column as Text before pasting"))
  }

  static func stageByChance(_ stage: String, rows: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.stage-by-chance", severity: .note, at: place,
      Phrase(
        zh: "没有说明阶段\(shown(stage))的含义；其 \(rows) 行都写了赢率，按进行中处理",
        en: "the stage \(shown(stage)) is not explained; "
          + "\(count: rows, "row of it gives its own chance and counts", "rows of it give their own chances and count") as open"
      ))
  }

  static func twoGoals(_ id: String, first: Phrase, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.two-goals", at: place,
      Phrase(
        zh: "与\(first)的目标\(shown(id))的负责人、指标、范围和日期都相同",
        en:
          "the goal \(shown(id)) in \(first) is for the same owner, metric, scope and days"
      ),
      expected: Phrase(
        zh: "每个负责人、指标、范围和时期只有一个目标",
        en: "one goal for each owner, metric, scope and period"),
      fix: Phrase(
        zh: "删去一个，或用“范围”（scope）写明各自管什么",
        en: "remove one, or use “scope” to say what each covers"))
  }

  static func twoRates(first: Phrase, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.two-rates", at: place,
      Phrase(
        zh: "\(first)已给出同一负责人、同一阶段的转化率",
        en: "\(first) already gives the rate for this owner and these stages"),
      fix: Phrase(zh: "删去一行", en: "remove one of the two"))
  }

  static func twoFactors(first: Phrase, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.two-factors", at: place,
      Phrase(
        zh: "\(first)已给出同一负责人的单量和续购量",
        en: "\(first) already gives the deal size and repeat purchases for this owner"),
      fix: Phrase(zh: "删去一行", en: "remove one of the two"))
  }
}
