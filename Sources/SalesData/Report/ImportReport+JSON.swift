package import OrderedJSON
import Phrases
import SalesMethod

extension ImportReport {
  /// The report as the data that `salesbook import --format json` prints.
  ///
  ///     report.json.text()  // {"file":"deals.csv","encoding":"UTF-8","separator":",",…
  package var json: JSON {
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
                .object([("line", .integer($0.line)), ("reason", .string($0.reason(in: .english)))])
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
              ("why", .string($0.why.text(in: .english))),
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
