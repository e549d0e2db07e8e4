/// For whom Quarto shows a block: `{.content-visible when-profile="instructor"}`.
struct Condition {
  /// Where it is shown.
  enum Shown: Hashable {
    case always, never
    case editions([String])
  }

  let shown: Shown

  /// Reads the classes and options of a block; nil where it is for everybody.
  init?(_ opening: WrittenFence.Opening) {
    let isVisible = opening.classes.contains { $0.text == "content-visible" }
    guard isVisible || opening.classes.contains(where: { $0.text == "content-hidden" }) else {
      return nil
    }
    let (when, unless) = ("when-", "unless-")
    for (start, isPlain) in [(when, true), (unless, false)] {
      for (kind, meaning) in [("profile", Self.profile), ("format", Self.format)] {
        guard let value = opening[start + kind] else { continue }
        shown = Self.shown(meaning(value.lowercased()), isVisible == isPlain)
        return
      }
    }
    // What hangs on anything else cannot be asked here: it is taken not to hold.
    let asksUnless = opening.options.contains { $0.key.hasPrefix(unless) }
    shown =
      opening.options.isEmpty
      ? (isVisible ? .always : .never)
      : isVisible == asksUnless ? .always : .never
  }

  private static let all = ["participant", "facilitator", "handout", "slides", "key"]

  private static func shown(_ named: Shown, _ isIn: Bool) -> Shown {
    switch (named, isIn) {
    case (_, true): named
    case (.always, false): .never
    case (.never, false): .always
    case (.editions(let editions), false): .editions(all.filter { !editions.contains($0) })
    }
  }

  /// The editions that a profile means; none for a profile that is no edition.
  private static func profile(_ name: String) -> Shown {
    switch name {
    case "participant", "participants", "learner", "learners", "student", "students":
      .editions(["participant", "handout"])
    case "facilitator", "instructor", "instructors", "teacher", "trainer":
      .editions(["facilitator"])
    case "solution", "solutions", "answer", "answers", "key": .editions(["facilitator", "key"])
    case "slides", "presentation": .editions(["slides"])
    case "handout": .editions(["handout"])
    default: .never
    }
  }

  /// Pages are HTML and are printed; slides are slides.
  private static func format(_ name: String) -> Shown {
    switch name {
    case "revealjs", "beamer", "pptx": .editions(["slides"])
    case "html", "html:js": .always
    default: .never
    }
  }
}
