import Diagnostics
import Markdown
import Pages
import Phrases

/// A page as the readers of one tree get it, ready to be rendered for every row.
///
/// What the tree does not show was taken out before anything was read: it is not in the text, defines
/// nothing and counts for nothing.
struct PreparedPage: Sendable {
  /// The page in the outline.
  let entry: Outline.Entry
  /// What is left of its text.
  let document: Document
  /// What was understood of each directive that is left, by where it stands.
  let blocks: [Place: PreparedBlock]
  /// What each directive brings to the page's calculations, by where it stands.
  let calculations: [Place: CalculationPart]
  /// The destinations of all its links, each once.
  let destinations: [String]
  /// The page with the blocks of all its readers, for what is said of names that others define.
  let manuscript: Manuscript

  /// Reads the options of the blocks that are left, and counts them.
  init(
    _ entry: Outline.Entry, _ document: Document, of manuscript: Manuscript,
    _ answers: ModelAnswers = ModelAnswers()
  ) {
    var blocks: [Place: PreparedBlock] = [:]
    var numbers: [String: Int] = [:]
    for directive in document.directives {
      numbers[directive.name, default: 0] += 1
      let number = numbers[directive.name] ?? 1
      blocks[directive.place] = PreparedBlock.prepare(directive, number: number).value?.sized(
        for: answers[directive.place], in: entry.language)
    }
    self.entry = entry
    self.document = document
    self.blocks = blocks
    self.manuscript = manuscript
    calculations = blocks.mapValues { block in
      CalculationPart(role: block.kind.calculations, fill: block.kind.fill, number: block.number)
    }
    destinations = document.destinations
  }
}

extension PreparedPage: Hashable {
  /// Two pages of one head and one text are the same: everything else is understood from these.
  static func == (left: Self, right: Self) -> Bool {
    left.entry == right.entry && left.document == right.document
      && left.manuscript == right.manuscript
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(entry)
    hasher.combine(document)
  }
}

/// A directive whose kind and options are known.
struct PreparedBlock: Sendable {
  /// The kind, which is its options.
  let kind: any BlockKind
  /// Which of its kind on the page it is, counted over what is left of the page.
  let number: Int
  /// The editions it is for; nil for all.
  let editions: [Edition]?
  /// The audiences it is for; nil for all.
  let audiences: [Audience]?

  /// The same block with the size that its answer, or else its language, gives it.
  fileprivate func sized(for answer: ModelAnswer?, in language: Language) -> PreparedBlock {
    PreparedBlock(
      kind: kind.sized(for: answer, in: language), number: number, editions: editions,
      audiences: audiences)
  }

  /// Whether it stands in a tree.
  func isShown(in tree: Tree) -> Bool { tree.admits(editions: editions, audiences: audiences) }

  /// Reads a directive by its kind; nil where there is no such kind.
  static func prepare(_ directive: Directive, number: Int) -> Parsed<PreparedBlock?> {
    guard let type = BlockKinds.kind(named: directive.name) else {
      return Parsed(
        nil, [.unknownBlock(directive.name, known: BlockKinds.names, at: directive.place)])
    }
    let attributes =
      directive.attributes.map {
        BlockAttribute(key: $0.key, value: $0.value, place: $0.place, valuePlace: $0.valuePlace)
      }
      + directive.flags.map {
        BlockAttribute(key: $0.name, value: "", place: $0.place, valuePlace: $0.place)
      }
    var reader = AttributeReader(name: directive.name, at: directive.place, attributes)
    let editions = reader.choices("edition", of: Edition.self) ?? type.editions
    let audiences = reader.choices("audience", of: Audience.self)
    let kind = type.init(&reader)
    var found = reader.finish()
    switch (type.form, directive.form) {
    case (.leaf, .container): found.append(.leafExpected(directive.name, at: directive.place))
    case (.container, .leaf): found.append(.containerExpected(directive.name, at: directive.place))
    default: break
    }
    let block = PreparedBlock(kind: kind, number: number, editions: editions, audiences: audiences)
    return Parsed(block, found)
  }
}

extension AttributeReader {
  /// A list of an enumeration's cases between commas.
  fileprivate mutating func choices<Choice: RawRepresentable & CaseIterable>(
    _ key: String, of type: Choice.Type
  ) -> [Choice]? where Choice.RawValue == String {
    let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    return read(key, expected: Phrase(zh: "\(names) 中的任意几个", en: "any of \(names)")) { text in
      let words = text.split { $0 == "," || $0 == "，" || $0 == " " }.map(String.init)
      let choices = words.compactMap(Choice.init(rawValue:))
      return words.isEmpty || choices.count < words.count ? nil : choices
    }
  }
}
