import Diagnostics
import Tables

/// The tables of all files, by what each is.
///
/// Several of one kind are one table where their headers agree and their names differ in numbers and
/// days only (months in sheets or files, exports one after another), or where the settings say of each
/// what it is. Where they say it of some, the others are left out with a warning. Else it is an error:
/// `customers.csv` beside `客户.csv` may be a sample beside the truth.
struct ChosenTables {
  private var parts: [(name: TableName, tables: [(table: Table, place: Place)])] = []
  /// The tables of which it is in doubt which file they are, once they are joined.
  private(set) var disputed: Set<TableName> = []

  /// Takes a table as one of a kind.
  mutating func add(_ table: Table, as schema: TableSchema, at place: Place) {
    if let index = parts.firstIndex(where: { $0.name == schema.name }) {
      parts[index].tables.append((table, place))
    } else {
      parts.append((schema.name, [(table, place)]))
    }
  }

  /// One table of each kind, its parts in the natural order of their names: `2月` before `10月`.
  mutating func joined(given: Set<String>) -> Parsed<[(TableName, Table)]> {
    var joined: [(TableName, Table)] = []
    var diagnostics: [Diagnostic] = []
    for (name, tables) in parts {
      let all = tables.sorted { isBefore($0.table.origin.placePath, $1.table.origin.placePath) }
      let named = all.filter { given.contains($0.table.origin.placePath) }
      let (sorted, strangers) = split(all, by: named)
      guard let first = sorted.first else { continue }
      diagnostics += strangers.map {
        .besideNamed(name, named: first.table.origin.placePath, at: $0.place)
      }
      let path = first.table.origin.placePath
      var fitting: [(table: Table, place: Place)] = []
      for part in sorted {
        let isGiven = given.contains(path) && given.contains(part.table.origin.placePath)
        if part.place != first.place, !isGiven, stem(part.table) != stem(first.table) {
          disputed.insert(name)
          diagnostics.append(
            .twoFiles(for: name, first: path, at: part.place).mending(rows: part.table.rowCount))
        } else if let table = part.table.agreeing(with: first.table) {
          fitting.append((table, part.place))
        } else {
          diagnostics.append(.otherColumns(name, first: path, at: part.place))
        }
      }
      joined.append((name, Table.joined(fitting.map(\.table)) ?? first.table))
      if fitting.count > 1 {
        diagnostics.append(
          .joined(fitting.map(\.table.origin.placePath), as: name, at: first.place))
      }
    }
    return Parsed(joined, diagnostics)
  }
}

extension Table {
  /// The table under the headers of another, where they differ in units and order at most: 金额 and 金额（万元）; nil
  /// where they differ in more.
  fileprivate func agreeing(with first: Table) -> Table? {
    guard unitAround == first.unitAround else { return nil }
    if header == first.header { return self }
    guard header.count == first.header.count else { return nil }
    if zip(header, first.header).allSatisfy({ isSameButUnit($0, $1) }) {
      return rearranged(under: first.header, columns: header.indices.map(Int?.some))
    }
    // The same columns in another order.
    let columns = first.header.map { wanted in
      let same = header.indices.filter { isSameButUnit(header[$0], wanted) }
      return same.count == 1 ? same[0] : nil
    }
    let used = Set(columns.compactMap(\.self))
    return used.count == header.count ? rearranged(under: first.header, columns: columns) : nil
  }
}

/// Whether two headers are one but for the unit that each names.
private func isSameButUnit(_ one: String, _ other: String) -> Bool {
  func keys(_ header: String) -> Set<String> {
    let readings = HeaderKey.otherReadings(of: header).filter { $0.unit.amount != nil }
    return Set([HeaderKey(header)] + readings).reduce(into: []) { $0.insert($1.key) }
  }
  return !keys(one).isDisjoint(with: keys(other))
}

/// The tables that count, and those that the settings pass over: other names beside named ones.
private func split(
  _ all: [(table: Table, place: Place)], by named: [(table: Table, place: Place)]
) -> (kept: [(table: Table, place: Place)], left: [(table: Table, place: Place)]) {
  guard !named.isEmpty else { return (all, []) }
  let paths = Set(named.map(\.table.origin.placePath))
  let stems = Set(named.map { stem($0.table) })
  let isKept = { (part: (table: Table, place: Place)) in
    paths.contains(part.table.origin.placePath) || stems.contains(stem(part.table))
  }
  return (all.filter(isKept), all.filter { !isKept($0) })
}

/// The name of a table's file, or of its sheet, without numbers and words for times.
private func stem(_ table: Table) -> String {
  let file = nameAndExtension(of: table.origin.path).name
  let isSheet = table.origin.sheet != nil && table.name != file
  var name = folded(isSheet ? table.name : file)
  for month in ["十一月", "十二月", "十月"] + "一二三四五六七八九".map({ "\($0)月" }) {
    name = name.replacing(month, with: "")
  }
  let words = name.split { !$0.isLetter }.map(String.init).filter { !isMonth($0) }
  return HeaderKey(words.joined()).key.filter {
    !$0.isNumber && !"年月日号季度周第上下半()[].副本".contains($0)
  }
}

/// Whether a word is the name of a month in English, whole or to three letters.
private func isMonth(_ word: String) -> Bool {
  let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october",
    "november", "december",
  ]
  return word == "sept" || months.contains { $0 == word || $0.prefix(3) == word }
}

/// Whether a name comes before another where numbers in them count as numbers.
private func isBefore(_ one: String, _ other: String) -> Bool {
  let (left, right) = (chunks(one), chunks(other))
  for (a, b) in zip(left, right) where a != b {
    if let first = Int(a), let second = Int(b), first != second { return first < second }
    return a < b
  }
  return left.count == right.count ? one < other : left.count < right.count
}

/// The digits of a name and what stands between them, in turn.
private func chunks(_ text: String) -> [Substring] {
  var chunks: [Substring] = []
  var rest = text[...]
  while let first = rest.first {
    let chunk = rest.prefix { $0.isNumber == first.isNumber }
    chunks.append(chunk)
    rest = rest.dropFirst(chunk.count)
  }
  return chunks
}
