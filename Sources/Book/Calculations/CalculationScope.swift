import Diagnostics
import Formula
import Markdown

/// The calculations of one scope of a page, computed, and how they are printed in one tree.
struct CalculationScope: Sendable {
  /// The id by which the page's script knows it.
  let id: String
  /// The exercise's or example's title; nil for the page, and for one without.
  let title: String?
  let evaluation: Evaluation
  /// What is left blank, what is marked as an answer, and whether inputs are fields.
  var style: StepStyle
  /// The names of each fence that is printed, by where it stands.
  let names: [Place: [String]]
  /// The names under which formulas in sentences were computed, by where they stand.
  let numbers: [Place: String]
  /// The examples that follow a faded one.
  var variants: [Variant] = []

  /// Computes the calculations of a scope.
  ///
  /// `isAnswered` is whether the reader gets what others work out; `outer` are the names around the
  /// scope that are blank.
  init(
    _ source: CalculationSource, in scope: Scope, _ notation: Notation, isAnswered: Bool,
    outer: Set<String>, _ found: inout [Diagnostic]
  ) {
    var block = CalcBlock(joining: source.fences.map(\.block))
    var numbers: [Place: String] = [:]
    for span in source.spans { numbers[span.place] = block.add(span.expression) }
    let evaluated = evaluate(block, in: scope)
    found += evaluated.diagnostics
    id = source.id
    title = source.directive?.title?.text
    evaluation = evaluated.value
    self.numbers = numbers
    names = Dictionary(
      source.fences.filter { $0.mode != .hidden }.map {
        ($0.place, $0.block.definitions.map(\.name))
      }, uniquingKeysWith: { first, _ in first })
    let open = Self.open(source, evaluated.value)
    style = StepStyle(
      notation, blanks: isAnswered ? outer : outer.union(open), answers: isAnswered ? open : [])
    style.isLive = evaluated.value.isLive(without: style.blanks)
    if !isAnswered { found += evaluated.value.tellingLabels(of: open, in: notation) }
  }

  /// The names whose steps are the reader's to work out.
  private static func open(_ source: CalculationSource, _ evaluation: Evaluation) -> Set<String> {
    let worked = Set(evaluation.workedNames)
    let fences = source.fences.filter { fence in
      fence.mode == .blank || fence.mode == nil && source.role == .exercise
    }
    return worked.intersection(fences.flatMap { $0.block.definitions.map(\.name) })
  }

  /// The names that no reader of this tree may see worked out, whatever is made of them.
  var hidden: Set<String> { evaluation.followers(of: style.blanks) }

  /// The steps of a fence.
  func steps(at place: Place) -> [WorkedStep] {
    names[place].map { evaluation.steps(style, of: $0) } ?? []
  }

  /// The steps of an example that follows a faded one; readers who get the answers find those that
  /// others do not marked.
  func steps(of variant: Variant, isAnswered: Bool) -> [WorkedStep] {
    let names = variant.evaluation.results.map(\.name).filter { !$0.contains(" ") }
    let style = StepStyle(
      style.notation, blanks: blanks(of: variant, isAnswered: isAnswered),
      answers: isAnswered ? variant.blanks : [])
    return variant.evaluation.steps(style, of: names)
  }

  /// The names that are blank in an example, those around it among them.
  private func blanks(of variant: Variant, isAnswered: Bool) -> Set<String> {
    isAnswered ? style.blanks : style.blanks.union(variant.blanks)
  }

  /// The examples that follow a faded one, for a workbook: there, what follows from a blank is blank
  /// too, since its cell would compute it.
  func examples(isAnswered: Bool) -> [CalculatedPage.Example] {
    variants.map { variant in
      let blanks = blanks(of: variant, isAnswered: isAnswered)
      return CalculatedPage.Example(
        evaluation: variant.evaluation, hidden: variant.evaluation.followers(of: blanks))
    }
  }
}
