import Diagnostics
import Markdown
import Mustache
import Pages
import Phrases

/// `entry`: a place that the index of the folder names under a word.
struct EntryBlock: BlockKind {
  static let name = "entry"
  static let form = BlockForm.leaf

  /// The word, and what it is sorted by.
  let word: String?
  let order: String?

  init(_ options: inout AttributeReader) {
    word = options.text("word")
    options.require(word, "word")
    order = options.text("sort")
  }

  /// The id of the place: the block's own, else by its number.
  static func mark(_ id: String?, number: Int) -> String { id ?? "entry-\(number)" }

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    guard word != nil else { return Parsed(nil) }
    return Parsed([("mark", .text(Self.mark(scene.directive.id, number: scene.number)))])
  }
}

/// `index`: the words that `::entry` on the pages of the folder names, in order, with every place.
struct IndexBlock: BlockKind {
  static let name = "index"
  static let form = BlockForm.leaf

  init(_ options: inout AttributeReader) {}

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    let entries = scene.around.entries
    let byWord = Dictionary(grouping: entries, by: \.word)
    let words = byWord.map { word, places in
      (word: word, order: places.compactMap(\.order).first ?? word.lowercased(), places: places)
    }.sorted { ($0.order, $0.word) < ($1.order, $1.word) }
    var groups: [(letter: String, words: [Value])] = []
    for word in words {
      let letter = Self.letter(of: word.order)
      if groups.last?.letter != letter { groups.append((letter, [])) }
      groups[groups.count - 1].words.append(
        .record([
          "word": .text(word.word),
          "places": .list(
            word.places.map { .record(["href": .text($0.href), "page": .text($0.page)]) }),
        ]))
    }
    return Parsed([
      (
        "groups",
        .list(
          groups.map {
            .record([
              "letter": $0.letter.isEmpty ? .nothing : .text($0.letter), "words": .list($0.words),
            ])
          })
      )
    ])
  }

  /// The letter that a word stands below: its first, where that is one of A to Z.
  private static func letter(of order: String) -> String {
    guard let first = order.unicodeScalars.first, first.isASCII, first.properties.isAlphabetic
    else { return "" }
    return String(first).uppercased()
  }
}

extension PreparedPage {
  /// The places that the page names for the index, in order.
  var indexWords: [IndexWord] {
    document.directives.compactMap { directive in
      guard let block = blocks[directive.place], let entry = block.kind as? EntryBlock,
        let word = entry.word
      else { return nil }
      return IndexWord(
        word: word, order: entry.order, id: EntryBlock.mark(directive.id, number: block.number))
    }
  }

  /// Whether the page prints an index, which takes that all others have been read.
  var holdsIndex: Bool { blocks.values.contains { $0.kind is IndexBlock } }
}
