import Diagnostics
import Markdown
import Pages
import Phrases

/// Sees to it that a page's minutes are those of its blocks.
enum TimeGate {
  /// What is wrong with the minutes of a page whose head says how many there are and whose blocks say how
  /// many each takes.
  static func check(_ entry: Outline.Entry, _ directives: [Directive]) -> [Diagnostic] {
    guard let stated = entry.head.minutes else { return [] }
    let timed = directives.compactMap { directive in
      directive["time"].flatMap { Int($0) }.map { (directive, $0) }
    }
    guard !timed.isEmpty else { return [] }
    let sum = timed.reduce(0) { $0 + $1.1 }
    guard sum != stated else { return [] }
    let largest = timed.max { $0.1 < $1.1 }?.0
    return [
      .minutesDiffer(
        stated: stated, sum: sum, largest: largest?.title?.text ?? largest?.name ?? "",
        at: Place(path: entry.path, line: 1, column: 1))
    ]
  }
}
