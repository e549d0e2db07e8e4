import Diagnostics
import Phrases
import Tables

/// The rows of a table that name something unknown, by what they name.
struct FailedReferences {
  let column: String
  let kind: RowKind
  private var texts: [String] = []
  private var rows: [String: [Int]] = [:]
  private var answers: [String: Directory.Answer] = [:]

  init(column: String, kind: RowKind) {
    self.column = column
    self.kind = kind
  }

  mutating func add(_ row: Int, _ text: String, _ answer: Directory.Answer) {
    if rows[text] == nil {
      texts.append(text)
      answers[text] = answer
    }
    rows[text, default: []].append(row)
  }

  /// How many unknown names are said one by one.
  private static let mostNames = 10

  /// Leaves the rows out and says why: each name once, and names of owners together with those of the
  /// other tables; where nearly everything is unknown, all of it in one sentence.
  func report(in table: inout DecodedTable, _ strangers: inout Strangers) {
    let isOwner = column == "owner" && kind == .member
    let unknown = texts.filter { if case .unknown? = answers[$0] { true } else { false } }
    let isTooMany = !isOwner && unknown.count > Self.mostNames
    if isTooMany, let first = unknown.first.flatMap({ rows[$0]?.first }) {
      let all = unknown.flatMap { rows[$0] ?? [] }.sorted()
      table.skip(
        all,
        .unknownReferences(
          unknown, kind, rows: all.count, of: table.dataRows.count,
          at: table.place(first, column)))
    }
    for text in texts {
      let rows = rows[text] ?? []
      guard let first = rows.first else { continue }
      let place = table.place(first, column)
      switch answers[text] {
      case .ambiguous(let candidates):
        table.skip(rows, .ambiguousName(text, kind, candidates, rows: rows.count, at: place))
      case .unknown(let nearest) where isOwner:
        strangers.add(text, rows: rows.count, in: table.schema.name, nearest: nearest, at: place)
        for row in rows { table.skip(row, because: .stranger(text)) }
      case .unknown(let nearest) where !isTooMany:
        table.skip(
          rows, .unknownReference(text, kind, nearest: nearest, rows: rows.count, at: place))
      default: break
      }
    }
  }
}

/// Whom rows of any table name as owners, and who is in no table of people.
struct Strangers {
  private struct Stranger {
    let name: String
    let nearest: String?
    let place: Place
    var rows: Int
    var tables: [TableName]
  }

  private var found: [Stranger] = []
  /// How many are said one by one.
  private static let mostNames = 5
  private var index: [String: Int] = [:]

  mutating func add(
    _ name: String, rows: Int, in table: TableName, nearest: String?, at place: Place
  ) {
    if let known = index[name] {
      found[known].rows += rows
      found[known].tables.append(table)
    } else {
      index[name] = found.count
      found.append(
        Stranger(name: name, nearest: nearest, place: place, rows: rows, tables: [table]))
    }
  }

  /// One sentence for each, those whom most rows name first.
  ///
  /// Where they are many, one for all: then the table of people is missing or another company's.
  func findings(only member: String?) -> [Diagnostic] {
    let all = found.enumerated().sorted {
      ($1.element.rows, $0.offset) < ($0.element.rows, $1.offset)
    }
    if all.count > Self.mostNames, let first = all.first?.element {
      var tables: [TableName] = []
      for table in found.flatMap(\.tables) where !tables.contains(table) { tables.append(table) }
      return [
        .unknownOwners(
          all.map(\.element.name), rows: found.reduce(0) { $0 + $1.rows }, in: tables,
          at: first.place)
      ]
    }
    return all.map { _, stranger in
      .unknownOwner(
        stranger.name, rows: stranger.rows, in: stranger.tables, nearest: stranger.nearest,
        isOnlyOne: found.count == 1 && member != nil, at: stranger.place)
    }
  }
}

extension Phrase {
  /// Why a row is left out that names somebody who may be in a table that could not be read.
  static func disputed(_ name: String) -> Phrase {
    Phrase(
      zh: "“\(name)”那张表还没读出来",
      en: "“\(name)” may be in a table that could not be read yet")
  }

  /// Why a row is left out whose owner nobody knows.
  static func stranger(_ name: String) -> Phrase {
    Phrase(zh: "“\(name)”不在成员表中", en: "“\(name)” is in no table of people")
  }
}
