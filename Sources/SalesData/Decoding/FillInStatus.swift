import Diagnostics
import Phrases
import SalesMethod
import Tables

extension DecodedTable {
  /// Fills in how deals ended where no column of statuses was read, from what says so beside the stage:
  /// 商机状态 beside 商机阶段, 是否赢单, `Is Won` with `Is Closed`.
  ///
  /// A word that is no end leaves the deal to its stage.
  mutating func fillInStatus(_ settings: DataSettings) {
    guard schema.name == .deals, values["status"] == nil else { return }
    let free = freeColumns(settings)
    var found = outcomesByFlags(free)
    for column in free where saysOutcome(column.header) {
      guard let ends = outcomes(column) else { continue }
      found = (column, ends)
      break
    }
    guard let (column, ends) = found else { return }
    var statuses = TextValues(rowCount: table.rowCount, textCount: 2)
    for row in dataRows {
      guard let end = ends[row] else { continue }
      statuses.set(row, to: statuses.number(of: end.rawValue, hasOwnBytes: false))
    }
    values["status"] = .texts(statuses)
    let rows = keptRows.count { ends[$0] != nil }
    diagnostics.append(
      .outcomeBeside(column.header, rows: rows, at: table.placeOfHeader(column.index)))
  }

  /// How each row's deal ended by a column of words; nil where none of them is an end.
  private func outcomes(_ column: MatchedColumn) -> [Deal.Status?]? {
    var known: [String: Deal.Status?] = [:]
    var ends = [Deal.Status?](repeating: nil, count: table.rowCount)
    var isAny = false
    for row in keptRows {
      let text = table.text(row, column.index)
      let end = known[text] ?? plainStatus(of: text)
      known[text] = .some(end)
      ends[row] = end
      if end != nil { isAny = true }
    }
    return isAny ? ends : nil
  }

  /// How each row's deal ended by a flag of won deals, and one of closed ones beside it; nil where there is none.
  private func outcomesByFlags(_ free: [MatchedColumn]) -> (MatchedColumn, [Deal.Status?])? {
    guard let won = free.first(where: { wonFlags.contains(HeaderKey($0.header).key) }) else {
      return nil
    }
    let over = free.first { overFlags.contains(HeaderKey($0.header).key) }
    var ends = [Deal.Status?](repeating: nil, count: table.rowCount)
    for row in keptRows {
      if readFlag(table.text(row, won.index)) == true {
        ends[row] = .won
      } else if let over, readFlag(table.text(row, over.index)) == true {
        ends[row] = .lost
      }
    }
    return ends.contains { $0 != nil } ? (won, ends) : nil
  }
}

private func saysOutcome(_ header: String) -> Bool {
  let key = HeaderKey(header).key
  let plain = simplified(key) ?? key
  return ["状态", "结果", "赢输", "输赢", "status", "result", "outcome"].contains(where: plain.contains)
}

private let wonFlags: Set<String> = ["是否赢单", "是否成交", "是否签约", "是否成单", "赢单", "iswon", "won"]
private let overFlags: Set<String> = ["是否关闭", "是否结束", "是否结单", "isclosed", "closed"]

extension Diagnostic {
  static func outcomeBeside(_ header: String, rows: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.outcome-beside", severity: .note, at: place,
      Phrase(
        zh: "按“\(header)”，\(count: rows) 个商机已经赢了或输了，不看阶段",
        en: "by “\(header)” \(count: rows, "deal is", "deals are") won or lost, whatever the stage")
    )
  }
}
