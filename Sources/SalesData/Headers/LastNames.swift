/// Takes the column of last names beside one of first names along, where programs keep them apart:
/// `Owner / Name / First Name`.
func takeLastNames(_ columns: inout [MatchedColumn]) {
  for first in columns {
    guard let field = first.field, field.type == .member || field.type == .name else { continue }
    let key = HeaderKey(first.header).key
    guard let range = key.firstRange(of: "firstname") else { continue }
    let wanted = key.replacingCharacters(in: range, with: "lastname")
    let last = columns.first { $0.field == nil && HeaderKey($0.header).key == wanted }
    if let last { columns[last.index].endsNamesOf = field }
  }
}

extension String {
  /// The text with another in place of a part.
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
