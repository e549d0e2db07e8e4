import Diagnostics
import Mustache
import Pages
import Phrases

/// `objectives`: what the reader will be able to do, from the front matter, with a sentence of the
/// author's around it.
struct ObjectivesBlock: BlockKind {
  static let name = "objectives"
  static let form = BlockForm.container

  init(_ options: inout AttributeReader) {}

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    let items = scene.page.head.objectives.map { objective in
      Value.record(["id": .text(objective.id), "text": .text(objective.text)])
    }
    return Parsed([("items", .list(items))])
  }
}

/// `exercise`: something to do, with its time, its way of working and the objectives it serves.
struct ExerciseBlock: BlockKind {
  static let name = "exercise"
  static let form = BlockForm.container
  var calculations: CalculationRole? { .exercise }

  private let task: TaskOptions

  init(_ options: inout AttributeReader) {
    task = TaskOptions(&options)
    // For the gate: an exercise without an answer.
    _ = options.flag("open")
  }

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> { task.fields(in: scene) }
}

/// `discussion`: a question for the room.
struct DiscussionBlock: BlockKind {
  static let name = "discussion"
  static let form = BlockForm.container

  private let minutes: Int?

  init(_ options: inout AttributeReader) {
    minutes = options.integer("time", in: 1...1440)
  }

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    Parsed([
      ("number", .integer(scene.number)), ("time", .optional(minutes, Value.integer)),
    ])
  }
}

/// `hint`: a nudge, for all editions.
struct HintBlock: BlockKind {
  static let name = "hint"
  static let form = BlockForm.container

  init(_ options: inout AttributeReader) {}

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> { Parsed([]) }
}

/// `solution`: the answer, in the editions that answers stand in.
struct SolutionBlock: BlockKind {
  static let name = "solution"
  static let form = BlockForm.container
  static let editions: [Edition]? = Edition.withAnswers

  init(_ options: inout AttributeReader) {}

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> { Parsed([]) }
}

/// `key`: the one idea to keep.
struct KeyBlock: BlockKind {
  static let name = "key"
  static let form = BlockForm.container

  init(_ options: inout AttributeReader) {}

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> { Parsed([]) }
}

/// `note`: a remark beside the text.
struct NoteBlock: BlockKind {
  static let name = "note"
  static let form = BlockForm.container

  /// How loud it speaks.
  enum Kind: String, CaseIterable { case note, tip, important, warning, caution }

  private let kind: Kind

  init(_ options: inout AttributeReader) {
    kind = options.choice("kind", of: Kind.self) ?? .note
  }

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    Parsed([("kind", .text(kind.rawValue))])
  }
}

/// `facilitator`: what the facilitator says, does and watches for, for that edition alone.
struct FacilitatorBlock: BlockKind {
  static let name = "facilitator"
  static let form = BlockForm.container
  static let editions: [Edition]? = [.facilitator]

  private let minutes: Int?
  /// The id of what participants look at meanwhile, on the same page.
  let seen: String?

  init(_ options: inout AttributeReader) {
    minutes = options.integer("time", in: 1...1440)
    seen = options.text("see")
  }

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    Parsed([
      ("time", .optional(minutes, Value.integer)), ("see", .optional(seen, Value.text)),
    ])
  }
}

/// `screen`: what stands on the screen and not on paper.
struct ScreenBlock: BlockKind {
  static let name = "screen"
  static let form = BlockForm.container

  init(_ options: inout AttributeReader) {}

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> { Parsed([]) }
}

/// `only`: text as it is, for some editions or audiences alone.
struct OnlyBlock: BlockKind {
  static let name = "only"
  static let form = BlockForm.container

  init(_ options: inout AttributeReader) {}

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> { Parsed([]) }
}
