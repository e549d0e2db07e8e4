import Diagnostics
import Mustache
import Phrases

/// `agenda`: the day by the clock, from the minutes of the folder's pages and the breaks between them.
struct AgendaBlock: BlockKind {
  static let name = "agenda"
  static let form = BlockForm.leaf

  private let start: Int
  private let breaks: [Break]
  private let opening: String?
  private let place: Place

  /// A break: behind a page, or so many minutes into it.
  struct Break: Hashable, Sendable {
    let page: String
    let into: Int?
    let minutes: Int
    let title: String?
  }

  init(_ options: inout AttributeReader) {
    start =
      options.read(
        "start", expected: Phrase(zh: "钟点，例如 9:00", en: "a time of day, such as 9:00"),
        Self.clock) ?? 540
    breaks =
      options.read(
        "breaks",
        expected: Phrase(
          zh: "“页 分钟”或“页+第几分钟 分钟 名称”，用逗号隔开，例如 part-2 15, part-3 65 午餐",
          en:
            "“page minutes” or “page+minute minutes word” between commas, as part-2 15, part-3 65 Lunch"
        ),
        Self.breaks) ?? []
    opening = options.text("opening")
    place = options.place
  }

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    let sessions = scene.sessions
    let known = sessions.map(\.name)
    var found = breaks.filter { !known.contains($0.page) }.map {
      Diagnostic.agendaPage($0.page, known: known, at: place)
    }
    found += breaks.filter { stop in
      guard let into = stop.into, let session = sessions.first(where: { $0.name == stop.page })
      else { return false }
      return into >= session.minutes
    }.map { .agendaBreak($0.page, at: place) }
    var clock = start
    var rows: [Value] = []
    for session in sessions {
      rows += self.rows(of: session, &clock)
    }
    if clock > 24 * 60 { found.append(.agendaPastMidnight(clock - start, at: place)) }
    let total = sessions.reduce(0) { $0 + $1.minutes }
    return Parsed(
      [
        ("rows", .list(rows)), ("total", .integer(total)), ("end", .text(Self.text(clock))),
      ], found)
  }

  /// A session and the breaks in it and behind it.
  private func rows(of session: CourseSession, _ clock: inout Int) -> [Value] {
    let stops = breaks.filter { $0.page == session.name }.sorted {
      ($0.into ?? .max) < ($1.into ?? .max)
    }
    var rows: [Value] = []
    var done = 0
    func add(_ minutes: Int, isWhole: Bool) {
      guard minutes > 0 else { return }
      rows.append(row(session, at: clock, minutes, isGoingOn: done > 0, isWhole: isWhole))
      clock += minutes
      done += minutes
    }
    for stop in stops where stop.into.map({ $0 < session.minutes }) ?? true {
      add((stop.into ?? session.minutes) - done, isWhole: stop.into == nil && done == 0)
      rows.append(row(of: stop, at: clock))
      clock += stop.minutes
    }
    add(session.minutes - done, isWhole: done == 0)
    return rows
  }

  private func row(
    _ session: CourseSession, at clock: Int, _ minutes: Int, isGoingOn: Bool, isWhole: Bool
  ) -> Value {
    .record([
      "clock": .text(Self.text(clock)), "minutes": .integer(minutes), "isBreak": false,
      "title": .text(session.isOwn ? opening ?? session.title : session.title),
      "href": .optional(session.href, Value.text),
      "description": .optional(isGoingOn ? nil : session.description, Value.text),
      "isGoingOn": .bool(isGoingOn), "isWhole": .bool(isWhole),
    ])
  }

  private func row(of stop: Break, at clock: Int) -> Value {
    .record([
      "clock": .text(Self.text(clock)), "minutes": .integer(stop.minutes), "isBreak": true,
      "title": .text(stop.title ?? ""), "href": .nothing, "description": .nothing,
      "isGoingOn": false, "isWhole": true,
    ])
  }

  /// Minutes since midnight as a clock shows them.
  ///
  ///     AgendaBlock.text(555)  // "9:15"
  static func text(_ clock: Int) -> String {
    let minutes = clock % 60
    return "\(clock / 60 % 24):\(minutes < 10 ? "0" : "")\(minutes)"
  }

  private static func clock(_ text: String) -> Int? {
    let parts = text.split(whereSeparator: { $0 == ":" || $0 == "：" })
    guard parts.count == 2, let hours = Int(parts[0]), let minutes = Int(parts[1]),
      (0..<24).contains(hours), (0..<60).contains(minutes)
    else { return nil }
    return hours * 60 + minutes
  }

  private static func breaks(_ text: String) -> [Break]? {
    let items = text.split(whereSeparator: { $0 == "," || $0 == "，" })
    let breaks = items.compactMap { item -> Break? in
      let words = item.split(separator: " ", maxSplits: 2).map(String.init)
      guard words.count >= 2, let minutes = Int(words[1]), (1...600).contains(minutes) else {
        return nil
      }
      let place = words[0].split(separator: "+").map(String.init)
      guard place.count == 1 || place.count == 2 && Int(place[1]) != nil else { return nil }
      return Break(
        page: place[0], into: place.count == 2 ? Int(place[1]) : nil, minutes: minutes,
        title: words.count == 3 ? trimmed(words[2]) : nil)
    }
    return breaks.count == items.count && !breaks.isEmpty ? breaks : nil
  }
}
