import Diagnostics
import Mustache
import Pages
import Phrases

/// `lines`: ruled lines to write on.
struct LinesBlock: BlockKind {
  static let name = "lines"
  static let form = BlockForm.leaf
  static let editions: [Edition]? = Edition.withRoom

  /// How many there are: a number, or as many as the model answer takes.
  private enum Count: Equatable {
    case number(Int)
    case answer
  }

  private let wanted: Count
  private var count: Int
  private let pitch: Length
  var lengths: [Length] { [pitch] }

  init(_ options: inout AttributeReader) {
    let read = options.read(
      "n",
      expected: Phrase(
        zh: "1 到 60 的整数，或 answer：照答案留行",
        en: "a whole number from 1 to 60, or answer: as many as it takes")
    ) { text -> Count? in
      if text == "answer" { return .answer }
      return Int(text).flatMap { (1...60).contains($0) ? .number($0) : nil }
    }
    wanted = read ?? .number(4)
    if case .number(let number) = wanted { count = number } else { count = 1 }
    pitch = options.length("pitch", in: 5...30) ?? Length(tenths: 90)
  }

  var wantsAnswer: Bool { wanted == .answer }

  func sized(for answer: ModelAnswer?, in language: Language) -> any BlockKind {
    guard wantsAnswer, let answer else { return self }
    var sized = self
    sized.count = min(60, Handwriting.lines(for: answer.words))
    return sized
  }

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    Parsed([
      ("pitch", .text(pitch.className)), ("lines", .list((1...count).map(Value.integer))),
    ])
  }
}

/// `box`: an empty frame to write or draw in.
struct BoxBlock: BlockKind {
  static let name = "box"
  static let form = BlockForm.leaf
  static let editions: [Edition]? = Edition.withRoom

  private let height: Length
  var lengths: [Length] { [height] }

  init(_ options: inout AttributeReader) {
    height = options.length("height", in: 10...240) ?? Length(tenths: 400)
  }

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    Parsed([("height", .text(height.className))])
  }
}

/// `grid`: squares of 5 mm to draw on.
struct GridBlock: BlockKind {
  static let name = "grid"
  static let form = BlockForm.leaf
  static let editions: [Edition]? = Edition.withRoom

  private static let width = Length(tenths: 1600)
  private static let square = 50

  private let height: Length

  init(_ options: inout AttributeReader) {
    let wanted = options.length("height", in: 10...240) ?? Length(tenths: 600)
    let squares = (wanted.tenths + Self.square / 2) / Self.square
    height = Length(tenths: squares * Self.square)
  }

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    func places(to end: Length) -> Value {
      .list(
        stride(from: 0, through: end.tenths, by: Self.square).map {
          .text(Length(tenths: $0).millimetres())
        })
    }
    return Parsed([
      ("width", .text(Self.width.millimetres())), ("height", .text(height.millimetres())),
      ("columns", places(to: Self.width)), ("rows", places(to: height)),
    ])
  }
}

/// `checklist`: things to tick off, as a task list inside it or as `items="…"`.
struct ChecklistBlock: BlockKind {
  static let name = "checklist"
  static let form = BlockForm.either

  private let items: [String]

  init(_ options: inout AttributeReader) {
    items = options.list("items") ?? []
  }

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    let records = items.map { Value.record(["text": .text($0), "isDone": false]) }
    return Parsed([("items", .list(records))])
  }
}

/// `pagebreak`: what follows starts a sheet of its own.
struct PageBreakBlock: BlockKind {
  static let name = "pagebreak"
  static let form = BlockForm.leaf

  init(_ options: inout AttributeReader) {}

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> { Parsed([]) }
}
