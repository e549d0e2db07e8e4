import Diagnostics
import Glibc
import Phrases

/// What a sheet's cells are read with.
struct SheetContext {
  let strings: SharedStrings
  let formats: [NumberFormat]
  let uses1904: Bool
  let path: String
}

/// A block of cells that were merged; rows from 1, columns from 0.
struct MergedCells: Hashable, Sendable {
  let rows: ClosedRange<Int>
  let columns: ClosedRange<Int>
}

/// Gathers the rows of a sheet into a grid as its XML goes by.
///
/// Only cells with a value are kept.
struct SheetReader: XMLHandler {
  /// How much a sheet may hold: Excel's own rows, and columns and cells that fit in memory.
  static let mostRows = 1_048_576
  static let mostColumns = 1024
  static let mostCells = 60_000_000
  /// Cells merged sideways matter in headers only, which stand at the top.
  private static let lastHeaderRow = 30
  private static let mostMerged = 200_000

  private enum Capture { case nothing, value, inline, formula }

  private(set) var grid = CellGrid()
  private(set) var merged: [MergedCells] = []
  /// Merged cells of several rows, wherever they stand.
  private(set) var tall: [MergedCells] = []
  private(set) var trouble: WorkbookTrouble?

  private let context: SheetContext
  private var row = 0
  private var column = -1
  private var rowStart = 0
  private var isRowOpen = false
  private var type: UInt8 = 0
  private var style = 0
  private var capture = Capture.nothing
  private var isPhonetic = false
  private var value: [UInt8] = []
  private var hasValue = false
  private var hasFormula = false
  private var formula: [UInt8] = []

  /// A reader whose grid begins with the shared texts, so that cells can point at them.
  init(_ context: SheetContext) {
    self.context = context
    grid.text = context.strings.bytes
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name.onlyLetter {
    case UInt8(ascii: "c"): startCell(attributes)
    case UInt8(ascii: "v"): capture = .value
    case UInt8(ascii: "t"): if !isPhonetic, type == UInt8(ascii: "i") { capture = .inline }
    case UInt8(ascii: "f"):
      hasFormula = true
      capture = .formula
    case 0:
      if name == "row" {
        startRow(attributes)
      } else if name == "rPh" {
        isPhonetic = true
      } else if name == "mergeCell" {
        attributes["ref"].flatMap(MergedCells.init).map {
          if $0.rows.lowerBound <= Self.lastHeaderRow { merged.append($0) }
          if $0.rows.count > 1, tall.count < Self.mostMerged { tall.append($0) }
        }
      }
    default: break
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if capture == .formula {
      if formula.count < 64 { formula.append(contentsOf: bytes.prefix(64)) }
    } else if capture != .nothing {
      value.append(contentsOf: bytes)
    }
  }

  mutating func end(_ name: XMLName) {
    switch name.onlyLetter {
    case UInt8(ascii: "c"): endCell()
    case UInt8(ascii: "f"): capture = .nothing
    case UInt8(ascii: "v"), UInt8(ascii: "t"):
      if capture != .nothing { hasValue = true }
      capture = .nothing
    case 0:
      if name == "rPh" { isPhonetic = false }
    default: break
    }
  }

  // MARK: - Rows

  private mutating func startRow(_ attributes: XMLAttributes) {
    var number = row + 1
    attributes.each { name, value in
      if name.onlyLetter == UInt8(ascii: "r") { number = Int(atoi(value)) }
    }
    guard number > row else {
      return fail(
        .damagedWorkbook(Phrase(zh: "行的顺序错乱", en: "its rows are out of order"), at: place))
    }
    guard number <= Self.mostRows else {
      return fail(.tooLarge(Phrase(zh: "1,048,576 行", en: "1,048,576 rows"), at: place))
    }
    row = number
    column = -1
    isRowOpen = false
  }

  /// Opens the row in the grid with its first value: rows without any are none.
  private mutating func openRow() {
    isRowOpen = true
    rowStart = grid.cells.count
    grid.startRow(line: row)
  }

  // MARK: - Cells

  private mutating func startCell(_ attributes: XMLAttributes) {
    var position = column + 1
    (type, style, hasValue, hasFormula) = (UInt8(ascii: "n"), 0, false, false)
    value.removeAll(keepingCapacity: true)
    formula.removeAll(keepingCapacity: true)
    attributes.each { name, value in
      switch name.onlyLetter {
      case UInt8(ascii: "r"): position = columnNumber(value) ?? position
      case UInt8(ascii: "s"): style = Int(atoi(value))
      // `str` is text like `inlineStr` but in <v>; its second letter tells it from `s`.
      case UInt8(ascii: "t"):
        type = UInt8(bitPattern: value[0])
        if type == UInt8(ascii: "s"), value[1] != 0 { type = UInt8(ascii: "x") }
      default: break
      }
    }
    guard position > column else {
      return fail(
        .damagedWorkbook(Phrase(zh: "单元格的顺序错乱", en: "its cells are out of order"), at: place))
    }
    column = position
  }

  private mutating func endCell() {
    // Some programs write an empty value for a formula that they have not calculated.
    if value.isEmpty, type == UInt8(ascii: "n") { hasValue = false }
    guard hasValue || hasFormula, trouble == nil else { return }
    // A cell that only looks different may stand anywhere.
    guard column < Self.mostColumns else {
      return fail(.tooLarge(Phrase(zh: "1,024 列", en: "1,024 columns"), at: place))
    }
    if !isRowOpen { openRow() }
    guard grid.cells.count + Self.mostColumns < Self.mostCells, grid.rewritten.count < 1 << 31
    else {
      return fail(.tooLarge(Phrase(zh: "6000 万个单元格", en: "60 million cells"), at: place))
    }
    while grid.cells.count - rowStart < column { grid.cells.append(.blank) }
    if !formula.isEmpty, isSum(formula, ofColumn: column, above: row) {
      grid.rows[grid.rows.count - 1].sums = true
      if !hasValue { return grid.append("".utf8, kind: .error) }
    }
    guard hasValue else {
      // A formula that no program has calculated yet has no value to read.
      return grid.append("formula never calculated".utf8, kind: .error)
    }
    switch type {
    case UInt8(ascii: "s"): appendShared()
    case UInt8(ascii: "b"):
      grid.append(value.first == UInt8(ascii: "1") ? "true".utf8 : "false".utf8, kind: .boolean)
    case UInt8(ascii: "e"): grid.append(value, kind: .error)
    case UInt8(ascii: "d"): grid.append(value, kind: .date)
    case UInt8(ascii: "n"): appendNumber()
    default:
      replaceEscapes(in: &value, from: 0)
      grid.append(value, kind: .text)
    }
  }

  private mutating func appendShared() {
    guard let index = Int(String(decoding: value, as: UTF8.self)),
      let range = context.strings.range(index)
    else {
      return fail(
        .damagedWorkbook(Phrase(zh: "缺少一段共享文字", en: "a shared text is missing"), at: place))
    }
    grid.cells.append(PackedCell(offset: range.lowerBound, length: range.count))
  }

  private mutating func appendNumber() {
    let format = context.formats.indices.contains(style) ? context.formats[style] : .number
    if case .shown(let shown) = format {
      let shows = shown.shows(plain(value))
      return grid.append(shows.text.utf8, kind: shows.isNumber ? .number : .text)
    }
    guard format == .date || format == .time else {
      return grid.append(plain(value), kind: format == .percent ? .percent : .number)
    }
    let serial = Double(String(decoding: value, as: UTF8.self)) ?? -1
    if format == .date, let date = isoDate(ofSerial: serial, uses1904: context.uses1904) {
      grid.append(date.utf8, kind: .date)
    } else if let time = hoursAndMinutes(ofSerial: serial), serial < 1 || format == .time {
      grid.append(time.utf8, kind: .text)
    } else {
      grid.append(plain(value), kind: .number)
    }
  }

  /// A number as people wrote it: Excel stores 0.1 as 0.10000000000000001, Java 1001 as 1001.0.
  private func plain(_ digits: [UInt8]) -> [UInt8] {
    guard digits.count > 15, digits.contains(UInt8(ascii: ".")),
      let value = Double(String(decoding: digits, as: UTF8.self))
    else { return plainDecimal(digits) ?? digits }
    let text = Array(value.description.utf8)
    return plainDecimal(text) ?? text
  }

  private mutating func fail(_ diagnostic: Diagnostic) {
    trouble = trouble ?? WorkbookTrouble(diagnostic: diagnostic)
  }

  private var place: Place { Place(path: context.path, line: max(row, 0)) }
}

/// Whether a formula adds up several cells of its own column that stand above it: `SUM(D2:D47)`,
/// `SUBTOTAL(9,D2:D47)`.
private func isSum(_ formula: [UInt8], ofColumn column: Int, above row: Int) -> Bool {
  let text = String(decoding: formula, as: UTF8.self).uppercased().filter { $0 != "$" && $0 != " " }
  guard text.hasPrefix("SUM(") || text.hasPrefix("SUBTOTAL("), text.hasSuffix(")"),
    let range = text.dropLast().split(whereSeparator: { "(,".contains($0) }).last,
    let block = MergedCells(String(range))
  else { return false }
  return block.columns == column...column && block.rows.count > 1 && block.rows.upperBound < row
}

/// The number of the column in a cell's reference, from 0: `AB12` is 27.
private func columnNumber(_ reference: UnsafePointer<CChar>) -> Int? {
  var (number, index) = (0, 0)
  while case let letter = UInt8(bitPattern: reference[index]), letter &- 65 < 26, index < 4 {
    number = number * 26 + Int(letter) - 64
    index += 1
  }
  return index == 0 ? nil : number - 1
}

extension MergedCells {
  /// The cells of a reference, `A1:C1`.
  init?(_ reference: String) {
    let corners = reference.split(separator: ":").map { corner -> (column: Int?, row: Int?) in
      let letters = corner.prefix { $0.isLetter }
      return (String(letters).withCString(columnNumber), Int(corner.dropFirst(letters.count)))
    }
    guard corners.count == 2, let left = corners[0].column, let right = corners[1].column,
      let top = corners[0].row, let bottom = corners[1].row, left <= right, top <= bottom
    else { return nil }
    self.init(rows: top...bottom, columns: left...right)
  }
}
