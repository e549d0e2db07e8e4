import Diagnostics
import Mustache
import Pages
import Phrases
import YAML

/// `cards`: cards with a front and a back as data in a fence of the same name, four on a sheet, the back of
/// each behind its front when printed on both sides.
struct CardsBlock: BlockKind {
  static let name = "cards"
  static let form = BlockForm.container
  static let editions: [Edition]? = [.facilitator]

  /// How many stand side by side, and how many on a sheet.
  private static let (across, onSheet) = (2, 4)

  private let people: Int?
  private let group: Int

  init(_ options: inout AttributeReader) {
    people = options.integer("people", in: 1...1000)
    group = options.integer("group", in: 1...20) ?? 3
  }

  /// A card.
  private struct Card {
    let title: String
    let subtitle: String?
    let front: [String]
    let back: [String]
  }

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    let data = scene.data(Self.name)
    var found = data.diagnostics
    let cards = (data.value ?? []).compactMap { node -> Card? in
      let card = Self.read(node)
      found += card.diagnostics
      return card.value
    }
    let sheets = stride(from: 0, to: cards.count, by: Self.onSheet).map { start in
      Array(cards[start..<min(start + Self.onSheet, cards.count)])
    }
    let sets = people.map { ($0 + group - 1) / group }
    return Parsed(
      [
        ("people", .optional(people, Value.integer)), ("group", .integer(group)),
        ("sets", .optional(sets, Value.integer)), ("inSet", .integer(cards.count)),
        ("copies", .optional(sets.map { $0 * sheets.count }, Value.integer)),
        ("sheets", .list(sheets.map(Self.sheet))),
      ], found)
  }

  private static func read(_ node: YAMLNode) -> Parsed<Card?> {
    var reader = MappingReader(node, of: Phrase(zh: "卡片", en: "card"))
    let title = reader.text("title")
    let subtitle = reader.text("case")
    let front = reader.texts("front")
    let back = reader.texts("back")
    var found = reader.finish()
    guard let title, let front, let back, !found.hasErrors else {
      if found.isEmpty { found = [.cardSides(at: node.place)] }
      return Parsed(nil, found)
    }
    for (key, lines) in [("front", front), ("back", back)] {
      let over = CardRoom(title: title, subtitle: subtitle, lines: lines).linesOver
      if over > 0 {
        found.append(.cardTooLong(key, lines: over, at: reader.place(of: key) ?? node.place))
      }
    }
    return Parsed(Card(title: title, subtitle: subtitle, front: front, back: back), found)
  }

  /// The two sides of a sheet, four places each; the back is mirrored along the long edge.
  private static func sheet(_ cards: [Card]) -> Value {
    let places = (0..<onSheet).map { cards.indices.contains($0) ? cards[$0] : nil }
    let backs = stride(from: 0, to: onSheet, by: across).flatMap { row in
      places[row..<row + across].reversed()
    }
    return .record([
      "fronts": .list(places.map { side(of: $0, \.front) }),
      "backs": .list(backs.map { side(of: $0, \.back) }),
    ])
  }

  private static func side(of card: Card?, _ lines: (Card) -> [String]) -> Value {
    let text = card.map(lines) ?? []
    return .record([
      "isLong": .bool(
        card.map { CardRoom(title: $0.title, subtitle: $0.subtitle, lines: text).isSetSmaller }
          ?? false),
      "title": .text(card?.title ?? ""), "case": .optional(card?.subtitle, Value.text),
      "lines": .list(
        text.map { line in
          let isItem = line.hasPrefix("- ")
          return .record([
            "text": .text(isItem ? String(line.dropFirst(2)) : line), "isItem": .bool(isItem),
          ])
        }),
    ])
  }
}

extension Diagnostic {
  static func cardTooLong(_ side: String, lines: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "cards.too-long", at: place,
      Phrase(
        zh: "卡片的 \(side) 放不下，多出约 \(count: lines) 行",
        en: "the \(side) of this card is too long by some \(count: lines, "line", "lines")"),
      fix: Phrase(
        zh: "写短一些，或把一部分放到另一张卡片上",
        en: "make it shorter, or put part of it on another card"))
  }

  static func cardSides(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "cards.sides", at: place,
      Phrase(zh: "这张卡片缺一面", en: "this card lacks a side"),
      expected: Phrase(
        zh: "title、front 和 back，两面各是一句话或一列话",
        en: "title, front and back, each side a text or a list of texts"))
  }
}
