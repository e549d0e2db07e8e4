package import Diagnostics
package import OrderedJSON
import Phrases

/// Reads and computes a calculation in one go; the diagnostics of both are in the order of places.
///
///     calculate("a = 1/3", at: Place(path: "x.calc", line: 1, column: 1)).value["a"]?.exact  // "1/3"
package func calculate(
  _ text: String, at place: Place, in scope: Scope = Scope(), units: Units = .standard
) -> Parsed<Evaluation> {
  let block = CalcBlock.parse(text, at: place, units: units)
  let evaluated = evaluate(block.value, in: scope)
  return Parsed(evaluated.value, (block.diagnostics + evaluated.diagnostics).sorted())
}

extension Evaluation {
  /// The names with their values, one a line: `成交客户 = 8 家`; with `steps`, the working.
  package func report(in notation: Notation, steps: Bool = false) -> String {
    let lines =
      steps
      ? self.steps(StepStyle(notation)).map(\.plain)
      : results.filter { !$0.name.contains(" ") }.map { "\($0.name) = \(notation.shown($0))" }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The names with their values, as other programs read them, and what is wrong.
  ///
  ///     {"values": [{"name": "a", "exact": "1/3", "shown": "≈ 0.3333", "unit": ""}], "errors": []}
  ///
  /// A value that cannot be computed has `"exact": null`.
  package func json(
    in notation: Notation, diagnostics: [Diagnostic], steps: Bool = false
  ) -> JSON {
    let working = steps ? self.steps(StepStyle(notation)) : []
    let values = results.enumerated().map { index, result in
      JSON.object([
        ("name", .string(result.name)),
        ("exact", result.exact.map(JSON.string) ?? .null),
        ("shown", .string(notation.shown(result))),
        ("unit", .string(result.unit.description)),
        ("step", steps ? .string(working[index].plain) : nil),
      ])
    }
    let errors = diagnostics.filter { $0.severity == .error }.map { diagnostic in
      JSON.object([
        ("line", .integer(diagnostic.place.line)), ("column", .integer(diagnostic.place.column)),
        ("id", .string(diagnostic.id)), ("message", .string(diagnostic.message.english)),
      ])
    }
    return .object([("values", .array(values)), ("errors", .array(errors))])
  }
}
