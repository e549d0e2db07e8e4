import Diagnostics
package import Phrases
import SalesMethod

// MARK: - Files and tables

extension Diagnostic {
  static func takenAs(_ table: TableName, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.taken-as", severity: .note, at: place,
      Phrase(
        zh: "它的列与“\(table.title)”表相符，已按该表读取",
        en: "its columns match “\(table.rawValue)”, so it was read as that table"))
  }

  static func whichTable(
    _ tables: [TableName], or others: [TableName] = [], file: String, at place: Place
  ) -> Diagnostic {
    let shown = tables.map { "“\($0.rawValue)”" }
    let titles = tables.map { "“\($0.title.chinese)”" }
    return Diagnostic(
      id: "data.which-table", at: place,
      Phrase(
        zh: "它的列可能是\(titles.joined(separator: "或"))表，请写明是哪一个",
        en: "its columns match more than one table: \(shown.joined(separator: " or "))"),
      fix: Phrase(
        zh: "在设置中写明：tables: {\"\(file)\": \(tables[0].rawValue)}；写 ~ 表示略去",
        en:
          "say which in the settings: tables: {\"\(file)\": \(tables[0].rawValue)}; write ~ to leave it out"
      )
    )
    .offering(Offer.tables(file, tables + others))
  }

  static func almostTable(_ almost: AlmostTable, file: String, at place: Place) -> Diagnostic {
    let (table, column) = (almost.name.rawValue, almost.column.name)
    let header = almost.unknown.first ?? "…"
    let choices = almost.unknown.prefix(12).map { header in
      Offer(
        [
          Offer.Line(["tables", file], table), Offer.Line(["mapping", table, header], column),
        ], Phrase(same: header))
    }
    let none = Offer(
      ["tables", file], "~", Phrase(zh: "都不是，不用这个文件", en: "none; leave the file out"))
    return Diagnostic(
      id: "data.almost-table", severity: .warning, at: place,
      Phrase(
        zh: "它像“\(almost.name.title)”表，但没有认出“\(almost.column.title)”列（\(column)），已略去",
        en:
          "it looks like “\(table)”, but none of its columns was recognised as “\(column)”; it was "
          + "left out"),
      expected: almost.unknown.isEmpty
        ? nil
        : Phrase(
          zh: "没认出的列：\(list: almost.unknown)", en: "columns not recognised: \(list: almost.unknown)"
        ),
      fix: Phrase(
        zh:
          "在设置中写明：tables: {\"\(file)\": \(table)}，mapping: {\(table): {\"\(header)\": \(column)}}",
        en: "say which it is in the settings: tables: {\"\(file)\": \(table)} and mapping: "
          + "{\(table): {\"\(header)\": \(column)}}")
    )
    .offering(choices + [none])
  }

  static func nobodyIsYou(_ names: [String], rows: Int, at place: Place) -> Diagnostic {
    let first = names.first ?? ""
    return Diagnostic(
      id: "data.whose-plan", at: place,
      Phrase(
        zh: "还不知道这是谁的计划：owners 里的人都不算，\(count: rows) 行一行也没有留下（\(list: names)）",
        en: "whose plan this is, is still open: all owners are set aside, and so "
          + "\(agreeing: rows, "is", "are") \(count: rows, "row", "rows") (\(list: names))"),
      expected: Phrase(zh: "person 写你自己的姓名", en: "your own name under person"),
      fix: Phrase(
        zh: "运行 salesbook fix --set person=\(first)", en: "run salesbook fix --set person=\(first)")
    )
    .mending(rows: rows)
    .offering(
      names.prefix(8).map { Offer(["person"], yamlQuoted($0), Phrase(zh: "是你", en: "that is you")) }
    )
  }

  static func joined(_ names: [String], as table: TableName, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.joined-files", severity: .note, at: place,
      Phrase(
        zh: "\(names.count) 个文件或工作表的列相同，已合成“\(table.title)”表：\(list: names)",
        en: "\(names.count) tables with the same columns were joined as “\(table.rawValue)”: "
          + "\(list: names)"))
  }

  static func overlappingFiles(_ rows: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.overlapping-files", severity: .warning, at: place,
      Phrase(
        zh: "有 \(rows) 行在另一个文件中已有，内容完全相同，只算一次",
        en: "\(count: rows, "row stands", "rows stand") in another file of the table with the same "
          + "cells and \(agreeing: rows, "counts", "count") once"))
  }

  static func otherColumns(_ table: TableName, first: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.two-files", at: place,
      Phrase(
        zh: "“\(table.title)”表也在 \(first) 中，但列不同",
        en: "the table “\(table.rawValue)” is also in \(first), with other columns"),
      expected: Phrase(
        zh: "同一个表的各个文件列名、列序都相同",
        en: "the same columns in every file of a table, in the same order"),
      fix: Phrase(
        zh: "把表头改成一致，或在设置中略去一个：tables: {\"\(shortName(place.path))\": ~}",
        en: "make their headers agree, or leave one out in the settings: "
          + "tables: {\"\(shortName(place.path))\": ~}"))
  }

  static func rowsLeftOut(
    _ count: Int, of rows: Int, in table: TableName, limit: Int, isBearable: Bool, at place: Place
  ) -> Diagnostic {
    let share = decimalText(count * 1000 / max(1, rows), places: 1)
    let most = decimalText(limit, places: 1)
    return Diagnostic(
      id: "data.rows-left-out", severity: isBearable ? .warning : .error, at: place,
      Phrase(
        zh: "“\(table.title)”共 \(rows) 行，有 \(count) 行（\(share)%）因错误被略去",
        en:
          "\(count) of \(count: rows, "row", "rows") of “\(table.rawValue)” (\(share)%) \(agreeing: count, "is", "are") left out because of mistakes "
          + "in them"),
      expected: isBearable ? nil : Phrase(zh: "不超过 \(most)%", en: "at most \(most)%"),
      fix: isBearable
        ? nil
        : Phrase(
          zh: "改正这些行，或在设置中放宽：rows_left_out: \(share)%",
          en: "correct them, or allow more in the settings: rows_left_out: \(share)%"))
  }

  static func goalsWithoutColumns(
    _ missing: [ColumnSchema], unknown: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "data.missing-column", at: place,
      Phrase(
        zh: "“目标”表缺这些列：\(list: missing.map(\.title.chinese))",
        en: "the table “goals” lacks these columns: \(list: missing.map(\.name))"),
      expected: unknown.isEmpty
        ? nil
        : Phrase(zh: "没有认出的列：\(list: unknown)", en: "columns not recognised: \(list: unknown)"),
      fix: Phrase(
        zh: "最少三列就行，一行一个月：负责人、月份（2026-12）、目标(万元)",
        en: "three columns are enough, a month a row: owner, month (2026-12), target (CNY)"))
  }

  static func totalRows(
    _ count: Int, of table: TableName, lines: Phrase, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "data.total-rows", severity: .warning, at: place,
      Phrase(
        zh: "“\(table.title)”中有 \(count) 行是合计或页脚，已略去：\(lines)",
        en:
          "\(count: count, "total or footer", "totals or footers") of “\(table.rawValue)” "
          + "\(agreeing: count, "was", "were") left out: "
          + "\(agreeing: count, "line", "lines") \(lines)"))
  }

  static func totalDiffers(_ said: String, _ sum: Money, column: String, at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      id: "data.total-differs", severity: .warning, at: place,
      Phrase(
        zh: "合计写的是 \(said)，而读到的“\(column)”各行之和是 \(sum.description)",
        en: "the total says \(said), and the rows of “\(column)” that were read add up to "
          + "\(sum.description)"),
      fix: Phrase(
        zh: "看看是否有缺少、被略去或重复的行", en: "look for rows that are missing, left out or there twice"))
  }

  static func unknownOwner(
    _ name: String, rows: Int, in tables: [TableName], nearest: String?, isOnlyOne: Bool,
    at place: Place
  ) -> Diagnostic {
    if rows == 1 { return unknownReference(name, .member, nearest: nearest, at: place) }
    let (shown, titles) = (tables.map(\.rawValue), tables.map(\.title.chinese))
    let near = nearest.map { Phrase(zh: "是不是“\($0)”？否则", en: "did you mean “\($0)”? Otherwise ") }
    let you = Phrase(
      zh: "如果是你，请在设置中写 person: \(name)；否则",
      en: "if that is you, say so in the settings: person: \(name); otherwise ")
    let add = Phrase(
      zh: "在成员表（team）里加一行“\(name)”；他的行不算的，在设置中写明：owners: {\"\(name)\": ~}",
      en: "add a row for “\(name)” to the table “team”; if these rows are not to count, say so in "
        + "the settings: owners: {\"\(name)\": ~}")
    let parts = [near, isOnlyOne && near == nil ? you : nil, add].compactMap(\.self)
    return Diagnostic(
      id: "data.unknown-member", at: place,
      Phrase(
        zh: "\(rows) 行的负责人是“\(name)”，但成员表里没有这个人（\(list: titles)）",
        en:
          "\(count: rows, "row names", "rows name") “\(name)” as the owner, but nobody of that name is in "
          + "the table of people (\(list: shown))"),
      expected: Phrase(zh: "成员的编号或姓名", en: "the id or the name of a member"),
      fix: Phrase(
        zh: "\(parts.map(\.chinese).joined())", en: "\(parts.map(\.english).joined())")
    )
    .mending(rows: rows).offering(Offer.owner(name, nearest: nearest, isOnlyOne: isOnlyOne))
  }

  static func unknownOwners(
    _ names: [String], rows: Int, in tables: [TableName], at place: Place
  ) -> Diagnostic {
    let shown = names.prefix(3).map { "“\($0)”" }
    let first = names.first ?? ""
    return Diagnostic(
      id: "data.unknown-member", at: place,
      Phrase(
        zh: "\(rows) 行的负责人（\(names.count) 个名字，如\(shown.joined(separator: "、"))）不在成员表里"
          + "（\(list: tables.map(\.title.chinese))）",
        en: "\(rows) rows name \(names.count) owners who are not in the table of people, such as "
          + "\(list: shown) (\(list: tables.map(\.rawValue)))"),
      expected: Phrase(zh: "成员的编号或姓名", en: "the id or the name of a member"),
      fix: Phrase(
        zh: "在成员表（team）里给每人加一行；谁的行不算，在设置中写明：owners: {\"\(first)\": ~, …}",
        en:
          "add a row for each to the table “team”; those whose rows are not to count, list in the "
          + "settings: owners: {\"\(first)\": ~, …}")
    )
    .mending(rows: rows).offering([Offer.nobodies(names)])
  }

  static func unknownReferences(
    _ names: [String], _ kind: RowKind, rows: Int, of all: Int, at place: Place
  ) -> Diagnostic {
    let shown = names.prefix(3).map { "“\($0)”" }
    return Diagnostic(
      id: "data.unknown-" + kind.rawValue, at: place,
      Phrase(
        zh: "\(all) 行中有 \(rows) 行写的 \(names.count) 个\(kind)在\(kind)表里找不到：\(list: shown)……",
        en:
          "\(rows) of \(all) rows name \(names.count) \(kind.text(in: .english))s that are in no table: "
          + "\(list: shown) …"),
      expected: Phrase(zh: "\(kind)的编号或名称", en: "the id or the name of a \(kind)"),
      fix: Phrase(
        zh: "把它们补进\(kind)表，或重新导出这两个表",
        en: "add them to the table of \(kind)s, or export both tables again")
    )
    .mending(rows: rows)
  }

  static func sameCustomer(
    _ id: String, _ other: String, _ name: String, first: Phrase, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "data.same-customer", severity: .warning, at: place,
      Phrase(
        zh: "“\(id)”与\(first)的“\(other)”（\(name)）除编号外完全相同，已视为同一客户",
        en: "“\(id)” says the same as “\(other)” in \(first) but for its id (\(name)); "
          + "they were taken as one customer"))
  }
}

extension Diagnostic {
  static func proposedGoal(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.proposed-goal", severity: .warning, at: place,
      Phrase(
        zh: "目标“\(id)”是推算出来的，还没有人定",
        en: "the goal “\(id)” was worked out from the past; nobody has decided on it"),
      fix: Phrase(
        zh: "定下来：运行 salesbook fix --goal 金额，或改好 target 并删去 proposed",
        en: "decide: run salesbook fix --goal AMOUNT, or set its target and take “proposed” out"))
  }

  static func rowsOfOthers(
    _ rows: [(table: TableName, count: Int)], names: [String], at place: Place
  ) -> Diagnostic {
    let (zh, en) = (
      rows.map { "\($0.table.text(in: .chinese)) \($0.count) 行" },
      rows.map { "\($0.table.rawValue): \($0.count)" }
    )
    return Diagnostic(
      id: "data.rows-of-others", severity: .note, at: place,
      Phrase(
        zh: "按设置中的 owners，\(list: names)的行没有算：\(list: zh)",
        en: "as owners in the settings says, rows of \(list: names) were left out: \(list: en)"))
  }

  static func ownerOfNobody(_ entry: DataSettings.Owner, known: String?) -> Diagnostic {
    let member = entry.member ?? ""
    return Diagnostic(
      id: "data.unknown-member", at: entry.place,
      Phrase(
        zh: "owners 里的“\(entry.name)”指的是“\(member)”，但没有这位成员",
        en: "owners says that “\(entry.name)” is “\(member)”, and there is no such member"),
      expected: Phrase(zh: "成员的编号或姓名，或者 ~", en: "the id or the name of a member, or ~"),
      fix: known.map(didYouMean))
  }
}

/// Lines as a message shows them: the first ten.
///
///     shownLines([3, 8]).chinese  // "3、8"
package func shownLines(_ lines: [Int]) -> Phrase {
  let shown = lines.prefix(10).map(String.init)
  let isMore = lines.count > 10
  return Phrase(
    zh: "\(shown.joined(separator: "、"))\(isMore ? "……" : "")",
    en: "\(shown.joined(separator: ", "))\(isMore ? " …" : "")")
}

extension Diagnostic {
  /// The same with another severity.
  func `as`(_ other: Severity) -> Diagnostic {
    Diagnostic(id: id, severity: other, at: place, message, expected: expected, fix: fix)
      .mending(rows: rows).offering(offers)
  }

  /// The same, and that such cells count as unknown; in which lines, where there are several.
  func unknown(in cells: Int, lines: Phrase) -> Diagnostic {
    let more = cells - 1
    let also =
      more == 0
      ? Phrase(same: "")
      : Phrase(
        zh: "，这样的还有 \(more) 处（\(lines)）",
        en: ", and \(count: more, "more such cell", "more such cells") (lines \(lines))"
      )
    return Diagnostic(
      id: id, severity: severity, at: place,
      Phrase(
        zh: "\(message)\(also)；按未知处理",
        en: "\(message)\(also); it counts as unknown"),
      expected: expected, fix: fix
    )
    .offering(offers)
  }
}

/// The name of a file without its folders, as `tables` in the settings names it.
///
///     shortName("Content/data/a.xlsx[Sheet1]")  // "a.xlsx[Sheet1]"
func shortName(_ path: String) -> String {
  path.split(separator: "/").last.map(String.init) ?? path
}
