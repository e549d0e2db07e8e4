package import Phrases

/// Something that only a person can decide.
package struct Inquiry: Sendable {
  /// What is asked, with its question mark.
  package let text: Phrase
  /// What can be chosen.
  package let choices: [Phrase]
  /// What may be typed in instead; nil where something of the list is to be chosen.
  package let typed: Phrase?
  /// The choice that an empty line means; nil: leave it open.
  package let preset: Int?

  /// Makes a question.
  package init(_ text: Phrase, choices: [Phrase] = [], typed: Phrase? = nil, preset: Int? = nil) {
    self.text = text
    self.choices = choices
    self.typed = typed
    self.preset = preset
  }
}

/// What a person says to a question.
package enum Answer: Hashable, Sendable {
  /// The choice of this number, from 0.
  case choice(Int)
  /// What was typed in.
  case typed(String)
  /// It is left open.
  case open
}

/// Puts a question to whoever runs the command.
package typealias Asker = (Inquiry) -> Answer

extension Inquiry {
  /// The question as a terminal shows it.
  ///
  ///     question.shown(in: .english)  // "Who are you?\n  1  Lin\n  2  Qian\n[1] "
  package func shown(in language: Language) -> String {
    var text = "\n" + text.text(in: language) + "\n"
    for (number, choice) in choices.enumerated() {
      text += "  \(number + 1)  \(harmless(choice.text(in: language)))\n"
    }
    if let typed {
      text += "  " + Self.orType(typed, hasChoices: !choices.isEmpty).text(in: language) + "\n"
    }
    let empty =
      preset.map { String($0 + 1) }
      ?? Phrase(zh: "回车：先不定", en: "Enter: leave it open").text(in: language)
    return text + "[\(empty)] "
  }

  private static func orType(_ typed: Phrase, hasChoices: Bool) -> Phrase {
    hasChoices
      ? Phrase(zh: "或直接输入\(typed)", en: "or type \(typed)")
      : Phrase(zh: "输入\(typed)", en: "type \(typed)")
  }

  /// What a line that was typed means; nil where it is none of what was asked.
  ///
  ///     question.answer("2")  // .choice(1)
  package func answer(_ line: String) -> Answer? {
    let line = trimmed(line)
    if line.isEmpty { return preset.map { .choice($0) } ?? .open }
    if let number = Int(line), choices.indices.contains(number - 1) { return .choice(number - 1) }
    return typed == nil ? nil : .typed(line)
  }

  private func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.first?.isWhitespace == true { line.removeFirst() }
    while line.last?.isWhitespace == true { line.removeLast() }
    return String(line)
  }
}
