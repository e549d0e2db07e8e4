import Diagnostics
import Markdown
import Mustache
import Pages
import Phrases

/// `feedback`: statements to agree to or not, each with a scale to mark; the statements are the items of
/// the list inside it.
struct FeedbackBlock: BlockKind {
  static let name = "feedback"
  static let form = BlockForm.container

  private let scale: Int

  init(_ options: inout AttributeReader) {
    scale = options.integer("scale", in: 2...10) ?? 5
  }

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    let statements = scene.children.listItems
    let found = statements.isEmpty ? [Diagnostic.noItems(Self.name, at: scene.place)] : []
    return Parsed(
      [
        ("statements", .texts(statements)), ("scale", .list((1...scale).map(Value.integer))),
      ], found)
  }
}

/// `ifthen`: lines for what one does when something happens: if …, then …, first on ….
struct IfThenBlock: BlockKind {
  static let name = "ifthen"
  static let form = BlockForm.leaf
  static let editions: [Edition]? = Edition.withRoom

  private let rows: Int
  private let height: Length
  var lengths: [Length] { [height] }

  init(_ options: inout AttributeReader) {
    rows = options.integer("rows", in: 1...30) ?? 5
    height = options.length("row", in: 8...60) ?? Length(tenths: 120)
  }

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    Parsed([
      ("row", .text(height.className)), ("rows", .list((1...rows).map(Value.integer))),
    ])
  }
}

/// `notes`: room for notes, a sheet of it or some lines.
struct NotesBlock: BlockKind {
  static let name = "notes"
  static let form = BlockForm.leaf
  static let editions: [Edition]? = Edition.withRoom

  private let count: Int
  var lengths: [Length] { [Length(tenths: 90)] }

  init(_ options: inout AttributeReader) {
    count = options.integer("n", in: 1...25) ?? 25
  }

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    Parsed([
      ("isSheet", .bool(count == 25)), ("lines", .list((1...count).map(Value.integer))),
    ])
  }
}

/// `materials`: what to bring, and how many of each for so many people.
///
/// Each item of the list inside says what, a colon and how many: `2/人` a head, `1/组` a group, or a
/// number for all.
struct MaterialsBlock: BlockKind {
  static let name = "materials"
  static let form = BlockForm.container
  static let editions: [Edition]? = [.facilitator]

  private let people: Int
  private let group: Int

  init(_ options: inout AttributeReader) {
    people = options.integer("people", in: 1...1000) ?? 24
    group = options.integer("group", in: 1...100) ?? 3
  }

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    let groups = (people + group - 1) / group
    let items = scene.children.listItems
    var found = items.isEmpty ? [Diagnostic.noItems(Self.name, at: scene.place)] : []
    let rows = items.map { item -> Value in
      let end = item.lastIndex { $0 == ":" || $0 == "：" }
      let what = end.map { trimmed(item[..<$0]) } ?? item
      let each = end.map { trimmed(item[item.index(after: $0)...]) } ?? ""
      let count = count(each, groups: groups)
      if count == nil, each.first?.isWholeNumber ?? false {
        found.append(.materialsCount(each, at: scene.place))
      }
      return .record([
        "what": .text(what), "each": .text(each), "count": .optional(count, Value.integer),
      ])
    }
    return Parsed(
      [
        ("people", .integer(people)), ("group", .integer(group)), ("groups", .integer(groups)),
        ("rows", .list(rows)),
      ], found)
  }

  private func count(_ each: String, groups: Int) -> Int? {
    let parts = each.split(separator: "/", maxSplits: 1).map { trimmed($0) }
    guard let number = parts.first.flatMap({ Int($0) }) else { return nil }
    switch parts.count == 2 ? parts[1] : "" {
    case "": return number
    case "人", "head", "person": return number * people
    case "组", "group": return number * groups
    default: return nil
    }
  }
}

/// `time`: minutes that no other block says, for the facilitator: talk, a discussion, a debrief.
struct TimeBlock: BlockKind {
  static let name = "time"
  static let form = BlockForm.leaf
  static let editions: [Edition]? = [.facilitator]

  /// What the minutes are for.
  enum For: String, CaseIterable { case talk, exercise, debrief, discussion }

  private let minutes: Int?
  private let purpose: For

  init(_ options: inout AttributeReader) {
    minutes = options.integer("time", in: 1...1440)
    options.require(minutes, "time")
    purpose = options.choice("for", of: For.self) ?? .talk
  }

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    Parsed([
      ("time", .integer(minutes ?? 0)), ("purpose", .text(purpose.rawValue)),
    ])
  }
}

extension [Content] {
  /// The words of the items of the lists among some blocks, in order.
  var listItems: [String] {
    flatMap { block -> [String] in
      switch block.kind {
      case .list: block.children.listItems
      case .item: [trimmed(block.text + block.children.map(\.text).joined())]
      default: []
      }
    }
  }
}
