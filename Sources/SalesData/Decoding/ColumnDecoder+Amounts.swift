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
    if field.type == .money, let question = scaleQuestion() { return question }
    let (settings, headers, units, unread) = (settings, headerUnits, rowUnits, unreadUnits)
    let table = table
    let (hasCredits, counted) = (countsCredits, countedRows)
    let rates = ExchangeTable(settings)
    var rests: [Int: Int] = [:]
    func hundredths(_ number: WrittenNumber, _ row: Int) throws(NumberTrouble) -> Int {
      let value = try number.scaled(decimals: 2)
      let rest = number.rest(beside: value)
      // A column may be read again with another decimal mark.
      if rest != 0 || !rests.isEmpty { rests[row] = rest == 0 ? nil : rest }
      return value
    }
    var values = scaled(in: -greatestAmount...greatestAmount) { row, number throws(NumberTrouble) in
      guard !number.isPercent || allowsPercent && !counted.contains(row) else { throw .notANumber }
      if number.mayBeCredit, hasCredits { throw .notANumber }
      // What currency it is in cannot be read, which is said of that cell.
      if unread.contains(row) { return ColumnValues.none }
      let own = units?[row]
      let header = headers.count == 1 ? headers[0] : headers[table.part(ofRow: row)]
      // A row's own currency is no unit of it where the header counts in another's coins: 金额(元) and 美元.
      let isCurrency = own?.isCurrency(other: header?.currency) ?? false
      try number.take(tens: header?.tens, own: isCurrency ? nil : own?.tens)
      guard let mark = try currency(of: number, header: header?.currency, own: own?.currency) else {
        return try hundredths(number, row)
      }
      return try hundredths(rates.converted(number, in: mark), row)
    }
    self.rests = rests
    reportForeign()
    keepSumInRange(&values)
    return .integers(values)
  }

  /// The unit of the column's amounts in each file that was joined; one for all where they agree.
  private var headerUnits: [AmountUnit?] {
    guard table.isJoined else { return [headerUnit(column.unit.amount)] }
    return (0..<table.partCount).map { part in
      let header = table.header(ofPart: part)
      let own = column.index < header.count ? header[column.index] : column.header
      return headerUnit(
        own == column.header ? column.unit.amount : unitNamed(inHeader: own, for: field).amount)
    }
  }

  /// The unit of amounts: as the settings say, their header, or what stands above it.
  private func headerUnit(_ named: AmountUnit?) -> AmountUnit? {
    var unit = named
    if let given = settings.meaning(of: fieldPath, among: DataSettings.NumberFormat.Meaning.scales)
    {
      unit = AmountUnit(tens: given.tens, currency: unit?.currency)
    } else if unit?.tens == nil, field.type == .money || isGoalOfMonth, let above = table.unitAround
    {
      let currency = unit?.currency ?? above.currency
      unit = AmountUnit(tens: above.tens, currency: currency)
    }
    return unit
  }

  /// Whether the column holds goals by month, which are amounts unless another column says of what they are.
  private var isGoalOfMonth: Bool {
    guard name == .goals, field.name == "target", table.header.contains(where: isMonthHeader) else {
      return false
    }
    return !table.header.contains { ["指标", "metric"].contains(HeaderKey($0).key) }
  }

  /// Asks what one in the column is worth where its header speaks of a scale that cannot be read with
  /// certainty: 万元金额, Amount in mio.
  private mutating func scaleQuestion() -> ColumnValues? {
    guard column.unit.amount?.tens ?? 0 == 0, speaksOfScale(column.header),
      settings.meaning(of: fieldPath, among: DataSettings.NumberFormat.Meaning.scales) == nil,
      rows.contains(where: { !table.isBlank($0, column.index) })
    else { return nil }
    let diagnostic = Diagnostic.openScale(
      column.header, column: fieldPath, at: table.placeOfHeader(column.index))
    problems.append(Problem(row: nil, reason: diagnostic.message, diagnostic: diagnostic))
    for row in rows where !table.isBlank(row, column.index) {
      problems.append(
        Problem(row: row, reason: diagnostic.message, diagnostic: nil, isQuestion: true))
    }
    return .integers([Int](repeating: ColumnValues.none, count: table.rowCount))
  }

  /// Whether `500 CR` is a credit of bookkeepers and not ten millions: wherever rupees are not what the
  /// workspace counts in, and where the column writes debits as well.
  private var countsCredits: Bool {
    if settings.currency != "INR", column.unit.amount?.currency != .inr { return true }
    return rows.contains { row in
      table.withCell(row, column.index) { bytes, _ in
        bytes.count > 2 && bytes[bytes.count - 1] | 0x20 == UInt8(ascii: "r")
          && bytes[bytes.count - 2] | 0x20 == UInt8(ascii: "d")
      }
    }
  }

  /// Says once for each currency how many amounts are in it and that nobody gave a rate.
  private mutating func reportForeign() {
    for currency in CurrencyMark.allCases {
      guard let rows = foreignRows[currency], let first = rows.first else { continue }
      let diagnostic = Diagnostic.foreignCurrency(
        currency, own: settings.currency, rows: rows.count, column: shownName, at: place(first))
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
  // 元 in a header is what a form says; the row's own column knows.
  if let own, header == .yuan, number.currency == nil { return own.agreed(with: .yuan) ?? own }
  let named = [number.currency, own, header].compactMap(\.self)
  // The plainest name of all counts: a `$` in the cell of a row in HKD is a Hong Kong dollar; in one in
  // CNY it is none.
  var meant = named.first
  for mark in named.dropFirst() {
    guard let both = meant?.agreed(with: mark) else { throw .unitsDiffer }
    meant = both
  }
  return meant
}

/// Whether a header speaks of thousands, 万 or the like.
private func speaksOfScale(_ header: String) -> Bool {
  let key = folded(header)
  if key.contains(where: { "万萬千仟亿億".contains($0) }) { return true }
  let words = key.split { !$0.isLetter && !$0.isNumber && $0 != "€" }.map(String.init)
  let scales: Set<String> = [
    "k", "mio", "mln", "mn", "mm", "m", "bn", "wan", "t€", "k€", "teur", "keur", "tsd", "10k",
    "x1000", "1000", "1000s", "x10000", "10000", "000", "000s", "thousand", "thousands", "million",
    "millions", "lakh", "lakhs", "crore", "crores",
  ]
  return words.contains(where: scales.contains)
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
    try converted(number, in: mark).scaled(decimals: 2)
  }

  /// An amount in the workspace's currency, with all its decimals.
  func converted(
    _ number: WrittenNumber, in mark: CurrencyMark
  ) throws(NumberTrouble) -> WrittenNumber {
    guard let code = mark.code(own: own) else { throw .foreign(mark) }
    if code == own { return number }
    guard let rate = rates[code] else { throw .foreign(CurrencyMark(rawValue: code) ?? mark) }
    var product = number
    let (digits, overflow) = number.digits.multipliedReportingOverflow(by: rate)
    guard !overflow else { throw .outOfRange }
    product.digits = digits
    product.exponent -= 6
    return product
  }
}

extension AmountUnit {
  /// Whether it names a currency other than that of a header that counts in 元.
  fileprivate func isCurrency(other header: CurrencyMark?) -> Bool {
    guard let currency, tens == 0, header == .yuan else { return false }
    return currency.agreed(with: .yuan) == nil
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
