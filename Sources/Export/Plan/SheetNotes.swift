import Book
import Phrases
import SalesMethod
import Wording

/// A plan's notes on their way to the sheets: each stands once, below the numbers it is about.
struct SheetNotes {
  private var left: [PlanNote]
  private let language: Language

  /// All notes of a plan, none of them placed yet.
  init(_ notes: [PlanNote], in language: Language) {
    left = notes
    self.language = language
  }

  /// The sheet with the notes of some views of the plan below its last row.
  mutating func below(_ sheet: Sheet, _ views: Set<PlanNote.View>) -> Sheet {
    let here = left.filter { views.contains($0.view) }
    left.removeAll { views.contains($0.view) }
    return written(here, below: sheet)
  }

  /// The sheet with every note that no other sheet took.
  mutating func rest(below sheet: Sheet) -> Sheet {
    defer { left = [] }
    return written(left, below: sheet)
  }

  private func written(_ notes: [PlanNote], below sheet: Sheet) -> Sheet {
    guard !notes.isEmpty else { return sheet }
    var sheet = sheet
    sheet.rows += [[], [.text(language.say(zh: "说明", en: "Notes"), .section)]]
    sheet.rows += notes.map { [.text($0.text(in: language), .plain)] }
    return sheet
  }
}
