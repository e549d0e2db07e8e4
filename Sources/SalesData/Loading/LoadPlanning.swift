import Diagnostics
import Phrases
import SalesMethod
import Tables

extension Loader {
  /// The goals and what they are part of.
  mutating func loadGoals() {
    with(.goals) { loader, table in
      let ids = table.texts("id")
      table.mergeDuplicates(by: ids, on: .refuse)
      loader.demandOrder("start", "end", in: &table)
      let owners = loader.ownersOfAnyKind(in: &table)
      for row in table.keptRows {
        if let id = ids[row] { loader.goals.add(id: id, name: id) }
      }
      for row in table.rowsLeftOut { loader.goals.addLeftOut(id: ids[row], name: nil) }
      let parents = loader.references("parent", .goal, in: &table, \.goals)
      table.refuseCircles(ids: { ids[$0] }, parents: { parents[$0] }, column: "parent")
      table.demandMoney()
      table.demandTargets()
      table.dropDecidedProposals(keys: table.goalKeys(owners))
      table.refuseTwice(keys: table.goalKeys(owners)) {
        .twoGoals($0, first: $1, at: $2)
      }
      table.warnOfProposals()
      let build = GoalBuilder(table, owners: owners, parents: parents)
      loader.records.goals = table.keptRows.compactMap(build.goal)
    }
  }

  /// The products.
  mutating func loadProducts() {
    with(.products) { loader, table in
      let (ids, kinds) = (table.texts("product"), table.texts("kind"))
      table.mergeDuplicates(by: ids, on: .refuse)
      loader.demandOrder("promotion_start", "promotion_end", in: &table)
      let (list, floor) = (table.integers("list_price"), table.integers("floor_price"))
      let start = table.integers("promotion_start")
      let end = table.integers("promotion_end")
      loader.records.products = table.keptRows.compactMap { row in
        guard let id = ids[row] else { return nil }
        return Product(
          id: id, kind: kinds[row].flatMap(Product.Kind.init(rawValue:)),
          listPrice: list.money(row), floorPrice: floor.money(row), promotionStart: start.day(row),
          promotionEnd: end.day(row), row: table.row(row))
      }
    }
  }

  /// The overlay of the working calendar.
  ///
  /// A day twice is refused unless both say the same.
  mutating func loadCalendar() {
    with(.calendar) { loader, table in
      let dates = table.integers("date")
      table.mergeDuplicates(by: { dates.day($0)?.description }, on: .refuse)
      let (kinds, names) = (table.texts("kind"), table.texts("name"))
      let statuses = table.texts("status")
      loader.records.calendar = table.keptRows.compactMap { row in
        guard let date = dates.day(row),
          let kind = kinds[row].flatMap(CalendarEntry.Kind.init(rawValue:))
        else { return nil }
        var entry = CalendarEntry(
          date: date, kind: kind, name: names[row] ?? "",
          status: statuses[row].flatMap(CalendarEntry.Status.init(rawValue:)) ?? .official,
          row: table.row(row))
        entry.saysStatus = statuses[row] != nil
        return entry
      }
    }
  }

  /// Conversion rates by hand: from a stage to a later one, no more successes than trials.
  mutating func loadRates() {
    with(.rates) { loader, table in
      let owners = loader.ownersOfAnyKind(in: &table)
      let (from, to) = (table.texts("from"), table.texts("to"))
      let (successes, trials) = (table.integers("successes"), table.integers("trials"))
      let funnel = loader.settings.funnel
      for row in table.keptRows {
        guard let start = from[row].flatMap(funnel.firstIndex(of:)),
          let end = to[row].flatMap(funnel.firstIndex(of:)), let won = successes[row],
          let tried = trials[row]
        else { continue }
        if end != start + 1 {
          table.skip(row, .stagesNotInOrder(funnel: funnel, at: table.place(row, "to")))
        } else if won > tried {
          table.skip(row, .moreSuccessesThanTrials(at: table.place(row, "successes")))
        }
      }
      table.refuseTwice(
        keys: table.keptRows.map { row in
          (row, [owners[row] ?? "", from[row] ?? "", to[row] ?? ""])
        }
      ) { _, first, place in .twoRates(first: first, at: place) }
      loader.records.givenRates = table.keptRows.compactMap { row in
        guard let start = from[row], let end = to[row], let won = successes[row],
          let tried = trials[row]
        else { return nil }
        return GivenRate(
          owner: owners[row], from: start, to: end, successes: won, trials: tried,
          row: table.row(row))
      }
    }
  }

  /// Deal size and repeat purchases by hand.
  mutating func loadFactors() {
    with(.factors) { loader, table in
      let owners = loader.ownersOfAnyKind(in: &table)
      let (sizes, repeats) = (table.integers("deal_size"), table.integers("repeat"))
      for row in table.keptRows {
        if let size = sizes[row], size <= 0 {
          table.skip(
            row, .notPositive(table.header(of: "deal_size"), at: table.place(row, "deal_size")))
        } else if let times = repeats[row], times < 1000 {
          table.skip(
            row, .repeatBelowOne(table.header(of: "repeat"), at: table.place(row, "repeat")))
        }
      }
      table.refuseTwice(keys: table.keptRows.map { ($0, [owners[$0] ?? ""]) }) { _, first, place in
        .twoFactors(first: first, at: place)
      }
      loader.records.givenFactors = table.keptRows.compactMap { row in
        guard let size = sizes.money(row), let times = repeats[row] else { return nil }
        return GivenFactors(
          owner: owners[row], dealSize: size, repeatThousandths: times, row: table.row(row))
      }
    }
  }
}

extension DecodedTable {
  /// What tells two goals apart: whose, what, of what, when.
  fileprivate func goalKeys(_ owners: [String?]) -> [(row: Int, key: [String])] {
    let names = ["dimension", "metric", "scope"].map(texts)
    let (metrics, units) = (texts("metric"), texts("unit"))
    let days = ["start", "end"].map(integers)
    return keptRows.map { row in
      // Money is in one currency; 家 and 客户 are counted alike, 件 and 台 too.
      let counted: String =
        switch metrics[row] {
        case "amount", "collections": ""
        case "quantity": Goal.Counted(unit: units[row]).rawValue
        default: units[row] ?? ""
        }
      let words = names.map { $0[row] ?? "" } + days.map { $0[row].map(String.init) ?? "" }
      return (row, [owners[row] ?? "", counted] + words)
    }
  }

  /// Leaves out goals that were worked out where somebody has decided on one of the same kind.
  fileprivate mutating func dropDecidedProposals(keys: [(row: Int, key: [String])]) {
    let proposed = integers("proposed")
    var decided: [[String]: Int] = [:]
    for (row, key) in keys where proposed.flag(row) != true { decided[key] = decided[key] ?? row }
    for (row, key) in keys where proposed.flag(row) == true {
      guard let other = decided[key] else { continue }
      skipRepeated(row, because: .decided(shown(other, from: row)))
    }
  }

  /// Says of each goal that nobody has decided on it yet.
  fileprivate mutating func warnOfProposals() {
    let (proposed, ids) = (integers("proposed"), texts("id"))
    for row in keptRows where proposed.flag(row) == true {
      diagnostics.append(.proposedGoal(ids[row] ?? "", at: place(row, "proposed")))
    }
  }

  /// Leaves out goals for an amount whose unit is none of money, and goals for something else whose unit
  /// is one of money.
  fileprivate mutating func demandMoney() {
    let (metrics, units) = (texts("metric"), texts("unit"))
    let target = columns.first { $0.field?.name == "target" }
    for row in keptRows {
      let unit = units[row].flatMap { AmountUnit($0) }
      if ["amount", "collections"].contains(metrics[row]) {
        if let text = units[row], unit == nil { skip(row, .notMoney(text, at: place(row, "unit"))) }
      } else if let text = units[row], unit?.currency != nil {
        skip(row, .moneyForOthers(text, metric: metrics[row] ?? "", at: place(row, "unit")))
      } else if let target, target.unit.amount?.currency != nil {
        skip(
          row, .moneyForOthers(target.header, metric: metrics[row] ?? "", at: place(row, "target")))
      }
    }
  }

  /// Leaves out goals whose target is none: below 0, or 0 where more is better, which every plan reaches.
  fileprivate mutating func demandTargets() {
    let (targets, better) = (integers("target"), texts("better"))
    for row in keptRows {
      guard let target = targets[row], target <= 0 else { continue }
      if target < 0 || better[row] != Goal.Better.less.rawValue {
        skip(row, .notPositive(header(of: "target"), at: place(row, "target")))
      }
    }
  }

  /// Leaves out rows that say what an earlier one says of the same thing: neither can win.
  fileprivate mutating func refuseTwice(
    keys: [(row: Int, key: [String])],
    _ diagnostic: (_ id: String, _ first: Phrase, Place) -> Diagnostic
  ) {
    var firsts: [[String]: Int] = [:]
    for (row, key) in keys {
      guard let first = firsts[key] else {
        firsts[key] = row
        continue
      }
      let id = texts("id")[first] ?? ""
      skip(row, diagnostic(id, shown(first, from: row), table.place(ofRow: row)))
    }
  }
}

/// Builds the goals from the columns of their table.
private struct GoalBuilder {
  let table: DecodedTable
  let owners, parents: [String?]
  let ids, dimensions, metrics, units, better, scopes, reasons: TextColumn
  let targets, starts, ends, payable: IntegerColumn
  let milestones: [[Goal.Milestone]]

  init(_ table: DecodedTable, owners: [String?], parents: [String?]) {
    self.table = table
    self.owners = owners
    self.parents = parents
    (ids, dimensions) = (table.texts("id"), table.texts("dimension"))
    (metrics, units) = (table.texts("metric"), table.texts("unit"))
    (better, scopes, reasons) = (table.texts("better"), table.texts("scope"), table.texts("why"))
    (targets, payable) = (table.integers("target"), table.integers("payable_share"))
    (starts, ends) = (table.integers("start"), table.integers("end"))
    if case .milestones(let lists)? = table.values["milestones"] {
      milestones = lists
    } else {
      milestones = []
    }
  }

  func goal(_ row: Int) -> Goal? {
    guard let id = ids[row], let owner = owners[row], let target = targets[row],
      let dimension = dimensions[row].flatMap(Goal.Dimension.init(rawValue:)),
      let metric = metrics[row].flatMap(Goal.Metric.init(rawValue:)),
      let start = starts.day(row), let end = ends.day(row)
    else { return nil }
    return Goal(
      id: id, owner: owner, dimension: dimension, metric: metric, targetHundredths: target,
      unit: units[row], counted: Goal.Counted(unit: units[row]),
      better: better[row].flatMap(Goal.Better.init(rawValue:)) ?? .more,
      start: start, end: end, parent: parents[row], scope: scopes[row], why: reasons[row],
      payableShareThousandths: payable[row],
      milestones: milestones.isEmpty ? [] : milestones[row].sorted { $0.date < $1.date },
      row: table.row(row))
  }
}

extension Goal.Counted {
  /// What a goal in this unit counts: 家 or `customers` new customers, 单 or `orders` orders, any other
  /// unit the quantities of the orders.
  fileprivate init(unit: String?) {
    self =
      switch unit {
      case "家", "客户", "customers", "customer": .newCustomers
      case "单", "orders", "order", "deals", "deal": .orders
      default: .pieces
      }
  }
}

extension Phrase {
  /// Why a goal is left out that was worked out.
  fileprivate static func decided(_ other: Phrase) -> Phrase {
    Phrase(
      zh: "这个推算的目标已由\(other)定下的代替",
      en: "the goal that was decided on, in \(other), stands in its place")
  }
}
