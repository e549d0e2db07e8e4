import Diagnostics
import Testing

@testable import Tables

/// What makes reading fast must not change what is read: each fast way is compared with the plain one.
@Suite struct `The fast ways give what the plain ones give` {
  @Test(arguments: [1, 2, 3, 4]) func `when a text is split by masks of 64 bytes`(seed: UInt64) {
    var random = Random(state: seed)
    let signs = Array("a甲,\"\r\n;0 ".utf8)
    for _ in 0..<2000 {
      let text = (0..<random.next(below: 200)).map { _ in signs[random.next(below: signs.count)] }
      let separator = [UInt8(ascii: ","), UInt8(ascii: ";")][random.next(below: 2)]
      let (grid, _) = CSVSplitter.split(text, from: 0, line: 1, separator: separator)
      let rows = grid.rows.indices.map { row in
        Split(
          line: Int(grid.rows[row].line), isBroken: grid.rows[row].isBroken,
          cells: (0..<grid.width(row)).map { bytes(grid.cell(row, $0), in: grid) })
      }
      #expect(rows == plainSplit(text, separator: separator), "\(text)")
    }
  }

  @Test func `when equal cells of a column are counted as one`() throws {
    var random = Random(state: 5)
    let words = (0..<300).map { String(repeating: "é甲a ", count: $0 % 9) + "\($0 / 2)" }
    let cells = (0..<5000).map { _ in words[random.next(below: words.count)] }
    let text = "x,y\n" + cells.map { "0,\" \($0)　\"\n" }.joined()
    let table = try #require(readTables(SourceFile(path: "a.csv", text: text)).value.first)
    let distinct = table.distinctCells(ofColumn: 1, inRows: Array(0..<5000))
    var numbers: [String: Int32] = [:]
    for (row, cell) in cells.enumerated() {
      let number = numbers[cell] ?? Int32(numbers.count)
      if numbers.updateValue(number, forKey: cell) == nil {
        #expect(distinct.firstRows[Int(number)] == row)
      }
      #expect(distinct.numbers[row] == number)
    }
    #expect(distinct.firstRows.count == numbers.count)
  }

  private func bytes(_ cell: PackedCell, in grid: CellGrid) -> [UInt8] {
    grid.withBytes(of: cell) { bytes in bytes.indices.map { bytes[$0] } }
  }
}

/// A row as it was split.
private struct Split: Hashable {
  var line: Int
  var isBroken = false
  var cells: [[UInt8]] = []
}

/// Splits a text byte by byte, with nothing in mind but the rules.
private func plainSplit(_ text: [UInt8], separator: UInt8) -> [Split] {
  var rows: [Split] = []
  var (index, line) = (0, 1)
  func isBreak(_ index: Int) -> Bool { text[index] == 0x0A || text[index] == 0x0D }
  func isLastOfBreak(_ index: Int) -> Bool {
    text[index] == 0x0A
      || (text[index] == 0x0D && (index + 1 == text.count || text[index + 1] != 0x0A))
  }
  func takeBreak() {
    while !isLastOfBreak(index) { index += 1 }
    (index, line) = (index + 1, line + 1)
  }
  while index < text.count {
    if isBreak(index) {
      takeBreak()
      continue
    }
    var row = Split(line: line)
    cells: while true {
      var cell: [UInt8] = []
      if index < text.count, text[index] == 0x22 {
        index += 1
        while true {
          guard index < text.count else {
            row.isBroken = true
            row.cells.append([])
            break cells
          }
          if text[index] == 0x22 {
            guard index + 1 < text.count, text[index + 1] == 0x22 else { break }
            index += 1
          } else if isLastOfBreak(index) {
            line += 1
          }
          cell.append(text[index])
          index += 1
        }
        index += 1
      }
      while index < text.count, text[index] != separator, !isBreak(index) {
        cell.append(text[index])
        index += 1
      }
      row.cells.append(cell)
      guard index < text.count else { break }
      guard text[index] == separator else {
        takeBreak()
        break
      }
      index += 1
    }
    rows.append(row)
  }
  return rows
}
