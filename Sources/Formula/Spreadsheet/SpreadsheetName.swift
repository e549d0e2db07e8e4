/// The names of a workbook's calculations as a workbook can have them, each once.
///
///     var names = SpreadsheetNames()
///     names.name(for: "A1")  // "A1_": A1 is a cell
///     names.name(for: "a")   // "a"
///     names.name(for: "A")   // "A_": spreadsheets do not tell `a` from `A`
package struct SpreadsheetNames: Hashable, Sendable {
  private var taken: Set<String> = []
  /// How often each name was asked for again, so that the next one is found at once.
  private var repeats: [String: Int] = [:]

  /// No name is taken yet.
  package init() {}

  /// The name as the workbook has it: itself, or with `_` behind it where the workbook would take
  /// it for a cell, a function or another name, or with `_2`, `_3` where that is taken too.
  package mutating func name(for wanted: String) -> String {
    var name = String(
      String.UnicodeScalarView(wanted.unicodeScalars.prefix(200).map(Self.allowed)))
    if let first = name.unicodeScalars.first, !first.properties.isAlphabetic, first != "_" {
      name = "_" + name
    }
    if !Self.isReserved(name), taken.insert(name.lowercased()).inserted { return name }
    let stem = name + "_"
    name = stem
    while !taken.insert(name.lowercased()).inserted {
      let number = repeats[stem.lowercased(), default: 1] + 1
      repeats[stem.lowercased()] = number
      name = stem + String(number)
    }
    return name
  }

  private static func allowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let isKept =
      scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal || scalar == "."
    return isKept ? scalar : "_"
  }

  /// Whether a spreadsheet reads it as a cell (`A1`, `R1C1`), a value or a function.
  static func isReserved(_ name: String) -> Bool {
    let upper = name.uppercased()
    if ["TRUE", "FALSE"].contains(upper) || Function(rawValue: upper) != nil { return true }
    return isCell(Array(upper.utf8)) || isRowAndColumn(Array(upper.utf8))
  }

  /// One to three letters and digits behind them.
  private static func isCell(_ name: [UInt8]) -> Bool {
    let letters = name.prefix { 65...90 ~= $0 }.count
    return 1...3 ~= letters && letters < name.count
      && name[letters...].allSatisfy { 48...57 ~= $0 }
  }

  /// `R`, `C`, `R1`, `C1`, `RC`, `R1C1`.
  private static func isRowAndColumn(_ name: [UInt8]) -> Bool {
    var rest = name[...]
    for letter in [UInt8(ascii: "R"), UInt8(ascii: "C")] where rest.first == letter {
      rest = rest.dropFirst().drop { 48...57 ~= $0 }
    }
    return !name.isEmpty && rest.isEmpty
  }
}
