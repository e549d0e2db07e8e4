package import Phrases

/// What a name of another tool means here: a block of ours with some options, or nothing but its text.
package struct BlockMeaning: Hashable, Sendable {
  /// Our block; nil where only the text inside counts.
  package let block: String?
  /// What stands between its braces: `kind=tip`.
  package let options: String
  /// What it is called where its author gave it no title.
  let title: Phrase?
  /// Whether a heading that begins it is its title.
  let takesHeading: Bool

  /// The meaning of a name.
  package init(_ block: String?, _ options: String = "", title: Phrase? = nil) {
    self.block = block
    self.options = options
    self.title = title
    takesHeading = block.map { !["objectives", "figure", "only"].contains($0) } ?? false
  }

  /// Text that is nothing but text here.
  static let text = BlockMeaning(nil)
}

extension BlockMeaning {
  private static let questions = BlockMeaning("note", title: Phrase(zh: "问题", en: "Questions"))
  private static let keyPoints = BlockMeaning("key", title: Phrase(zh: "要点", en: "Key points"))
  private static let prerequisites = BlockMeaning(
    "note", "kind=important", title: Phrase(zh: "先要会的", en: "Prerequisites"))
  private static let testimonial = BlockMeaning(
    "note", title: Phrase(zh: "有人这样说", en: "Testimonial"))

  /// The blocks of the Workbench, and forms of their names that its lessons use.
  static let carpentries: [String: BlockMeaning] = [
    "challenge": BlockMeaning("exercise"), "challenges": BlockMeaning("exercise"),
    "exercise": BlockMeaning("exercise"),
    "solution": BlockMeaning("solution"), "solutions": BlockMeaning("solution"),
    "hint": BlockMeaning("hint"), "hints": BlockMeaning("hint"),
    "callout": BlockMeaning("note"), "caution": BlockMeaning("note", "kind=caution"),
    "warning": BlockMeaning("note", "kind=warning"),
    "instructor": BlockMeaning("facilitator"), "instructors": BlockMeaning("facilitator"),
    "objectives": BlockMeaning("objectives"), "questions": questions,
    "keypoints": keyPoints, "prereq": prerequisites, "prereqs": prerequisites,
    "prerequisites": prerequisites,
    "discussion": BlockMeaning("discussion"), "checklist": BlockMeaning("checklist"),
    "spoiler": BlockMeaning("hint"), "testimonial": testimonial,
    "tab": text, "group-tab": text,
  ]

  /// The classes of Quarto and Pandoc, and those that its courses use.
  private static let quartoClasses: [String: BlockMeaning] = [
    "note": BlockMeaning("note"), "tip": BlockMeaning("note", "kind=tip"),
    "important": BlockMeaning("note", "kind=important"),
    "warning": BlockMeaning("note", "kind=warning"),
    "caution": BlockMeaning("note", "kind=caution"),
    "exercise": BlockMeaning("exercise"), "exr": BlockMeaning("exercise"),
    "challenge": BlockMeaning("exercise"), "activity": BlockMeaning("exercise"),
    "solution": BlockMeaning("solution"), "sol": BlockMeaning("solution"),
    "answer": BlockMeaning("solution"),
    "hint": BlockMeaning("hint"), "spoiler": BlockMeaning("hint"),
    "example": BlockMeaning("worked"), "exm": BlockMeaning("worked"),
    "discussion": BlockMeaning("discussion"), "checklist": BlockMeaning("checklist"),
    "case": BlockMeaning("case"), "figure": BlockMeaning("figure"),
    "fig": BlockMeaning("figure"), "tbl": BlockMeaning("figure"),
    "objectives": BlockMeaning("objectives"), "learning-objectives": BlockMeaning("objectives"),
    "questions": questions, "keypoints": keyPoints, "key-points": keyPoints,
    "prereq": prerequisites, "prerequisites": prerequisites, "testimonial": testimonial,
    "instructor": BlockMeaning("facilitator"), "facilitator": BlockMeaning("facilitator"),
    "instructor-note": BlockMeaning("facilitator"), "notes": BlockMeaning("facilitator"),
    "thm": BlockMeaning("note"), "lem": BlockMeaning("note"), "def": BlockMeaning("note"),
    "panel-tabset": text, "tabset": text, "columns": text, "column": text, "incremental": text,
    "fragment": text, "aside": text,
  ]

  /// The names that mean something in Quarto, in order.
  static let quartoNames = quartoClasses.keys.sorted()

  /// What a class means there: a `callout-` goes before any of them.
  static func quarto(_ name: String) -> BlockMeaning? {
    quartoClasses[name.hasPrefix("callout-") ? String(name.dropFirst("callout-".count)) : name]
  }
}
