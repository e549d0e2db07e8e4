import Diagnostics
import Mustache
import Pages
import Phrases

/// `quiz`: questions as data in a fence of the same name, for paper; the answers only in the editions that
/// have them.
struct QuizBlock: BlockKind {
  static let name = "quiz"
  static let form = BlockForm.container

  private let task: TaskOptions
  /// The lines to write a sentence on.
  var lengths: [Length] { [Length(tenths: 80)] }

  init(_ options: inout AttributeReader) {
    task = TaskOptions(&options)
  }

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    let data = scene.data(Self.name)
    var found = data.diagnostics
    let questions = (data.value ?? []).compactMap { node -> QuizQuestion? in
      let question = QuizQuestion.read(node)
      found += question.diagnostics
      return question.value
    }
    let head = task.fields(in: scene)
    let items = questions.enumerated().map { index, question in
      Self.fields(of: question, number: index + 1, in: scene)
    }
    return Parsed(
      (head.value ?? []) + [("questions", .list(items))], found + head.diagnostics)
  }

  /// What a question prints; of its answer nothing but for those who may see it.
  private static func fields(of question: QuizQuestion, number: Int, in scene: Scene) -> Value {
    var fields: [String: Value] = [
      "options": [], "items": [], "left": [], "right": [], "scale": [], "lines": [],
    ]
    var (kind, unit) = ("open", "")
    switch question.task {
    case .choice(let options, _):
      kind = "choice"
      fields["options"] = .list(
        options.enumerated().map { index, option in
          .record([
            "letter": options.areLetters ? .nothing : .text(QuizQuestion.letter(index)),
            "text": .text(option),
          ])
        })
    case .number(_, let itsUnit, _): (kind, unit) = ("number", itsUnit)
    case .order(let items):
      kind = "order"
      fields["items"] = .texts(shuffled(items))
    case .match(let pairs):
      kind = "match"
      fields["left"] = .texts(pairs.map(\.left))
      fields["right"] = .texts(shuffled(pairs.map(\.right)))
    case .fill: kind = "fill"
    case .rate(let most):
      kind = "rate"
      fields["scale"] = .list((1...most).map(Value.integer))
    case .open(_, let lines): fields["lines"] = .list((1...lines).map(Value.integer))
    }
    let shows = scene.tree.showsAnswers
    return .record(
      Record(
        [
          ("number", .integer(number)), ("ask", .text(question.ask)), ("kind", .text(kind)),
          ("unit", .text(unit)),
          ("check", .optional(shows ? question.check : nil, Value.text)),
          (
            "answer",
            .optional(shows ? question.answer(in: scene.language) : nil, Value.text)
          ), ("why", .optional(shows ? question.why : nil, Value.text)),
        ] + fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
  }
}
