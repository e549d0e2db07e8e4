package import Diagnostics
import Phrases

/// A field of a table's rows as formulas know it: `amount` is one cell of `customers.amount`.
package struct RowField: Hashable, Sendable {
  /// The name, without the table's.
  package let name: String
  /// The cells from the first row to the last; nil where one is blank.
  package let cells: Column
  /// The unit of its numbers.
  package let unit: Unit

  /// A field with a cell for each row.
  package init(_ name: String, _ cells: Column, unit: Unit = .none) {
    self.name = name
    self.cells = cells
    self.unit = unit
  }

  var kind: Kind {
    switch cells {
    case .numbers: .number(unit)
    case .texts: .text
    }
  }

  /// The cell of a row; a blank one is not there yet, and IFERROR can replace it.
  func outcome(ofRow row: Int) -> Outcome {
    let value: Value? =
      switch cells {
      case .numbers(let cells): cells[row].map(Value.number)
      case .texts(let cells): cells[row].map(Value.text)
      }
    return value.map(Outcome.value) ?? .failed(.missing)
  }
}

/// A formula that is computed for each row of a table.
package struct RowFormula: Hashable, Sendable {
  /// What the formula is for.
  package enum Role: Hashable, Sendable {
    /// Its value is shown.
    case value
    /// It says whether a row is shown: a condition.
    case condition
    /// It says which row comes first: a number.
    case order
  }

  package let expression: Expression
  package let role: Role
  /// The name by which the other formulas know its value; nil where they cannot.
  package let name: String?

  /// A formula for every row.
  package init(_ expression: Expression, role: Role = .value, name: String? = nil) {
    self.expression = expression
    self.role = role
    self.name = name
  }
}

/// Formulas that are read and checked once and computed for each row of a table.
///
/// What is the same in every row, as `SUM(customers.amount)`, is computed once; COUNTIF and SUMIF
/// whose condition differs from row to row look it up in a sorted column.
///
///     let share = RowFormula(expression)  // amount / SUM(customers.amount)
///     let linked = RowFormulas.link([share], over: [amount], in: scope)
///     linked.value.outcomes()  // one list for each formula, one outcome for each row
package struct RowFormulas: Sendable {
  let program: Program
  private let fields: [(slot: Int, field: RowField)]
  private let codes: [RowCode]
  /// What stands behind the slots before the first row.
  private let slots: [Outcome]
  private let rows: Int

  /// Resolves the names of formulas: a row's fields first, then those of the scope.
  ///
  /// All columns have as many cells. Unknown names, units that do not fit and formulas of a wrong kind
  /// are diagnostics.
  package static func link(
    _ formulas: [RowFormula], over fields: [RowField], in scope: Scope
  ) -> Parsed<RowFormulas> {
    var inner = scope
    for field in fields { inner.define(field.name, kind: field.kind) }
    let known = Set(fields.map(\.name))
    let definitions = formulas.enumerated().map { index, formula in
      CalcBlock.Definition(
        name: formula.name ?? "= \(index)", place: formula.expression.place,
        formula: .computed(formula.expression), label: nil)
    }
    let linked = Program.link(CalcBlock(definitions: definitions, claims: []), in: inner)
    var found = linked.diagnostics
    for (formula, operand) in zip(formulas, linked.value.operands) {
      found += formula.mismatch(operand.kind)
    }
    let used = fields.compactMap { field in
      linked.value.slots[field.name].map { (slot: $0, field: field) }
    }.filter { $0.slot >= definitions.count && known.contains($0.field.name) }
    return Parsed(RowFormulas(linked.value, used, rows: fields.first?.cells.count ?? 0), found)
  }

  private init(_ program: Program, _ fields: [(slot: Int, field: RowField)], rows: Int) {
    self.program = program
    self.fields = fields
    self.rows = rows
    var compiler = RowCompiler(program, rowSlots: Set(fields.map(\.slot)))
    codes = program.codes.indices.map { compiler.compile($0) }
    slots = compiler.slots
  }

  /// What is known of the value of a formula: its kind, and how it is shown.
  package func result(_ index: Int) -> (kind: Kind, style: Style) {
    (program.operands[index].kind, program.operands[index].style)
  }

  /// The formulas that give away what a reader is to find out: those in `asked`, those that use a name
  /// of `blanks`, and all that follow from them.
  package func hidden(asked: Set<Int>, blanks: Set<String>) -> Set<Int> {
    let definitions = program.block.definitions
    let names = blanks.union(asked.map { definitions[$0].name })
    let all = Evaluation(program: program, outcomes: []).followers(of: names)
    return Set(definitions.indices.filter { all.contains(definitions[$0].name) })
  }

  /// What each formula gives: a list for each, with an outcome for each row.
  package func outcomes() -> [[Outcome]] {
    var slots = slots
    var columns = [[Outcome]](repeating: [], count: codes.count)
    for index in columns.indices { columns[index].reserveCapacity(rows) }
    var stack: [Outcome] = []
    for row in 0..<rows {
      for (slot, field) in fields { slots[slot] = field.outcome(ofRow: row) }
      for index in program.order where program.operands[index].kind != .unknown {
        codes[index].run(&slots, &stack)
        if let last = stack.popLast() { slots[index] = last }
      }
      for index in columns.indices { columns[index].append(slots[index]) }
    }
    return columns
  }
}

extension RowFormula {
  /// What is wrong with what it gives, for what it is for.
  fileprivate func mismatch(_ kind: Kind) -> [Diagnostic] {
    switch (role, kind) {
    case (_, .unknown), (.value, _), (.condition, .truth), (.order, .number): []
    case (.condition, _):
      [.wrongKind(kind, Phrase(zh: "条件", en: "a condition"), at: expression.place)]
    case (.order, _): [.wrongKind(kind, Phrase(zh: "数字", en: "a number"), at: expression.place)]
    }
  }
}
