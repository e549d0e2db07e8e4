package import Formula

/// A name and its amount, for charts.
package struct NamedAmount: Hashable, Sendable {
  package var name: String
  package var amount: Rational

  package init(name: String, amount: Rational) {
    self.name = name
    self.amount = amount
  }
}

extension Sheet {
  /// The 80/20 table with its charts: amounts from the greatest down, each one's share and the
  /// shares added up; amounts below zero are left out of the shares.
  package static func pareto(_ amounts: [NamedAmount], unit: String, _ style: SheetStyle) -> Sheet {
    let sorted = amounts.sorted { ($1.amount, $0.name) < ($0.amount, $1.name) }
    let base = sum(sorted.filter { $0.amount > Rational(0) })
    let rows = 2..<max(3, 2 + sorted.count)
    var sheet = Sheet(
      name: style.title, widths: [24, 16, 10, 10],
      rows: [
        [.text(style.title, .title)],
        [
          style.word("客户", "Customer"), style.word("金额", "Amount") + " (\(unit))",
          style.word("占比", "Share"), style.word("累计", "Added up"),
        ].map { .text($0, .header) },
      ])
    let all = Area(column: 1, rows: rows).fixed
    var above = Rational(0)
    for (index, item) in sorted.enumerated() {
      let line = rows.lowerBound + index + 1
      let counted = item.amount > Rational(0) ? item.amount : Rational(0)
      above = (try? above + counted) ?? above
      sheet.rows.append([
        .text(item.name, .body), .number(item.amount.approximation, .number("#,##0.##")),
        .formula(
          "IF(SUMIF(\(all),\">0\")=0,0,MAX(0,B\(line))/SUMIF(\(all),\">0\"))", share(counted, base),
          .number("0.0%")),
        .formula("SUM(C$3:C\(line))", share(above, base), .number("0.0%")),
      ])
    }
    sheet.frozen = Address(row: 2, column: 1)
    sheet.isLandscape = true
    sheet.headerRow = 1
    guard !sorted.isEmpty else { return sheet }
    let names = Area(column: 0, rows: rows)
    sheet.charts = [
      Chart(
        kind: .columns, title: style.word("每家客户的金额", "Amount by customer"),
        name: style.word("金额", "Amount"), categories: names, values: Area(column: 1, rows: rows),
        anchor: Address(row: 1, column: 5)),
      Chart(
        kind: .line, title: style.word("累计占比", "Shares added up"),
        name: style.word("累计", "Added up"), categories: names, values: Area(column: 3, rows: rows),
        anchor: Address(row: 18, column: 5), maximum: 1),
    ]
    return sheet
  }

  /// The funnel with its chart: the count of each stage, and how many of the one before it is.
  package static func funnel(_ stages: [NamedAmount], _ style: SheetStyle) -> Sheet {
    let rows = 2..<max(3, 2 + stages.count)
    var sheet = Sheet(
      name: style.title, widths: [20, 12, 12, 12],
      rows: [
        [.text(style.title, .title)],
        [
          style.word("环节", "Stage"), style.word("数量", "Count"),
          style.word("转化率", "Of the one before"), style.word("占首环节", "Of the first"),
        ].map { .text($0, .header) },
      ])
    for (index, stage) in stages.enumerated() {
      let line = rows.lowerBound + index + 1
      let before = index == 0 ? nil : stages[index - 1].amount
      sheet.rows.append([
        .text(stage.name, .body), .number(stage.amount.approximation, .number("#,##0")),
        before.map {
          .formula(
            "IF(B\(line - 1)=0,0,B\(line)/B\(line - 1))", share(stage.amount, $0), .number("0.0%"))
        } ?? Cell(.blank, .body),
        .formula(
          "IF(B$3=0,0,B\(line)/B$3)", share(stage.amount, stages[0].amount), .number("0.0%")),
      ])
    }
    sheet.frozen = Address(row: 2, column: 1)
    sheet.isLandscape = true
    guard !stages.isEmpty else { return sheet }
    sheet.charts = [
      Chart(
        kind: .bars, title: style.title, name: style.word("数量", "Count"),
        categories: Area(column: 0, rows: rows), values: Area(column: 1, rows: rows),
        anchor: Address(row: 1, column: 5))
    ]
    return sheet
  }

  private static func sum(_ items: [NamedAmount]) -> Rational {
    items.reduce(Rational(0)) { (try? $0 + $1.amount) ?? $0 }
  }

  private static func share(_ part: Rational, _ whole: Rational) -> Double {
    ((try? part / whole) ?? Rational(0)).approximation
  }
}
