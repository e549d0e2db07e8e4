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
/// words to all lines since the answer before. Where a task has no answer, a table of as many columns in its
/// solution is one; a solution's words say why, which nobody has to write.
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

  private mutating func walk(
    _ content: [Content], in task: Directive?, answersIt: String = "answer"
  ) {
    var lines: [Directive] = []
    var tables: [Directive] = []
    for block in content {
      guard case .directive(let directive) = block.kind else {
        walk(block.children, in: task, answersIt: answersIt)
        continue
      }
      switch directive.name {
      case "lines": lines.append(directive)
      case "table": tables.append(directive)
      case answersIt:
        pair(block, lines, tables.last, task)
        (lines, tables) = ([], [])
      default:
        guard BlockKinds.tasks.contains(directive.name) else {
          walk(block.children, in: task, answersIt: answersIt)
          continue
        }
        walk(block.children, in: directive, answersIt: block.holdsAnswer ? "answer" : "solution")
      }
    }
  }

  private mutating func pair(
    _ answer: Content, _ lines: [Directive], _ table: Directive?, _ task: Directive?
  ) {
    let isSolution = answer.isSolution
    let filled = answer.children.filter { $0.kind == .table }
    if let table,
      let first = filled.first(where: { !isSolution || table.hasColumns($0.columnCount) })
    {
      let rows = first.children.filter { $0.kind == .row(isHead: false) }
      let answer = ModelAnswer(
        rows: rows.map { $0.children.map(\.allWords) },
        columns: first.columnCount)
      pairs.append(Pair(room: table, task: task ?? table, answer: answer, lines: []))
    }
    if isSolution { return }
    let words = answer.children.filter { $0.kind != .table }.map(\.allWords).joined()
    guard let first = lines.first, !words.isEmpty else { return }
    pairs.append(
      Pair(room: first, task: task ?? first, answer: ModelAnswer(words: words), lines: lines))
  }
}

extension Directive {
  /// Whether it is a table to fill in with so many columns.
  fileprivate func hasColumns(_ count: Int) -> Bool {
    let block = PreparedBlock.prepare(self, number: 0).value?.kind as? TableBlock
    return block.map { $0.fill == nil && $0.columnTitles.count == count } ?? false
  }
}

extension Content {
  fileprivate var isSolution: Bool {
    if case .directive(let directive) = kind { directive.name == "solution" } else { false }
  }

  /// Whether an `:::answer` stands in it.
  fileprivate var holdsAnswer: Bool {
    children.contains { block in
      if case .directive(let directive) = block.kind, directive.name == "answer" { return true }
      return block.holdsAnswer
    }
  }

  /// The columns of a table.
  fileprivate var columnCount: Int { children.first?.children.count ?? 0 }

  /// All that it says, a blank between blocks.
  var allWords: String { ([text] + children.map(\.allWords)).joined(separator: " ") }
}
