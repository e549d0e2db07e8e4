import Formula

/// What a block does with the calculations inside it, where it is a scope of their names.
enum CalculationRole: Hashable, Sendable {
  /// Nothing of its own: the text around it.
  case page
  /// An example worked out step by step, and where it is faded, how.
  case worked(FadedExample?)
  /// Something to do: what takes working out is left to the reader.
  case exercise
}

/// What a block brings to the calculations of its page.
struct CalculationPart: Hashable, Sendable {
  /// What it does with the calculations inside it; nil where it is no scope of their names.
  let role: CalculationRole?
  /// The rows of data that fill it; nil where it is no such table.
  let fill: FilledTable?
  /// Which of its kind on the page it is.
  let number: Int
}

/// How a worked example is followed by others of its kind with more and more of its steps left to
/// the reader.
struct FadedExample: Hashable, Sendable {
  /// Which steps are left out first.
  let fading: Fading
  /// How many examples follow the whole one.
  let count: Int
  /// What their numbers are drawn by.
  let seed: Int
}

extension FadedExample {
  /// More examples of one kind would fill a book.
  private static let mostExamples = 20

  /// Reads `fade=backward n=3 seed=1`; nil where the block is not faded.
  init?(_ options: inout AttributeReader) {
    let fading = options.choice("fade", of: Fading.self)
    let count = options.integer("n", in: 1...Self.mostExamples)
    let seed = options.integer("seed", in: 0...999_999)
    if count != nil || seed != nil { options.require(fading, "fade") }
    guard let fading else { return nil }
    self.init(fading: fading, count: count ?? 3, seed: seed ?? 1)
  }
}

/// What a fence of a calculation says behind its name: ` ```calc blank `.
enum FenceMode: String, CaseIterable, Sendable {
  /// Every step is printed, in an exercise too.
  case shown
  /// What takes working out is left to the reader, outside of exercises too.
  case blank
  /// Nothing is printed: the names are for other formulas.
  case hidden
}
