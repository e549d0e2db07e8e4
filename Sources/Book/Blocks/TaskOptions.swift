import Diagnostics
import Mustache
import Pages

/// What every block that gives the reader something to do takes: minutes, a way of working, objectives.
struct TaskOptions: Sendable {
  /// How people work on it.
  enum Mode: String, CaseIterable { case solo, pair, group }

  private let minutes: Int?
  private let mode: Mode?
  private let objectives: [String]
  private let place: Place

  init(_ options: inout AttributeReader) {
    minutes = options.integer("time", in: 1...1440)
    mode = options.choice("mode", of: Mode.self)
    objectives = options.list("objective") ?? []
    place = options.place
  }

  /// The values the head of the block prints, and the objectives that the page does not have.
  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    let known = scene.page.head.objectives.map(\.id)
    let unknown = objectives.filter { !known.contains($0) }.map {
      Diagnostic.unknownObjective($0, known: known, at: place)
    }
    let served = objectives.compactMap { id in
      known.firstIndex(of: id).map {
        Value.record(["id": .text(id), "number": .integer($0 + 1)])
      }
    }
    return Parsed(
      [
        ("number", .integer(scene.number)), ("time", .optional(minutes, Value.integer)),
        ("mode", .optional(mode?.rawValue, Value.text)), ("objectives", .list(served)),
      ], unknown)
  }
}
