import Diagnostics
import SalesMethod

// MARK: - Tables and headers

extension Diagnostic {
  static func unknownTable(
    _ name: String, file: String? = nil, likely: TableName? = nil, at place: Place
  ) -> Diagnostic {
    let fix =
      if let likely, let file {
        "its columns are those of “\(likely.rawValue)”: say so in the settings, "
          + "tables: {\"\(file)\": \(likely.rawValue)}"
      } else {
        suggestion(for: name, among: TableName.allCases.map(\.rawValue))
      }
    return Diagnostic(
      id: "data.unknown-table", severity: .warning, at: place,
      "“\(name)” is no table that Salesbook knows; it was left out", fix: fix)
  }

  static func twoFiles(for table: TableName, first: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.two-files", at: place,
      "the table “\(table.rawValue)” is also in \(first)", expected: "one file for a table",
      fix: "join the two, or remove one")
  }

  static func whichSheet(_ names: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.which-sheet", at: place,
      "which sheet is meant: \(names.map { "“\($0)”" }.joined(separator: ", "))?",
      fix: "give the sheet the name of the table, or save it as a file of its own")
  }

  static func twoCandidates(
    _ headers: [String], field: String, table: TableName, at place: Place
  ) -> Diagnostic {
    let shown = headers.map { "“\($0)”" }.joined(separator: " and ")
    return Diagnostic(
      id: "data.two-candidates", at: place, "which column is “\(field)”: \(shown)?",
      expected: "one column for each field",
      fix: "say it in the settings: mapping: {\(table.rawValue): {\"\(headers[0])\": \(field)}}")
  }

  static func missingColumn(
    _ column: ColumnSchema, of table: TableName, unknown: [String], at place: Place
  ) -> Diagnostic {
    missingColumn(
      named: column.name, of: table, unknown: unknown, also: column.synonyms, why: nil, at: place)
  }

  static func missingColumn(
    named name: String, of table: TableName, unknown: [String], also synonyms: [String] = [],
    why: String?, at place: Place
  ) -> Diagnostic {
    let near = ([name] + synonyms).lazy.compactMap { nearestName(to: $0, in: unknown) }.first
    let fix =
      if let near {
        "is it “\(near)”? then say so in the settings: "
          + "mapping: {\(table.rawValue): {\"\(near)\": \(name)}}"
      } else {
        "add the column, or say in the settings which one it is: "
          + "mapping: {\(table.rawValue): {HEADER: \(name)}}"
      }
    return Diagnostic(
      id: "data.missing-column", at: place,
      "the table “\(table.rawValue)” has no column “\(name)”" + (why.map { ", but \($0)" } ?? ""),
      expected: unknown.isEmpty
        ? nil : "columns not recognised: \(unknown.joined(separator: ", "))",
      fix: fix)
  }

  static func tooManyCells(header: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.too-many-cells", at: place,
      "the row has more cells than the header, which has \(header)",
      fix: "put quotes around a cell that holds the separator")
  }

  static func noCustomers(of table: TableName, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.no-customers", at: place,
      "“\(table.rawValue)” names customers, but there is no table of customers",
      fix: "add customers.csv with the columns name, owner, M, A and N")
  }
}

// MARK: - Settings

extension Diagnostic {
  static func unknownMappedTable(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.unknown-mapped-table", at: place, "“\(name)” is no table",
      fix: suggestion(for: name, among: TableName.allCases.map(\.rawValue)))
  }

  static func unknownField(_ name: String, of schema: TableSchema, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.unknown-field", at: place,
      "“\(name)” is no such column of the table “\(schema.name.rawValue)”",
      fix: suggestion(for: name, among: schema.columns.map(\.name)))
  }

  static func mappedHeaderMissing(_ entry: DataSettings.Mapping, headers: [String]) -> Diagnostic {
    Diagnostic(
      id: "data.mapped-header-missing", severity: .warning, at: entry.place,
      "the table “\(entry.table)” has no header “\(entry.header)”",
      fix: suggestion(for: entry.header, among: headers.filter { !$0.isEmpty }))
  }
}

// MARK: - Values

extension Diagnostic {
  /// Text of a cell as a message shows it.
  private static func shown(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return "“" + (line.count > 60 ? line.prefix(60) + "…" : line) + "”"
  }

  static func missingValue(_ column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.missing-value", at: place, "“\(column)” is blank", expected: "a value in every row")
  }

  static func tooLong(_ column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.too-long", at: place, "“\(column)” is longer than 200 characters",
      expected: "an id of at most 200 characters")
  }

  static func errorValue(_ text: String, column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.error-value", at: place, "“\(column)” is the error \(shown(text)) of a formula",
      fix: "mend the formula in the workbook and save it")
  }

  static func notANumber(_ text: String, column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.not-a-number", at: place, "\(shown(text)) is not a number (column “\(column)”)",
      expected: "1234.5, 1,234, ￥1,234, (1,234), 12万 or 1.2亿")
  }

  static func outOfRange(_ text: String, column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.out-of-range", at: place,
      "\(shown(text)) is too large or too small for “\(column)”")
  }

  static func notADay(_ text: String, column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.bad-date", at: place, "\(shown(text)) is not a day (column “\(column)”)",
      expected: "2026-05-06, 2026/5/6, 2026年5月6日 or 20260506")
  }

  static func notADayInOrder(_ text: String, _ order: DateOrder, column: String, at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      id: "data.bad-date-order", at: place,
      "\(shown(text)) is not a day in the order \(order.rawValue) (column “\(column)”)",
      fix: "correct the cell or the settings' date_order")
  }

  static func openDateOrder(
    _ text: String, _ readings: [(DateOrder, Day)], column: String, at place: Place
  ) -> Diagnostic {
    let both = readings.map { "\($0.1) (\($0.0.rawValue))" }.joined(separator: " or ")
    let order = readings.first?.0.rawValue ?? "dmy"
    return Diagnostic(
      id: "data.open-date-order", at: place,
      "\(shown(text)) could be \(both), and nothing in the column decides",
      fix: "say it in the settings: date_order: {\(column): \(order)}")
  }

  static func mixedDateOrder(_ why: String, column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.mixed-date-order", at: place,
      "no order of day, month and year fits every value of “\(column)”: \(why)",
      fix: "write the days as 2026-05-06, or say the order: date_order: {\(column): dmy}")
  }

  static func outOfScale(
    _ text: String, letter: String, _ scale: ClosedRange<Int>, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "data.score-out-of-scale", at: place,
      "\(shown(text)) is not on the scale of “\(letter)”",
      expected: "a score from \(scale.lowerBound) to \(scale.upperBound), or a word",
      fix: "correct the score, or the scale in the settings: man: {scale: […]}")
  }

  static func notALetter(
    _ text: String, letter: String, _ scale: ClosedRange<Int>, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "data.bad-letter", at: place, "\(shown(text)) says nothing of “\(letter)”",
      expected:
        "a score from \(scale.lowerBound) to \(scale.upperBound), 是, 否, 高, 中, 低, 未知 or nothing")
  }

  static func notAFlag(_ text: String, column: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.not-yes-or-no", at: place, "\(shown(text)) is neither yes nor no (“\(column)”)",
      expected: "yes, no, 是, 否 or nothing")
  }

  static func unknownWord(_ text: String, column: String, _ words: [Word], at place: Place)
    -> Diagnostic
  {
    let known = words.map(\.value)
    let near = nearestName(to: text, in: words.flatMap { [$0.value] + $0.synonyms })
    return Diagnostic(
      id: "data.unknown-word", at: place, "“\(column)” cannot be \(shown(text))",
      expected: "one of \(known.joined(separator: ", "))",
      fix: near.map { "did you mean “\($0)”?" })
  }

  static func unknownStageOfFunnel(_ text: String, funnel: [String], at place: Place) -> Diagnostic
  {
    Diagnostic(
      id: "data.unknown-funnel-stage", at: place, "\(shown(text)) is no stage of the funnel",
      fix: suggestion(for: text, among: funnel))
  }

  static func notAMilestone(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.bad-milestone", at: place, "this is no milestone",
      expected: "a date as 2026-05-06 and a target as a number")
  }
}

// MARK: - Rows together

extension Diagnostic {
  static func unknownReference(_ text: String, _ kind: String, nearest: String?, at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      id: "data.unknown-" + kind.split(separator: " ").joined(separator: "-"), at: place,
      "there is no \(kind) \(shown(text))", expected: "the id or the name of a \(kind)",
      fix: nearest.map { "did you mean “\($0)”?" })
  }

  static func ambiguousName(_ text: String, _ kind: String, _ ids: [String], at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      id: "data.ambiguous-name", at: place,
      "\(ids.count) \(kind)s are named \(shown(text))",
      fix: "write the id: \(ids.prefix(5).joined(separator: " or "))")
  }

  static func duplicateID(_ id: String, column: String, firstLine: Int, at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      id: "data.duplicate-id", at: place,
      "\(shown(id)) is also in line \(firstLine), with another “\(column)”",
      expected: "one row for an id", fix: "correct one of the two ids, or remove a row")
  }

  static func mergedRow(id: String, differing: [String], firstLine: Int, at place: Place)
    -> Diagnostic
  {
    let message = "\(shown(id)) is also in line \(firstLine); the two rows were merged"
    if differing.isEmpty {
      return Diagnostic(id: "data.merged-row", severity: .note, at: place, message)
    }
    return Diagnostic(
      id: "data.contradicting-rows", severity: .warning, at: place,
      message + ", and this one's \(differing.joined(separator: ", ")) taken")
  }

  static func repeatedRow(firstLine: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.repeated-row", severity: .warning, at: place,
      "the row repeats line \(firstLine) in every column; it was left out")
  }

  static func sharedName(_ customer: Customer, _ first: Customer) -> Diagnostic {
    Diagnostic(
      id: "data.shared-name", severity: .warning,
      at: Place(path: customer.row.path, line: customer.row.line),
      "the customers \(shown(first.id)) (line \(first.row.line)) and \(shown(customer.id)) "
        + "have one name", fix: "give both the same customer_id if they are one")
  }

  static func circle(_ path: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.circle", at: place,
      "this leads in a circle: \(path.prefix(8).joined(separator: " → "))")
  }

  static func endBeforeStart(_ start: String, _ end: String, at place: Place) -> Diagnostic {
    Diagnostic(id: "data.end-before-start", at: place, "“\(end)” lies before “\(start)”")
  }

  static func unknownStage(_ stage: String, rows: Int, known: [String], at place: Place)
    -> Diagnostic
  {
    let near = nearestName(to: stage, in: known)
    return Diagnostic(
      id: "data.unknown-stage", at: place,
      "nobody said what the stage \(shown(stage)) means (\(rows) \(rows == 1 ? "row" : "rows"))",
      fix: (near.map { "did you mean “\($0)”? or " } ?? "")
        + "say it in the settings: stages: {\"\(stage)\": {status: open, probability: 0.5}}")
  }

  static func closedWithoutStatus(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.closed-without-status", at: place,
      "the deal is closed, but neither a stage nor a status says how",
      expected: "won or lost in “status”")
  }

  static func stagesNotInOrder(funnel: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.stages-not-in-order", at: place, "a rate leads from one stage to the next",
      expected: funnel.joined(separator: " → "))
  }

  static func moreSuccessesThanTrials(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.more-successes-than-trials", at: place, "there are more successes than trials")
  }

  static func notPositive(_ column: String, at place: Place) -> Diagnostic {
    Diagnostic(id: "data.not-positive", at: place, "“\(column)” must be more than 0")
  }

  static func repeatBelowOne(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.repeat-below-one", at: place,
      "“repeat” counts a customer's orders, the first included, so it is 1 or more")
  }
}
