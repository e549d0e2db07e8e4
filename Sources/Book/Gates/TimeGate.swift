import Diagnostics
import Markdown
import Pages
import Phrases

/// Sees to it that a page's minutes are those of its blocks, and that none is left out of the day.
enum TimeGate {
  /// What is wrong with the minutes of a page: what its head says and its blocks do not add up to; and where the
  /// day is added up, minutes that no head says, and tasks without minutes of their own.
  static func check(
    _ entry: Outline.Entry, _ directives: [Directive], _ content: @autoclosure () -> [Content],
    isCounted: Bool
  ) -> [Diagnostic] {
    let top = Place(path: entry.path, line: 1, column: 1)
    let timed = directives.compactMap { directive in
      directive["time"].flatMap { Int($0) }.map { (directive, $0) }
    }
    let sum = timed.reduce(0) { $0 + $1.1 }
    guard let stated = entry.head.minutes else {
      return isCounted && sum > 0 ? [.minutesNotCounted(sum, at: top)] : []
    }
    guard !timed.isEmpty else {
      return directives.filter { isCounted && BlockKinds.tasks.contains($0.name) }.map {
        .taskWithoutMinutes(title(of: $0), at: $0.place)
      }
    }
    guard sum != stated else { return isCounted ? untimed(content()) : [] }
    let largest = timed.max { $0.1 < $1.1 }.map { title(of: $0.0) } ?? ""
    return [.minutesDiffer(stated: stated, sum: sum, largest: largest, at: top)]
  }

  /// The tasks that say no minutes and stand in none that does.
  private static func untimed(_ content: [Content]) -> [Diagnostic] {
    content.flatMap { block -> [Diagnostic] in
      guard case .directive(let directive) = block.kind else { return untimed(block.children) }
      if directive["time"] != nil || directive["audience"] != nil { return [] }
      return BlockKinds.tasks.contains(directive.name)
        ? [.taskWithoutMinutes(title(of: directive), at: directive.place)] : untimed(block.children)
    }
  }

  private static func title(of directive: Directive) -> String {
    directive.title?.text ?? directive.name
  }
}
