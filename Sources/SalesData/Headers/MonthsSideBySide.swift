import Diagnostics
import Phrases
import Tables

/// Goals whose months stand side by side, as people lay them out: `姓名, 1月, 2月, …, 12月, 合计`.
///
/// Only where the file, the sheet or a title speaks of goals: what was sold by month looks the same. The year is
/// that of the headers, else of those names; nil, with what is wrong, where there is none.
///
///     // 目标2026.csv: 姓名,1月(万元),2月(万元)
///     goalsSideBySide(table).value?.header  // ["负责人", "月份", "目标(万元)"]
func goalsSideBySide(_ table: Table) -> Parsed<Table?> {
  guard
    speaksOfGoals(table.name) || speaksOfGoals(table.origin.path)
      || ([table.header] + firstRows(table)).contains(where: { $0.contains(where: speaksOfGoals) })
  else { return Parsed(table) }
  for row in [nil] + (0..<min(table.rowCount, maximumAbove)).map(Int?.some) {
    let headed = row.map { table.headed(byRow: $0) } ?? table
    if let layout = MonthColumns(headed.header) { return layout.stack(headed) }
  }
  return Parsed(table)
}

/// So many rows may stand above a header.
private let maximumAbove = 12

private func firstRows(_ table: Table) -> [[String]] {
  (0..<min(table.rowCount, maximumAbove)).map(table.texts(ofRow:))
}

private func speaksOfGoals(_ name: String) -> Bool {
  let text = folded(name)
  return ["目标", "任务", "指标", "goal", "target", "quota"].contains(where: text.contains)
}

/// The columns of a header that has a month in several of them, and whose goals they are in another.
private struct MonthColumns {
  private let header: [String]
  private let months: [(index: Int, month: HeaderMonth)]
  private let owner: Int

  /// Nil where the header names fewer than two months, one twice, or nobody.
  init?(_ header: [String]) {
    self.header = header
    months = header.indices.compactMap { index in
      HeaderMonth(header[index]).map { (index, $0) }
    }
    guard months.count > 1, Set(months.map(\.month.whole)).count == months.count,
      let owner = header.firstIndex(where: Self.isOwner)
    else { return nil }
    self.owner = owner
  }

  private static func isOwner(_ header: String) -> Bool {
    let names = [
      "姓名", "名字", "销售", "销售员", "销售人员", "业务员", "业务", "成员", "人员", "员工", "负责人", "客户经理", "团队", "小组",
      "部门", "区域", "name", "salesperson", "salesrep", "rep", "member", "person", "owner", "team",
      "employee",
    ]
    return names.contains(HeaderKey(header).key)
  }

  /// Sums beside the months: 合计, 全年, Q1.
  private static func isSum(_ header: String) -> Bool {
    let key = HeaderKey(header).key
    let words = ["合计", "小计", "总计", "全年", "年度", "季度", "半年", "total", "sum", "year"]
    return words.contains(where: key.contains) || key.count == 2 && key.hasPrefix("q")
  }

  func stack(_ table: Table) -> Parsed<Table?> {
    let names = table.textsAbove + [table.name, table.origin.path]
    let year = names.lazy.compactMap(yearNamed).first
    guard months.allSatisfy({ ($0.month.year ?? year) != nil }) else {
      return Parsed(nil, [.goalsWithoutYear(at: table.placeOfHeader(months[0].index))])
    }
    let kept = header.indices.filter { index in
      !months.contains { $0.index == index } && !header[index].isEmpty
        && !Self.isSum(header[index])
    }
    let unit = months.lazy.compactMap { bracketed(header[$0.index]) }.first ?? ""
    let newHeader = kept.map { $0 == owner ? "负责人" : header[$0] } + ["月份", "目标" + unit]
    let columns = months.map { column in
      Table.StackedColumn(
        index: column.index, label: column.month.text(year: column.month.year ?? year ?? 0))
    }
    guard let stacked = table.stacked(columns, keeping: kept, under: newHeader) else {
      return Parsed(table)
    }
    return Parsed(
      stacked, [.monthsSideBySide(months.count, at: table.placeOfHeader(months[0].index))])
  }
}

/// The unit in brackets at the end of a header, brackets included; nil without one.
private func bracketed(_ header: String) -> String? {
  let text = folded(header)
  guard text.last == ")", let opening = text.lastIndex(of: "(") else { return nil }
  return String(text[opening...])
}

/// The year that a name speaks of.
///
///     yearNamed("2026年销售目标")  // 2026
private func yearNamed(_ name: String) -> Int? {
  let numbers = folded(name).split { !$0.isASCII || !$0.isNumber }.compactMap { digits -> Int? in
    digits.count >= 4 ? Int(digits.prefix(4)) : nil
  }
  return numbers.first { (2000...2099).contains($0) }
}

/// The month that a header stands for.
private struct HeaderMonth {
  let year: Int?
  let month: Int

  var whole: Int { (year ?? 0) * 100 + month }

  /// Reads `1月`, `一月`, `2026年1月`, `2026-01`, `Jan`, `1月目标(万元)`; nil for anything else.
  init?(_ header: String) {
    var text = folded(header)[...]
    if text.last == ")", let opening = text.lastIndex(of: "(") { text = text[..<opening] }
    var key = text.filter { !$0.isWhitespace }
    for word in ["销售目标", "业绩目标", "目标额", "目标", "任务", "指标", "target", "goal", "quota"] {
      key = key.replacing(word, with: "")
    }
    if key.hasSuffix("份") { key.removeLast() }
    guard let found = Self.numbered(key) ?? Self.named(key) else {
      return nil
    }
    self = found
  }

  private init?(year: Int?, month: Int) {
    guard (1...12).contains(month), year.map({ (2000...2099).contains($0) }) ?? true else {
      return nil
    }
    (self.year, self.month) = (year, month)
  }

  private static func numbered(_ key: String) -> HeaderMonth? {
    let digits = key.split { !$0.isASCII || !$0.isNumber }.map(String.init)
    let signs = key.filter { !($0.isASCII && $0.isNumber) }
    switch (digits.count, signs) {
    case (1, "月"): return HeaderMonth(year: nil, month: Int(digits[0]) ?? 0)
    case (2, "年月"), (2, "-"), (2, "/"), (2, "."), (2, "-月"):
      guard digits[0].count == 4 else { return nil }
      return HeaderMonth(year: Int(digits[0]), month: Int(digits[1]) ?? 0)
    case (1, "") where digits[0].count == 6:
      return HeaderMonth(year: Int(digits[0].prefix(4)), month: Int(digits[0].suffix(2)) ?? 0)
    default: return nil
    }
  }

  private static func named(_ key: String) -> HeaderMonth? {
    let chinese = [
      "一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月",
    ]
    if let index = chinese.firstIndex(of: key) { return HeaderMonth(year: nil, month: index + 1) }
    let english = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    let word = key.prefix { $0.isLetter }
    let year = Int(key.drop { !$0.isNumber })
    guard word.count >= 3,
      let index = english.firstIndex(where: { $0 == word || $0.prefix(3) == word }),
      year != nil || word.count == key.count
    else { return nil }
    return HeaderMonth(year: year.map { $0 < 100 ? 2000 + $0 : $0 }, month: index + 1)
  }

  /// The month as a day is written.
  func text(year: Int) -> String { "\(year)-\(month < 10 ? "0" : "")\(month)" }
}

extension Diagnostic {
  static func monthsSideBySide(_ months: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.months-side-by-side", severity: .note, at: place,
      Phrase(
        zh: "目标按月横着排：\(months) 列各读成一个月的目标，合计列不用",
        en:
          "goals stand side by side by month: each of \(months) columns is read as a month’s goal, sums are not used"
      ))
  }

  static func goalsWithoutYear(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.goals-without-year", at: place,
      Phrase(
        zh: "目标按月横着排，但看不出是哪一年",
        en: "goals stand side by side by month, but of which year nothing says"),
      expected: Phrase(
        zh: "表头、标题、工作表名或文件名里的年份",
        en: "a year in the headers, a title, the sheet’s or the file’s name"),
      fix: Phrase(
        zh: "改文件名，例如：目标2026.xlsx，或把表头写成 2026年1月",
        en: "rename the file, such as targets-2026.xlsx, or write the headers as 2026-01"))
  }
}
