extension QuizQuestion {
  /// What the script of the page checks an answer by, in the form in which it reads what was filled in; nil where
  /// there is nothing to check.
  ///
  /// It is only for those who may see the answer.
  ///
  ///     // choice: [A, B, C], answer: B
  ///     question.check  // "1"
  ///     // number: 40, tolerance: 2
  ///     question.check  // "40 2"
  var check: String? {
    switch task {
    case .choice(_, let right): return right.sorted().map(String.init).joined(separator: " ")
    case .number(let number, _, let tolerance): return "\(number) \(tolerance ?? "0")"
    case .order(let items):
      // The place of each in the order that the page shows.
      return shuffled(items).map { String((items.firstIndex(of: $0) ?? 0) + 1) }
        .joined(separator: "\n")
    case .match(let pairs): return pairs.map(\.right).joined(separator: "\n")
    case .fill(let words): return words.joined(separator: "\n")
    case .rate, .open: return nil
    }
  }
}
