import Diagnostics
import Phrases
import SalesMethod

/// Answers to what data leave open, as lines of the settings.
extension Offer {
  /// Which table a file is: likely ones first, then all others, and none.
  static func tables(_ file: String, _ likely: [TableName], isLikely: Bool = true) -> [Offer] {
    let common: [TableName] = [.customers, .deals, .orders, .activities, .contacts, .receivables]
    let others = common.filter { !likely.contains($0) }
    let taken = (likely + others).map { table in
      Offer(
        ["tables", file], table.rawValue, Phrase(zh: "\(table)表", en: "the table of \(table)"))
    }
    let none = Offer(
      ["tables", file], "~", Phrase(zh: "都不是，不用它", en: "none of these; leave it out"))
    return isLikely && !likely.isEmpty ? taken + [none] : [none] + taken
  }

  /// Whom a name among owners means.
  static func owner(_ name: String, nearest: String?, isOnlyOne: Bool) -> [Offer] {
    let you = Offer(
      ["person"], yamlQuoted(name), isSafe: isOnlyOne && nearest == nil,
      Phrase(zh: "是你", en: "you"))
    let other = nearest.map {
      Offer(["owners", name], yamlQuoted($0), Phrase(zh: "就是“\($0)”", en: "the same as “\($0)”"))
    }
    let nobody = Offer(
      ["owners", name], "~",
      Phrase(zh: "别人，他的行不算", en: "somebody else, whose rows do not count here"))
    return [other, isOnlyOne ? you : nil, nobody].compactMap(\.self)
  }

  /// That nobody of these is of this workspace.
  static func nobodies(_ names: [String]) -> Offer {
    Offer(
      names.map { Line(["owners", $0], "~") },
      Phrase(zh: "都是别人，他们的行不算", en: "all of them are others, whose rows do not count here"))
  }

  /// That a header is a column.
  static func column(_ table: TableName, _ header: String, _ field: String) -> Offer {
    Offer(["mapping", table.rawValue, header], field, Phrase(same: header))
  }

  /// Which of the headers that nobody knows is a column that is missing; the nearest is safe only where it
  /// is a name of the column with a slip of typing.
  static func columns(
    _ table: TableName, _ unknown: [String], nearest: String?, isSlip: Bool, _ field: String
  ) -> [Offer] {
    let others = unknown.filter { $0 != nearest }.prefix(12)
    return ([nearest].compactMap(\.self) + others).map { header in
      Offer(
        ["mapping", table.rawValue, header], field, isSafe: isSlip && header == nearest,
        Phrase(same: header))
    }
  }

  /// Which of two files is the table.
  static func files(_ table: TableName, _ first: String, _ second: String) -> [Offer] {
    let names = [first, second].map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    let lines = names.map { Line(["tables", $0], table.rawValue) }
    return [
      Offer(lines, Phrase(zh: "两个都算", en: "both")),
      Offer([lines[0]], Phrase(zh: "只用 \(names[0])", en: "\(names[0]) alone")),
      Offer([lines[1]], Phrase(zh: "只用 \(names[1])", en: "\(names[1]) alone")),
    ]
  }

  /// How the days of a column are written.
  static func dateOrders(
    _ column: String, _ text: String, _ readings: [(DateOrder, Day)]
  ) -> [Offer] {
    readings.map { order, day in
      let (year, month, number) = day.civil
      return Offer(
        ["date_order", column], order.rawValue,
        Phrase(
          zh: "“\(text)”是 \(year: year, month: month, day: number)",
          en: "“\(text)” is \(year: year, month: month, day: number)"))
    }
  }

  /// What a stage means; where its name says so plainly, that comes first and is safe.
  static func stages(_ stage: String) -> [Offer] {
    let plain = plainStatus(of: stage)?.rawValue
    let all: [(status: String, meaning: Phrase)] = [
      ("open", Phrase(zh: "还在谈", en: "still open")),
      ("won", Phrase(zh: "已成交", en: "won")),
      ("lost", Phrase(zh: "没成交", en: "lost")),
    ]
    let offers = all.map { status, meaning in
      Offer(
        ["stages", stage], "{ status: \(status) }", isSafe: status == plain, meaning)
    }
    return offers.filter(\.isSafe) + offers.filter { !$0.isSafe }
  }

  /// Which sign stands before decimals.
  static func marks(_ column: String, _ text: String, _ readings: [String]) -> [Offer] {
    zip(["1,234.5", "1.234,5"], readings).map { format, reading in
      Offer(
        ["number_format", column], yamlQuoted(format),
        Phrase(zh: "“\(text)”是 \(reading)", en: "“\(text)” is \(reading)"))
    }
  }

  /// What a 1 in a column of amounts is worth.
  static func scales(_ column: String) -> [Offer] {
    let all: [(DataSettings.NumberFormat.Meaning, Phrase)] = [
      (.tenThousands, Phrase(zh: "1 是 1 万", en: "1 is 10,000")),
      (.thousands, Phrase(zh: "1 是 1 千", en: "1 is a thousand")),
      (.millions, Phrase(zh: "1 是 100 万", en: "1 is a million")),
      (.ones, Phrase(zh: "1 就是 1 元", en: "1 is 1")),
    ]
    return all.map { Offer(["number_format", column], $0.0.rawValue, $0.1) }
  }

  /// Whether parts of a whole are percent.
  static func parts(_ column: String, _ small: String) -> [Offer] {
    [
      Offer(
        ["number_format", column], "percent",
        Phrase(zh: "“\(small)”是 \(small)%", en: "“\(small)” is \(small)%")),
      Offer(
        ["number_format", column], "fraction",
        Phrase(zh: "“\(small)”是比例", en: "“\(small)” is a part of one")),
    ]
  }

  /// Whether lengths of time are minutes.
  static func lengths(_ column: String, _ text: String) -> [Offer] {
    [
      Offer(
        ["number_format", column], "minutes",
        Phrase(zh: "“\(text)”是分钟", en: "“\(text)” is minutes")),
      Offer(
        ["number_format", column], "hours", Phrase(zh: "“\(text)”是小时", en: "“\(text)” is hours")),
    ]
  }

  /// What another currency is worth; its value is typed in by whoever is asked.
  static func currencies(_ code: String, own: String) -> [Offer] {
    [
      Offer(
        ["exchange_rates", code], "",
        Phrase(zh: "1 \(code) 等于多少 \(own)", en: "what 1 \(code) is worth in \(own)")),
      Offer(
        ["currency"], code,
        Phrase(zh: "所有金额都是 \(code)", en: "all amounts are in \(code)")),
    ]
  }
}
