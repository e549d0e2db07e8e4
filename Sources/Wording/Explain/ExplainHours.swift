import Phrases
import SalesMethod

extension Explainer {
  /// Hours needed and hours there are.
  func hours(_ workload: Workload) -> [Explanation] {
    let hours = workload.hours
    let all = Phrase(zh: "漏斗用时 + 老客户拜访用时", en: "time of the funnel + visits to known customers")
    let rows = SourceRows([plan.member.row])
    let parts: [Explanation.Input] = [
      .init(zh: "漏斗", en: "funnel", .hours(hours.funnel)),
      .init(zh: "拜访", en: "visits", .hours(hours.cadence)),
    ]
    return [
      Explanation(
        group: "workload.hours", Phrase(zh: "需要的小时与可用的小时", en: "Hours needed and hours there are"),
        Phrase(
          zh: "需要 = Σ 各阶段数量 × 每个用时 + 拜访；可用 = 工作日 × 每天小时 × 销售时间占比",
          en:
            "needed = Σ count × time + visits; available = working days × hours a day × selling share"
        ),
        stageTimes(workload) + [parts[1], availableInput],
        result: Phrase(
          zh: "需要 \(hours.needed.hoursText)，可用 \(hours.available.hoursText)",
          en: "\(hours.needed.hoursText) needed of \(hours.available.hoursText)"),
        changes: plan.shortfall?.levers.map { Phrase($0) } ?? [], from: rows),
      Explanation(
        "workload.hours.needed", Phrase(zh: "需要的小时", en: "Hours needed"), all, parts,
        gives: .hours(hours.needed)),
      Explanation(
        "workload.hours.available", Phrase(zh: "可用的小时", en: "Available hours"),
        Phrase(
          zh: "剩余工作日 × 每天小时 × 销售时间占比", en: "working days left × hours a day × selling share"),
        [availableInput], gives: .hours(hours.available), from: rows),
      Explanation(
        "workload.hours.funnel", Phrase(zh: "新客户用时", en: "Hours for new customers"),
        Phrase(zh: "Σ 各阶段数量 × 每个用时", en: "Σ count of the stage × time of one"),
        stageTimes(workload),
        gives: .hours(hours.funnel)), cadenceHours(hours),
    ] + utilisation(hours)
  }

  private func stageTimes(_ workload: Workload) -> [Explanation.Input] {
    zip(workload.stages, planner.settings.funnel).map { stage, setting in
      .init(
        Phrase(StageName(stage.stage)),
        Phrase(same: "\(stage.mean) × \(setting.time.hoursText) = \(stage.time.hoursText)"))
    }
  }

  private var availableInput: Explanation.Input {
    let member = plan.member
    return .init(
      zh: "可用", en: "available",
      "\(Digits.decimal(plan.calendar.daysLeft.double, places: 1)) × "
        + "\(Digits.decimal(Double(member.minutesPerDay) / 60, places: 2)) × "
        + Digits.decimal(Double(member.sellingShareThousandths) / 1000, places: 3))
  }

  private func cadenceHours(_ hours: HoursBalance) -> Explanation {
    let inputs = CustomerClass.allCases.compactMap { customerClass -> Explanation.Input? in
      let visits = plan.customers(of: customerClass).reduce(0) { $0 + $1.wantedVisits }
      guard visits > 0 else { return nil }
      let time = planner.settings.cadence[customerClass].time
      return .init(
        Phrase(same: customerClass.rawValue), Phrase(same: "\(visits) × \(time.hoursText)"))
    }
    return Explanation(
      "workload.hours.cadence", Phrase(zh: "老客户拜访用时", en: "Hours of visits to known customers"),
      Phrase(
        zh: "Σ 各类客户还应拜访的次数 × 每次用时", en: "Σ visits the class still asks for × time of one"), inputs,
      gives: .hours(hours.cadence))
  }

  private func utilisation(_ hours: HoursBalance) -> [Explanation] {
    guard let share = hours.utilisation else { return [] }
    return [
      Explanation(
        "workload.hours.utilisation", Phrase(zh: "时间占用率", en: "Utilisation"),
        Phrase(zh: "需要 ÷ 可用", en: "needed ÷ available"),
        [
          .init(zh: "需要", en: "needed", .hours(hours.needed)),
          .init(zh: "可用", en: "available", .hours(hours.available)),
        ], gives: .share(share))
    ]
  }

  /// Whether the work fits; where not, the largest target that does and what would help.
  func fit(_ workload: Workload) -> [Explanation] {
    let feasible = Explanation(
      "workload.feasible", Phrase(zh: "时间够不够", en: "Whether the hours suffice"),
      Phrase(zh: "需要 ≤ 可用", en: "needed ≤ available"),
      [
        .init(zh: "需要", en: "needed", .hours(workload.hours.needed)),
        .init(zh: "可用", en: "available", .hours(workload.hours.available)),
      ], gives: .truth(workload.isFeasible),
      changes: plan.shortfall?.levers.map { Phrase($0) } ?? [])
    guard let shortfall = plan.shortfall else { return [feasible] }
    let levers = shortfall.levers
    let message = plan.managerMessage.map { message in
      Explanation(
        "workload.managerMessage", Phrase(zh: "给上级的话", en: "What to tell the manager"),
        Phrase(zh: "由缺口、可行目标与把握写成", en: "written from the shortfall, what fits, and the chance"),
        gives: .sentence(message))
    }
    return [feasible, largestTarget(shortfall)]
      + [
        Explanation(
          group: "workload.levers", Phrase(zh: "单独改变一项", en: "One thing changed alone"),
          Phrase(zh: "其余不变，需要改变多少才够", en: "everything else the same, how much must it change"),
          [],
          result: Phrase(
            zh: "\(levers.count { $0.closes }) 项可行", en: "\(levers.count { $0.closes }) suffice"),
          changes: levers.map { Phrase($0) })
      ] + levers.map(lever) + [message].compactMap { $0 }
  }

  private func largestTarget(_ shortfall: Shortfall) -> Explanation {
    Explanation(
      "workload.largestFeasibleTarget",
      Phrase(zh: "时间允许的最大目标", en: "The largest target the hours allow"),
      Phrase(
        zh: "用时不超过可用小时的最多客户数 × 单量 × 续购量，加已成交、在途与续购；到期末预计的更多时，取预计的",
        en:
          "the most customers whose work fits × order size × orders per buyer, with what is achieved, "
          + "open and repeated; where more is expected by the period’s end, that"),
      [
        .init(zh: "客户数", en: "customers", .count(shortfall.feasibleCustomers)),
        .init(
          zh: "各阶段", en: "stages",
          shortfall.feasibleCounts.map(String.init).joined(separator: " / ")),
        .init(zh: "用时", en: "hours", .hours(shortfall.feasibleTime)),
      ], gives: .money(shortfall.largestFeasibleTarget),
      changes: shortfall.levers.map { Phrase($0) },
      from: sources.factorRows + sources.conversionRows)
  }

  private func lever(_ lever: Lever) -> Explanation {
    let (name, formula) = Self.rule(of: lever.kind)
    let (suffix, value): (String, ExplainedValue) =
      switch lever.effect {
      case .times(let factor): ("factor", .sufficient(factor))
      case .until(let day): ("until", .day(day))
      case .frees(let time): ("hours", .hours(time))
      case .insufficient: ("closes", .truth(false))
      }
    return Explanation(
      "workload.levers.\(name).\(suffix)", Phrase(lever), formula, gives: value)
  }

  private static func rule(of kind: Lever.Kind) -> (name: String, formula: Phrase) {
    switch kind {
    case .dealSize:
      (
        "dealSize",
        Phrase(zh: "缺口 ÷（可行客户数 × 每客价值）", en: "gap ÷ (customers that fit × worth of one)")
      )
    case .repeats:
      ("repeat", Phrase(zh: "缺口 ÷（可行客户数 × 每客价值）", en: "gap ÷ (customers that fit × worth of one)"))
    case .conversion(let from, _):
      (
        "conversion.\(from)",
        Phrase(
          zh: "需要的转化率 ÷ 现在的转化率，转化率至多为 1", en: "the rate that suffices ÷ the rate now, 1 at most")
      )
    case .hours: ("hours", Phrase(zh: "需要 ÷ 可用", en: "needed ÷ available"))
    case .endDate:
      (
        "endDate",
        Phrase(
          zh: "工作日够用且预计成交数够的第一个月末，至多两年",
          en:
            "the end of the first month with days enough and deals enough expected, two years at most"
        )
      )
    case .lowClassVisits:
      ("lowClassVisits", Phrase(zh: "C、D 类还应拜访的用时", en: "the time of the visits to C and D"))
    }
  }
}
