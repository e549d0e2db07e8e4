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
    /// Whether the column asks how the row is meant, so that its value is not merely unknown.
    var isQuestion = false
  }

  let table: Table
  let column: MatchedColumn
  let field: ColumnSchema
  var rows: [Int]
  let settings: DataSettings
  /// The table's canonical name.
  let name: TableName
  /// The unit of each row's amounts, as its own column says.
  var rowUnits: [AmountUnit?]?
  /// The rows whose unit cannot be read.
  var unreadUnits: Set<Int> = []
  /// The rows whose unit counts money or things: 35% of them is no number.
  var countedRows: Set<Int> = []
  var problems: [Problem] = []
  /// The rows with amounts of a currency that nobody gave a rate for.
  var foreignRows: [CurrencyMark: [Int]] = [:]
  /// What rounding to hundredths left out of a row's amount, in millionths of one; blank where nothing.
  var rests: [Int: Int] = [:]
  /// Whether the column was found to write decimals behind a comma.
  var decimalComma = false
  /// The words that were taken for no value, and in how many cells.
  var blanks: [String: Int] = [:]
  var dates: DateDecision?

  init(
    _ table: Table, _ column: MatchedColumn, _ field: ColumnSchema, _ rows: [Int],
    _ settings: DataSettings, in name: TableName
  ) {
    self.name = name
    self.table = table
    self.column = column
    self.field = field
    self.rows = rows
    self.settings = settings
  }

  /// The column as settings name it: `orders.amount`.
  var fieldPath: String { "\(name.rawValue).\(field.name)" }

  /// The column as messages name it: by the header that the file has.
  var shownName: String { column.header.isEmpty ? field.name : column.header }

  /// The values of the column; `problems` and `dates` then say how it went.
  mutating func decode() -> ColumnValues {
    switch field.type {
    case .text: texts(greatestLength: .max, isName: false)
    case .name, .customer, .member, .goal, .owner: texts(greatestLength: .max, isName: true)
    case .currency: units()
    case .id: texts(greatestLength: 200, isName: true)
    case .stage: stages()
    case .day: days(in: name)
    case .days: leave(in: name)
    case .money: amounts()
    case .quantity: quantities()
    case .decimal: numbers(decimals: 3)
    case .count: counts()
    case .share: shares(decimals: 3)
    case .probability: shares(decimals: 6)
    case .hours: minutes()
    case .letter: letters()
    case .flag: flags()
    case .word(let words): fieldPath == "deals.status" ? statuses(words) : wordColumn(words)
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

  /// The same for a name or an id, which may be a word that elsewhere says there is no value.
  func name(_ row: Int) -> String? {
    table.withCell(row, column.index) { bytes, _ in
      isNoName(bytes) ? nil : String(copying: bytes)
    }
  }

  /// Whether the cell is an error value of a workbook, which is then reported.
  mutating func isError(_ row: Int) -> Bool {
    guard table.kind(row, column.index) == .error else { return false }
    guard let text = text(row) else { return false }
    report(row, .errorValue(text, column: shownName, at: place(row)))
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
  private mutating func texts(greatestLength: Int, isName: Bool) -> ColumnValues {
    noteLostDigits()
    return texts(
      keepsBytes: true, isName: isName,
      reading: { text in
        let text = withoutGuard(text)
        let isTooLong =
          greatestLength < .max && text.utf8.count > greatestLength
          && text.unicodeScalars.count > greatestLength
        return isTooLong ? nil : text
      },
      otherwise: { decoder, row, _ in
        decoder.report(row, .tooLong(decoder.shownName, at: decoder.place(row)))
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
          row, .unknownWord(text, column: decoder.shownName, words, at: decoder.place(row)))
      })
  }

  /// The statuses of deals: as the settings' `stages` say, else the words; what is neither is asked once.
  private mutating func statuses(_ words: [Word]) -> ColumnValues {
    let given = settings.stages
    var unknown: [(text: String, rows: [Int])] = []
    let values = texts(
      keepsBytes: false,
      reading: { text in
        given.first { wordKey($0.name) == wordKey(text) }?.status.rawValue
          ?? canonicalWord(text, of: words)
      },
      otherwise: { _, row, text in
        if let index = unknown.firstIndex(where: { $0.text == text }) {
          unknown[index].rows.append(row)
        } else {
          unknown.append((text, [row]))
        }
      })
    for (text, rows) in unknown {
      let question = Diagnostic.unknownStage(
        text, rows: rows.count, known: [], isStatus: true, at: place(rows[0]))
      problems.append(Problem(row: nil, reason: question.message, diagnostic: question))
      for row in rows {
        problems.append(
          Problem(row: row, reason: question.message, diagnostic: nil, isQuestion: true))
      }
    }
    return values
  }

  /// A column whose texts are each read once, however many rows have them.
  ///
  /// A text that reads as nil is reported for every row that has it. `keepsBytes` says that reading
  /// leaves texts as they are, but for the guard of `withoutGuard`.
  private mutating func texts(
    keepsBytes: Bool, isName: Bool = false, reading read: (String) -> String?,
    otherwise refuse: (inout Self, Int, String) -> Void
  ) -> ColumnValues {
    let cells = table.distinctCells(ofColumn: column.index, inRows: rows)
    let hasOwnBytes =
      keepsBytes && cells.firstRows.allSatisfy { table.kind($0, column.index) == .text }
    var values = TextValues(rowCount: table.rowCount, textCount: cells.firstRows.count)
    var refused: Set<Int32> = []
    var words: [Int32: String] = [:]
    let numbers = cells.firstRows.indices.map { cell -> Int32 in
      let row = cells.firstRows[cell]
      guard let text = isName ? name(row) : text(row) else {
        noteBlank(row, of: &words, cell)
        return TextValues.none
      }
      guard table.kind(row, column.index) != .error, let meant = read(text) else {
        refused.insert(Int32(truncatingIfNeeded: cell))
        return TextValues.none
      }
      return values.number(of: meant, hasOwnBytes: hasOwnBytes)
    }
    for row in rows { values.set(row, to: numbers[Int(cells.numbers[row])]) }
    if !words.isEmpty {
      for row in rows { words[cells.numbers[row]].map { blanks[$0, default: 0] += 1 } }
    }
    if !refused.isEmpty {
      for row in rows where refused.contains(cells.numbers[row]) && !isError(row) {
        if let text = text(row) { refuse(&self, row, text) }
      }
    }
    return .texts(values)
  }

  /// Takes note of a word that was taken for no value.
  private func noteBlank(_ row: Int, of words: inout [Int32: String], _ cell: Int) {
    let text = table.withCell(row, column.index) { bytes, _ in String(copying: bytes) }
    if isWordForNothing(text), text.contains(where: \.isLetter) {
      words[Int32(truncatingIfNeeded: cell)] = text
    }
  }

  /// A number that a workbook keeps has 15 digits; an id with more has lost the others, and two ids
  /// may have become one.
  private mutating func noteLostDigits() {
    guard field.type == .id || field.type == .customer || field.type == .member else { return }
    let long = rows.filter { row in
      table.kind(row, column.index) == .number
        && table.withCell(row, column.index) { bytes, _ in bytes.count > 15 }
    }
    guard let first = long.first else { return }
    let diagnostic = Diagnostic.lostDigits(
      table.text(first, column.index), column: shownName, cells: long.count, at: place(first))
    problems.append(Problem(row: nil, reason: diagnostic.message, diagnostic: diagnostic))
  }

  /// The units of a column of currencies, as written; `rowUnits` of the other columns come of them.
  private mutating func units() -> ColumnValues {
    texts(
      keepsBytes: false, reading: { AmountUnit($0) == nil ? nil : $0 },
      otherwise: { decoder, row, text in
        decoder.report(row, .unknownUnit(text, column: decoder.shownName, at: decoder.place(row)))
      })
  }

  private mutating func wordLists(_ words: [Word]) -> ColumnValues {
    var values = [[String]](repeating: [], count: table.rowCount)
    each { decoder, row, text in
      var unknown: String?
      for part in wordParts(text) {
        guard let word = canonicalWord(part, of: words) else {
          unknown = unknown ?? part
          continue
        }
        if !values[row].contains(word) { values[row].append(word) }
      }
      // One report for a cell: a hostile one may hold a million parts. What is known of it counts.
      if let unknown {
        decoder.report(
          row, .unknownWord(unknown, column: decoder.shownName, words, at: decoder.place(row)))
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
        report(row, .outOfScale(text, letter: shownName, settings.scale, at: place(row)))
      case .notALetter:
        report(row, .notALetter(text, letter: shownName, settings.scale, at: place(row)))
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
        decoder.report(row, .notAFlag(text, column: decoder.shownName, at: decoder.place(row)))
      }
    }
    return .integers(values)
  }
}

/// The parts of a cell that holds a list, with `;`, its full-width twin, `、` or a line break between.
func listParts(_ text: String) -> [String] {
  text.split { ";；、\n".contains($0) }.map { matchTrimmed($0) }.filter { !$0.isEmpty }
}

/// The parts of a cell that holds a list of words, where `,`, `，`, `/` and `|` part them too.
private func wordParts(_ text: String) -> [String] {
  text.split { ";；、\n,，/|".contains($0) }.map { matchTrimmed($0) }.filter { !$0.isEmpty }
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
    ("contact", ["首次接触", "初次接触", "接触", "首次联系", "联系", "firstcontact", "初回接触", "初回コンタクト"]),
    ("visit", ["拜访", "訪問", "商談", "上门拜访", "面访", "客户拜访", "登门拜访", "上门", "面谈"]),
    ("proposal", ["方案", "报价", "方案/报价", "quote", "提案", "見積", "見積提出"]),
    ("deal", ["成交", "赢单", "受注", "成約"]),
  ]
  guard let stage = common.first(where: { $0.1.contains(key) })?.0 else {
    return simplified(key).flatMap { funnelStage($0, of: funnel) }
  }
  return funnel.contains(stage) ? stage : nil
}
