import Diagnostics
import Mustache
import Phrases

/// `worked`: an example worked out step by step; with `fade`, others of its kind follow, each with
/// numbers of its own and more steps left to the reader.
struct WorkedBlock: BlockKind {
  static let name = "worked"
  static let form = BlockForm.container

  private let example: FadedExample?
  var calculations: CalculationRole? { .worked(example) }

  init(_ options: inout AttributeReader) {
    example = FadedExample(&options)
  }

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    let variants = scene.calculations.variants(of: scene.place)
    return Parsed([
      ("number", .integer(scene.number)),
      (
        "variants",
        .list(
          variants.enumerated().map { index, steps in
            .record([
              "number": .integer(index + 1), "steps": CalculationFields.steps(steps),
            ])
          })
      ),
    ])
  }
}
