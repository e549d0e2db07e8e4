/// The words of the language itself, which name nothing else.
enum Keyword: Hashable, Sendable {
  case and, or, not, `true`, `false`
  case expect, always, whole, `in`, step

  /// The bytes that the words begin with, those of 且, 或 and 非 among them: names in other scripts
  /// are compared with none.
  private static let beginnings = Array("aAoOnNtTfFewis".utf8) + [0xE4, 0xE6, 0xE9]

  init?(_ word: String) {
    // Most words are names, and longer than any of these.
    guard word.utf8.count <= 6, let first = word.utf8.first, Self.beginnings.contains(first) else {
      return nil
    }
    switch word {
    case "and", "AND", "且": self = .and
    case "or", "OR", "或": self = .or
    case "not", "NOT", "非": self = .not
    case "true", "TRUE": self = .true
    case "false", "FALSE": self = .false
    case "expect": self = .expect
    case "always": self = .always
    case "whole": self = .whole
    case "in": self = .in
    case "step": self = .step
    default: return nil
    }
  }
}
