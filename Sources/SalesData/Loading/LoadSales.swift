import Diagnostics
import SalesMethod
import Tables

extension Loader {
  /// The deals, their status from its column or else from what their stage means.
  mutating func loadDeals() {
    with(.deals) { loader, table in
      let ids = table.texts("deal_id")
      table.mergeDuplicates(by: ids, on: .refuse)
      let customers = loader.customerReferences(in: &table)
      guard !customers.isEmpty else { return }
      let owners = loader.ownerReferences(in: &table, customers: customers)
      let meanings = loader.stageMeanings(in: &table)
      let (stages, products) = (table.texts("stage"), table.texts("product"))
      let (amounts, chances) = (table.integers("amount"), table.integers("probability"))
      let (created, closed) = (table.integers("created"), table.integers("closed"))
      let expected = table.integers("expected_close")
      let endings = table.endings(meanings, closed: closed, expected: expected)
      let openEnds = table.openEndings(meanings, closed: closed, expected: expected)
      let rows = table.keptRows
      loader.records.deals.reserveCapacity(rows.count)
      for row in rows {
        guard let customer = customers[row], let amount = amounts.money(row) else { continue }
        let isEnding = endings.contains(row)
        loader.records.deals.append(
          Deal(
            id: ids[row], customer: customer, amount: amount, stage: stages[row],
            status: meanings[row].status, created: created.day(row),
            expectedClose: isEnding
              ? nil : expected.day(row) ?? (openEnds.contains(row) ? closed.day(row) : nil),
            closed: openEnds.contains(row)
              ? nil : closed.day(row) ?? (isEnding ? expected.day(row) : nil), owner: owners[row],
            product: products[row],
            probabilityMillionths: chances[row] ?? meanings[row].probabilityMillionths,
            row: table.row(row)))
      }
    }
  }

  /// What was sold.
  ///
  /// Several rows of one order are its lines; a row that repeats another in every column is left
  /// out.
  mutating func loadOrders() {
    with(.orders) { loader, table in
      table.sortOutOrderStatuses(loader.settings)
      table.skipRepeatedRows(withColumn: "order_id")
      let customers = loader.customerReferences(in: &table)
      guard !customers.isEmpty else { return }
      let owners = loader.ownerReferences(in: &table, customers: customers)
      let (ids, products) = (table.texts("order_id"), table.texts("product"))
      table.noteOrdersOfTwo(ids, customers)
      table.takeTotalsOnce(ids, customers)
      let (contacts, quantities) = (table.texts("contact"), table.integers("qty"))
      let (dates, amounts) = (table.integers("date"), table.integers("amount"))
      table.skipActualsSaidTwice { row in
        guard let customer = customers[row], let date = dates[row], let amount = amounts[row] else {
          return nil
        }
        return [customer, String(date), String(amount)]
      }
      let sold = table.amounts("amount") { customers[$0] ?? "" }
      loader.records.orders = table.keptRows.compactMap { row in
        guard let date = dates.day(row), let amount = sold(row) else { return nil }
        return Order(
          id: ids[row], customer: customers[row], date: date, amount: amount,
          product: products[row], quantityThousandths: quantities[row], contact: contacts[row],
          owner: owners[row], row: table.row(row))
      }
    }
  }

  /// What was done with customers.
  mutating func loadActivities() {
    with(.activities) { loader, table in
      let customers = loader.customerReferences(in: &table)
      guard !customers.isEmpty else { return }
      let owners = loader.ownerReferences(in: &table, customers: customers)
      let served = loader.references("goal", .goal, in: &table, \.goals)
      let (dates, types) = (table.integers("date"), table.texts("type"))
      let (minutes, done) = (table.integers("hours"), table.integers("done"))
      let funnel = loader.settings.funnel
      var stages: [String: String] = [:]
      table.skipActualsSaidTwice { row in
        guard let customer = customers[row], let date = dates[row], let type = types[row] else {
          return nil
        }
        return [customer, String(date), funnelStage(type, of: funnel) ?? type]
      }
      loader.records.activities = table.keptRows.compactMap { row in
        guard let customer = customers[row], let date = dates.day(row), let type = types[row]
        else { return nil }
        let stage = stages[type] ?? funnelStage(type, of: funnel) ?? type
        stages[type] = stage
        return Activity(
          customer: customer, date: date, type: stage, owner: owners[row], minutes: minutes[row],
          isDone: done.flag(row), goal: served[row], row: table.row(row))
      }
    }
  }

  /// What customers owe.
  mutating func loadReceivables() {
    with(.receivables) { loader, table in
      let customers = loader.customerReferences(in: &table)
      guard !customers.isEmpty else { return }
      let (amounts, due) = (table.integers("amount"), table.integers("due"))
      let (paid, paidDate) = (table.integers("paid"), table.integers("paid_date"))
      loader.records.receivables = table.keptRows.compactMap { row in
        guard let customer = customers[row], let amount = amounts.money(row),
          let day = due.day(row)
        else { return nil }
        return Receivable(
          customer: customer, amount: amount, due: day, paid: paid.money(row),
          paidDate: paidDate.day(row), row: table.row(row))
      }
    }
  }
}
