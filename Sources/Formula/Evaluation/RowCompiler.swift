import Diagnostics

/// A formula ready for the rows of a table: conditions that differ from row to row are looked up
/// first, then the formula is computed with what was found.
struct RowCode: Sendable {
  /// A COUNTIF or SUMIF over a column, whose condition is a formula of the row.
  struct Lookup: Sendable {
    let slot: Int
    let criterion: Program.Code
    let index: ConditionIndex
    /// The column of the function, for faults.
    let column: Int
  }

  var lookups: [Lookup] = []
  var code: Program.Code

  /// Computes the formula for the row that `slots` holds; the value is left on the stack.
  func run(_ slots: inout [Outcome], _ stack: inout [Outcome]) {
    for lookup in lookups {
      lookup.criterion.run(slots, &stack)
      slots[lookup.slot] = lookup.outcome(of: stack.popLast() ?? .failed(.missing), in: code.place)
    }
    code.run(slots, &stack)
  }
}

extension RowCode.Lookup {
  fileprivate func outcome(of criterion: Outcome, in formula: Place) -> Outcome {
    guard case .value(let value) = criterion else { return criterion }
    do {
      return .value(.number(try index.matching(value)))
    } catch {
      let place = Place(path: formula.path, line: formula.line, column: column)
      return .failed(Failure(fault: error, place: place))
    }
  }
}

/// Takes out of formulas what is the same in every row and computes it once.
struct RowCompiler {
  /// The outcomes of the definitions, of the names from outside, and of what was taken out.
  private(set) var slots: [Outcome]
  private let program: Program
  private let rowSlots: Set<Int>
  private var code = RowCode(
    code: Program.Code(instructions: [], columns: [], place: Place(path: "")))
  /// Where the code of each operand that waits for its operation begins, and whether it differs from
  /// row to row.
  private var operands: [(start: Int, isOfRow: Bool)] = []

  init(_ program: Program, rowSlots: Set<Int>) {
    self.program = program
    self.rowSlots = rowSlots
    let nothing = Outcome.failed(Failure(fault: .unavailable, place: Place(path: "")))
    slots = [Outcome](repeating: nothing, count: program.block.definitions.count)
    slots += program.outers.map(\.entry.outcome)
  }

  /// The code of a definition for rows.
  mutating func compile(_ index: Int) -> RowCode {
    let empty = Program.Code(instructions: [], columns: [], place: Place(path: ""))
    guard let source = program.codes[index] else { return RowCode(code: empty) }
    code = RowCode(code: Program.Code(instructions: [], columns: [], place: source.place))
    operands = []
    for (instruction, column) in zip(source.instructions, source.columns) {
      add(instruction, column)
    }
    takeOut(0)
    return code
  }

  private mutating func append(_ instruction: Program.Instruction, _ column: Int) {
    code.code.instructions.append(instruction)
    code.code.columns.append(column)
  }

  private mutating func add(_ instruction: Program.Instruction, _ column: Int) {
    guard case .apply(let operation, let count) = instruction, operands.count >= count else {
      let definitions = program.block.definitions.count
      let isOfRow =
        if case .load(let slot) = instruction {
          slot < definitions || rowSlots.contains(slot)
        } else {
          false
        }
      operands.append((code.code.instructions.count, isOfRow))
      return append(instruction, column)
    }
    let first = operands.count - count
    let isOfRow = operands[first...].contains(where: \.isOfRow)
    if isOfRow, lookUp(operation, first, column) { return }
    if isOfRow { takeOut(first) }
    let start = first < operands.count ? operands[first].start : code.code.instructions.count
    operands.removeLast(count)
    operands.append((start, isOfRow))
    append(instruction, column)
  }

  /// Computes those of the operands from `first` on that are the same in every row.
  private mutating func takeOut(_ first: Int) {
    let end = code.code.instructions.count
    let ends = operands.dropFirst().map(\.start) + [end]
    guard
      let changed = operands.indices.dropFirst(first).first(where: {
        !operands[$0].isOfRow && ends[$0] - operands[$0].start > 1
      })
    else { return }
    let start = operands[changed].start
    let (old, oldColumns) = (code.code.instructions, code.code.columns)
    code.code.instructions.removeLast(end - start)
    code.code.columns.removeLast(end - start)
    for index in changed..<operands.count {
      let range = operands[index].start..<ends[index]
      operands[index].start = code.code.instructions.count
      if operands[index].isOfRow || range.count <= 1 {
        code.code.instructions += old[range]
        code.code.columns += oldColumns[range]
      } else {
        let part = Program.Code(
          instructions: Array(old[range]), columns: Array(oldColumns[range]),
          place: code.code.place)
        append(.load(slots.count), part.columns.last ?? 1)
        slots.append(part.outcome(slots))
      }
    }
  }

  /// Puts a look-up in the place of COUNTIF and SUMIF over columns, whose condition alone differs from
  /// row to row; whether it could.
  private mutating func lookUp(_ operation: Operation, _ first: Int, _ column: Int) -> Bool {
    guard operation == .call(.countIf) || operation == .call(.sumIf), operands.count - first >= 2,
      operands[first + 1].isOfRow, let cells = loadedColumn(first)
    else { return false }
    let sums = operands.count - first == 3 ? loadedColumn(first + 2) : nil
    if operands.count - first == 3, sums == nil { return false }
    let isCount = operation == .call(.countIf)
    guard let index = try? ConditionIndex(cells, adding: isCount ? nil : sums ?? cells) else {
      return false
    }
    let start = operands[first].start
    let end = first + 2 < operands.count ? operands[first + 2].start : code.code.instructions.count
    let range = operands[first + 1].start..<end
    let criterion = Program.Code(
      instructions: Array(code.code.instructions[range]),
      columns: Array(code.code.columns[range]), place: code.code.place)
    code.lookups.append(
      RowCode.Lookup(slot: slots.count, criterion: criterion, index: index, column: column))
    code.code.instructions.removeLast(code.code.instructions.count - start)
    code.code.columns.removeLast(code.code.columns.count - start)
    operands.removeLast(operands.count - first)
    operands.append((start, true))
    append(.load(slots.count), column)
    slots.append(.failed(.missing))
    return true
  }

  /// The column of a table that an operand names.
  private func loadedColumn(_ operand: Int) -> Column? {
    guard !operands[operand].isOfRow,
      case .load(let slot) = code.code.instructions[operands[operand].start],
      case .value(.column(let column)) = slots[slot]
    else { return nil }
    return column
  }
}

extension Program.Code {
  /// Computes the formula by itself.
  fileprivate func outcome(_ slots: [Outcome]) -> Outcome {
    var stack: [Outcome] = []
    run(slots, &stack)
    return stack.last ?? .failed(.missing)
  }
}
