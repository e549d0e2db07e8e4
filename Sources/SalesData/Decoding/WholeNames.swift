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
        let whole = [names[row], last].compactMap(\.self).joined(separator: " ")
        let number = joined[whole] ?? names.number(of: whole, hasOwnBytes: false)
        joined[whole] = number
        names.set(row, to: number)
      }
      values[field.name] = .texts(names)
    }
  }
}
