import Phrases
import SalesMethod

/// What a reader should know about the numbers, with the rows that it is about.
extension Explainer {
  /// One group for each name of a note, in the order of the plan; what stands under it are its sentences.
  var notes: [Explanation] {
    var keys: [String] = []
    for note in plan.notes where !keys.contains(note.key) { keys.append(note.key) }
    return keys.map { key in
      let named = plan.notes.filter { $0.key == key }
      return Explanation(
        group: "notes.\(key)", Phrase(zh: "计划的一条说明", en: "A note of the plan"),
        Phrase(
          zh: "数字不全、取自别处或不确定时，计划会说出来；下面是说到的那些行",
          en:
            "the plan says where a number is not whole, is from elsewhere or not sure; below are the rows that "
            + "this is about"),
        result: Phrase(
          zh: "\(named.map { $0.text(in: .chinese) }.joined(separator: "；"))",
          en: "\(named.map { $0.text(in: .english) }.joined(separator: "; "))"),
        from: named.reduce(SourceRows()) { $0 + sources.rows(behind: $1) })
    }
  }
}
