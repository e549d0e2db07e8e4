import Mustache
import Phrases
import SalesData
import SalesMethod
import Wording

extension ImportReport {
  /// The report as the page of the import prints it.
  func fields(in language: Language) -> Value {
    .record([
      "table": .text(table.rawValue), "title": .text(table.title.text(in: language)),
      "file": .text(file), "sheet": .optional(sheet, Value.text),
      "encoding": .optional(encoding, Value.text),
      "separator": .optional(separator) { .text($0 == "\t" ? "⇥" : $0) },
      "read": .integer(read), "kept": .integer(kept), "skippedCount": .integer(skipped.count),
      "skipped": .list(skippedRuns(in: language).map(\.fields)),
      "columns": .list(columns.map(\.fields)),
      "dates": .list(dates.map { $0.fields(in: language) }), "sums": .list(sums.map(\.fields)),
      "unread": .list(unread.map { $0.fields(in: language) }),
      "blanks": .list(blanks.map(\.fields)), "loose": .list(loose.map(\.fields)),
    ])
  }

  /// The rows left out, those that follow one another for one reason together.
  private func skippedRuns(in language: Language) -> [SkippedRun] {
    var runs: [SkippedRun] = []
    for row in skipped {
      let reason = row.reason(in: language)
      if let last = runs.indices.last, runs[last].last + 1 == row.line, runs[last].reason == reason
      {
        runs[last].last = row.line
      } else {
        runs.append(SkippedRun(first: row.line, last: row.line, reason: reason))
      }
    }
    return runs
  }
}

/// Rows one behind the other that were left out for one reason.
private struct SkippedRun {
  let first: Int
  var last: Int
  let reason: String

  var fields: Value {
    .record([
      "lines": .text(first == last ? String(first) : "\(first)–\(last)"), "reason": .text(reason),
    ])
  }
}

extension ImportReport.Column {
  fileprivate var fields: Value {
    .record([
      "header": .text(header), "field": .optional(field, Value.text),
      "confidence": .text(confidence),
    ])
  }
}

extension ImportReport.Unread {
  fileprivate func fields(in language: Language) -> Value {
    .record([
      "field": .text(column), "cells": .integer(lines.count),
      "lines": .text(shownLines(lines).text(in: language)),
      "reason": .text(reason.text(in: language)),
    ])
  }
}

extension BlankWord {
  fileprivate var fields: Value {
    .record(["field": .text(column), "word": .text(word), "cells": .integer(cells)])
  }
}

extension LooseMatch {
  fileprivate var fields: Value {
    .record([
      "field": .text(column), "written": .text(written), "meant": .text(meant),
      "cells": .integer(rows),
    ])
  }
}

extension ImportReport.Dates {
  fileprivate func fields(in language: Language) -> Value {
    .record([
      "column": .text(column), "order": .text(order), "why": .text(why.text(in: language)),
    ])
  }
}

extension ImportReport.Sum {
  fileprivate var fields: Value {
    .record(["field": .text(field), "before": .money(before), "after": .money(after)])
  }
}
