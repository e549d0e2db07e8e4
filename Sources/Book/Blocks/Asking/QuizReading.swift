import Diagnostics
import Phrases
import YAML

extension QuizQuestion {
  /// Reads one question of a quiz; nil, with what is wrong, where it cannot be asked.
  static func read(_ node: YAMLNode) -> Parsed<QuizQuestion?> {
    var reader = MappingReader(node, of: Phrase(zh: "题目", en: "question"))
    let ask = reader.text("ask")
    let why = reader.text("why")
    let task = Task.read(&reader, at: node.place, ask: ask ?? "")
    var found = reader.finish()
    if ask == nil, node.entries != nil { found.append(.quizWithoutQuestion(at: node.place)) }
    // A key that is misspelt is why no kind is known.
    let isMisspelt = found.contains { $0.id == "question.unknown-key" }
    found += task.diagnostics.filter { !isMisspelt || $0.id != "quiz.kind" }
    guard let ask, let task = task.value, !found.hasErrors else { return Parsed(nil, found) }
    return Parsed(QuizQuestion(ask: ask, task: task, why: why, place: node.place), found)
  }
}

extension QuizQuestion.Task {
  fileprivate static func read(
    _ reader: inout MappingReader, at place: Place, ask: String
  ) -> Parsed<QuizQuestion.Task?> {
    let named = QuizQuestion.kinds.filter { reader.place(of: $0) != nil }
    let kinds = QuizQuestion.kinds
    guard named.count == 1, let kind = named.first else {
      for key in kinds + ["answer", "unit", "tolerance", "lines"] { _ = reader.node(key) }
      return Parsed(nil, [.quizKinds(named, at: place)])
    }
    switch kind {
    case "choice": return choice(&reader, at: place)
    case "number": return number(&reader)
    case "order": return order(&reader, at: place)
    case "match": return match(&reader, at: place)
    case "fill": return fill(&reader, at: place, ask)
    case "rate": return Parsed(reader.integer("rate", in: 2...10).map { .rate($0) })
    default:
      let lines = reader.integer("lines", in: 1...30)
      // `open:` with nothing behind it has no answer of its own.
      let answer = reader.text("open")
      return Parsed(.open(answer, lines: lines ?? Handwriting.lines(for: answer ?? "")))
    }
  }

  private static func choice(
    _ reader: inout MappingReader, at place: Place
  ) -> Parsed<QuizQuestion.Task?> {
    let options = reader.texts("choice") ?? []
    let answers = reader.texts("answer")
    guard let answers else { return Parsed(nil, [.quizWithoutAnswer(at: place)]) }
    let unknown = answers.filter { !options.contains($0) }
    guard options.count >= 2, Set(options).count == options.count else {
      return Parsed(nil, [.quizTooFew(at: reader.place(of: "choice") ?? place)])
    }
    guard unknown.isEmpty else {
      let at = reader.place(of: "answer") ?? place
      return Parsed(nil, [.quizAnswerNoOption(unknown.first ?? "", known: options, at: at)])
    }
    return Parsed(
      .choice(options: options, right: answers.compactMap { options.firstIndex(of: $0) }))
  }

  private static func number(_ reader: inout MappingReader) -> Parsed<QuizQuestion.Task?> {
    let expected = Phrase(zh: "数字，例如 13.5", en: "a number, such as 13.5")
    let read: (YAMLNode) -> String? = { node in
      node.text.flatMap { thousandths(of: $0) == nil ? nil : $0 }
    }
    let number = reader.read("number", expected: expected, read)
    let tolerance = reader.read(
      "tolerance",
      expected: Phrase(zh: "不小于 0 的数字，例如 0.5", en: "a number from 0 up, such as 0.5")
    ) { node in
      read(node).flatMap { (thousandths(of: $0) ?? -1) < 0 ? nil : $0 }
    }
    let unit = reader.text("unit") ?? ""
    return Parsed(number.map { .number($0, unit: unit, tolerance: tolerance) })
  }

  private static func order(
    _ reader: inout MappingReader, at place: Place
  ) -> Parsed<QuizQuestion.Task?> {
    let items = reader.texts("order") ?? []
    guard Set(items).count == items.count, items.count >= 2 else {
      return Parsed(nil, [.quizTooFew(at: reader.place(of: "order") ?? place)])
    }
    return Parsed(.order(items))
  }

  private static func match(
    _ reader: inout MappingReader, at place: Place
  ) -> Parsed<QuizQuestion.Task?> {
    let pairs = reader.entries("match").map {
      QuizQuestion.Pair(left: $0.key, right: $0.value.text ?? "")
    }
    // A list instead of pairs has been told.
    if reader.node("match")?.items != nil { return Parsed(nil) }
    guard pairs.count >= 2, Set(pairs.map(\.right)).count == pairs.count else {
      return Parsed(nil, [.quizTooFew(at: reader.place(of: "match") ?? place)])
    }
    return Parsed(.match(pairs))
  }

  private static func fill(
    _ reader: inout MappingReader, at place: Place, _ ask: String
  ) -> Parsed<QuizQuestion.Task?> {
    let words = reader.texts("fill") ?? []
    let blanks = QuizQuestion.blanks(in: ask)
    guard words.count == blanks, blanks > 0 else {
      return Parsed(
        nil,
        [.quizBlanks(blanks, words: words.count, at: reader.place(of: "fill") ?? place)])
    }
    return Parsed(.fill(words))
  }
}
