/// The words of the language itself, which name nothing else.
enum Keyword: Hashable, Sendable {
  case and, or, not, `true`, `false`
  case expect, always, whole, `in`, step

  init?(_ word: String) {
    // Most words are names, and longer than any of these.
    guard word.utf8.count <= 6 else { return nil }
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
