package import Diagnostics
import Phrases

/// A calculation as the cells of a sheet: each name a cell with its formula and its value.
package struct SpreadsheetCalculation: Hashable, Sendable {
  /// One name and its cell.
  package struct Cell: Hashable, Sendable {
    /// The name as it is written; nothing for a number in a sentence.
    package let name: String
    /// The name as the workbook has it; nil for a number in a sentence, which has none.
    package let definedName: String?
    package let label: String?
    package let unit: String
    /// The formula without `=`; nil for a value, such as an input's.
    package let formula: String?
    /// What it gives; nil where that is left to the reader.
    package let outcome: Outcome?
    /// How the number is shown: `#,##0.00`, `0%`.
    package let numberFormat: String
    /// The input, where the reader may change it.
    package let input: Input?
    /// The formula as people read it.
    package let reading: String
  }

  /// A column of a table that formulas use.
  package struct Data: Hashable, Sendable {
    package let name: String
    package let definedName: String
    package let column: Column
  }

  /// The names from outside first, then the calculation's, as they are written.
  package let cells: [Cell]
  /// The numbers that sentences hold, in their order.
  package let numbers: [Cell]
  package let data: [Data]
}

extension Evaluation {
  /// The calculation for a workbook; a name that was changed, and a formula too long for a cell, is
  /// a warning.
  ///
  /// Of the names in `hidden` nothing is given but the name, its label and its unit: neither formula
  /// nor value, and of data only what the other names use. The evaluation says with `followers(of:)`
  /// what follows from a blank; all of it must be in `hidden`.
  ///
  ///     evaluation.spreadsheet(in: .chinese).value.cells[0].formula  // "ROUNDUP(ROUND(a/b,7),0)"
  package func spreadsheet(in notation: Notation, hidden: Set<String> = [])
    -> Parsed<SpreadsheetCalculation>
  {
    var names = SpreadsheetNames()
    return spreadsheet(in: notation, hidden: hidden, sharing: &names)
  }

  /// The calculation for a workbook that has others: no two cells get one name.
  ///
  /// `withNumbers` says whether the numbers of sentences are written too.
  /// `known` are the names from outside that have a cell in the workbook already, and what they are
  /// called there: formulas mean those cells.
  package func spreadsheet(
    in notation: Notation, hidden: Set<String>, sharing names: inout SpreadsheetNames,
    known: [String: String] = [:], withNumbers: Bool = true
  ) -> Parsed<SpreadsheetCalculation> {
    var writer = SpreadsheetWriter(self, notation, hidden: hidden, known: known)
    if !withNumbers { writer.results.removeAll(where: \.isInSentence) }
    return Parsed(writer.write(&names), writer.diagnostics)
  }
}

private struct SpreadsheetWriter {
  private let evaluation: Evaluation
  private let notation: Notation
  private let hidden: Set<String>
  private var names: [String: String]
  /// What is written of it.
  var results: [CalcResult]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ evaluation: Evaluation, _ notation: Notation, hidden: Set<String>, known: [String: String])
  {
    self.evaluation = evaluation
    self.notation = notation
    self.hidden = hidden
    names = known
    results = evaluation.results
  }

  /// A cell's formula has at most so many characters.
  private static let maximumFormula = 8_000

  mutating func write(_ taken: inout SpreadsheetNames) -> SpreadsheetCalculation {
    let program = evaluation.program
    let named = results.filter { !$0.isInSentence }
    let used = usedNames(results)
    // What is defined here wins over a name of the same kind outside.
    let outers = program.outers.enumerated().filter {
      used.contains($1.name) && names[$1.name] == nil
    }
    for name in outers.map(\.element.name) + named.map(\.name) {
      names[name] = taken.name(for: name)
    }
    let count = program.block.definitions.count
    var cells: [SpreadsheetCalculation.Cell] = []
    var data: [SpreadsheetCalculation.Data] = []
    for (index, outer) in outers {
      let definedName = names[outer.name] ?? outer.name
      if case .value(.column(let column)) = evaluation.outcomes[count + index] {
        data.append(.init(name: outer.name, definedName: definedName, column: column))
      } else {
        cells.append(given(outer, definedName, evaluation.outcomes[count + index]))
      }
    }
    for result in named { cells.append(cellOrBlank(result)) }
    var numbers: [SpreadsheetCalculation.Cell] = []
    for result in results where result.isInSentence { numbers.append(cellOrBlank(result)) }
    return SpreadsheetCalculation(cells: cells, numbers: numbers, data: data)
  }

  private mutating func cellOrBlank(_ result: CalcResult) -> SpreadsheetCalculation.Cell {
    hidden.contains(result.name) ? blank(result) : cell(result)
  }

  /// The names that the formulas shown use.
  private func usedNames(_ results: [CalcResult]) -> Set<String> {
    var used: Set<String> = []
    for result in results where !hidden.contains(result.name) {
      if case .computed(let formula) = result.definition.formula { used.formUnion(formula.names) }
    }
    return used
  }

  private func given(_ outer: Program.Outer, _ definedName: String, _ outcome: Outcome)
    -> SpreadsheetCalculation.Cell
  {
    .init(
      name: outer.name, definedName: definedName, label: nil,
      unit: notation.word(of: outer.entry.kind.unit), formula: Self.unknown(outcome),
      outcome: outcome,
      numberFormat: format(outcome, outer.entry.style), input: nil, reading: "")
  }

  /// What stands for a number that nobody knows yet: an empty cell would count as nothing.
  private static func unknown(_ outcome: Outcome) -> String? {
    outcome.isMissing ? "NA()" : nil
  }

  /// Room for the reader's own answer: nothing of the formula and nothing of the value.
  private mutating func blank(_ result: CalcResult) -> SpreadsheetCalculation.Cell {
    .init(
      name: result.isInSentence ? "" : result.name, definedName: definedName(of: result),
      label: result.label, unit: notation.word(of: result.unit), formula: nil, outcome: nil,
      numberFormat: "General", input: nil, reading: "")
  }

  /// What the name is called in the workbook; where that is another, it is reported.
  private mutating func definedName(of result: CalcResult) -> String? {
    if result.isInSentence { return nil }
    let definedName = names[result.name] ?? result.name
    if definedName != result.name {
      diagnostics.append(.nameChanged(result.name, definedName, at: result.definition.place))
    }
    return definedName
  }

  private mutating func cell(_ result: CalcResult) -> SpreadsheetCalculation.Cell {
    let definedName = definedName(of: result)
    if let number = result.outcome.number, !number.fitsFloatingPoint {
      diagnostics.append(.tooLongForCell(result.name, at: result.definition.place))
    }
    var (formula, input, reading) = (String?.none, Input?.none, "")
    switch result.definition.formula {
    case .input(let given):
      input = given
      formula = Self.unknown(result.outcome)
    case .given: break
    case .computed(let expression):
      reading = Typesetter(notation: notation) { Typesetter.word($0) }.set(expression).plain
      let text = SpreadsheetNotation(lookup: part).write(expression)
      if text.unicodeScalars.count > Self.maximumFormula {
        diagnostics.append(.formulaTooLong(result.name, at: result.definition.place))
      } else if expression.nodes.count > 1 || !expression.names.isEmpty {
        formula = text
      }
    }
    return .init(
      name: result.isInSentence ? "" : result.name, definedName: definedName, label: result.label,
      unit: notation.word(of: result.unit), formula: formula, outcome: result.outcome,
      numberFormat: format(result.outcome, result.style), input: input, reading: reading)
  }

  private func part(_ name: String) -> SpreadsheetNotation.Part {
    let kind = evaluation.operand(named: name)?.operand.kind ?? .unknown
    return .init(text: names[name] ?? "NA()", kind: kind)
  }

  /// As many decimals as the page shows.
  private func format(_ outcome: Outcome, _ style: Style) -> String {
    if case .value(.truth) = outcome {
      return "[=1]\"\(notation.shown(.truth(true)))\";\"\(notation.shown(.truth(false)))\""
    }
    guard let number = outcome.number else { return "General" }
    let isPercent = style == .percent
    let shown = isPercent ? (try? number * Rational(100)) ?? number : number
    let decimals = shown.exactDecimals(upTo: Notation.exactDecimals) ?? 2
    let tail = decimals == 0 ? "" : "." + String(repeating: "0", count: decimals)
    return (isPercent ? "0" : "#,##0") + tail + (isPercent ? "%" : "")
  }
}

extension Rational {
  /// Whether a spreadsheet keeps all digits before the point.
  fileprivate var fitsFloatingPoint: Bool {
    let limit = Rational(1_000_000_000_000_000)
    return self < limit && -self < limit
  }
}

extension Diagnostic {
  static func tooLongForCell(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.workbook-precision", severity: .warning, at: place,
      Phrase(
        zh: "“\(name)”的位数超过工作簿保留的十五位",
        en: "“\(name)” has more digits than a workbook keeps: fifteen"))
  }

  static func nameChanged(_ name: String, _ changed: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.workbook-name", severity: .warning, at: place,
      Phrase(
        zh: "“\(name)”在工作簿里是单元格或别的名字：这里改称“\(changed)”",
        en: "“\(name)” is a cell or another name in a workbook; here it is called “\(changed)”"),
      fix: Phrase(
        zh: "换一个不是单元格、在工作簿里只出现一次的名字",
        en: "choose a name that is no cell and stands once in the workbook"))
  }

  static func formulaTooLong(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.workbook-length", severity: .warning, at: place,
      Phrase(
        zh: "“\(name)”的公式太长，放不进单元格：工作簿里只有它的值",
        en: "the formula of “\(name)” is too long for a cell: the workbook holds its value only"),
      fix: Phrase(zh: "拆成几个名字", en: "split it over several names"))
  }
}
