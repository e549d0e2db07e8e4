import Diagnostics

/// A calculation whose names are resolved, whose units are checked and whose order is known: it can
/// be computed any number of times, with other inputs each time.
package struct Program: Hashable, Sendable {
  /// A formula with its names replaced by slots.
  struct Code: Hashable, Sendable {
    var instructions: [Instruction]
    /// The column of each instruction, for faults.
    var columns: [Int]
    let place: Place
  }

  enum Instruction: Hashable, Sendable {
    case push(Value)
    /// The value of a definition, or of a name from outside behind them.
    case load(Int)
    case apply(Operation, arguments: Int)
    /// Stands where a mistake was reported.
    case unavailable
  }

  /// A name from outside the calculation that it uses.
  struct Outer: Hashable, Sendable {
    let name: String
    let entry: Scope.Entry
  }

  /// The calculation as it is written, but for inputs that start at a name's value: these have it.
  package internal(set) var block: CalcBlock
  /// One for each definition; nothing for an input.
  var codes: [Code?] = []
  /// What is known of each definition's value.
  var operands: [Operand] = []
  var claims: [Code] = []
  /// The kind and style in which a failed claim shows its left side.
  var claimOperands: [Operand] = []
  var outers: [Outer] = []
  /// The definitions, each behind those it needs.
  var order: [Int] = []
  /// The slots of the names.
  var slots = NameSlots()

  init(block: CalcBlock) { self.block = block }
}
