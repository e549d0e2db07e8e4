import Diagnostics
import Phrases
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
      let rows = table.keptRows
      loader.records.deals.reserveCapacity(rows.count)
      for row in rows {
        guard let customer = customers[row], let amount = amounts.money(row) else { continue }
        loader.records.deals.append(
          Deal(
            id: ids[row], customer: customer, amount: amount, stage: stages[row],
            status: meanings[row].status, created: created.day(row),
            expectedClose: expected.day(row), closed: closed.day(row), owner: owners[row],
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
      table.skipRepeatedRows(withColumn: "order_id")
      let customers = loader.customerReferences(in: &table)
      guard !customers.isEmpty else { return }
      let owners = loader.ownerReferences(in: &table, customers: customers)
      let (ids, products) = (table.texts("order_id"), table.texts("product"))
      let (contacts, quantities) = (table.texts("contact"), table.integers("qty"))
      let (dates, amounts) = (table.integers("date"), table.integers("amount"))
      loader.records.orders = table.keptRows.compactMap { row in
        guard let date = dates.day(row), let amount = amounts.money(row) else { return nil }
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
      let served = loader.references("goal", "goal", in: &table, \.goals)
      let (dates, types) = (table.integers("date"), table.texts("type"))
      let (minutes, done) = (table.integers("hours"), table.integers("done"))
      let funnel = loader.settings.funnel
      var stages: [String: String] = [:]
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

// MARK: - Stages

/// What is known of a deal from its stage and status.
struct StageMeaning: Hashable {
  var status: Deal.Status
  var probabilityMillionths: Int?
}

/// What the status and the stage of each deal mean.
///
/// Each different stage is looked up once.
private struct DealMeanings {
  private let stages: TextColumn
  private let statuses: TextColumn
  /// The meaning of each different stage; nil where nobody knows.
  let ofStages: [StageMeaning?]
  private let ofStatuses: [Deal.Status?]

  init(_ stages: TextColumn, _ statuses: TextColumn, _ settings: DataSettings) {
    self.stages = stages
    self.statuses = statuses
    ofStages = stages.texts.map { StageMeaning.of($0, settings) }
    ofStatuses = statuses.texts.map(Deal.Status.init(rawValue:))
  }

  /// The status that a row says itself.
  func status(_ row: Int) -> Deal.Status? { statuses.number(row).flatMap { ofStatuses[$0] } }

  /// What a row means: its status overrides its stage.
  subscript(row: Int) -> StageMeaning {
    let status = status(row)
    let meaning = stages.number(row).flatMap { ofStages[$0] }
    return StageMeaning(
      status: status ?? meaning?.status ?? .open,
      probabilityMillionths: meaning?.status == status || status == nil
        ? meaning?.probabilityMillionths : nil)
  }
}

extension Loader {
  /// What each row's status and stage mean.
  ///
  /// The status overrides the stage; a stage that nobody explained leaves the row out, and is
  /// reported once with the number of its rows.
  fileprivate func stageMeanings(in table: inout DecodedTable) -> DealMeanings {
    let (stages, statuses) = (table.texts("stage"), table.texts("status"))
    let closed = table.integers("closed")
    let meanings = DealMeanings(stages, statuses, settings)
    var unknown: [(stage: String, rows: [Int])] = []
    var place: [Int: Int] = [:]
    for row in table.rowsToCheck {
      let status = meanings.status(row)
      if let stage = stages.number(row) {
        if meanings.ofStages[stage] == nil, status == nil {
          if place[stage] == nil {
            place[stage] = unknown.count
            unknown.append((stages.texts[stage], []))
          }
          unknown[place[stage] ?? 0].rows.append(row)
        }
      } else if status == nil, closed[row] != nil {
        table.skip(row, .closedWithoutStatus(at: table.place(row, "closed")))
      }
    }
    for (stage, rows) in unknown {
      let diagnostic = Diagnostic.unknownStage(
        stage, rows: rows.count, known: settings.stages.map(\.name),
        at: table.place(rows[0], "stage"))
      table.diagnostics.append(diagnostic)
      for row in rows { table.skip(row, because: diagnostic.message) }
    }
    return meanings
  }
}

extension DecodedTable {
  /// Leaves out rows that have an id and repeat an earlier row in every column of the file.
  fileprivate mutating func skipRepeatedRows(withColumn name: String) {
    let ids = texts(name)
    var seen: [[String]: Int] = [:]
    var counts: [String: Int] = [:]
    for row in keptRows { ids[row].map { counts[$0, default: 0] += 1 } }
    for row in keptRows where ids[row].map({ counts[$0, default: 0] > 1 }) ?? false {
      let cells = (0..<table.width(ofRow: row)).map { table.text(row, $0) }
      if let first = seen[cells] {
        let diagnostic = Diagnostic.repeatedRow(
          firstLine: table.line(ofRow: first), at: table.place(ofRow: row))
        diagnostics.append(diagnostic)
        skipRepeated(row, because: diagnostic.message)
      } else {
        seen[cells] = row
      }
    }
  }
}
