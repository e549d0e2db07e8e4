import Diagnostics
import Phrases
import Tables

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

  private var nameOfID: [String: String] = [:]
  private var looseIDs: [String: [String]] = [:]
  /// The ids that would be numbers with a power of ten, `1E5`, by those numbers.
  private var powerIDs: [String: [String]] = [:]
  private var exactNames: [String: [String]] = [:]
  private var names: [String: [String]] = [:]
  private var known: [String] = []
  private var leftOut: Set<String> = []
  private var effort = 0
  private var answers: [String: Answer] = [:]

  /// Makes a thing known by its id and its name.
  mutating func add(id: String, name: String) {
    guard nameOfID.updateValue(name, forKey: id) == nil else { return }
    known.append(id)
    if name != id { known.append(name) }
    looseIDs[looseKey(id), default: []].append(id)
    if let number = numberOfPower(id) { powerIDs[number, default: []].append(id) }
    exactNames[name, default: []].append(id)
    names[matchKey(name), default: []].append(id)
  }

  /// Makes another id of a thing known.
  mutating func add(alias: String, of id: String) {
    looseIDs[looseKey(alias)] = [id]
    answers[alias] = .found(id)
  }

  /// Takes note of a thing whose row is left out, so that nobody is told that it is not there.
  mutating func addLeftOut(id: String?, name: String?) {
    for text in [id, name].compactMap(\.self) { leftOut.insert(matchKey(text)) }
  }

  /// Whether nothing is known.
  var isEmpty: Bool { nameOfID.isEmpty }

  /// The only thing that is known; nil where there are none or several.
  var only: String? { nameOfID.count == 1 ? nameOfID.keys.first : nil }

  /// The id of what a cell names: by its very id, else by its very name, else by an id or a whole name
  /// that is the same but for letter case, width, spaces, and the `.0` of a number.
  ///
  /// Where that could be two it is none of them. A HubSpot company, `Acme (123)`, is the one of this
  /// id if that is its name.
  mutating func resolve(_ text: String) -> Answer {
    if nameOfID[text] != nil { return .found(text) }
    if let answer = answers[text] { return answer }
    let answer = search(text)
    answers[text] = answer
    return answer
  }

  /// Whether a thing was found though neither its id nor its name is written so.
  func isLoose(_ text: String, _ id: String) -> Bool { text != id && nameOfID[id] != text }

  /// The name of the one thing that may be the same person as a name; nil where there is none.
  func alike(_ text: String) -> String? {
    let name = PersonName(text)
    let found = nameOfID.values.filter { PersonName($0).mayBe(name) }
    return found.count == 1 ? found.first : nil
  }

  private mutating func search(_ text: String) -> Answer {
    if let found = exactNames[text] { return answer(found) }
    // 1.0E5 may be the id 100000, or the id 1E5 as another program writes it.
    let powers = numberOfPower(text).flatMap { powerIDs[$0] } ?? []
    let candidates = (looseIDs[looseKey(text)] ?? []) + powers + (names[matchKey(text)] ?? [])
    if !candidates.isEmpty { return answer(candidates) }
    // Programs for chats write somebody's name behind the sign by which they are called.
    if let sign = text.first, "@＠".contains(sign), text.count > 1 {
      let bare = search(String(text.dropFirst()))
      if case .found = bare { return bare }
    }
    // The mark by which a spreadsheet keeps text, exported as if it were part of it.
    if text.first == "'", text.dropFirst().first?.isNumber == true {
      let bare = search(String(text.dropFirst()))
      if case .found = bare { return bare }
    }
    if leftOut.contains(matchKey(text)) { return .leftOut }
    if let first = firstOfSeveral(text) { return .found(first) }
    let bracketed = bracketedID(text)
    if let (written, name) = bracketed {
      let loose = looseIDs[looseKey(written)] ?? []
      let id = nameOfID[written] != nil ? written : loose.count == 1 ? loose[0] : written
      if let known = nameOfID[id], matchKey(known) == matchKey(name) { return .found(id) }
      if written.allSatisfy(\.isNumber), let known = names[matchKey(name)]?.first {
        return .unknown(nearest: nameOfID[known])
      }
    }
    guard effort + known.count <= Self.greatestEffort else { return .unknown(nearest: nil) }
    effort += known.count
    return .unknown(nearest: nearestName(to: text, in: known))
  }

  /// The first of several that a text lists, all of whom are known: `Beta;Acme`, as HubSpot writes deals of two
  /// companies; nil where it is no such list.
  mutating func firstOfSeveral(_ text: String) -> String? {
    guard text.contains(";") || text.contains("；") else { return nil }
    let parts = listParts(text)
    guard parts.count > 1, parts.count <= 20, nameOfID[text] == nil else { return nil }
    var first: String?
    for part in parts {
      guard case .found(let id) = resolve(part) else { return nil }
      first = first ?? id
    }
    return first
  }

  private func answer(_ ids: [String]) -> Answer {
    var different: [String] = []
    for id in ids where !different.contains(id) { different.append(id) }
    return different.count == 1 ? .found(different[0]) : .ambiguous(different)
  }

  /// `Acme (123)` as name and id.
  private func bracketedID(_ text: String) -> (id: String, name: String)? {
    guard text.last == ")", let opening = text.lastIndex(of: "(") else { return nil }
    let id = text[text.index(after: opening)...].dropLast()
    return id.isEmpty ? nil : (String(id), String(text[..<opening]))
  }

  /// Forgets what was asked so far, where the answers have changed.
  mutating func forgetAnswers() { answers = [:] }
}

/// An id as it is matched where it is written otherwise: folded, and a number without `.0` or `E8`,
/// which programs that know only such numbers put behind it.
///
///     looseKey("1001.0")  // "1001"
///     looseKey("007.0")   // "007.0"
private func looseKey(_ id: String) -> String {
  let key = matchKey(id)
  guard let first = key.utf8.first, (49...57).contains(first),
    key.utf8.allSatisfy({ $0 &- 48 < 10 || ".e+".utf8.contains($0) }),
    // 1E5 is an id as it stands; programs write 1.0E5, 1E+05.
    !key.utf8.contains(UInt8(ascii: "e")) || key.contains(".") || key.contains("+")
  else { return key }
  return plainDecimal(Array(key.utf8)).map { String(decoding: $0, as: UTF8.self) } ?? key
}

/// The number that an id with a power of ten would be: `100000` of `1E5`; nil for any other.
private func numberOfPower(_ id: String) -> String? {
  let key = matchKey(id)
  guard key.contains("e"), key.utf8.first.map({ (48...57).contains($0) }) ?? false,
    key.utf8.allSatisfy({ $0 &- 48 < 10 || ".e+".utf8.contains($0) })
  else { return nil }
  return plainDecimal(Array(key.utf8)).map { String(decoding: $0, as: UTF8.self) }
}

extension Diagnostic {
  static func severalCustomers(_ text: String, rows: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.several-customers", severity: .warning, at: place,
      Phrase(
        zh: "有 \(count: rows) 行写了几位客户（如“\(text)”），都算第一位的",
        en: "\(count: rows, "row lists", "rows list") several customers, such as “\(text)”; "
          + "\(agreeing: rows, "it counts", "they count") for the first"))
  }
}
