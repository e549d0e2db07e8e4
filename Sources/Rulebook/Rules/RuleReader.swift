import Diagnostics
import Formula
import Phrases
import SalesMethod
import YAML

/// Reads the two sections that say how customers are classified and how often they are met.
///
/// A section, and the table of the section `man`, is a preset's name, or keys with values; among these
/// `preset` names where the values come from that are not written, else they are the standard ones.
/// A preset itself names no other.
struct RuleReader {
  /// Where names are looked up; nil: nowhere.
  let presets: Presets?
  /// Whether what is read is a preset itself.
  let isPreset: Bool
  /// The names that a rule of the company's own knows beside the letters.
  private let scope: Scope
  private let units: Units
  /// What was wrong.
  private(set) var found: [Diagnostic] = []
  /// The presets read so far, so that a mistake in one is told once.
  private var known: [String: Presets.Rules] = [:]

  /// Starts to read settings, or a preset.
  init(
    presets: Presets? = nil, isPreset: Bool = false, scope: Scope = Scope(),
    units: Units = .standard
  ) {
    self.presets = presets
    self.isPreset = isPreset
    self.scope = scope
    self.units = units
  }

  /// How a receivable decides M.
  private enum OverdueRule {
    case after(days: Int)
    case never
  }

  /// The section `man`.
  mutating func man(_ node: YAMLNode?) -> ManRule {
    if let name = node?.text, let rules = named(name, at: node?.place) { return rules.man }
    var reader = MappingReader(
      node?.text == nil ? node : nil, of: Phrase(zh: "man 设置", en: "man settings"))
    var rule = base(&reader)?.man ?? ManRule()
    rule.scale = scale(&reader, rule.scale)
    readHorizons(&reader, &rule)
    rule.presumes = reader.bool("presume") ?? rule.presumes
    let overdue = reader.read(
      "overdue_days", expected: Phrase(zh: "天数，或 never", en: "days, or never")
    ) { node in
      node.text == "never" ? OverdueRule.never : Self.days(node).map(OverdueRule.after(days:))
    }
    switch overdue {
    case .after(let days): rule.overdueDays = days
    case .never: rule.overdueDays = nil
    case nil: break
    }
    rule.leastUnknown =
      reader.read(
        "unknown",
        expected: Phrase(
          zh: "C；若未知按不具备计则为 D", en: "C, or D where an unknown letter counts as lacking")
      ) {
        (node: YAMLNode) -> CustomerClass? in
        node.text == "C" ? .c : node.text == "D" ? .d : nil
      } ?? rule.leastUnknown
    rule.chances = chances(reader.node("chances"), rule.chances)
    let isTable = reader.place(of: "table") != nil
    rule.scheme = table(reader.node("table"), rule.scheme)
    readOwn(reader.node("rule"), isTable: isTable, &rule)
    if case .rule(let own) = rule.scheme, let scale = own.scale, scale != rule.scale,
      let place = reader.place(of: "threshold") ?? reader.place(of: "scale")
    {
      found.append(.ruleOfAnotherScale(at: place))
    }
    found += reader.finish()
    return rule
  }

  /// The company's own rule, in the place of a table.
  private mutating func readOwn(_ node: YAMLNode?, isTable: Bool, _ rule: inout ManRule) {
    guard let node else { return }
    if isTable { found.append(.ruleAndTable(at: node.place)) }
    let own = RuleFormula.table(node, on: rule.scale, in: scope, units)
    found += own.diagnostics
    if let table = own.value { rule.scheme = .rule(table) }
  }

  private func scale(_ reader: inout MappingReader, _ standard: LetterScale) -> LetterScale {
    let ends = reader.read(
      "scale",
      expected: Phrase(
        zh: "最低分和最高分，例如 [1, 5]", en: "the lowest and the highest score, such as [1, 5]")
    ) {
      (node: YAMLNode) -> LetterScale? in
      let numbers = node.items?.compactMap { $0.text.flatMap(Int.init) } ?? []
      guard numbers.count == 2, node.items?.count == 2 else { return nil }
      return LetterScale(numbers[0], through: numbers[1])
    }
    let threshold = reader.thousandths("threshold", in: 0...1000)
    return LetterScale(
      ends?.lowest ?? standard.lowest, through: ends?.highest ?? standard.highest,
      thresholdThousandths: threshold ?? standard.thresholdThousandths) ?? standard
  }

  private mutating func readHorizons(_ reader: inout MappingReader, _ rule: inout ManRule) {
    rule.near =
      reader.read(
        "near",
        expected: Phrase(zh: "天数，例如 30d，或 period_end", en: "days, such as 30d, or period_end")
      ) { node in
        node.text == "period_end" ? .periodEnd : Self.days(node).map(ManRule.Horizon.days)
      } ?? rule.near
    rule.mid =
      reader.read(
        "mid", expected: Phrase(zh: "天数，例如 90d", en: "days, such as 90d"), Self.days)
      ?? rule.mid
    guard case .days(let near) = rule.near, rule.mid < near,
      let place = reader.place(of: "mid") ?? reader.place(of: "near")
    else { return }
    found.append(.horizonsNotInOrder(near: near, mid: rule.mid, at: place))
  }

  private static func days(_ node: YAMLNode) -> Int? {
    guard let text = node.text else { return nil }
    let number = Int(text.hasSuffix("d") ? text.dropLast() : text[...])
    return number.flatMap { (0...3650).contains($0) ? $0 : nil }
  }

  private mutating func chances(_ node: YAMLNode?, _ standard: ClassChances) -> ClassChances {
    var reader = MappingReader(node, of: Phrase(zh: "成交机会", en: "chances"))
    func chance(_ letter: String, _ standard: Int) -> Int {
      reader.thousandths(letter, in: 0...1000) ?? standard
    }
    let chances = ClassChances(
      a: chance("A", standard.a), b: chance("B", standard.b), c: chance("C", standard.c),
      d: chance("D", standard.d))
    found += reader.finish()
    return chances
  }

  /// The section `cadence`.
  mutating func cadence(_ node: YAMLNode?) -> Cadence {
    if let name = node?.text, let rules = named(name, at: node?.place) { return rules.cadence }
    var reader = MappingReader(
      node?.text == nil ? node : nil, of: Phrase(zh: "拜访频率设置", en: "cadence settings"))
    var cadence = base(&reader)?.cadence ?? Cadence()
    cadence.a = visits(reader.node("A"), cadence.a)
    cadence.b = visits(reader.node("B"), cadence.b)
    cadence.c = visits(reader.node("C"), cadence.c)
    cadence.d = visits(reader.node("D"), cadence.d)
    found += reader.finish()
    return cadence
  }

  private mutating func visits(_ node: YAMLNode?, _ standard: Cadence.Visits) -> Cadence.Visits {
    var reader = MappingReader(node, of: Phrase(zh: "拜访频率设置", en: "cadence settings"))
    var visits = standard
    visits.perMonth = reader.integer("visits", in: 0...31) ?? standard.perMonth
    visits.gap = reader.integer("gap", in: 1...366) ?? standard.gap
    visits.time =
      reader.thousandths("hours", in: 0...24_000).map(WorkingTime.init(thousandthsOfHour:))
      ?? standard.time
    found += reader.finish()
    return visits
  }
}

extension RuleReader {
  /// The table of `man`: rows of letters, or bounds of the sum.
  private mutating func table(_ node: YAMLNode?, _ standard: ManScheme) -> ManScheme {
    guard let node else { return standard }
    if let name = node.text { return named(name, at: node.place)?.man.scheme ?? standard }
    var reader = MappingReader(node, of: Phrase(zh: "man 表", en: "man table"))
    let scheme = base(&reader)?.man.scheme ?? standard
    let rows = self.rows(&reader)
    let sum = reader.node("sum")
    found += reader.finish()
    if sum != nil, !rows.isEmpty {
      found.append(.rowsAndSum(at: node.place))
      return scheme
    }
    if let sum { return .sum(bands(sum, scheme)) }
    guard !rows.isEmpty else { return scheme }
    guard let table = letters(rows, scheme) else {
      found.append(.rowsAndSum(at: node.place))
      return scheme
    }
    checkOrder(of: table, in: node)
    return .letters(table)
  }

  /// The rows that are written.
  private func rows(
    _ reader: inout MappingReader
  ) -> [(row: WritableKeyPath<LetterTable, CustomerClass>, customerClass: CustomerClass)] {
    LetterTable.rows.compactMap { row in
      reader.choice(row.name, of: CustomerClass.self).map { (row.path, $0) }
    }
  }

  /// A table with rows written over another's; nil where the other goes by the sum and not all eight
  /// are written.
  private func letters(
    _ rows: [(row: WritableKeyPath<LetterTable, CustomerClass>, customerClass: CustomerClass)],
    _ scheme: ManScheme
  ) -> LetterTable? {
    var table: LetterTable
    switch scheme {
    case .letters(let standard): table = standard
    case .sum, .rule:
      guard rows.count == LetterTable.rows.count else { return nil }
      table = LetterTable()
    }
    for (row, customerClass) in rows { table[keyPath: row] = customerClass }
    return table
  }

  /// More letters never make a worse class.
  private mutating func checkOrder(of table: LetterTable, in node: YAMLNode) {
    for better in LetterTable.rows {
      for worse in LetterTable.rows where worse.name != better.name {
        let hasAll = zip(better.name, worse.name).allSatisfy { $0.isUppercase || $1.isLowercase }
        guard hasAll, table[keyPath: better.path] > table[keyPath: worse.path] else { continue }
        let place = node[better.name]?.place ?? node[worse.name]?.place ?? node.place
        found.append(.tableNotMonotone(better.name, worseThan: worse.name, at: place))
        return
      }
    }
  }

  private mutating func bands(_ node: YAMLNode, _ scheme: ManScheme) -> SumBands {
    var standard = SumBands()
    if case .sum(let bands) = scheme { standard = bands }
    var reader = MappingReader(node, of: Phrase(zh: "加权和", en: "sum"))
    func bound(_ letter: String, _ standard: Int) -> Int {
      reader.thousandths(letter, in: 0...1000) ?? standard
    }
    let bands = SumBands(
      a: bound("A", standard.a), b: bound("B", standard.b), c: bound("C", standard.c))
    found += reader.finish()
    guard bands.a >= bands.b, bands.b >= bands.c else {
      found.append(.bandsNotInOrder(at: node.place))
      return standard
    }
    return bands
  }

  /// The preset that a section's key `preset` names; a preset's own sections have no such key.
  private mutating func base(_ reader: inout MappingReader) -> Presets.Rules? {
    guard !isPreset, let node = reader.node("preset") else { return nil }
    return named(node.text ?? "", at: node.place)
  }

  /// The rules of a preset; nil, with a diagnostic, where there is none.
  private mutating func named(_ name: String, at place: Place?) -> Presets.Rules? {
    guard let place else { return nil }
    if isPreset { found.append(.presetInPreset(name, at: place)) }
    guard let presets else { return nil }
    if let rules = known[name] { return rules }
    guard let rules = presets.rules(named: name) else {
      found.append(.unknownPreset(name, known: presets.names, at: place))
      return nil
    }
    found += rules.diagnostics
    known[name] = rules.value
    return rules.value
  }
}

extension LetterTable {
  /// The eight rows by the names that the settings use: a capital is a letter the customer has.
  fileprivate static var rows: [(name: String, path: WritableKeyPath<LetterTable, CustomerClass>)] {
    [
      ("MAN", \.all), ("MAn", \.withoutNeed), ("MaN", \.withoutAuthority),
      ("mAN", \.withoutMoney), ("maN", \.needOnly), ("mAn", \.authorityOnly),
      ("Man", \.moneyOnly), ("man", \.none),
    ]
  }
}
