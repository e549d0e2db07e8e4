import OrderedJSON
import Phrases
import SalesMethod
import Wording

extension PlanJSON {
  /// A note with its name and its text in both languages.
  func note(_ note: PlanNote) -> JSON {
    .object([
      ("id", .string(note.key)),
      (
        "text",
        .object(
          Language.allCases.map { ($0.rawValue, .string(note.text(in: $0))) })
      ),
    ])
  }
}
