import Diagnostics
import Phrases
import SalesMethod
import Tables

/// The greatest amount, in hundredths, that a cell may hold, so that no sum of the method can overflow.
let greatestAmount = 100_000_000_000_000

/// What the numbers of a column say of its decimal mark, and which of them leave it open.
private struct MarkSigns {
  var points = 0
  var commas = 0
  var openPoints: [Int] = []
  var openCommas: [Int] = []
  /// Rows that are numbers only where a comma is the mark.
  var commaRows: [Int] = []
  /// Whether a number whose mark is plain has three decimals: then 1.500 may be one more.
  var hasThousandths = false
  /// Open ones whose last digit is 0, which no program writes behind a decimal mark unless it writes
  /// three digits everywhere.
  var roundPoints: [Int] = []
  var roundCommas: [Int] = []
}

extension ColumnDecoder {
  /// The value that a number comes to in the units of the column's type.
  typealias Scaling = (_ row: Int, inout WrittenNumber) throws(NumberTrouble) -> Int

  /// Reads every cell as a number, scales it and keeps it where it lies in a range.
  ///
  /// A column has one decimal mark, found out from all its cells; where they leave it open and it
  /// matters, it is a question.
  mutating func scaled(in range: ClosedRange<Int>, _ scale: Scaling) -> [Int] {
    var values = [Int](repeating: ColumnValues.none, count: table.rowCount)
    var troubles: [Int: NumberTrouble] = [:]
    let given = settings.meaning(of: fieldPath, among: [.point, .comma])
    var signs = MarkSigns()
    let first: DecimalMark = given == .comma ? .comma : .point
    readCells(rows, first, &values, &troubles, &signs, range, scale)
    if given == nil { settleMark(signs, &values, &troubles, range, scale) }
    for row in troubles.keys.sorted() {
      if let trouble = troubles[row] { report(row, trouble) }
    }
    return values
  }

  /// Reads some rows with a decimal mark.
  private func readCells(
    _ rows: [Int], _ mark: DecimalMark, _ values: inout [Int],
    _ troubles: inout [Int: NumberTrouble], _ signs: inout MarkSigns, _ range: ClosedRange<Int>,
    _ scale: Scaling
  ) {
    let (hasCarried, index) = (table.hasCarriedCells, column.index)
    table.forEachCell(ofColumn: index, inRows: rows) { row, bytes, kind in
      if isNoValue(bytes) { return }
      // What a merged cell says of several rows together is counted in the first.
      if hasCarried, table.isCarried(row, index) { return }
      do throws(NumberTrouble) {
        var number = try written(bytes, mark)
        number.isFraction = kind == .percent
        if kind == .text { signs.add(number, row) }
        let value = try scale(row, &number)
        guard range.contains(value) || value == ColumnValues.none else { throw .outOfRange }
        values[row] = value
      } catch {
        if error == .notANumber, kind == .text, mark == .point,
          (try? readNumber(bytes, mark: .comma)) != nil
        {
          signs.commaRows.append(row)
        }
        troubles[row] = error
      }
    }
  }

  /// The number that a cell holds; of a quantity without the things it counts: 5台.
  private func written(_ bytes: Span<UInt8>, _ mark: DecimalMark) throws(NumberTrouble)
    -> WrittenNumber
  {
    do throws(NumberTrouble) { return try readNumber(bytes, mark: mark) } catch {
      let text = folded(String(copying: bytes))
      let unit = String(text.reversed().prefix { !$0.isNumber }.reversed())
      guard field.name == "qty", AmountUnit(counted: unit.filter { $0 != " " })?.tens == 0 else {
        throw error
      }
      let digits = Array(text.dropLast(unit.count).utf8)
      return try readNumber(digits.span, mark: mark)
    }
  }

  /// Reads the column again with a comma as the mark where its cells speak for that, and asks where
  /// nothing decides.
  private mutating func settleMark(
    _ signs: MarkSigns, _ values: inout [Int], _ troubles: inout [Int: NumberTrouble],
    _ range: ClosedRange<Int>, _ scale: Scaling
  ) {
    let commas = signs.commaRows.count
    if commas > signs.points {
      let again = (signs.commaRows + signs.openPoints + signs.openCommas).sorted()
      for row in again {
        values[row] = ColumnValues.none
        troubles[row] = nil
      }
      var second = MarkSigns()
      readCells(again, .comma, &values, &troubles, &second, range, scale)
      decimalComma = true
      if countsMoney, !second.hasThousandths, let row = second.roundCommas.first {
        ask(row, second.roundCommas, &values)
      }
      return
    }
    if countsMoney, signs.points > 0, !signs.hasThousandths, let row = signs.roundPoints.first {
      return ask(row, signs.roundPoints, &values)
    }
    guard commas == 0, signs.points == 0 else { return }
    if countsMoney, let row = signs.openPoints.first {
      ask(row, signs.openPoints, &values)
    } else if table.origin.separator == ";", signs.openPoints.isEmpty,
      let row = signs.openCommas.first
    {
      ask(row, signs.openCommas, &values)
    }
  }

  /// Whether the column holds amounts or counts, of which a thousandth is hardly ever written.
  private var countsMoney: Bool {
    field.type == .money || field.type == .quantity || field.type == .count
  }

  /// Asks which of its two numbers a cell means, and leaves all rows like it out.
  private mutating func ask(_ row: Int, _ rows: [Int], _ values: inout [Int]) {
    let text = text(row) ?? ""
    let bytes = Array(text.utf8)
    let readings: [String] = [DecimalMark.point, .comma].compactMap { mark in
      (try? readNumber(bytes.span, mark: mark).scaled(decimals: 3)).map {
        decimalText($0, places: 3)
      }
    }
    let diagnostic = Diagnostic.openNumberFormat(
      text, readings, column: fieldPath, at: place(row))
    problems.append(Problem(row: nil, reason: diagnostic.message, diagnostic: diagnostic))
    for row in rows {
      values[row] = ColumnValues.none
      problems.append(
        Problem(row: row, reason: diagnostic.message, diagnostic: nil, isQuestion: true))
    }
  }

  /// Reports why a cell is no number of the column.
  mutating func report(_ row: Int, _ trouble: NumberTrouble) {
    if isError(row) { return }
    let (text, place) = (table.text(row, column.index), place(row))
    switch trouble {
    case .notANumber: report(row, .notANumber(text, column: shownName, of: field.type, at: place))
    case .outOfRange where field.type == .hours:
      report(row, .longerThanADay(text, column: shownName, at: place))
    case .outOfRange: report(row, .outOfRange(text, column: shownName, at: place))
    case .unitsDiffer:
      report(row, .unitsDiffer(text, header: column.header, column: shownName, at: place))
    case .foreign(let currency): foreignRows[currency, default: []].append(row)
    }
  }

  mutating func numbers(decimals: Int) -> ColumnValues {
    let tens = column.unit.amount?.tens
    return .integers(
      scaled(in: -greatestAmount...greatestAmount) { _, number throws(NumberTrouble) in
        guard number.isBare else { throw .notANumber }
        try number.take(tens: tens)
        return try number.scaled(decimals: decimals)
      })
  }

  /// Quantities of any unit, in hundredths; those of money are amounts.
  mutating func quantities() -> ColumnValues { amounts(allowsPercent: true) }

  mutating func counts() -> ColumnValues {
    let tens = column.unit.amount?.tens
    return .integers(
      scaled(in: 0...1_000_000_000_000) { _, number throws(NumberTrouble) in
        guard number.isBare else { throw .notANumber }
        try number.take(tens: tens)
        let thousandths = try number.scaled(decimals: 3)
        guard thousandths % 1000 == 0 else { throw .notANumber }
        return thousandths / 1000
      })
  }
}

extension MarkSigns {
  fileprivate mutating func add(_ number: WrittenNumber, _ row: Int) {
    let isRound = number.digits % 10 == 0
    switch number.evidence {
    case .none: break
    case .point: points += 1
    case .comma: commas += 1
    case .openPoint:
      openPoints.append(row)
      if isRound { roundPoints.append(row) }
    case .openComma:
      openCommas.append(row)
      if isRound { roundCommas.append(row) }
    }
    if number.exponent == -3, number.evidence == .point || number.evidence == .comma {
      hasThousandths = true
    }
  }
}

extension WrittenNumber {
  /// Takes the power of ten that a header or a row's own column names besides the cell.
  ///
  /// 35万 below 万元 is said twice and counts once; 3千 below 万元 is two units, and a question.
  mutating func take(tens other: Int?) throws(NumberTrouble) {
    guard let other, other != 0 else { return }
    if let own = tens {
      guard own == other else { throw .unitsDiffer }
    } else {
      tens = other
    }
  }
}
