import Diagnostics

/// The things of one kind that rows refer to, by id and by name.
struct Directory {
  /// What a reference comes to.
  enum Answer: Hashable {
    case found(String)
    /// Several have this name.
    case ambiguous([String])
    case unknown(nearest: String?)
    /// Its own row was left out for a mistake, which has been told there.
    case leftOut
  }

  /// How many names may be compared in the search for near ones, in all: a file of nothing but wrong
  /// names must not take longer than its size.
  private static let greatestEffort = 200_000

  private var ids: Set<String> = []
  private var foldedIDs: [String: String] = [:]
  private var names: [String: [String]] = [:]
  private var known: [String] = []
  private var leftOut: Set<String> = []
  private var effort = 0
  private var answers: [String: Answer] = [:]

  /// Makes a thing known by its id and its name.
  mutating func add(id: String, name: String) {
    guard ids.insert(id).inserted else { return }
    known.append(id)
    if name != id { known.append(name) }
    foldedIDs[matchKey(id)] = foldedIDs[matchKey(id)] ?? id
    let key = matchKey(name)
    if names[key]?.contains(id) != true { names[key, default: []].append(id) }
  }

  /// Takes note of a thing whose row is left out, so that nobody is told that it is not there.
  mutating func addLeftOut(id: String?, name: String?) {
    for text in [id, name].compactMap(\.self) { leftOut.insert(matchKey(text)) }
  }

  /// Whether nothing is known.
  var isEmpty: Bool { ids.isEmpty }

  /// The id of what a cell names: by id, else by a name that only one has; letter case, width and
  /// spaces do not count.
  ///
  /// A HubSpot company, `Acme (123)`, is looked up with and without its number.
  mutating func resolve(_ text: String) -> Answer {
    if ids.contains(text) { return .found(text) }
    if let answer = answers[text] { return answer }
    let answer = search(text)
    answers[text] = answer
    return answer
  }

  private mutating func search(_ text: String) -> Answer {
    if let answer = lookUp(matchKey(text)) { return answer }
    if leftOut.contains(matchKey(text)) { return .leftOut }
    if text.last == ")", let opening = text.lastIndex(of: "("),
      text[text.index(after: opening)...].dropLast().allSatisfy(\.isNumber),
      let answer = lookUp(String(text[text.index(after: opening)...].dropLast()))
        ?? lookUp(matchKey(text[..<opening]))
    {
      return answer
    }
    guard effort + known.count <= Self.greatestEffort else { return .unknown(nearest: nil) }
    effort += known.count
    return .unknown(nearest: nearestName(to: text, in: known))
  }

  /// Forgets what was asked so far, where the answers have changed.
  mutating func forgetAnswers() { answers = [:] }

  private func lookUp(_ key: String) -> Answer? {
    if let id = foldedIDs[key] { return .found(id) }
    guard let found = names[key] else { return nil }
    return found.count == 1 ? .found(found[0]) : .ambiguous(found)
  }
}
