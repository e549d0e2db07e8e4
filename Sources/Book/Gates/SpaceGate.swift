import Diagnostics
import Markdown
import Phrases

/// Sees to it that a model answer fits the room to write it in.
enum SpaceGate {
  /// The blocks of a page whose answer is longer than the lines or larger than the cells before it.
  static func check(_ content: [Content], in language: Language) -> [Diagnostic] {
    ModelAnswers(content).pairs.flatMap { pair in
      pair.room.name == "table" ? cells(pair, language) : lines(pair)
    } + questions(in: content)
  }

  /// The questions of quizzes with fewer lines than the sentence that would do takes; what is wrong with a quiz
  /// itself is told elsewhere.
  private static func questions(in content: [Content]) -> [Diagnostic] {
    content.flatMap { block -> [Diagnostic] in
      guard case .directive(let directive) = block.kind, directive.name == QuizBlock.name else {
        return questions(in: block.children)
      }
      let nodes = block.children.data(QuizBlock.name, at: directive.place).value ?? []
      return nodes.compactMap { QuizQuestion.read($0).value }.compactMap { question in
        guard case .open(let answer?, let lines) = question.task else { return nil }
        let needed = Handwriting.lines(for: answer)
        return lines < needed
          ? .noRoomInQuiz(question.ask, lines: lines, needed: needed, at: question.place) : nil
      }
    }
  }

  private static func lines(_ pair: ModelAnswers.Pair) -> [Diagnostic] {
    let counts = pair.lines.map { $0["n"].map { Int($0) } ?? 4 }
    guard !counts.contains(nil) else { return [] }
    let room = counts.reduce(0) { $0 + ($1 ?? 0) }
    let needed = Handwriting.lines(for: pair.answer.words)
    guard room < needed else { return [] }
    return [.noRoom(title(of: pair), lines: room, needed: needed, at: pair.task.place)]
  }

  private static func cells(_ pair: ModelAnswers.Pair, _ language: Language) -> [Diagnostic] {
    let block = PreparedBlock.prepare(pair.room, number: 0).value
    let sized = block?.kind.sized(for: pair.answer, in: language)
    guard let table = sized as? TableBlock, table.fill == nil else { return [] }
    let columns = table.columnTitles
    guard pair.answer.columns == columns.count else {
      return [.answerColumns(pair.answer.columns, columns.count, at: pair.room.place)]
    }
    if pair.answer.rows.count > table.rowCount {
      return [.answerRows(pair.answer.rows.count, table.rowCount, at: pair.room.place)]
    }
    for (column, title) in columns.enumerated() {
      let texts = pair.answer.rows.map { column < $0.count ? $0[column] : "" }
      let longest = texts.max { Handwriting.width(of: $0) < Handwriting.width(of: $1) } ?? ""
      let room = table.room(for: longest, in: column, language)
      if !room.fits {
        return [
          .noRoomInCell(self.title(of: pair), column: title, needed: room.row, at: pair.room.place)
        ]
      }
    }
    return []
  }

  private static func title(of pair: ModelAnswers.Pair) -> String {
    pair.task.title?.text ?? pair.task.id ?? pair.task.name
  }
}
