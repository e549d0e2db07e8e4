import Diagnostics
import Markdown
import Phrases

/// Sees to it that a model answer fits the room to write it in.
enum SpaceGate {
  /// The blocks of a page whose answer is longer than the lines or larger than the cells before it.
  static func check(_ content: [Content], in language: Language) -> [Diagnostic] {
    ModelAnswers(content).pairs.flatMap { pair in
      pair.room.name == "table" ? cells(pair, language) : lines(pair)
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
