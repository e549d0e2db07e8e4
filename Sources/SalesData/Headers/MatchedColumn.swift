/// What was found for one header of a table.
package struct MatchedColumn: Hashable, Sendable {
  /// How sure the match is, and why.
  package enum Confidence: Hashable, Sendable {
    /// The settings' `mapping` says so.
    case given
    /// It is the canonical name.
    case canonical
    /// It is a name that a CRM or people use for the column.
    case synonym
    /// It is such a name behind the name of the table's entity.
    case prefixed
    /// It is a name that means the column only where no other header does.
    case lesser
    /// It is no column of the table.
    case none

    /// The number of an import report, from 0 to 1.
    package var number: String {
      switch self {
      case .given, .canonical: "1"
      case .synonym: "0.95"
      case .prefixed: "0.9"
      case .lesser: "0.8"
      case .none: "0"
      }
    }
  }

  /// The header as written.
  package let header: String
  /// Its number, from 0.
  package let index: Int
  /// The canonical column; nil for a column that the table does not have.
  package let field: ColumnSchema?
  /// The column that refers to others by id, where this one holds their names beside it.
  var namesOf: ColumnSchema?
  /// The column whose blanks this one fills, as Lost time those of Won time.
  var fillsIn: ColumnSchema?
  /// The column that says the same kind of thing, as 支付状态 beside 订单状态: each of them counts.
  var furtherOf: ColumnSchema?
  /// The column whose names it ends, as `Last Name` those of `First Name`.
  var endsNamesOf: ColumnSchema?
  /// Whether it holds prices of one, which times the quantity are the amount.
  var isUnitPrice = false
  /// Whether it holds what is still owed, which with the payments is what was owed at first.
  var isBalance = false
  /// How sure that is.
  package let confidence: Confidence
  /// What the header says of the numbers below it.
  let unit: HeaderUnit

  /// Whether it is read together with another column.
  var isBeside: Bool {
    namesOf != nil || fillsIn != nil || furtherOf != nil || endsNamesOf != nil
  }

  /// The column as one that is none of the table's.
  var unmatched: MatchedColumn {
    MatchedColumn(header: header, index: index, field: nil, confidence: .none, unit: unit)
  }

  /// The column in another place.
  func moved(to index: Int) -> MatchedColumn {
    var moved = MatchedColumn(
      header: header, index: index, field: field, confidence: confidence, unit: unit)
    moved.namesOf = namesOf
    moved.fillsIn = fillsIn
    moved.furtherOf = furtherOf
    moved.endsNamesOf = endsNamesOf
    moved.isUnitPrice = isUnitPrice
    moved.isBalance = isBalance
    return moved
  }
}
