import OrderedJSON
import SalesMethod

extension PlanJSON {
  /// How likely a class is taken to buy: as it was counted, or as the settings say.
  func chance(_ chance: ClassChance) -> JSON {
    .object([
      ("class", .string(chance.customerClass.rawValue)), ("share", number(chance.share)),
      ("source", .string(chance.measured == nil ? "settings" : "calibrated")),
      ("bought", chance.measured.map { .integer($0.successes) }),
      ("customers", chance.measured.map { .integer($0.trials) }),
    ])
  }

  /// Who moved between classes since an earlier plan, and how many of each class bought.
  func classHistory(_ history: ClassHistory) -> JSON {
    .object([
      ("since", .string(history.since.description)),
      ("moves", .array(history.migration.moves.filter { $0.from != $0.to }.map(move))),
      ("stayed", .integer(history.migration.moves.count { $0.from == $0.to })),
      ("horizonEnd", .string(history.horizonEnd.description)),
      ("calibration", history.calibration.map { .array($0.lines.map(line)) }),
      ("reversed", history.calibration.map { .bool($0.isReversed) }),
    ])
  }

  private func move(_ move: MigrationMatrix.Move) -> JSON {
    .object([
      ("customer", .string(move.customer)), ("name", .string(move.name)),
      ("from", move.from.map { .string($0.rawValue) }),
      ("to", move.to.map { .string($0.rawValue) }),
    ])
  }

  private func line(_ line: Calibration.Line) -> JSON {
    .object([
      ("class", .string(line.customerClass.rawValue)),
      ("bought", .integer(line.bought.successes)), ("customers", .integer(line.bought.trials)),
      ("wilson95", line.interval.map(interval)),
    ])
  }
}
