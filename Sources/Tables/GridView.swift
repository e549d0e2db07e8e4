/// A grid's memory lent for a pass over a column: no array is retained and no bound is asked for twice.
///
/// Cells' offsets were made by our readers and lie in their stores; rows and columns are the caller's
/// and are checked here.
struct GridView {
  fileprivate let text: UnsafeBufferPointer<UInt8>
  fileprivate let rewritten: UnsafeBufferPointer<UInt8>
  fileprivate let cells: UnsafeBufferPointer<PackedCell>
  fileprivate let rows: UnsafeBufferPointer<CellGrid.Row>

  /// The cell at a place of the grid without the spaces at both ends; blank beyond the end of its row.
  @inline(__always)
  func trimmedCell(_ row: Int, _ column: Int) -> PackedCell {
    precondition(rows.indices.contains(row))
    let index = Int(rows[row].firstCell) + column
    let end = row + 1 < rows.count ? Int(rows[row + 1].firstCell) : cells.count
    return index < end ? trimmed(cells[index]) : .blank
  }

  /// The bytes of a cell.
  @inline(__always)
  func bytes(of cell: PackedCell) -> UnsafeBufferPointer<UInt8> {
    let store = cell.isRewritten ? rewritten : text
    return UnsafeBufferPointer(rebasing: store[cell.offset..<cell.offset + cell.length])
  }

  @inline(__always)
  private func trimmed(_ cell: PackedCell) -> PackedCell {
    let bytes = bytes(of: cell)
    guard let first = bytes.first, let last = bytes.last else { return cell }
    if Self.cannotBeSpace(first), Self.cannotBeSpace(last) { return cell }
    let range = bytes.span.trimmedRange
    return PackedCell(
      offset: cell.offset + range.lowerBound, length: range.count, isRewritten: cell.isRewritten,
      kind: cell.kind)
  }

  /// Whether a byte neither begins nor ends any of the spaces that are trimmed; most bytes say so.
  @inline(__always)
  private static func cannotBeSpace(_ byte: UInt8) -> Bool {
    if byte < 0x80 { return byte > 0x20 }
    switch byte {
    case 0x80...0x8F, 0xA0, 0xAF, 0xBF, 0xC2, 0xE2, 0xE3, 0xEF: return false
    default: return true
    }
  }
}

extension CellGrid {
  /// Lends the grid's memory.
  func withView<Result>(_ body: (GridView) -> Result) -> Result {
    text.withUnsafeBufferPointer { text in
      rewritten.withUnsafeBufferPointer { rewritten in
        cells.withUnsafeBufferPointer { cells in
          rows.withUnsafeBufferPointer { rows in
            body(GridView(text: text, rewritten: rewritten, cells: cells, rows: rows))
          }
        }
      }
    }
  }
}
