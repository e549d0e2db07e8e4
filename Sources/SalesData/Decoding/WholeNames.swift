import Tables

extension DecodedTable {
  /// Puts last names behind the first names that stand in a column.
  mutating func joinLastNames(_ settings: DataSettings) {
    for column in columns {
      guard let field = column.endsNamesOf, case .texts(var names)? = values[field.name] else {
        continue
      }
      var joined: [String: Int32] = [:]
      for row in keptRows {
        let last = table.withCell(row, column.index) { bytes, _ in
          isNoName(bytes) ? "" : String(copying: bytes)
        }
        guard !last.isEmpty else { continue }
        let whole = wholeName(first: names[row], last: last)
        let number = joined[whole] ?? names.number(of: whole, hasOwnBytes: false)
        joined[whole] = number
        names.set(row, to: number)
      }
      values[field.name] = .texts(names)
    }
  }
}

/// A name as its people write it: 韩梅 of 梅 and 韩, `Mei Han` of `Mei` and `Han`.
private func wholeName(first: String?, last: String) -> String {
  guard let first else { return last }
  let isChinese = (first + last).unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
  return isChinese ? last + first : first + " " + last
}
