import Diagnostics
import Markdown
import Pages
import Phrases

/// Sees to it that a model answer fits the room to write it in.
enum SpaceGate {
  /// The width of a line in tenths of a millimetre.
  private static let line = 1650
  /// The room of a handwritten Chinese character, and of a Latin letter.
  private static let (han, letter) = (75, 26)

  /// How much room a text takes when written by hand, in tenths of a millimetre, a fifth more than it
  /// needs.
  static func width(of text: String) -> Int {
    let signs = text.unicodeScalars.filter { !$0.properties.isWhitespace }
    let tenths = signs.reduce(0) { $0 + ($1.value >= 0x2E80 ? han : letter) }
    return (tenths * 6 + 4) / 5
  }

  /// How many lines a text takes.
  ///
  ///     SpaceGate.lines(for: "先问日期")  // 1
  static func lines(for text: String) -> Int {
    max(1, (width(of: text) + line - 1) / line)
  }

  /// The tasks of a page whose answer, in `answer`, is longer than the lines and boxes before it.
  static func check(_ content: [Content]) -> [Diagnostic] {
    content.flatMap { block -> [Diagnostic] in
      let inner = check(block.children)
      guard case .directive(let directive) = block.kind, KeptPieces.tasks.contains(directive.name)
      else { return inner }
      let answer = block.children.words(of: "answer")
      guard !answer.isEmpty else { return inner }
      let room = block.children.roomInLines
      let needed = lines(for: answer)
      guard let room, room < needed else { return inner }
      return [
        .noRoom(
          directive.title?.text ?? directive.id ?? directive.name, lines: room, needed: needed,
          at: directive.place)
      ] + inner
    }
  }
}

extension [Content] {
  /// What the blocks of a name say.
  fileprivate func words(of name: String) -> String {
    map { block in
      if case .directive(let directive) = block.kind, directive.name == name {
        return block.children.allWords
      }
      return block.children.words(of: name)
    }.joined()
  }

  private var allWords: String { map { $0.text + $0.children.allWords }.joined() }

  /// How many lines there are to write on; nil where there is no room of which one could say so.
  fileprivate var roomInLines: Int? {
    var lines = 0
    var isKnown = false
    for block in self {
      guard case .directive(let directive) = block.kind else { continue }
      switch directive.name {
      case "lines":
        guard let count = directive["n"] else { return nil }
        lines += Int(count) ?? 0
        isKnown = true
      case "box", "grid", "table", "ifthen", "notes": return nil
      default: continue
      }
    }
    return isKnown ? lines : nil
  }
}
