package import Formula

/// The words of a sheet, in the language of the workbook.
package struct SheetStyle: Hashable, Sendable {
  /// What stands above the table, and on the sheet's tab.
  package let title: String
  let isChinese: Bool

  /// Names a sheet and says its language, `zh-Hans` or `en`.
  package init(title: String, language: String) {
    self.title = title
    isChinese = language.hasPrefix("zh")
  }

  /// The word in the sheet's language.
  func word(_ chinese: String, _ english: String) -> String { isChinese ? chinese : english }
}

extension Sheet {
  /// The sheet of a calculation: a row for each name, its value a cell with a defined name and its
  /// formula, so that the sheet follows when an input is changed.
  ///
  /// Columns of tables that formulas use stand to the right.
  package static func calculation(_ calculation: SpreadsheetCalculation, _ style: SheetStyle)
    -> Sheet
  {
    let headers = [
      style.word("名称", "Name"), style.word("值", "Value"), style.word("单位", "Unit"),
      style.word("算法", "Formula"), style.word("说明", "Note"),
    ]
    var sheet = Sheet(
      name: style.title, widths: [22, 16, 10, 44, 30],
      rows: [[.text(style.title, .title)], headers.map { .text($0, .header) }])
    sheet.frozen = Address(row: 2, column: 1)
    sheet.isLandscape = true
    sheet.headerRow = 1
    for cell in calculation.cells {
      let address = Address(row: sheet.rows.count, column: 1)
      sheet.rows.append([
        .text(cell.name, .body), value(cell), .text(cell.unit, .body), .text(cell.reading, .body),
        .text(cell.label ?? "", .body),
      ])
      sheet.names.append(DefinedName(name: cell.definedName, area: Area(address, address)))
      if let limits = limits(of: cell, at: address, style) { sheet.validations.append(limits) }
    }
    for (index, data) in calculation.data.enumerated() {
      sheet.add(data, at: headers.count + 1 + index)
    }
    return sheet
  }

  private static func value(_ cell: SpreadsheetCalculation.Cell) -> Cell {
    let style = CellStyle.number(
      cell.numberFormat, fill: cell.input == nil ? .none : .input, isBold: cell.input == nil)
    switch (cell.formula, cell.outcome) {
    case (let formula?, .value(.number(let number))):
      return .formula(formula, number.approximation, style)
    case (let formula?, .value(.truth(let truth))): return .formula(formula, truth ? 1 : 0, style)
    case (let formula?, .value(.text(let text))):
      return Cell(.formula(formula, .text(text)), .body)
    case (let formula?, _): return Cell(.formula(formula, .text("#VALUE!")), style)
    case (nil, .value(.number(let number))): return .number(number.approximation, style)
    case (nil, .value(.truth(let truth))): return .number(truth ? 1 : 0, style)
    case (nil, .value(.text(let text))): return .text(text, .body)
    case (nil, _): return Cell(.blank, style)
    }
  }

  private static func limits(
    of cell: SpreadsheetCalculation.Cell, at address: Address, _ style: SheetStyle
  ) -> Validation? {
    guard let bounds = cell.input?.bounds else { return nil }
    let low = bounds.lowerBound.approximation
    let high = bounds.upperBound.approximation
    let range = "\(bounds.lowerBound.joined)–\(bounds.upperBound.joined) \(cell.unit)"
    return Validation(
      area: Area(address, address), rule: .decimal(low...high),
      message: style.word("请填 \(range) 之间的数", "Enter a number from \(range)"))
  }

  /// Puts a column of data under its name; blank cells stay empty.
  private mutating func add(_ data: SpreadsheetCalculation.Data, at column: Int) {
    let cells: [Cell?] =
      switch data.column {
      case .numbers(let numbers):
        numbers.map { $0.map { .number($0.approximation, .number("General")) } }
      case .texts(let texts): texts.map { $0.map { .text($0, .body) } }
      }
    let first = 2
    put(.text(data.name, .header), at: Address(row: first - 1, column: column))
    for (row, cell) in cells.enumerated() {
      put(cell, at: Address(row: first + row, column: column))
    }
    names.append(
      DefinedName(
        name: data.definedName, area: Area(column: column, rows: first..<first + cells.count)))
  }

  /// Puts a cell anywhere on the sheet.
  mutating func put(_ cell: Cell?, at address: Address) {
    while rows.count <= address.row { rows.append([]) }
    while rows[address.row].count <= address.column { rows[address.row].append(nil) }
    rows[address.row][address.column] = cell
  }
}
