import Phrases
import SalesMethod

/// One column of a sheet to fill in.
struct EntryColumn {
  /// What may stand in it.
  enum Kind {
    case text
    case day
    case amount
    case number
    /// One of some words.
    case choice([String])
    /// One of the owners that the goals name.
    case owner
    /// Computed.
    case formula((Int) -> String)
  }

  let header: Phrase
  /// What to write, in a sentence.
  let help: Phrase
  let kind: Kind
  var width = 14.0
  var isRequired = false
  /// Whether it is where a person writes what came of a plan.
  var isInput = false
}

/// How sheets to fill in are made: columns that say what to write, and are checked where they can be.
struct EntryForm {
  let language: Language

  /// How many rows are ready to be filled in.
  static let rows = 500

  static let intro = Phrase(
    zh: "灰色的是例子，不算数，可以删掉。带 * 的必填；每一列怎么填，把鼠标停在表头上，或点一下格子。",
    en: "Rows in grey are examples and do not count; delete them if you like. Columns with * are "
      + "needed; rest on a header, or choose a cell, to see what to write.")

  /// A phrase in the form's language.
  func say(_ phrase: Phrase) -> String { phrase.text(in: language) }

  /// A day as spreadsheets count it.
  func serial(_ day: Day) -> Cell.Content { .number(day.serial) }

  /// The row of the header; above it stands how to fill the sheet in.
  static let headerRow = 1

  /// A sheet of columns, with examples, rows that are filled in already, and so many that are computed.
  func sheet(
    _ name: Phrase, _ columns: [EntryColumn], intro: Phrase = Self.intro,
    examples: [[Cell.Content?]] = [], filled: [[Cell.Content?]] = [], computed: Int = 0
  ) -> Sheet {
    let header = columns.map { column in
      Cell.text(say(column.header) + (column.isRequired ? "*" : ""), .header)
    }
    var rows: [[Cell?]] = [[.text(say(intro))], header]
    rows += examples.map { row(columns, $0, isFaint: true) }
    let first = rows.count
    rows += filled.map { row(columns, $0, isFaint: false) }
    let blank = [Cell.Content?](repeating: nil, count: columns.count)
    while rows.count < first + computed { rows.append(row(columns, blank, isFaint: false)) }
    for row in first..<max(first, rows.count) {
      for (number, column) in columns.enumerated() {
        guard case .formula(let formula) = column.kind else { continue }
        rows[row][number] = Cell(
          .formula(formula(row), .text("")), style(of: column, isFaint: false))
      }
    }
    var made = Sheet(name: say(name), widths: columns.map(\.width), rows: rows)
    made.frozen = Address(row: Self.headerRow + 1, column: 0)
    made.headerRow = Self.headerRow
    made.isLandscape = true
    made.columnStyles = columns.map { style(of: $0, isFaint: false) }
    made.notes = columns.enumerated().map { number, column in
      Note(at: Address(row: Self.headerRow, column: number), text: say(column.help))
    }
    let area = (Self.headerRow + 1)..<(Self.headerRow + 1 + Self.rows)
    made.validations = columns.enumerated().map { number, column in
      validation(column, Area(column: number, rows: area))
    }
    return made
  }

  /// The name of the customer, as every sheet has it.
  var customer: EntryColumn {
    EntryColumn(
      header: Phrase(zh: "客户名称", en: "Customer name"),
      help: Phrase(zh: "每张表里写得一样。", en: "Written the same in every sheet."),
      kind: .text, width: 28, isRequired: true)
  }

  /// Purchasing power, power to decide and need, each a score or a word.
  var letters: [EntryColumn] {
    let words = language == .chinese ? ["未知", "无"] : ["unknown", "no"]
    let named = [
      (
        Phrase(zh: "购买力", en: "Money"),
        Phrase(
          zh: "买得起吗？5 最强，1 最弱；没问到就空着或写未知。",
          en: "Can they pay? 5 is strongest, 1 weakest; blank if you do not know.")
      ),
      (
        Phrase(zh: "决策力", en: "Authority"),
        Phrase(
          zh: "你接触的人拍得了板吗？没问到就空着。", en: "Does your contact decide? Blank if you do not know.")
      ),
      (
        Phrase(zh: "需求度", en: "Need"),
        Phrase(zh: "有多需要？没问到就空着。", en: "How much do they need it? Blank if you do not know.")
      ),
    ]
    return named.map { header, help in
      EntryColumn(
        header: header, help: help, kind: .choice(["5", "4", "3", "2", "1"] + words), width: 10)
    }
  }

  private func row(
    _ columns: [EntryColumn], _ contents: [Cell.Content?], isFaint: Bool
  ) -> [Cell?] {
    zip(columns, contents).map { column, content in
      content.map { Cell($0, style(of: column, isFaint: isFaint)) }
    }
  }

  private func style(of column: EntryColumn, isFaint: Bool) -> CellStyle {
    let fill: CellStyle.Fill = isFaint ? .muted : column.isInput ? .input : .none
    var style = CellStyle(hasBorder: true, fill: fill)
    style.isFaint = isFaint
    switch column.kind {
    case .day: style.numberFormat = "yyyy-mm-dd"
    case .amount: style.numberFormat = "#,##0.##"
    case .text, .number, .choice, .owner: break
    case .formula: style.numberFormat = "#,##0.##"
    }
    return style
  }

  private func validation(_ column: EntryColumn, _ area: Area) -> Validation {
    let help = say(column.help)
    let rule: Validation.Rule
    switch column.kind {
    case .text, .formula: return Validation(area: area, rule: .any, message: "", prompt: help)
    case .day: rule = .days
    case .amount: rule = .decimal(-1_000_000_000_000...1_000_000_000_000)
    case .number: rule = .decimal(0...1_000_000)
    case .choice(let words): rule = .list(words)
    case .owner:
      let goals = say(Phrase(zh: "目标", en: "Goals"))
      rule = .cells("='\(goals)'!$B$\(Self.headerRow + 2):$B$\(Self.headerRow + 1 + Self.rows)")
    }
    let message = Phrase(
      zh: "这里写不进这个值：\(help)", en: "This value does not fit here: \(help)")
    return Validation(area: area, rule: rule, message: say(message), prompt: help)
  }
}
