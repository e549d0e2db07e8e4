package import Diagnostics

/// Which steps of a worked example are left to the reader first.
package enum Fading: String, Hashable, Sendable, CaseIterable {
  /// The last step first: the way that carries over best to new problems.
  case backward
  case forward
}

/// A worked example with numbers of its own and some of its steps left to the reader.
package struct Variant: Hashable, Sendable {
  /// The calculation with this variant's numbers.
  package let evaluation: Evaluation
  /// The names whose steps are left blank.
  package let blanks: Set<String>
}

extension Evaluation {
  /// The variants of a faded example: the first is whole, with the numbers as they are written; each
  /// of the `count` that follow has new numbers and more blanks, the last nothing but blanks.
  ///
  /// New numbers come from the ranges of the inputs, and only such are taken that every `always`
  /// line holds and nothing fails. The same seed gives the same variants.
  ///
  ///     evaluation.variants(.backward, count: 3, seed: 7, at: place).value.map(\.blanks.count)
  ///     // [0, 1, 2, 3] where three steps take working out
  package func variants(_ fading: Fading, count: Int, seed: Int, at place: Place)
    -> Parsed<[Variant]>
  {
    let steps = fading == .forward ? workedNames : workedNames.reversed()
    let ranges = program.ranges
    let first = Variant(evaluation: self, blanks: [])
    if lacksData { return Parsed([first]) }
    guard !ranges.isEmpty else { return Parsed([first], [.noRangeToVary(at: place)]) }
    guard 1...Self.maximumVariants ~= count,
      let drawn = program.draw(count, from: ranges, seed: seed)
    else {
      return Parsed([first], [.noDistinctVariants(count, at: place)])
    }
    let faded = drawn.enumerated().map { index, outcomes in
      // Rounded up, so that the first faded variant has a blank at least.
      let blanks = ((index + 1) * steps.count + count - 1) / max(1, count)
      return Variant(
        evaluation: Evaluation(program: program, outcomes: outcomes),
        blanks: Set(steps.prefix(blanks)))
    }
    return Parsed([first] + faded)
  }

  /// Whether it needs a value that nobody knows yet: there is nothing to vary then, and no mistake.
  private var lacksData: Bool { outcomes.contains(where: \.isMissing) }

  /// A faded example has at most so many variants behind the whole one.
  static let maximumVariants = 20

  /// Whether variants can be made for every seed from 0 to `seeds`: each with numbers of its own, no
  /// division by zero, and every `always` line true.
  ///
  /// A failure is a diagnostic at `place` that names the properties to look at.
  package func verifyVariants(count: Int, seeds: Int = 1_000, at place: Place) -> [Diagnostic] {
    let ranges = program.ranges
    if lacksData { return [] }
    guard !ranges.isEmpty else { return [.noRangeToVary(at: place)] }
    guard 1...Self.maximumVariants ~= count else { return [.noDistinctVariants(count, at: place)] }
    for seed in 0..<seeds where program.draw(count, from: ranges, seed: seed) == nil {
      return [.noDistinctVariants(count, at: place)]
    }
    return []
  }
}

/// The values an input can take: `low`, `low + step`, …, so many of them.
struct InputRange: Hashable, Sendable {
  let slot: Int
  let low: Rational
  let step: Rational
  let count: UInt64
}

extension Program {
  /// The ranges to draw from; an input without a step moves by one of its units.
  var ranges: [InputRange] {
    block.definitions.enumerated().compactMap { slot, definition in
      guard case .input(let input) = definition.formula, let bounds = input.bounds else {
        return nil
      }
      let step = input.step ?? input.scale
      guard let width = try? bounds.upperBound - bounds.lowerBound,
        let steps = try? (try width / step).rounded(.down), let whole = steps.whole, whole > 0
      else { return nil }
      return InputRange(slot: slot, low: bounds.lowerBound, step: step, count: UInt64(whole) + 1)
    }
  }

  /// Tries for each variant before the ranges are called too narrow.
  private static let maximumTries = 200

  /// What `count` variants compute to, all with different inputs; nil where they are not found.
  func draw(_ count: Int, from ranges: [InputRange], seed: Int) -> [[Outcome]]? {
    var generator = SplitMix(seed: UInt64(bitPattern: Int64(seed)))
    var seen: Set<[Int: Rational]> = [written(ranges)]
    var variants: [[Outcome]] = []
    for _ in 0..<max(0, count) {
      var found: [Outcome]?
      for _ in 0..<Self.maximumTries where found == nil {
        let inputs = numbers(from: ranges, &generator)
        guard seen.insert(inputs).inserted else { continue }
        let outcomes = run(inputs: inputs)
        if holds(outcomes) { found = outcomes }
      }
      guard let found else { return nil }
      variants.append(found)
    }
    return variants
  }

  /// Whether nothing fails and every property holds.
  private func holds(_ outcomes: [Outcome]) -> Bool {
    for outcome in outcomes {
      if case .failed = outcome { return false }
    }
    return claims.indices.allSatisfy {
      block.claims[$0].kind == .expect || violation(ofClaim: $0, outcomes) == nil
    }
  }

  private func numbers(from ranges: [InputRange], _ generator: inout SplitMix) -> [Int: Rational] {
    var inputs: [Int: Rational] = [:]
    for range in ranges {
      let steps = Rational(Int(generator.below(range.count)))
      inputs[range.slot] = (try? range.low + (try steps * range.step)) ?? range.low
    }
    return inputs
  }

  /// The numbers as they are written.
  private func written(_ ranges: [InputRange]) -> [Int: Rational] {
    var inputs: [Int: Rational] = [:]
    for range in ranges {
      if case .input(let input) = block.definitions[range.slot].formula {
        inputs[range.slot] = input.value
      }
    }
    return inputs
  }
}
