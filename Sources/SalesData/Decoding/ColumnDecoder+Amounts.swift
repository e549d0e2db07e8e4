import Diagnostics
import SalesMethod
import Tables

/// The greatest sum of a column, in hundredths.
private let greatestSum = 1_000_000_000_000_000_000

extension ColumnDecoder {
  /// Amounts of money in the workspace's currency, in hundredths.
  ///
  /// The unit may stand in the cell, in the header and in the row's own column; amounts of another
  /// currency are taken at the rate of the settings, and without one they are a question.
  mutating func amounts(allowsPercent: Bool = false) -> ColumnValues {
    let (settings, header, units, unread) = (settings, column.unit.amount, rowUnits, unreadUnits)
    let rates = ExchangeTable(settings)
    var values = scaled(in: -greatestAmount...greatestAmount) { row, number throws(NumberTrouble) in
      guard allowsPercent || !number.isPercent else { throw .notANumber }
      // What currency it is in cannot be read, which is said of that cell.
      if unread.contains(row) { return ColumnValues.none }
      let own = units?[row]
      try number.take(tens: header?.tens, own: own?.tens)
      guard let mark = try currency(of: number, header: header?.currency, own: own?.currency) else {
        return try number.scaled(decimals: 2)
      }
      return try rates.hundredths(of: number, in: mark)
    }
    reportForeign()
    keepSumInRange(&values)
    return .integers(values)
  }

  /// Says once for each currency how many amounts are in it and that nobody gave a rate.
  private mutating func reportForeign() {
    for currency in CurrencyMark.allCases {
      guard let rows = foreignRows[currency], let first = rows.first else { continue }
      let diagnostic = Diagnostic.foreignCurrency(
        currency, own: settings.currency, rows: rows.count, column: field.name, at: place(first))
      problems.append(Problem(row: nil, reason: diagnostic.message, diagnostic: diagnostic))
      for row in rows {
        problems.append(
          Problem(row: row, reason: diagnostic.message, diagnostic: nil, isQuestion: true))
      }
    }
    foreignRows = [:]
  }

  private mutating func keepSumInRange(_ values: inout [Int]) {
    var sum = 0
    for row in rows where values[row] != ColumnValues.none {
      guard sum + abs(values[row]) <= greatestSum else {
        report(row, NumberTrouble.outOfRange)
        values[row] = ColumnValues.none
        continue
      }
      sum += abs(values[row])
    }
  }
}

/// The currency of an amount by all that names one; nil where nothing does.
private func currency(
  of number: WrittenNumber, header: CurrencyMark?, own: CurrencyMark?
) throws(NumberTrouble) -> CurrencyMark? {
  if number.currency == nil, own == nil { return header }
  let named = [number.currency, own, header].compactMap(\.self)
  // The plainest name of all counts: a `$` in the cell of a row in HKD is a Hong Kong dollar.
  let codes = named.filter { $0.rawValue.count == 3 }
  guard Set(codes).count <= 1 else { throw .unitsDiffer }
  return codes.first ?? named.first
}

/// What one of each currency is worth in the workspace's own.
struct ExchangeTable {
  private let own: String
  private let rates: [String: Int]

  init(_ settings: DataSettings) {
    own = settings.currency
    rates = Dictionary(
      settings.exchangeRates.map {
        (CurrencyMark(named: $0.currency)?.rawValue ?? $0.currency, $0.millionths)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// An amount in hundredths of the workspace's currency, rounded half away from zero.
  func hundredths(
    of number: WrittenNumber, in mark: CurrencyMark
  ) throws(NumberTrouble) -> Int {
    guard let code = mark.code(own: own) else { throw .foreign(mark) }
    if code == own { return try number.scaled(decimals: 2) }
    guard let rate = rates[code] else { throw .foreign(CurrencyMark(rawValue: code) ?? mark) }
    var product = number
    let (digits, overflow) = number.digits.multipliedReportingOverflow(by: rate)
    guard !overflow else { throw .outOfRange }
    product.digits = digits
    product.exponent -= 6
    return try product.scaled(decimals: 2)
  }
}

extension WrittenNumber {
  /// Takes the powers of ten that the header and the row's own column name.
  ///
  /// The two must agree where both name a unit: a row in 元 below a header of 万元 is a question.
  mutating func take(tens header: Int?, own: Int?) throws(NumberTrouble) {
    if let header, let own, header != own { throw .unitsDiffer }
    try take(tens: own ?? header)
  }
}
