import Diagnostics
import Phrases
import Tables

extension DecodedTable {
  /// Adds what was paid to what is still owed where no column has the whole: payments are taken off
  /// once, and not twice.
  mutating func addPaymentsToBalances() {
    guard let column = columns.first(where: { $0.isBalance && $0.field != nil }),
      case .integers(var amounts)? = values["amount"], case .integers(let paid)? = values["paid"]
    else { return }
    var amountRests = rests["amount"] ?? [:]
    let paidRests = rests["paid"] ?? [:]
    for row in dataRows where amounts[row] != ColumnValues.none && paid[row] != ColumnValues.none {
      let (whole, overflow) = amounts[row].addingReportingOverflow(paid[row])
      guard !overflow else {
        amounts[row] = ColumnValues.none
        continue
      }
      var sum = ExactSum()
      sum.add(whole, rest: (amountRests[row] ?? 0) + (paidRests[row] ?? 0))
      let parts = sum.parts
      amounts[row] = parts.hundredths
      amountRests[row] = parts.rest == 0 ? nil : parts.rest
    }
    values["amount"] = .integers(amounts)
    rests["amount"] = amountRests.isEmpty ? nil : amountRests
    diagnostics.append(
      .balanceAndPayments(
        column.header, paid: header(of: "paid"), at: table.placeOfHeader(column.index)))
  }
}

extension Diagnostic {
  static func balanceAndPayments(_ balance: String, paid: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.balance", severity: .note, at: place,
      Phrase(
        zh: "“\(balance)”是还没收的：应收按它加“\(paid)”算",
        en: "“\(balance)” is what is still owed: with “\(paid)” added it is what was owed at first")
    )
  }
}
