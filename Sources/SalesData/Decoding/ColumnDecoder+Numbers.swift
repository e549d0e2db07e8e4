import Diagnostics
import Phrases
import SalesMethod
import Tables

extension ColumnDecoder {
  /// The greatest amount, in hundredths, that a cell may hold and a column may sum up to, so that no
  /// sum of the method can overflow.
  private static let greatestAmount = 100_000_000_000_000
  private static let greatestSum = 1_000_000_000_000_000_000

  private func number(_ row: Int) -> Reading {
    table.withCell(row, column.index) { reading($0, $1, exponent: column.exponent) }
  }

  private mutating func report(_ row: Int, _ trouble: NumberTrouble) {
    if isError(row) { return }
    let text = table.text(row, column.index)
    report(
      row,
      trouble == .notANumber
        ? .notANumber(text, column: field.name, at: place(row))
        : .outOfRange(text, column: field.name, at: place(row)))
  }

  /// Reads every cell as a number, scales it and keeps it where it lies in a range.
  private mutating func scaled(
    in range: ClosedRange<Int>, _ scale: (WrittenNumber) throws(NumberTrouble) -> Int
  ) -> [Int] {
    var values = [Int](repeating: ColumnValues.none, count: table.rowCount)
    var troubles: [(row: Int, trouble: NumberTrouble)] = []
    let (mayBeClock, exponent) = (field.type == .hours, column.exponent)
    table.forEachCell(ofColumn: column.index, inRows: rows) { row, bytes, kind in
      if mayBeClock, let minutes = minutesOfClock(row) {
        values[row] = minutes
        return
      }
      switch reading(bytes, kind, exponent: exponent) {
      case .blank: break
      case .trouble(let trouble): troubles.append((row, trouble))
      case .number(let number):
        do throws(NumberTrouble) {
          let value = try scale(number)
          guard range.contains(value) else { throw .outOfRange }
          values[row] = value
        } catch {
          troubles.append((row, error))
        }
      }
    }
    for (row, trouble) in troubles { report(row, trouble) }
    return values
  }

  mutating func numbers(decimals: Int) -> ColumnValues {
    let limit = Self.greatestAmount
    return .integers(
      scaled(in: -limit...limit) { number throws(NumberTrouble) in
        try number.scaled(decimals: decimals)
      })
  }

  mutating func amounts() -> ColumnValues {
    let limit = Self.greatestAmount
    var values = scaled(in: -limit...limit) { number throws(NumberTrouble) in
      guard !number.isPercent else { throw .notANumber }
      return try number.scaled(decimals: 2)
    }
    var sum = 0
    for row in rows where values[row] != ColumnValues.none {
      guard sum + abs(values[row]) <= Self.greatestSum else {
        report(row, NumberTrouble.outOfRange)
        values[row] = ColumnValues.none
        continue
      }
      sum += abs(values[row])
    }
    return .integers(values)
  }

  mutating func counts() -> ColumnValues {
    .integers(
      scaled(in: 0...1_000_000_000_000) { number throws(NumberTrouble) in
        let thousandths = try number.scaled(decimals: 3)
        guard thousandths % 1000 == 0, !number.isPercent else { throw .notANumber }
        return thousandths / 1000
      })
  }

  /// Parts of a whole: `0.65`, `65%`, or `65` where the header says percent or a value of the column
  /// is above 1.
  mutating func shares(decimals: Int) -> ColumnValues {
    var isPercent = column.isPercent
    for row in rows where !isPercent {
      if case .number(let number) = number(row), !number.isPercent, !number.isFraction,
        let millionths = try? number.scaled(decimals: 6), millionths > 1_000_000
      {
        isPercent = true
      }
    }
    var one = 1
    for _ in 0..<decimals { one *= 10 }
    return .integers(
      scaled(in: 0...one) { number throws(NumberTrouble) in
        var number = number
        number.isPercent = !number.isFraction && (number.isPercent || isPercent)
        return try number.scaled(decimals: decimals)
      })
  }

  /// The minutes of `1:30`, which is how workbooks show a length of time.
  private func minutesOfClock(_ row: Int) -> Int? {
    let parts = table.text(row, column.index).split(separator: ":")
    guard (2...3).contains(parts.count), let hours = Int(parts[0]), let minutes = Int(parts[1]),
      (0..<10_000).contains(hours), (0..<60).contains(minutes)
    else { return nil }
    return hours * 60 + minutes
  }

  mutating func minutes() -> ColumnValues {
    .integers(
      scaled(in: 0...600_000) { number throws(NumberTrouble) in
        guard !number.isPercent else { throw .notANumber }
        let thousandths = try number.scaled(decimals: 3)
        guard (0...10_000_000).contains(thousandths) else { throw .outOfRange }
        return (thousandths * 60 + 500) / 1000
      })
  }

  /// Parts of a goal: a list of `date` and `target`, or `2026-05-10=100000; …` in one cell.
  mutating func milestones() -> ColumnValues {
    var values = [[Goal.Milestone]](repeating: [], count: table.rowCount)
    for row in rows {
      if table.kind(row, column.index) == .list {
        for part in table.list(row, column.index) {
          let written = Dictionary(
            part.entries.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
          add(
            date: written["date"], target: written["target"], at: part.place, to: &values[row], row)
        }
      } else if let text = text(row) {
        let place = place(row)
        for part in listParts(text) {
          let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
          add(date: sides.first, target: sides.last, at: place, to: &values[row], row)
        }
      }
    }
    return .milestones(values)
  }

  private mutating func add(
    date: String?, target: String?, at place: Place, to milestones: inout [Goal.Milestone],
    _ row: Int
  ) {
    let digits = Array((target ?? "").utf8)
    guard let day = date.flatMap({ Day($0) }), let number = try? readNumber(digits.span),
      let hundredths = try? number.scaled(decimals: 2), abs(hundredths) <= Self.greatestAmount
    else {
      report(row, .notAMilestone(at: place))
      return
    }
    milestones.append(Goal.Milestone(date: day, targetHundredths: hundredths))
  }
}

/// What a number's cell came to.
private enum Reading {
  case number(WrittenNumber)
  case blank
  case trouble(NumberTrouble)
}

/// Reads a cell whose column counts in tens to the power of `exponent`.
private func reading(_ bytes: Span<UInt8>, _ kind: CellKind, exponent: Int) -> Reading {
  if isNoValue(bytes) { return .blank }
  do throws(NumberTrouble) {
    var number = try readNumber(bytes)
    number.exponent += exponent
    number.isFraction = kind == .percent
    return .number(number)
  } catch {
    return .trouble(error)
  }
}
