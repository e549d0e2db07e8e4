import Diagnostics
import Mustache
import Pages
import Phrases

/// `say`: what the facilitator says, inside a note.
struct SayBlock: BlockKind {
  static let name = "say"
  static let form = BlockForm.container
  static let editions: [Edition]? = [.facilitator]

  init(_ options: inout AttributeReader) {}

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> { Parsed([]) }
}

/// `do`: what the facilitator does, inside a note.
struct DoBlock: BlockKind {
  static let name = "do"
  static let form = BlockForm.container
  static let editions: [Edition]? = [.facilitator]

  init(_ options: inout AttributeReader) {}

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> { Parsed([]) }
}

/// `watch`: what the facilitator watches for, inside a note.
struct WatchBlock: BlockKind {
  static let name = "watch"
  static let form = BlockForm.container
  static let editions: [Edition]? = [.facilitator]

  init(_ options: inout AttributeReader) {}

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> { Parsed([]) }
}
