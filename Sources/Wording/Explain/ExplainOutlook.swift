import Phrases
import SalesMethod

/// What the period is expected to bring by its last day, part by part.
extension Explainer {
  var end: Phrase { Phrase(same: plan.outlook.end.description) }

  /// Everything of the outlook, in the order of the plan as data.
  func outlook() -> [Explanation] {
    wholeOutlook + sums + parts + gap + fitting + spread + record + adjustment
      + plan.outlook.customers.flatMap { customer($0, as: $0.customer) }
      + plan.outlook.contacts.flatMap { contact($0, as: $0.customer) } + unknownKinds
      + plan.outlook.evidence.flatMap(evidence)
  }

  /// The keys of the outlook as a person looks them up: one customer stands for all.
  var outlookPatterns: [String] {
    let keys = outlook().map(\.subject).filter { key in
      !["outlook.customers.", "outlook.contacted."].contains { key.hasPrefix($0) }
    }
    return keys + plan.outlook.customers.prefix(1).flatMap { customer($0, as: "ID").map(\.subject) }
      + plan.outlook.contacts.prefix(1).flatMap { contact($0, as: "ID").map(\.subject) }
  }

  private var partInputs: [Explanation.Input] {
    let outlook = plan.outlook
    return [
      told(Phrase(zh: "本期已成交", en: "sold in the period"), outlook.toldWon),
      told(Phrase(zh: "在途商机", en: "open deals"), outlook.toldDeals),
      told(Phrase(zh: "老客户", en: "existing customers"), outlook.toldExisting),
      told(Phrase(zh: "接触中的客户", en: "contacts in progress"), outlook.toldInProgress),
      told(Phrase(zh: "新的首次接触", en: "new contacts"), outlook.toldNewContacts),
      .init(zh: "平常月份的其他业务", en: "a usual month’s other business", .money(outlook.other)),
    ]
  }

  /// A part, or a dash where it cannot be told.
  private func told(_ name: Phrase, _ amount: Money?) -> Explanation.Input {
    .init(name, amount.map { ExplainedValue.money($0).text } ?? Phrase(same: "—"))
  }

  private static let sum = Phrase(
    zh: "本期已成交 + 在途商机 + 老客户 + 接触中的客户 + 新的首次接触 + 其他",
    en:
      "sold in the period + open deals + existing customers + contacts in progress + new contacts "
      + "+ other")

  private var wholeOutlook: [Explanation] {
    let outlook = plan.outlook
    return [
      Explanation(
        group: "outlook", Phrase(zh: "到 \(end) 预计的业绩", en: "What is expected by \(end)"),
        Self.sum, partInputs,
        result: Phrase(same: outlook.toldExpected.map { Digits.money($0) } ?? "—")),
      Explanation(
        "outlook.end", Phrase(zh: "预计到哪一天", en: "The day of what is expected"),
        Phrase(zh: "本期的最后一天", en: "the last day of the period"), gives: .day(outlook.end)),
    ]
  }

  private var sums: [Explanation] {
    let outlook = plan.outlook
    let orders = sources.ordersOfPeriod
    let sold = Explanation(
      "outlook.won", Phrase(zh: "本期已成交", en: "Sold in the period so far"),
      outlook.wonDealsStandIn
        ? Phrase(
          zh: "本期 \(outlook.asOf) 之前赢下的商机（没有订单，由商机代替）",
          en: "deals won in the period before \(outlook.asOf), as there are no orders")
        : Phrase(
          zh: "本期 \(outlook.asOf) 之前的订单，减退货",
          en: "orders of the period before \(outlook.asOf), less returns"),
      [
        .init(zh: "订单", en: "orders", .count(orders.count { $0.amount > .zero })),
        .init(zh: "退货", en: "returns", .count(orders.count { $0.amount < .zero })),
      ], gives: .money(outlook.won), from: sources.achievedRows)
    let target = outlook.target.map(target)
    let today =
      outlook.today == .zero
      ? nil
      : Explanation(
        "outlook.today", Phrase(zh: "今天成交", en: "Sold today"),
        Phrase(
          zh: "\(outlook.asOf) 当天的订单：今天的还没有计入", en: "orders of \(outlook.asOf): not yet counted"),
        gives: .money(outlook.today))
    let expected = outlook.toldExpected.map {
      Explanation(
        "outlook.expected", Phrase(zh: "到 \(end) 预计", en: "Expected by \(end)"), Self.sum,
        partInputs, gives: .money($0))
    }
    return [target, outlook.tellsWon ? sold : nil, today, expected].compactMap { $0 }
  }

  private func target(_ amount: Money) -> Explanation {
    let goals = plan.goals.map(\.goal).filter { $0.metric == .amount }
    return Explanation(
      "outlook.target", Phrase(zh: "本期目标", en: "The target of the period"),
      Phrase(
        zh: "恰为本期的金额目标；没有则为本期之内各目标之和；再没有则取较长目标按工作日分摊的部分",
        en:
          "the amount goal for exactly this period; else the sum of the goals within it; else the "
          + "share, by working days, of a longer goal"),
      goals.map { goal in
        .init(
          Phrase(same: goal.id),
          Phrase(
            same: "\(goal.start)..\(goal.end) "
              + Digits.money(Money(hundredths: goal.targetHundredths))))
      }, gives: .money(amount), from: sources.targetRows)
  }

  private var scaleInput: Explanation.Input {
    .init(zh: "每一元预计乘以", en: "each unit expected times", .number(plan.outlook.scale))
  }

  /// What an order is taken to bring, and whose orders say so.
  var orderSizeInputs: [Explanation.Input] {
    guard let size = plan.outlook.orderSize else { return [] }
    return [
      .init(
        size.isTeams
          ? Phrase(
            zh: "平均单额（全队 \(size.orders) 笔，本人不足 \(OrderSizes.leastOwn) 笔）",
            en:
              "mean order (the team’s \(size.orders), one’s own being fewer than "
              + "\(OrderSizes.leastOwn))")
          : Phrase(zh: "平均单额（本人 \(size.orders) 笔）", en: "mean order (one’s own \(size.orders))"),
        ExplainedValue.money(Money(hundredths: Int(size.mean.rounded()))).text)
    ]
  }

  private func ordersInput(_ orders: Double) -> [Explanation.Input] {
    [.init(zh: "预计的订单", en: "orders expected", .number(orders))]
  }

  /// The parts that are expected, each the sum of its rows.
  private var parts: [Explanation] {
    let outlook = plan.outlook
    func rows(_ name: Phrase, _ count: Int) -> [Explanation.Input] {
      [.init(name, ExplainedValue.count(count).text), scaleInput]
    }
    return [
      outlook.toldDeals.map { told in
        Explanation(
          "outlook.deals", Phrase(zh: "在途商机到 \(end) 预计", en: "Open deals by \(end)"),
          Phrase(
            zh: "Σ 到期末赢下的机会 × 金额；机会按同样等了这么久的商机有多少赢、多少输来数",
            en:
              "Σ chance to be won by then × amount; the chance is counted from deals that waited as long: "
              + "how many were won, how many lost"),
          rows(Phrase(zh: "在途商机（个）", en: "open deals"), outlook.openDeals.count),
          gives: .money(told),
          from: sources.pipelineRows)
      },
      outlook.toldExisting.map { told in
        Explanation(
          "outlook.existing", Phrase(zh: "老客户到 \(end) 预计", en: "Existing customers by \(end)"),
          Phrase(
            zh: "Σ 到期末预计的订单 × 平均单额；从不再来的客户也在数里",
            en: "Σ orders expected by then × mean order; those who never came again are counted too"
          ),
          rows(Phrase(zh: "老客户（位）", en: "customers"), outlook.customers.count)
            + ordersInput(outlook.customers.reduce(0) { $0 + $1.expectedOrders })
            + orderSizeInputs,
          gives: .money(told),
          from: sources.existingRows)
      },
      outlook.toldInProgress.map { told in
        Explanation(
          "outlook.inProgress",
          Phrase(zh: "接触中的客户到 \(end) 预计", en: "Contacts in progress by \(end)"),
          Phrase(
            zh: "Σ 到期末首次下单的机会 × 平均单额", en: "Σ chance of a first order by then × mean order"),
          rows(Phrase(zh: "接触中的客户（位）", en: "contacts"), outlook.contacts.count)
            + ordersInput(outlook.contacts.reduce(0) { $0 + $1.expectedOrders }) + orderSizeInputs,
          gives: .money(told), from: sources.inProgressRows)
      },
      outlook.toldNewContacts.map { told in
        Explanation(
          "outlook.newContacts", Phrase(zh: "新的首次接触到 \(end) 预计", en: "New contacts by \(end)"),
          Phrase(
            zh: "排得下的首次接触，各按其日子到期末的首次下单机会（经过商机的也算）× 平均单额",
            en:
              "first contacts that fit, each by the chance of a first order, through a deal or without one, "
              + "from its day to the end × "
              + "mean order"),
          rows(Phrase(zh: "排得下的首次接触", en: "first contacts that fit"), outlook.contactsThatFit)
            + ordersInput(outlook.newOrders) + orderSizeInputs,
          gives: .money(told))
      },
      Explanation(
        "outlook.other",
        Phrase(zh: "平常月份的其他业务", en: "A usual month’s other business"),
        Phrase(
          zh: "别的什么都预计不出时，取平常月份的一部分；否则为 0",
          en: "a share of a usual month where nothing else can be expected; else 0"),
        gives: .money(outlook.other)),
    ].compactMap { $0 } + untold
  }

  /// The parts that are a dash on every page, with the reason.
  private var untold: [Explanation] {
    let outlook = plan.outlook
    let parts: [(key: String, kind: Wait.Kind, isTold: Bool)] = [
      ("deals", .deal, outlook.toldDeals != nil),
      ("existing", .reorder, outlook.toldExisting != nil),
      ("inProgress", .firstOrder, outlook.toldInProgress != nil),
      ("newContacts", .firstOrder, outlook.toldNewContacts != nil),
    ]
    return parts.filter { !$0.isTold }.map { part in
      Explanation(
        group: "outlook.\(part.key)",
        Phrase(
          zh: "\(Phrase(part.kind))：到 \(end) 说不出能来多少",
          en: "\(Phrase(part.kind)): what comes by \(end) cannot be told"),
        reason(part.kind), result: Phrase(same: "—"))
    }
  }

  /// Why nothing is expected of a kind.
  private func reason(_ kind: Wait.Kind) -> Phrase {
    switch plan.outlook.silent[kind] {
    case nil: Phrase(OutlookNote.tooFewEvents(kind))
    case .recordTooShort: Phrase(OutlookNote.recordTooShort(kind))
    case .neverWell: Phrase(OutlookNote.neverWell(kind))
    }
  }

  /// What new customers must bring.
  private var gap: [Explanation] {
    let outlook = plan.outlook
    guard let target = outlook.target, let gap = outlook.gap else { return [] }
    let inputs = [Explanation.Input(zh: "目标", en: "target", .money(target))] + partInputs
    return [
      Explanation(
        "outlook.gap", Phrase(zh: "新客户要补的缺口", en: "The gap that new customers must fill"),
        Phrase(
          zh: "目标 − 已成交 − 在途 − 老客户 − 接触中（没有新接触可计时也减其他），至少为 0",
          en:
            "target − sold − open deals − existing − in progress (and other, where no new contact "
            + "counts), 0 at least"), inputs, gives: .money(gap)),
      Explanation(
        "outlook.surplus", Phrase(zh: "超出目标的部分", en: "What exceeds the target"),
        Phrase(
          zh: "同一个差，为负时取其绝对值", en: "the same difference where it is below 0, without its sign"),
        inputs, gives: .money(outlook.surplus)),
    ]
  }

  private var fitting: [Explanation] {
    let outlook = plan.outlook
    let fit = Explanation(
      "outlook.contacts.fit", Phrase(zh: "排得下的首次接触", en: "First contacts that fit"),
      Phrase(
        zh: "缺口要求的首次接触里，可用时间容得下的", en: "those of the gap’s first contacts that the hours hold"),
      gives: .count(outlook.contactsThatFit))
    guard let asked = outlook.contactsAsked else { return [fit] }
    return [
      fit,
      Explanation(
        "outlook.contacts.asked", Phrase(zh: "缺口要求的首次接触", en: "First contacts the gap asks for"),
        Phrase(zh: "由缺口按转化率倒推", en: "worked back from the gap by the conversion rates"),
        gives: .count(asked)),
    ]
  }
}
