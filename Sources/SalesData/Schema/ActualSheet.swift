package import Phrases
import Tables

/// A sheet of a plan's workbook in which a person writes what came of the plan.
///
/// A workbook with such a sheet is a plan: its other sheets are no tables.
package enum ActualSheet: Hashable, Sendable, CaseIterable {
  /// Customers who were not known before.
  case customers
  /// Visits and other contacts, the planned ones written down already.
  case visits
  /// What was sold.
  case orders
  /// Deals that came to an end: never a sheet of a plan, only a file of what was written elsewhere.
  case deals
  /// Goals whose days are over: likewise.
  case goals

  /// What the sheet is called.
  ///
  ///     ActualSheet.visits.name.english  // "Actual visits"
  package var name: Phrase {
    switch self {
    case .customers: Phrase(zh: "新客户", en: "New customers")
    case .visits: Phrase(zh: "实际拜访", en: "Actual visits")
    case .orders: Phrase(zh: "实际订单", en: "Actual orders")
    case .deals: Phrase(zh: "实际商机", en: "Actual deals")
    case .goals: Phrase(zh: "以往目标", en: "Past goals")
    }
  }

  /// The table to which its rows belong.
  ///
  ///     ActualSheet.visits.table  // .activities
  package var table: TableName {
    switch self {
    case .customers: .customers
    case .visits: .activities
    case .orders: .orders
    case .deals: .deals
    case .goals: .goals
    }
  }

  /// What the names of files begin with that hold its rows, once they are taken out of a workbook.
  ///
  ///     ActualSheet.visits.filePrefix  // "actual-activities-"
  package var filePrefix: String { "actual-\(table.rawValue)-" }

  /// The sheet of a name, in either language; nil where there is none.
  ///
  ///     ActualSheet(named: "实际拜访")  // .visits
  init?(named name: String) {
    let key = HeaderKey(name).key
    let sheet = Self.allCases.first {
      HeaderKey($0.name.chinese).key == key || HeaderKey($0.name.english).key == key
    }
    guard let sheet else { return nil }
    self = sheet
  }

  /// The sheet whose rows a file holds, by its name; nil where it is any other file.
  ///
  ///     ActualSheet(file: "Content/data/actual-orders-2026-12.csv")  // .orders
  init?(file path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let sheet = Self.allCases.first(where: { name.hasPrefix($0.filePrefix) }) else {
      return nil
    }
    self = sheet
  }

  /// Whether the tables of a workbook are those of a plan: a sheet of visits or orders is among them.
  static func isPlan(_ tables: [Table]) -> Bool {
    tables.contains { table in
      guard table.origin.sheet != nil, let sheet = Self(named: table.name) else { return false }
      return sheet == .visits || sheet == .orders
    }
  }
}
