extension Planner {
  /// Why a customer has its class, and what would change it.
  func explain(_ planned: PlannedCustomer, in plan: MonthlyPlan) -> Explanation {
    let classification = planned.classification
    let name = planned.customer.name
    let letter = classification.customerClass.rawValue
    return Explanation(
      planned.customer.id,
      title: Phrase("客户“\(name)”为什么是 \(letter)", "Why “\(name)” is \(letter)"),
      formula: rule,
      inputs: letterInputs(classification) + dateInputs(classification) + valueInputs(planned),
      result: Phrase(classification.reason),
      changes: changes(classification) + [Phrase(classification.nextStep)],
      rows: rows(of: planned.customer))
  }

  private var rule: Phrase {
    let near =
      switch settings.man.near {
      case .days(let days): Phrase("\(days) 天内", "within \(days) days")
      case .periodEnd: Phrase("本期内", "within the period")
      }
    return Phrase(
      "类别取“字母定的基础类”与“日期允许的最好类”中较差的一个；未知按不具备计，但不会因未知成为 D；"
        + "日期：\(near.chinese)可为 A，\(settings.man.mid) 天内或无日期至多 B，更远为 C",
      "the worse of the class by the letters and the best class the date allows; an unknown letter "
        + "counts as lacking but never makes a D; dates \(near.english) allow A, within "
        + "\(settings.man.mid) days or none B, later ones C")
  }

  private func letterInputs(_ classification: Classification) -> [Explanation.Input] {
    classification.readings.all.map { reading in
      let state =
        switch reading.state {
        case .yes: Phrase("是", "yes")
        case .no: Phrase("否", "no")
        case .unknown: Phrase("未知", "unknown")
        }
      return Explanation.Input(
        Phrase(
          "\(reading.letter.rawValue) \(reading.letter.text(in: .chinese))",
          "\(reading.letter.rawValue) \(reading.letter.text(in: .english))"),
        Phrase(
          state.chinese + source(reading).chinese, state.english + source(reading).english))
    }
  }

  private func source(_ reading: LetterReading) -> Phrase {
    switch reading.source {
    case .entered(.score(let score)):
      let text = Digits.decimal(Double(score) / 1000, places: 3)
      return Phrase(
        "（得分 \(text)，达标为 \(settings.man.scale.lowestYes)）",
        " (score \(text), a yes from \(settings.man.scale.lowestYes))")
    case .entered: return Phrase("（录入）", " (entered)")
    case .contacts: return Phrase("（据联系人）", " (from the contacts)")
    case .presumed: return Phrase("（推定）", " (presumed)")
    case .overdue(let days):
      return Phrase("（应收逾期 \(days) 天）", " (a receivable \(days) days overdue)")
    case .none: return Phrase("", "")
    }
  }

  private func dateInputs(_ classification: Classification) -> [Explanation.Input] {
    let date =
      switch classification.close {
      case .undated: Phrase("无", "none")
      case .overdue(let day, let days): Phrase("\(day)，已过 \(days) 天", "\(day), \(days) days ago")
      case .near(let day, let days), .mid(let day, let days), .far(let day, let days):
        Phrase("\(day)，还有 \(days) 天", "\(day), in \(days) days")
      }
    return [
      Explanation.Input(Phrase("预计成交日", "expected close"), date),
      Explanation.Input(
        Phrase("字母定的基础类", "class by the letters"),
        Phrase(same: classification.base.rawValue)),
      Explanation.Input(
        Phrase("日期允许的最好类", "best class the date allows"),
        Phrase(same: classification.close.cap.rawValue)),
      Explanation.Input(
        Phrase("未知全为是时", "if every unknown were a yes"),
        Phrase(same: classification.potential.rawValue)),
    ]
  }

  private func valueInputs(_ planned: PlannedCustomer) -> [Explanation.Input] {
    let value = planned.expectedValue
    return [
      Explanation.Input(
        Phrase("期望值 = 概率 × 价值", "expected value = chance × value"),
        Phrase(
          same: "\(Digits.percent(value.chance.double)) × \(Digits.money(value.value)) = "
            + Digits.money(value.amount)))
    ]
  }

  /// The class after each single change that would better it.
  private func changes(_ classification: Classification) -> [Phrase] {
    guard classification.flags.isEmpty else { return [] }
    var changes: [Phrase] = []
    for reading in classification.readings.all where reading.state != .yes {
      var readings = classification.readings
      let better = LetterReading(reading.letter, .yes, from: .entered(.yes))
      switch reading.letter {
      case .money: readings.money = better
      case .authority: readings.authority = better
      case .need: readings.need = better
      }
      let other = Classification(readings, close: classification.close, rule: classification.rule)
      let letter = reading.letter.rawValue
      changes.append(
        Phrase(
          "若 \(letter) 为是：\(other.customerClass.rawValue)",
          "if \(letter) were a yes: \(other.customerClass.rawValue)"))
    }
    let dated = Classification(
      classification.readings, close: .near(asOf, days: 0), rule: classification.rule)
    if dated.customerClass < classification.customerClass {
      changes.append(
        Phrase(
          "若约定近期成交日：\(dated.customerClass.rawValue)",
          "if a near close date were agreed: \(dated.customerClass.rawValue)"))
    }
    return changes
  }

  /// The customer's own row and the rows of its contacts, orders and receivables.
  private func rows(of customer: Customer) -> [Row] {
    guard let number = index.customerNumbers[customer.id] else { return [customer.row] }
    return [customer.row] + index.contactsOfCustomer[number].map { index.records.contacts[$0].row }
      + index.receivablesOfCustomer[number].map { index.records.receivables[$0].row }
      + index.ordersOfCustomer[number].map { index.records.orders[$0].row }
  }
}
