package import Formula
package import Phrases
package import SalesMethod

/// Rows of data that formulas know by the names of their fields: `customers.amount` is a column,
/// `amount` the cell of one row.
package struct DataTable: Sendable {
  /// A table by its name.
  package enum Name: String, Hashable, Sendable, CaseIterable {
    /// The person's customers, the likeliest first.
    case customers
    /// The person's open deals.
    case deals
    /// The products, in the order of their table.
    case products
  }

  /// The fields, each with a cell for every row.
  package let fields: [RowField]

  /// What readers are shown for a word of a field, where a column shows the field itself.
  ///
  ///     DataTable.word("unknown", of: "M", in: .customers, .chinese)  // "未知"
  package static func word(
    _ word: String, of field: String, in table: Name, _ language: Language
  ) -> String {
    guard language == .chinese else { return word }
    switch (table, field, word) {
    case (.customers, "M", "yes"), (.customers, "A", "yes"), (.customers, "N", "yes"): return "有"
    case (.customers, "M", "no"), (.customers, "A", "no"), (.customers, "N", "no"): return "无"
    case (.customers, "M", _), (.customers, "A", _), (.customers, "N", _): return "未知"
    case (.products, "kind", "lead"): return "主推"
    case (.products, "kind", "new"): return "新品"
    case (.products, "kind", "continuing"): return "延续"
    default: return word
    }
  }

  /// The rows of a table.
  package init(_ name: Name, of plan: MonthlyPlan, _ products: [Product], _ units: DataUnits) {
    switch name {
    case .customers: self.init(plan.customers, plan.outlook, plan.pareto, units)
    case .deals: self.init(plan.openDeals.map(\.deal), of: plan.customers, units)
    case .products: self.init(products, units)
    }
  }

  /// The same fields without a row, where there are no data to show.
  package init(empty name: Name, _ units: DataUnits) {
    switch name {
    case .customers: self.init([], nil, nil, units)
    case .deals: self.init([], of: [], units)
    case .products: self.init([], units)
    }
  }

  private init(
    _ customers: [PlannedCustomer], _ outlook: PeriodOutlook?, _ pareto: Pareto?, _ units: DataUnits
  ) {
    var expected: [String: Money] = [:]
    for open in outlook?.openDeals ?? [] {
      expected[open.deal.customer, default: .zero] =
        expected[open.deal.customer, default: .zero] + open.expected
    }
    for waiting in (outlook?.customers ?? []) + (outlook?.contacts ?? []) {
      expected[waiting.customer, default: .zero] =
        expected[waiting.customer, default: .zero] + waiting.expected
    }
    var revenues: [String: Money] = [:]
    for entry in pareto?.entries ?? [] { revenues[entry.customer] = entry.revenue }
    func letter(_ letter: KeyPath<LetterReadings, LetterReading>) -> [String?] {
      customers.map { $0.classification.readings[keyPath: letter].state.rawValue }
    }
    fields = [
      RowField("name", .texts(customers.map(\.customer.name))),
      RowField("id", .texts(customers.map(\.customer.id))),
      RowField("class", .texts(customers.map { $0.classification.customerClass.rawValue })),
      RowField("potential", .texts(customers.map { $0.classification.potential.rawValue })),
      RowField("M", .texts(letter(\.money))), RowField("A", .texts(letter(\.authority))),
      RowField("N", .texts(letter(\.need))),
      RowField("M_score", .numbers(customers.map { $0.customer.purchasingPower.score })),
      RowField("A_score", .numbers(customers.map { $0.customer.decisionPower.score })),
      RowField("N_score", .numbers(customers.map { $0.customer.need.score })),
      RowField("note", .texts(customers.map(\.customer.note))),
      RowField("segment", .texts(customers.map(\.customer.segment))),
      RowField("close", .texts(customers.map { $0.customer.closeDate?.description })),
      RowField("last_contact", .texts(customers.map { $0.lastTouch?.description })),
      units.amounts("amount", customers.map { revenues[$0.customer.id] }),
      units.amounts("expected", customers.map { expected[$0.customer.id] ?? .zero }),
      units.amounts("value", customers.map(\.expectedValue.value)),
      RowField(
        "visits", .numbers(customers.map { Formula.Rational($0.wantedVisits) }),
        unit: units["次"]),
    ]
  }

  private init(_ deals: [Deal], of customers: [PlannedCustomer], _ units: DataUnits) {
    let names = Dictionary(
      customers.map { ($0.customer.id, $0.customer.name) }, uniquingKeysWith: { first, _ in first })
    fields = [
      RowField("customer", .texts(deals.map(\.customer))),
      RowField("name", .texts(deals.map { names[$0.customer] ?? $0.customer })),
      RowField("stage", .texts(deals.map(\.stage))),
      RowField("product", .texts(deals.map(\.product))),
      RowField("expected_close", .texts(deals.map { $0.expectedClose?.description })),
      units.amounts("amount", deals.map(\.amount)),
      RowField(
        "probability",
        .numbers(
          deals.map { deal in
            deal.probabilityMillionths.map { Formula.Rational($0, over: 1_000_000) }
          })),
    ]
  }

  private init(_ products: [Product], _ units: DataUnits) {
    fields = [
      RowField("name", .texts(products.map(\.id))),
      RowField("kind", .texts(products.map { $0.kind?.rawValue })),
      units.amounts("list_price", products.map(\.listPrice)),
      units.amounts("floor_price", products.map(\.floorPrice)),
      RowField("promotion_start", .texts(products.map { $0.promotionStart?.description })),
      RowField("promotion_end", .texts(products.map { $0.promotionEnd?.description })),
    ]
  }
}

extension LetterEntry {
  /// The score that was entered; nil where there is a word, or nothing.
  ///
  ///     LetterEntry.score(thousandths: 4500).score  // 9/2
  fileprivate var score: Formula.Rational? {
    guard case .score(let thousandths) = self else { return nil }
    return Formula.Rational(thousandths, over: 1000)
  }
}

/// The units of data, as far as the settings have them: 元 for money, 家, 单, 次, 小时 and 天.
package struct DataUnits: Hashable, Sendable {
  /// The units of the settings.
  package let units: Units
  /// The unit of money.
  package let money: Formula.Unit

  /// The units of a workspace whose money is a currency's.
  package init(_ units: Units, currency: String) {
    self.units = units
    money = units.unit(named: currency == "CNY" ? "元" : currency) ?? .none
  }

  /// A unit by its name; none where the settings have no such unit.
  subscript(name: String) -> Formula.Unit { units.unit(named: name) ?? .none }

  /// Money for each of something: 元/单.
  func money(per name: String) -> Formula.Unit {
    money.isNone ? .none : self["\(money.description)/\(name)"]
  }

  /// A field of amounts; nil is a blank cell.
  func amounts(_ name: String, _ amounts: [Money?]) -> RowField {
    RowField(
      name, .numbers(amounts.map { $0.map { Formula.Rational(hundredths: $0.hundredths) } }),
      unit: money)
  }
}

extension Scope {
  /// Defines the columns of a table: `customers.amount`.
  package mutating func define(_ table: DataTable.Name, _ fields: [RowField]) {
    for field in fields {
      let name = table.rawValue + "." + field.name
      switch field.cells {
      case .numbers(let cells): define(name, numbers: cells, unit: field.unit)
      case .texts(let cells): define(name, texts: cells)
      }
    }
  }
}
