import Diagnostics
import Pages
import Phrases

/// What two versions of a page in two languages must have in common.
struct PageShape: Hashable, Sendable {
  let entry: Outline.Entry
  /// The tasks and others with an id, in order, with their minutes.
  let blocks: [Block]
  /// The numbers that the page says.
  var numbers = SaidNumbers("")
  /// The words of the folder's heads that the page uses.
  var words: Set<String> = []

  /// A block with an id of its own.
  struct Block: Hashable, Sendable {
    let name: String
    let id: String
    let minutes: String?
    /// Whether it is for every audience; what is not need not be for its like in another language.
    let isForAll: Bool
    let place: Place
  }
}

/// Sees to it that a page and its translation ask the same.
enum TranslationGate {
  /// What is in one version of a page and not in the other; each pair is looked at once, from the page
  /// in the workspace's own language.
  static func check(
    _ shapes: [PageShape], of outline: Outline, in language: Language
  ) -> [Diagnostic] {
    let bySource = Dictionary(
      shapes.map { ($0.entry.source, $0) }, uniquingKeysWith: { first, _ in first })
    return shapes.flatMap { own in
      outline.translations(of: own.entry).compactMap { bySource[$0.source] }.flatMap { other in
        differences(from: own, in: other) + numbers(of: own, in: other)
          + words(of: own, in: other, outline, language)
      }
    }
  }

  /// What `other` lacks of `own`.
  private static func differences(from own: PageShape, in other: PageShape) -> [Diagnostic] {
    let top = Place(path: other.entry.path, line: 1, column: 1)
    let objectives = Set(other.entry.head.objectives.map(\.id))
    var found = own.entry.head.objectives.map(\.id).filter { !objectives.contains($0) }.map {
      Diagnostic.notTranslated($0, from: own.entry.path, at: top)
    }
    let blocks = Dictionary(other.blocks.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    for block in own.blocks {
      guard let twin = blocks[block.id] else {
        guard block.isForAll else { continue }
        found.append(.notTranslated(block.id, from: own.entry.path, at: top))
        continue
      }
      if twin.name != block.name || twin.minutes != block.minutes, own.entry.path < other.entry.path
      {
        found.append(.translatedOtherwise(block.id, from: own.entry.path, at: twin.place))
      }
    }
    if own.entry.head.minutes != other.entry.head.minutes, own.entry.path < other.entry.path {
      found.append(.translatedOtherwise("time", from: own.entry.path, at: top))
    }
    return found
  }

  /// How many numbers of a page are named at most.
  private static let mostNumbers = 3

  /// The numbers that `other` lacks.
  private static func numbers(of own: PageShape, in other: PageShape) -> [Diagnostic] {
    own.numbers.missing(in: other.numbers).prefix(mostNumbers).map {
      .numberNotTranslated(
        SaidNumbers.text($0), from: own.entry.path,
        at: Place(path: other.entry.path, line: 1, column: 1))
    }
  }

  /// The terms of the folder that `own`, in the language that comes first, uses and `other` calls otherwise; and
  /// lists of terms that differ in length.
  private static func words(
    of own: PageShape, in other: PageShape, _ outline: Outline, _ language: Language
  ) -> [Diagnostic] {
    guard own.entry.language == language else { return [] }
    let top = Place(path: other.entry.path, line: 1, column: 1)
    let (mine, its) = (own.entry.head.terms.count, other.entry.head.terms.count)
    var found =
      mine == its ? [] : [Diagnostic.termsDiffer(mine, its, from: own.entry.path, at: top)]
    for page in outline.pages(inFolder: String(own.entry.folder)) {
      guard
        let twin = outline.translations(of: page).first(where: {
          $0.language == other.entry.language
        })
      else { continue }
      for (term, translated) in zip(page.head.terms, twin.head.terms)
      where own.words.contains(term.word) && !other.words.contains(translated.word) {
        found.append(.termNotUsed(translated.word, for: term.word, at: top))
      }
    }
    return found
  }
}
