package import Formula
import Phrases

/// A calculation of a page and what stands above it on the page's sheet.
package struct SheetSection: Hashable, Sendable {
  /// The exercise's or example's title; nil for the page's own.
  package let title: String?
  /// Its names as cells.
  package let calculation: SpreadsheetCalculation

  /// Names a calculation.
  package init(title: String? = nil, _ calculation: SpreadsheetCalculation) {
    self.title = title
    self.calculation = calculation
  }
}

extension Sheet {
  /// The sheet of a calculation: a row for each name and each number in a sentence, its value a cell with a defined name and its
  /// formula, so that the sheet follows when an input is changed.
  ///
  /// Columns of tables that formulas use stand to the right.
  package static func calculation(_ calculation: SpreadsheetCalculation, _ style: SheetStyle)
    -> Sheet
  {
    calculations([SheetSection(calculation)], style)
  }

  /// The sheet of a page: its calculations one below the other, each exercise and example under its
  /// title.
  package static func calculations(_ sections: [SheetSection], _ style: SheetStyle) -> Sheet {
    let headers = [
      style.language.say(zh: "名称", en: "Name"), style.language.say(zh: "值", en: "Value"),
      style.language.say(zh: "单位", en: "Unit"),
      style.language.say(zh: "算法", en: "Formula"), style.language.say(zh: "说明", en: "Note"),
    ]
    var sheet = Sheet(
      name: style.title, widths: [22, 16, 10, 44, 30],
      rows: [[.text(style.title, .title)], headers.map { .text($0, .header) }])
    sheet.frozen = Address(row: 2, column: 1)
    sheet.isLandscape = true
    sheet.headerRow = 1
    for section in sections {
      if let title = section.title { sheet.rows.append([.text(title, .section)]) }
      for cell in section.calculation.cells { sheet.add(cell, called: cell.name, style) }
      for (index, cell) in section.calculation.numbers.enumerated() {
        let name = style.language.say(
          zh: "文中第 \(index + 1) 个数", en: "Number \(index + 1) in the text")
        sheet.add(cell, called: name, style)
      }
    }
    for (index, data) in sections.flatMap(\.calculation.data).enumerated() {
      sheet.add(data, at: headers.count + 1 + index)
    }
    return sheet
  }

  /// Adds the row of a name, or of a number in a sentence.
  private mutating func add(
    _ cell: SpreadsheetCalculation.Cell, called name: String, _ style: SheetStyle
  ) {
    let address = Address(row: rows.count, column: 1)
    rows.append([
      .text(name, .body), Self.value(cell), .text(cell.unit, .body),
      .text(cell.reading, .body), .text(cell.label ?? "", .body),
    ])
    if let definedName = cell.definedName {
      names.append(DefinedName(name: definedName, area: Area(address, address)))
    }
    if let limits = Self.limits(of: cell, at: address, style) { validations.append(limits) }
  }

  private static func value(_ cell: SpreadsheetCalculation.Cell) -> Cell {
    let isGiven = cell.input != nil || cell.outcome == nil
    let style = CellStyle.number(
      cell.numberFormat, fill: isGiven ? .input : .none, isBold: !isGiven)
    switch (cell.formula, cell.outcome) {
    case (let formula?, .value(.number(let number))):
      return .formula(formula, number.approximation, style)
    case (let formula?, .value(.truth(let truth))): return .formula(formula, truth ? 1 : 0, style)
    case (let formula?, .value(.text(let text))):
      return Cell(.formula(formula, .text(text)), .body)
    case (let formula?, let outcome):
      let error = outcome?.isMissing == true ? "#N/A" : "#VALUE!"
      return Cell(.formula(formula, .text(error)), style)
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
      message: style.language.say(zh: "请填 \(range) 之间的数", en: "Enter a number from \(range)"))
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
