import Diagnostics
import Phrases
import SalesMethod
import Tables

/// Reads one column of a table by its type and gathers what is wrong with its cells.
struct ColumnDecoder {
  /// Something wrong with a cell, or with the column as a whole.
  struct Problem {
    /// The row that cannot be kept.
    let row: Int?
    let reason: Phrase
    /// What the user is told; nil where the column has said it for all its rows.
    let diagnostic: Diagnostic?
  }

  let table: Table
  let column: MatchedColumn
  let field: ColumnSchema
  let rows: [Int]
  let settings: DataSettings
  var problems: [Problem] = []
  var dates: DateDecision?

  init(
    _ table: Table, _ column: MatchedColumn, _ field: ColumnSchema, _ rows: [Int],
    _ settings: DataSettings
  ) {
    self.table = table
    self.column = column
    self.field = field
    self.rows = rows
    self.settings = settings
  }

  /// The values of the column; `problems` and `dates` then say how it went.
  mutating func decode(in name: TableName) -> ColumnValues {
    switch field.type {
    case .text, .customer, .member, .goal, .owner: texts(greatestLength: .max)
    case .id: texts(greatestLength: 200)
    case .stage: stages()
    case .day: days(in: name)
    case .days: dayLists(in: name)
    case .money: amounts()
    case .quantity: numbers(decimals: 2)
    case .decimal: numbers(decimals: 3)
    case .count: counts()
    case .share: shares(decimals: 3)
    case .probability: shares(decimals: 6)
    case .hours: minutes()
    case .letter: letters()
    case .flag: flags()
    case .word(let words): wordColumn(words)
    case .words(let words): wordLists(words)
    case .milestones: milestones()
    }
  }

  /// Notes a problem of a row, with its diagnostic.
  mutating func report(_ row: Int, _ diagnostic: Diagnostic) {
    problems.append(Problem(row: row, reason: diagnostic.message, diagnostic: diagnostic))
  }

  /// The place of the column's cell in a row.
  func place(_ row: Int) -> Place { table.place(row, column.index) }

  /// The text of a cell without the spaces at its ends; nil where it says that there is no value.
  func text(_ row: Int) -> String? {
    table.withCell(row, column.index) { bytes, kind in
      if isNoValue(bytes) { return nil }
      return String(copying: bytes)
    }
  }

  /// Whether the cell is an error value of a workbook, which is then reported.
  mutating func isError(_ row: Int) -> Bool {
    guard table.kind(row, column.index) == .error else { return false }
    guard let text = text(row) else { return false }
    report(row, .errorValue(text, column: field.name, at: place(row)))
    return true
  }

  /// Reads every cell that is text to a value; nil from the reading is a problem that it reported.
  mutating func each(_ read: (inout Self, Int, String) -> Void) {
    for row in rows where !isError(row) {
      if let text = text(row) { read(&self, row, text) }
    }
  }
}

// MARK: - Text and words

extension ColumnDecoder {
  private mutating func texts(greatestLength: Int) -> ColumnValues {
    texts(
      keepsBytes: true,
      reading: { text in
        let text = withoutGuard(text)
        let isTooLong =
          greatestLength < .max && text.utf8.count > greatestLength
          && text.unicodeScalars.count > greatestLength
        return isTooLong ? nil : text
      },
      otherwise: { decoder, row, _ in
        decoder.report(row, .tooLong(decoder.field.name, at: decoder.place(row)))
      })
  }

  private mutating func stages() -> ColumnValues {
    let funnel = settings.funnel
    return texts(
      keepsBytes: false, reading: { funnelStage($0, of: funnel) },
      otherwise: { decoder, row, text in
        decoder.report(row, .unknownStageOfFunnel(text, funnel: funnel, at: decoder.place(row)))
      })
  }

  private mutating func wordColumn(_ words: [Word]) -> ColumnValues {
    texts(
      keepsBytes: false, reading: { canonicalWord($0, of: words) },
      otherwise: { decoder, row, text in
        decoder.report(
          row, .unknownWord(text, column: decoder.field.name, words, at: decoder.place(row)))
      })
  }

  /// A column whose texts are each read once, however many rows have them.
  ///
  /// A text that reads as nil is reported for every row that has it. `keepsBytes` says that reading
  /// leaves texts as they are, but for the guard of `withoutGuard`.
  private mutating func texts(
    keepsBytes: Bool, reading read: (String) -> String?,
    otherwise refuse: (inout Self, Int, String) -> Void
  ) -> ColumnValues {
    let cells = table.distinctCells(ofColumn: column.index, inRows: rows)
    let hasOwnBytes =
      keepsBytes && cells.firstRows.allSatisfy { table.kind($0, column.index) == .text }
    var values = TextValues(rowCount: table.rowCount, textCount: cells.firstRows.count)
    var refused: Set<Int32> = []
    let numbers = cells.firstRows.indices.map { cell -> Int32 in
      let row = cells.firstRows[cell]
      guard let text = text(row) else { return TextValues.none }
      guard table.kind(row, column.index) != .error, let meant = read(text) else {
        refused.insert(Int32(truncatingIfNeeded: cell))
        return TextValues.none
      }
      return values.number(of: meant, hasOwnBytes: hasOwnBytes)
    }
    for row in rows { values.set(row, to: numbers[Int(cells.numbers[row])]) }
    if !refused.isEmpty {
      for row in rows where refused.contains(cells.numbers[row]) && !isError(row) {
        if let text = text(row) { refuse(&self, row, text) }
      }
    }
    return .texts(values)
  }

  private mutating func wordLists(_ words: [Word]) -> ColumnValues {
    var values = [[String]](repeating: [], count: table.rowCount)
    each { decoder, row, text in
      for part in listParts(text) {
        guard let word = canonicalWord(part, of: words) else {
          // One report for a cell: a hostile one may hold a million parts.
          return decoder.report(
            row, .unknownWord(part, column: decoder.field.name, words, at: decoder.place(row)))
        }
        if !values[row].contains(word) { values[row].append(word) }
      }
    }
    return .wordLists(values)
  }

  private mutating func letters() -> ColumnValues {
    var values = [LetterEntry](repeating: .unknown, count: table.rowCount)
    var known: [String: LetterEntry] = [:]
    for row in rows where !isError(row) {
      let text = table.withCell(row, column.index) { bytes, _ in String(copying: bytes) }
      if let entry = known[text] {
        values[row] = entry
        continue
      }
      switch readLetter(text, scale: settings.scale) {
      case .entry(let entry):
        values[row] = entry
        known[text] = entry
      case .outOfScale:
        report(row, .outOfScale(text, letter: field.name, settings.scale, at: place(row)))
      case .notALetter:
        report(row, .notALetter(text, letter: field.name, settings.scale, at: place(row)))
      }
    }
    return .letters(values)
  }

  private mutating func flags() -> ColumnValues {
    var values = [Int](repeating: ColumnValues.none, count: table.rowCount)
    each { decoder, row, text in
      if let flag = readFlag(text) {
        values[row] = flag ? 1 : 0
      } else if !["未知", "?", "unknown"].contains(matchKey(text)) {
        decoder.report(row, .notAFlag(text, column: decoder.field.name, at: decoder.place(row)))
      }
    }
    return .integers(values)
  }
}

/// The parts of a cell that holds a list, with `;`, its full-width twin, `、` or a line break between.
func listParts(_ text: String) -> [String] {
  text.split { ";；、\n".contains($0) }.map { matchTrimmed($0) }.filter { !$0.isEmpty }
}

private func matchTrimmed(_ text: Substring) -> String {
  var text = text
  while text.first?.isWhitespace == true { text.removeFirst() }
  while text.last?.isWhitespace == true { text.removeLast() }
  return String(text)
}

/// The stage of the funnel that a word means: its name, or a common word for a stage of the default
/// funnel.
///
///     funnelStage("拜访", of: ["contact", "visit", "proposal", "deal"])  // "visit"
func funnelStage(_ text: String, of funnel: [String]) -> String? {
  let key = HeaderKey(text).key
  if let stage = funnel.first(where: { HeaderKey($0).key == key }) { return stage }
  let common: [(String, [String])] = [
    ("contact", ["首次接触", "初次接触", "接触", "首次联系", "联系"]),
    ("visit", ["拜访", "上门拜访", "面访"]),
    ("proposal", ["方案", "报价", "方案/报价", "quote"]),
    ("deal", ["成交", "赢单"]),
  ]
  guard let stage = common.first(where: { $0.1.contains(key) })?.0 else { return nil }
  return funnel.contains(stage) ? stage : nil
}
