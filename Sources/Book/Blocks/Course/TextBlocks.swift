import Diagnostics
import Mustache
import Pages
import Phrases

/// `case`: a case to work on, with its facts.
struct CaseBlock: BlockKind {
  static let name = "case"
  static let form = BlockForm.container

  private let task: TaskOptions

  init(_ options: inout AttributeReader) {
    task = TaskOptions(&options)
  }

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> { task.fields(in: scene) }
}

/// `answer`: a short answer, for those who may see it.
struct AnswerBlock: BlockKind {
  static let name = "answer"
  static let form = BlockForm.container
  static let editions: [Edition]? = Edition.withAnswers

  init(_ options: inout AttributeReader) {}

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> { Parsed([]) }
}

/// `figure`: a picture or a table with a caption and a number.
struct FigureBlock: BlockKind {
  static let name = "figure"
  static let form = BlockForm.container

  init(_ options: inout AttributeReader) {}

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    Parsed([("number", .integer(scene.number))])
  }
}

/// `term`: a word of the page's head, `terms:`, with what it means.
struct TermBlock: BlockKind {
  static let name = "term"
  static let form = BlockForm.leaf

  private let word: String?
  private let place: Place

  init(_ options: inout AttributeReader) {
    word = options.text("word")
    options.require(word, "word")
    place = options.place
  }

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    guard let word else { return Parsed(nil) }
    let terms = scene.page.head.terms
    guard let term = terms.first(where: { $0.word == word }) else {
      return Parsed(nil, [.unknownTerm(word, known: terms.map(\.word), at: place)])
    }
    return Parsed([("word", .text(term.word)), ("meaning", .text(term.meaning))])
  }
}

/// `glossary`: the terms of all pages of the folder, with what each means and where it is explained.
struct GlossaryBlock: BlockKind {
  static let name = "glossary"
  static let form = BlockForm.leaf

  init(_ options: inout AttributeReader) {}

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    let terms = scene.terms.map { term in
      Value.record([
        "word": .text(term.word), "meaning": .text(term.meaning),
        "page": .text(term.page), "href": .optional(term.href, Value.text),
      ])
    }
    return Parsed([("terms", .list(terms))])
  }
}

/// `contents`: the pages of the folder.
struct ContentsBlock: BlockKind {
  static let name = "contents"
  static let form = BlockForm.leaf

  init(_ options: inout AttributeReader) {}

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    let pages = scene.siblings.map { page in
      Value.record([
        "title": .text(page.title), "href": .text(page.href),
        "time": .optional(page.minutes, Value.integer),
        "description": .optional(page.description, Value.text),
      ])
    }
    return Parsed([("pages", .list(pages))])
  }
}
