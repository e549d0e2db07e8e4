import Diagnostics
import Markdown

extension [Content] {
  /// What else of a page its translation has as often and alike: the headings of its sections, the notes for
  /// whoever teaches, and the questions of its quizzes with the places of what is right.
  var roomsBesides: [PageShape.Room] {
    flatMap { block -> [PageShape.Room] in
      switch block.kind {
      case .heading(level: 2):
        return [PageShape.Room(name: "##", size: "", place: block.place)]
      case .directive(let directive):
        guard directive["audience"] == nil else { return [] }
        switch directive.name {
        case QuizBlock.name: return questions(of: block, directive)
        case "facilitator":
          return [PageShape.Room(name: "facilitator", size: "", place: block.place)]
        default: return block.children.roomsBesides
        }
      default: return block.children.roomsBesides
      }
    }
  }

  private func questions(of block: Content, _ directive: Directive) -> [PageShape.Room] {
    let nodes = block.children.data(QuizBlock.name, at: directive.place).value ?? []
    return nodes.compactMap { QuizQuestion.read($0).value }.map {
      PageShape.Room(name: "quiz: ask", size: $0.task.shape, place: $0.place)
    }
  }
}

extension QuizQuestion.Task {
  /// How it is answered, whatever its language.
  ///
  ///     QuizQuestion.Task.choice(options: ["A", "B"], right: [1]).shape  // "choice 2/2"
  fileprivate var shape: String {
    switch self {
    case .choice(let options, let right):
      "choice \(right.map { String($0 + 1) }.joined(separator: "+"))/\(options.count)"
    case .number: "number"
    case .order(let items): "order \(items.count)"
    case .match(let pairs): "match \(pairs.count)"
    case .fill(let words): "fill \(words.count)"
    case .rate(let greatest): "rate \(greatest)"
    case .open: "open"
    }
  }
}
