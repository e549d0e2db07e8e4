import Desk
import Diagnostics
import Pages
import Rulebook

extension Site {
  /// The pages that no tree of the settings publishes: told, since nobody would ever see them.
  func pagesInNoTree() -> [Diagnostic] {
    let all = settings.trees ?? Tree.standard
    return outline.entries.filter { entry in !all.contains(where: entry.stands(in:)) }.map {
      .inNoTree(trees: all.map(\.name), at: Place(path: $0.path, line: 1, column: 1))
    }
  }

  /// The pages written for rows that fit no row, and so become no file: told, since else nothing is.
  ///
  /// The first condition of `where` that leaves none is named with the nearest value that would fit.
  func pagesWithoutRows() -> [Diagnostic] {
    outline.entries.compactMap { entry in
      guard let each = entry.head.each else { return nil }
      var rows = desk.rows(of: each)
      guard !rows.isEmpty else {
        return .noRows(of: each, at: Place(path: entry.path, line: 1, column: 1))
      }
      for condition in entry.head.conditions {
        // A column that is none was told with the head itself.
        let values = rows.compactMap { $0.value(of: condition.column) }
        guard !values.isEmpty else { return nil }
        rows = rows.filter { $0.value(of: condition.column) == condition.value }
        if rows.isEmpty { return .noRow(of: each, with: condition, known: values) }
      }
      return nil
    }
  }
}
