import Diagnostics
import Markdown
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
  /// The room to write in and the tasks without an id, in order; those for some audiences alone left out.
  var rooms: [Room] = []

  /// A block to write in, with how much room it gives; or a task without an id, with none.
  struct Room: Hashable, Sendable {
    let name: String
    let size: String
    let place: Place

    /// The blocks that give room to write in.
    static let names: Set<String> = [
      "lines", "box", "grid", "table", "checklist", "ifthen", "notes",
    ]

    /// What a directive leaves room for; nil where it is neither such a block nor a task without an id.
    ///
    ///     // ::table{rows=3 cols="客户,下一步"}
    ///     PageShape.Room(of: directive)?.size  // "3 × 2"
    init?(of directive: Directive) {
      guard directive["audience"] == nil else { return nil }
      let isTask = BlockKinds.tasks.contains(directive.name) && directive.id == nil
      guard isTask || Self.names.contains(directive.name) else { return nil }
      name = directive.name
      place = directive.place
      let columns = directive["cols"]?.split(omittingEmptySubsequences: false) {
        $0 == "," || $0 == "，"
      }
      size = [
        directive["n"], directive["rows"], directive["height"], columns.map { "\($0.count)" },
      ]
      .compactMap { $0 }.joined(separator: " × ")
    }

    init(name: String, size: String, place: Place) {
      (self.name, self.size, self.place) = (name, size, place)
    }
  }

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
        differences(from: own, in: other) + rooms(of: own, in: other, language)
          + numbers(of: own, in: other)
          + words(of: own, in: other, outline, language)
      }
    }
  }

  /// The pages of a folder that lack the translation which another page of it has.
  ///
  /// Pages written for many are not asked.
  static func untranslated(_ outline: Outline) -> [Diagnostic] {
    guard outline.hasTranslations else { return [] }
    let asked = outline.entries.filter { $0.head.each == nil }
    func languages(of entry: Outline.Entry) -> [Language] {
      outline.translations(of: entry).map(\.language)
    }
    var spoken: [Substring: Set<Language>] = [:]
    for entry in asked { spoken[entry.folder, default: []].formUnion(languages(of: entry)) }
    return asked.flatMap { entry in
      (spoken[entry.folder] ?? []).subtracting(languages(of: entry) + [entry.language])
        .sorted { $0.rawValue < $1.rawValue }
        .map { .pageNotTranslated($0, at: Place(path: entry.path, line: 1, column: 1)) }
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

  /// Where `other` gives more or less room to write than `own`, in the language that comes first.
  private static func rooms(
    of own: PageShape, in other: PageShape, _ language: Language
  ) -> [Diagnostic] {
    guard own.entry.language == language else { return [] }
    let (mine, its) = (
      Dictionary(grouping: own.rooms, by: \.name), Dictionary(grouping: other.rooms, by: \.name)
    )
    return Set(mine.keys).union(its.keys).sorted().flatMap { name -> [Diagnostic] in
      let (mine, its) = (mine[name] ?? [], its[name] ?? [])
      guard mine.count == its.count else {
        let top = Place(path: other.entry.path, line: 1, column: 1)
        return [.roomsDiffer(name, mine.count, its.count, from: own.entry.path, at: top)]
      }
      return zip(mine, its).filter { $0.size != $1.size }.map {
        .roomOtherwise(name, $0.size, $1.size, from: own.entry.path, at: $1.place)
      }
    }
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
