import Markdown

/// The pages of a course as slides: which blocks stand on which, with the facilitator's notes to each.
///
/// Every heading of level two begins one, and so does every task; of the text, what is to be kept in mind
/// stands on them, and what is asked.
struct SlideDeck {
  /// A slide's blocks, in order.
  struct Slide {
    /// The heading it stands below, as HTML without its tag.
    var heading: [UInt8]
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
  init(_ pieces: [Piece], title: [UInt8]) {
    slides = [Slide(heading: title)]
    for piece in pieces { add(piece) }
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

  private mutating func add(_ piece: Piece) {
    switch piece {
    case .html(let html):
      for (heading, list) in Self.headings(in: html) {
        slides.append(Slide(heading: heading, pieces: list.isEmpty ? [] : [.html(list)]))
      }
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
    case .data, .formula: break
    }
  }

  private static func isLeft(_ piece: Piece) -> Bool {
    switch piece {
    case .directive(let directive, _): left.contains(directive.name)
    // What is to be worked out is not shown worked out.
    case .data(let kind, info: _, text: _, _): kind == DataFence.calculation
    case .html, .formula: false
    }
  }

  private static func isNote(_ piece: Piece) -> Bool {
    if case .directive(let directive, _) = piece { directive.name == "facilitator" } else { false }
  }

  /// What stands inside each heading of level two in a run of HTML, and the list right behind it.
  private static func headings(in html: [UInt8]) -> [(heading: [UInt8], list: [UInt8])] {
    var found: [(heading: [UInt8], list: [UInt8])] = []
    var rest = html[...]
    while let start = rest.firstRange(ofText: "<h2") {
      guard let open = rest[start.upperBound...].firstIndex(of: 62),
        let end = rest[open...].firstRange(ofText: "</h2>")
      else { break }
      let heading = Array(rest[(open + 1)..<end.lowerBound])
      rest = rest[end.upperBound...]
      found.append((heading, list(at: rest.drop { $0 == 10 })))
    }
    return found
  }

  /// The list that some HTML begins with, to its end; empty where it begins with something else.
  private static func list(at html: ArraySlice<UInt8>) -> [UInt8] {
    func starts(_ index: Int, _ texts: [String]) -> Bool {
      texts.contains { html[index...].starts(with: $0.utf8) }
    }
    guard starts(html.startIndex, ["<ol", "<ul"]) else { return [] }
    var depth = 0
    for index in html.indices where html[index] == 60 {
      if starts(index, ["<ol", "<ul"]) { depth += 1 }
      guard starts(index, ["</ol>", "</ul>"]) else { continue }
      depth -= 1
      if depth == 0 { return Array(html[..<(index + 5)]) }
    }
    return []
  }
}
