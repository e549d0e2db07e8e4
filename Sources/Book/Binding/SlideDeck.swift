import Markdown

/// The pages of a course as slides: which blocks stand on which, with the facilitator's notes to each.
///
/// Every heading of level two begins one, and so does every task; of the text, what is to be kept in mind
/// stands on them, and what is asked.
struct SlideDeck {
  /// A slide's blocks, in order.
  struct Slide {
    /// What stands inside the heading it stands below.
    var heading: [Piece]
    var pieces: [Piece] = []
    var notes: [Piece] = []

    /// The minutes of its task.
    var minutes: Int? {
      for case .directive(let directive, _) in pieces {
        if let minutes = directive["time"].flatMap({ Int($0) }) { return minutes }
      }
      return nil
    }

    /// Whether there is nothing on it but its heading.
    var isBare: Bool { pieces.isEmpty }
  }

  /// The blocks that stand on slides as they are.
  private static let shown: Set<String> = ["key", "figure", "chart", "agenda", "objectives"]
  /// The blocks inside tasks that no wall needs.
  private static let left: Set<String> = [
    "lines", "box", "grid", "table", "notes", "hint", "solution", "answer", "facilitator",
    "checklist",
    "ifthen", "pagebreak", "screen",
  ]

  private(set) var slides: [Slide] = []

  /// Sorts the pieces of a page; the facilitator's notes are kept where the tree has them.
  init(_ pieces: [Piece], title: Piece) {
    slides = [Slide(heading: [title])]
    var before: Piece?
    for piece in pieces {
      add(piece, behind: before)
      before = piece
    }
    slides = Self.withoutBare(slides)
  }

  /// The slides with something on them, and the first; what is to be said at a bare one is said at the one
  /// before.
  private static func withoutBare(_ slides: [Slide]) -> [Slide] {
    var kept: [Slide] = []
    for slide in slides {
      if slide.isBare, !kept.isEmpty {
        kept[kept.count - 1].notes += slide.notes
      } else {
        kept.append(slide)
      }
    }
    return kept
  }

  private mutating func add(_ piece: Piece, behind before: Piece?) {
    switch piece {
    case .element(.heading(2, _), let heading): slides.append(Slide(heading: heading))
    case .element(.bulletList, _), .element(.orderedList, _):
      // Of the text, the list right behind the heading.
      if case .element(.heading(2, _), _) = before { slides[slides.count - 1].pieces.append(piece) }
    case .directive(let directive, let body):
      if directive.name == "facilitator" {
        slides[slides.count - 1].notes.append(piece)
      } else if Self.shown.contains(directive.name) {
        slides[slides.count - 1].pieces.append(piece)
      } else if KeptPieces.tasks.contains(directive.name) {
        var slide = Slide(heading: slides[slides.count - 1].heading)
        slide.pieces = [.directive(directive, body: body.filter { !Self.isLeft($0) })]
        slide.notes = body.filter { Self.isNote($0) }
        slides.append(slide)
      }
    case .html, .element, .data, .formula: break
    }
  }

  private static func isLeft(_ piece: Piece) -> Bool {
    switch piece {
    case .directive(let directive, _): left.contains(directive.name)
    // What is to be worked out is not shown worked out.
    case .data(let kind, info: _, text: _, _): kind == DataFence.calculation
    case .html, .element, .formula: false
    }
  }

  private static func isNote(_ piece: Piece) -> Bool {
    if case .directive(let directive, _) = piece { directive.name == "facilitator" } else { false }
  }
}
