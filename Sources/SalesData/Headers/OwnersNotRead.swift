import Diagnostics
import Phrases
import Tables

/// What is said where a table of exports has no column of owners, and a header that nobody knows speaks of
/// them and holds several names: then everybody's rows would be one person's.
func ownersNotRead(
  _ table: Table, _ columns: [MatchedColumn], _ schema: TableSchema, _ settings: DataSettings
) -> [Diagnostic] {
  guard schema.isExported, schema.column("owner") != nil,
    !columns.contains(where: { $0.field?.name == "owner" })
  else { return [] }
  let answered = Set(
    settings.mapping.filter { $0.table == schema.name.rawValue }.map { matchKey($0.header) })
  let found = columns.first { column in
    column.field == nil && column.namesOf == nil && !answered.contains(matchKey(column.header))
      && speaksOfOwner(column.header) && holdsSeveralNames(table, column.index)
  }
  guard let found else { return [] }
  return [
    .ownersNotRead(found.header, of: schema.name, at: table.placeOfHeader(found.index))
  ]
}

private func speaksOfOwner(_ header: String) -> Bool {
  let key = HeaderKey(header).key
  let others = ["部门", "团队", "区域", "地区", "电话", "邮箱", "手机", "时间", "日期", "team", "phone", "group"]
  guard !others.contains(where: key.contains) else { return false }
  let words = [
    "负责人", "归属人", "所有人", "跟进人", "业务员", "销售员", "销售人员", "发起人", "经办人", "salesrep", "salesperson",
    "seller", "owner/", "accountmanager", "accountexecutive", "跟单", "提交人", "创建人", "发起人", "录入人",
    "对接人", "登记人",
    "createdby", "submittedby", "enteredby",
  ]
  let ends = ["owner", "ownername", "销售", "销售姓名", "业务代表", "客户经理", "成员", "顾问", "代表", "业务"]
  return words.contains(where: key.contains) || ends.contains(where: key.hasSuffix)
}

/// Whether the first rows have two texts or more, each for several rows, as names of people do; of names as
/// people have them once is enough.
private func holdsSeveralNames(_ table: Table, _ column: Int) -> Bool {
  var rows: [String: Int] = [:]
  for row in 0..<min(table.rowCount, 500) {
    let text = table.withCell(row, column) { bytes, _ in
      isNoValue(bytes) ? "" : String(copying: bytes)
    }
    if !text.isEmpty { rows[text, default: 0] += 1 }
  }
  let all = rows.values.reduce(0, +)
  return rows.count > 1 && (rows.count * 2 <= all || rows.keys.allSatisfy(isPersonsName))
}

/// Whether a text is no more than a name of somebody in Chinese: two to four characters, no company.
private func isPersonsName(_ text: String) -> Bool {
  let bare = text.first == "@" ? text.dropFirst() : text[...]
  return (2...4).contains(bare.count)
    && bare.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
    && !["公司", "集团", "工厂", "商行", "部", "组"].contains(where: bare.hasSuffix)
}

extension Diagnostic {
  static func ownersNotRead(_ header: String, of table: TableName, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.owners-not-read", severity: .warning, at: place,
      Phrase(
        zh: "“\(header)”像是负责人，里面不止一个名字，但没有用上：“\(table.title)”的行会全算成一个人的",
        en: "“\(header)” looks like owners and holds several names, and is not read: all rows of "
          + "“\(table.rawValue)” would be one person's"),
      fix: Phrase(
        zh: "在设置中写明：mapping: {\(table.rawValue): {\"\(header)\": owner}}；如果不是，写 ~",
        en:
          "say so in the settings: mapping: {\(table.rawValue): {\"\(header)\": owner}}; if it is none, "
          + "write ~")
    ).offering([Offer.column(table, header, "owner")])
  }
}
