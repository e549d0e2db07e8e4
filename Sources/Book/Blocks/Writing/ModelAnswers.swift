import Diagnostics
import Markdown

/// What an `:::answer` says of one block to write in.
struct ModelAnswer: Hashable, Sendable {
  /// Its words, where it is written on lines.
  var words = ""
  /// Its cells, a row each, where it fills a table.
  var rows: [[String]] = []
  /// The columns that its table has.
  var columns = 0
}

/// The answers of a page, by the places of the blocks that they are written in.
///
/// An answer belongs to what stands before it in the same task: a table in it to the last table to fill in, its
/// words to all lines since the answer before.
struct ModelAnswers: Hashable, Sendable {
  /// A block to write in with its answer.
  struct Pair: Hashable, Sendable {
    /// The block that leaves the room.
    let room: Directive
    /// The task that it stands in, or the block itself outside of any.
    let task: Directive
    let answer: ModelAnswer
    /// The lines before the answer, `room` among them; none for a table.
    let lines: [Directive]
  }

  private(set) var pairs: [Pair] = []

  /// Finds the answers of a page.
  init(_ content: [Content] = []) { walk(content, in: nil) }

  /// The answer that a block has to hold.
  subscript(place: Place) -> ModelAnswer? { pairs.first { $0.room.place == place }?.answer }

  private mutating func walk(_ content: [Content], in task: Directive?) {
    var lines: [Directive] = []
    var tables: [Directive] = []
    for block in content {
      guard case .directive(let directive) = block.kind else {
        walk(block.children, in: task)
        continue
      }
      switch directive.name {
      case "lines": lines.append(directive)
      case "table": tables.append(directive)
      case "answer":
        pair(block, lines, tables.last, task)
        (lines, tables) = ([], [])
      default:
        walk(block.children, in: BlockKinds.tasks.contains(directive.name) ? directive : task)
      }
    }
  }

  private mutating func pair(
    _ answer: Content, _ lines: [Directive], _ table: Directive?, _ task: Directive?
  ) {
    let filled = answer.children.filter { $0.kind == .table }
    if let table, let first = filled.first {
      let rows = first.children.filter { $0.kind == .row(isHead: false) }
      let answer = ModelAnswer(
        rows: rows.map { $0.children.map(\.allWords) },
        columns: first.children.first?.children.count ?? 0)
      pairs.append(Pair(room: table, task: task ?? table, answer: answer, lines: []))
    }
    let words = answer.children.filter { $0.kind != .table }.map(\.allWords).joined()
    guard let first = lines.first, !words.isEmpty else { return }
    pairs.append(
      Pair(room: first, task: task ?? first, answer: ModelAnswer(words: words), lines: lines))
  }
}

extension Content {
  /// All that it says, a blank between blocks.
  var allWords: String { ([text] + children.map(\.allWords)).joined(separator: " ") }
}
