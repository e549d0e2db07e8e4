package import Diagnostics
import Phrases
import SalesMethod
package import YAML

extension FrontMatter {
  /// The keys that hold keys.
  static let holders: Set<String> = ["objectives", "terms", "values", "where", "book"]

  /// Reads the head of a page; unknown keys and wrong values are diagnostics.
  package static func read(_ node: YAMLNode?) -> Parsed<FrontMatter> {
    var reader = MappingReader(node, of: Phrase(zh: "页首", en: "front matter"))
    var head = FrontMatter()
    head.title = reader.text("title")
    head.description = reader.text("description")
    head.date = reader.read(
      "date",
      expected: Phrase(zh: "日期，例如 2026-05-06", en: "a date, such as 2026-05-06")
    ) {
      $0.text.flatMap { Day($0) }
    }
    head.isDraft = reader.bool("draft") ?? false
    head.language = reader.choice("lang", of: Language.self)
    head.order = reader.integer("order")
    head.slug = reader.read(
      "slug", expected: Phrase(zh: "不含“/”的文件名", en: "a file name without “/”"), slug)
    head.template = reader.text("template")
    head.each = reader.choice("each", of: Each.self)
    head.conditions = reader.entries("where").map {
      Condition(column: $0.key, value: $0.value.text ?? "", place: $0.place)
    }
    head.path = reader.read(
      "path",
      expected: Phrase(zh: "不含“..”、不写“.html”的路径", en: "a path without “..”, “.html” left out"), path
    )
    head.period = reader.read(
      "period",
      expected: Phrase(
        zh: "month、quarter，或日期范围如 2026-05-01..2026-06-15",
        en: "month, quarter or dates such as 2026-05-01..2026-06-15"), period)
    head.editions = reader.choices("edition", of: Edition.self)
    head.audiences = reader.choices("audience", of: Audience.self)
    head.objectives = reader.entries("objectives").map {
      Objective(id: $0.key, text: $0.value.text ?? "")
    }
    head.terms = reader.entries("terms").map {
      Term(word: $0.key, meaning: $0.value.text ?? "")
    }
    head.minutes = reader.integer("time", in: 0...1440)
    head.showsContents = reader.bool("toc")
    head.data = reader.text("data")
    let book = BookHead.read(&reader)
    head.book = book.value
    let values = NamedValue.read(&reader)
    head.values = values.value
    return Parsed(head, book.diagnostics + values.diagnostics + reader.finish())
  }

  private static func slug(_ node: YAMLNode) -> String? {
    guard let text = node.text, !text.isEmpty, isSafe(component: text[...]) else { return nil }
    return text
  }

  private static func path(_ node: YAMLNode) -> String? {
    guard let text = node.text else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return !parts.isEmpty && parts.allSatisfy(isSafe) ? text : nil
  }

  private static func isSafe(component: Substring) -> Bool {
    !component.isEmpty && component != "." && component != ".." && component.utf8.count <= 200
      && !component.unicodeScalars.contains {
        "/\\\u{0}".unicodeScalars.contains($0) || $0.value < 32
      }
  }

  private static func period(_ node: YAMLNode) -> PagePeriod? {
    switch node.text {
    case "month": return .month
    case "quarter": return .quarter
    case let text?:
      guard let dots = text.firstRange(of: ".."), let start = Day(text[..<dots.lowerBound]),
        let end = Day(text[dots.upperBound...])
      else { return nil }
      return DayRange(from: start, through: end).map(PagePeriod.range)
    case nil: return nil
    }
  }
}

extension MappingReader {
  /// A list of an enumeration's cases by their names; a single name is a list of one.
  mutating func choices<Choice: RawRepresentable & CaseIterable>(
    _ key: String, of type: Choice.Type
  ) -> [Choice]? where Choice.RawValue == String {
    var expected: Phrase {
      let names = Choice.allCases.map { $0.rawValue }
      return Phrase(zh: "\(list: names) 中的任意几个", en: "any of \(list: names)")
    }
    // Left blank it would show the page to everybody.
    if let blank = blank(key) { demand(key, expected, found: blank) }
    return read(key, expected: expected) {
      node in
      let texts = node.text.map { [$0] } ?? node.items?.map { $0.text ?? "" } ?? []
      let choices = texts.compactMap(Choice.init(rawValue:))
      return choices.count == texts.count ? choices : nil
    }
  }
}
