import Diagnostics
import Markdown
import Pages
import Phrases

/// Sees to it that every objective is practised, and every task has an answer.
enum ObjectivesGate {
  /// What a page's objectives and tasks lack: of a page without objectives nothing is asked.
  static func check(_ entry: Outline.Entry, _ content: [Content]) -> [Diagnostic] {
    let objectives = entry.head.objectives
    guard !objectives.isEmpty else { return [] }
    let tasks = content.tasks
    let served = Set(tasks.flatMap { $0.directive.objectives })
    let top = Place(path: entry.path, line: 1, column: 1)
    let idle = objectives.filter { !served.contains($0.id) }.map {
      Diagnostic.objectiveWithoutTask($0.id, at: top)
    }
    let aimless = tasks.filter {
      $0.directive.objectives.isEmpty && $0.directive.name == "exercise"
    }.map { Diagnostic.taskWithoutObjective(title(of: $0.directive), at: $0.directive.place) }
    let unanswered = tasks.filter { !$0.isAnswered }.map {
      Diagnostic.taskWithoutAnswer(title(of: $0.directive), at: $0.directive.place)
    }
    let unproved = tasks.filter { !$0.leavesTraces }.map {
      Diagnostic.taskWithoutEvidence(title(of: $0.directive), at: $0.directive.place)
    }
    return idle + aimless + unanswered + unproved
  }

  private static func title(of directive: Directive) -> String {
    directive.title?.text ?? directive.id ?? directive.name
  }
}

/// A block that asks something of the reader.
private struct AskedTask {
  let directive: Directive
  /// Whether an answer stands in it, or none is to be had.
  let isAnswered: Bool
  /// Whether something comes of it that can be looked at; talk need leave nothing.
  let leavesTraces: Bool
}

extension Directive {
  /// The objectives that it serves.
  fileprivate var objectives: [String] {
    (self["objective"] ?? "").split { $0 == "," || $0 == "，" }.map { trimmed($0) }
  }
}

extension [Content] {
  fileprivate var tasks: [AskedTask] {
    flatMap { block -> [AskedTask] in
      guard case .directive(let directive) = block.kind else { return block.children.tasks }
      guard KeptPieces.tasks.contains(directive.name) else { return block.children.tasks }
      let isOpen =
        directive.has("open") || directive["open"] != nil || directive.name == "quiz"
        || directive.name == "discussion"
      let task = AskedTask(
        directive: directive,
        isAnswered: isOpen || block.children.holds(["solution", "answer"]),
        leavesTraces: directive.name != "exercise" || directive.has("see")
          || directive["see"] != nil || block.children.leaveRoom)
      return [task] + block.children.tasks
    }
  }

  /// Whether one of some blocks stands among these, with something in it.
  private func holds(_ names: Set<String>) -> Bool {
    contains { block in
      if case .directive(let directive) = block.kind, names.contains(directive.name) {
        return block.children.contains { !$0.allWords.allSatisfy(\.isWhitespace) }
      }
      return block.children.holds(names)
    }
  }

  /// Whether there is room to write or mark in, or cards to play from.
  private var leaveRoom: Bool {
    contains { block in
      switch block.kind {
      case .directive(let directive):
        PageShape.Room.names.contains(directive.name)
          || ["quiz", "cards", "case"].contains(directive.name) || block.children.leaveRoom
      case .item(isDone: .some): true
      default: QuizQuestion.blanks(in: block.text) > 0 || block.children.leaveRoom
      }
    }
  }
}
