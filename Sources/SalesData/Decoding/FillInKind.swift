import Diagnostics
import Tables

extension DecodedTable {
  /// Fills the kinds of activities in from the name of their file, where no column has them.
  mutating func fillInKind() {
    guard schema.name == .activities, values["type"] == nil, let kind = impliedKind(of: table)
    else { return }
    var kinds = TextValues(rowCount: table.rowCount, textCount: 1)
    let number = kinds.number(of: kind, hasOwnBytes: false)
    for row in dataRows { kinds.set(row, to: number) }
    values["type"] = .texts(kinds)
    diagnostics.append(.impliedKind(kind, at: table.placeOfHeader(0)))
  }
}
