package import OrderedJSON
import Phrases
import SalesMethod

extension ImportReport {
  /// The report as the data that `salesbook import --format json` prints.
  ///
  ///     report.json.text()  // {"file":"deals.csv","encoding":"UTF-8","separator":",",…
  ///
  /// Sentences stand in both languages, by their tags. What was unknown, blank or matched loosely stands there only where there is any.
  package var json: JSON {
    guard case .members(let members) = reading else { return reading }
    return .members(members + remarks)
  }

  private var remarks: [JSON.Member] {
    var members: [JSON.Member] = []
    if !unread.isEmpty {
      members.append(
        JSON.Member(
          "unknown",
          .array(
            unread.map {
              .object([
                ("field", .string($0.column)), ("lines", .array($0.lines.map { .integer($0) })),
                ("reason", inBoth($0.reason.text)),
              ])
            })))
    }
    if !blanks.isEmpty {
      members.append(
        JSON.Member(
          "blank",
          .array(
            blanks.map {
              .object([
                ("field", .string($0.column)), ("word", .string($0.word)),
                ("cells", .integer($0.cells)),
              ])
            })))
    }
    if !loose.isEmpty {
      members.append(
        JSON.Member(
          "matched",
          .array(
            loose.map {
              .object([
                ("field", .string($0.column)), ("written", .string($0.written)),
                ("meant", .string($0.meant)), ("rows", .integer($0.rows)),
              ])
            })))
    }
    return members
  }

  private var reading: JSON {
    .object([
      ("file", .string(file)), ("encoding", encoding.map { .string($0) } ?? .null),
      ("separator", separator.map { .string($0) } ?? .null),
      ("sheet", sheet.map { .string($0) } ?? .null),
      (
        "rows",
        .object([
          ("read", .integer(read)), ("kept", .integer(kept)),
          (
            "skipped",
            .array(
              skipped.map {
                .object([("line", .integer($0.line)), ("reason", inBoth($0.reason))])
              })
          ),
        ])
      ),
      (
        "columns",
        .array(
          columns.map {
            .object([
              ("header", .string($0.header)), ("field", $0.field.map { .string($0) } ?? .null),
              ("confidence", .number($0.confidence)),
            ])
          })
      ),
      (
        "dates",
        .array(
          dates.map {
            .object([
              ("column", .string($0.column)), ("order", .string($0.order)),
              ("why", inBoth($0.why.text)),
            ])
          })
      ),
      (
        "sums",
        .array(
          sums.map {
            .object([
              ("field", .string($0.field)), ("before", .number($0.before.description)),
              ("after", .number($0.after.description)),
            ])
          })
      ),
    ])
  }
}

/// A sentence in every language, by its tag.
private func inBoth(_ text: (Language) -> String) -> JSON {
  .object(Language.allCases.map { ($0.rawValue, .string(text($0))) })
}
