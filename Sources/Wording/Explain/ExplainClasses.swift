import Phrases
import SalesMethod

extension Explainer {
  /// How likely each class is taken to buy.
  var chances: [Explanation] {
    plan.chances.flatMap { chance -> [Explanation] in
      let key = "chances.\(chance.customerClass.rawValue)"
      let title = Phrase(
        zh: "\(chance.customerClass.rawValue) 类客户排先后时的权重",
        en: "The weight of class \(chance.customerClass.rawValue) when customers are put in order")
      let rule = Phrase(
        zh: "留存的计划中该类满 \(Calibration.leastCustomers) 位客户时，用其中到期前下单的比例；否则用设置的数。不是预测：到期末的预计见 outlook",
        en: "of the class in the plans kept, the share that ordered in time, from "
          + "\(Calibration.leastCustomers) customers on; else the number of the settings. No forecast: see outlook for that"
      )
      var inputs: [Explanation.Input] = []
      var list: [Explanation] = []
      func add(_ name: String, _ value: ExplainedValue) {
        list.append(Explanation("\(key).\(name)", title, rule, inputs, gives: value))
      }
      if let measured = chance.measured {
        inputs = [
          .init(zh: "下单", en: "ordered", .count(measured.successes)),
          .init(zh: "客户", en: "customers", .count(measured.trials)),
        ]
      }
      add("share", .share(chance.share))
      add(
        "source",
        chance.measured == nil
          ? .word("settings", Phrase(zh: "设置", en: "settings"))
          : .word("calibrated", Phrase(zh: "实测", en: "measured")))
      if let measured = chance.measured {
        add("bought", .count(measured.successes))
        add("customers", .count(measured.trials))
      }
      return list
    }
  }

  /// Who moved between classes since an earlier plan, and how many of each class bought.
  var classes: [Explanation] {
    guard let history else { return [] }
    let moved = history.migration.moves.filter { $0.from != $0.to }
    let whole = migration("classes.migration", history, moved)
    func one(_ key: String, _ formula: Phrase, _ value: ExplainedValue) -> Explanation {
      Explanation("classes.\(key)", whole.title, formula, whole.inputs, gives: value)
    }
    return [
      whole,
      one(
        "since", Phrase(zh: "较早那份计划的计划日", en: "the day of planning of the earlier plan"),
        .day(history.since)),
    ]
      + moved.flatMap { move in
        [("from", move.from), ("to", move.to)].compactMap { end, customerClass in
          customerClass.map {
            one("moves.\(move.customer).\(end)", whole.formula, .word($0.rawValue))
          }
        }
      } + [
        one(
          "stayed", Phrase(zh: "类别没有变化的客户数", en: "customers whose class is the same"),
          .count(history.migration.moves.count - moved.count)),
        one(
          "horizonEnd",
          Phrase(
            zh: "当时计划日 + 近期天数：到这天为止的订单算数",
            en: "the day of that plan + the near horizon: orders count up to it"),
          .day(history.horizonEnd)),
      ] + held(history)
  }

  private func migration(
    _ key: String, _ history: ClassHistory, _ moved: [MigrationMatrix.Move]
  ) -> Explanation {
    Explanation(
      group: key,
      Phrase(zh: "自 \(history.since) 起客户类别的变化", en: "How classes moved since \(history.since)"),
      Phrase(
        zh: "当时计划中的类别 → 现在的类别，按客户编号对应", en: "the class in the plan kept then → the class now, by id"
      ),
      moved.map {
        let step = "\($0.from?.rawValue ?? "—") → \($0.to?.rawValue ?? "—")"
        return Explanation.Input(Phrase(same: "\($0.customer) \($0.name)"), Phrase(same: step))
      },
      result: Phrase(
        zh: "\(moved.count) 位有变化，\(history.migration.moves.count - moved.count) 位不变",
        en: "\(moved.count) moved, \(history.migration.moves.count - moved.count) stayed"))
  }

  /// Whether the classes of the earlier plan held; nothing while its horizon is not over.
  private func held(_ history: ClassHistory) -> [Explanation] {
    guard let calibration = history.calibration else { return [] }
    let title = Phrase(zh: "类别是否应验", en: "Whether the classes held")
    let formula = Phrase(
      zh: "\(history.since) 时各类客户中，到 \(history.horizonEnd) 为止下单的（Wilson 区间）",
      en: "of each class on \(history.since), those who ordered by \(history.horizonEnd) (Wilson)")
    let inputs = calibration.lines.map { line in
      let interval = line.interval.map {
        ", 95 % \(Digits.percent($0.low)) – \(Digits.percent($0.high))"
      }
      return Explanation.Input(
        Phrase(same: line.customerClass.rawValue),
        Phrase(same: "\(line.bought.successes)/\(line.bought.trials)" + (interval ?? "")))
    }
    let lines = calibration.lines.flatMap { line in
      let key = "classes.calibration.\(line.customerClass.rawValue)"
      let interval = line.interval.map { ("wilson95", ExplainedValue.interval($0)) }
      return
        ([
          ("bought", ExplainedValue.count(line.bought.successes)),
          ("customers", .count(line.bought.trials)),
        ] + [interval].compactMap { $0 }).map { name, value in
          Explanation("\(key).\(name)", title, formula, inputs, gives: value)
        }
    }
    let reversed = Phrase(
      zh: "A 类区间的上限低于 B 类区间的下限", en: "the interval of A ends below that of B")
    return [
      Explanation(
        group: "classes.calibration", title, formula, inputs,
        result: calibration.isReversed
          ? Phrase(
            zh: "A 类低于 B 类：规则或打分需要检查", en: "A did worse than B: look at the rule or the scores")
          : Phrase(zh: "A 类没有明显低于 B 类", en: "A did not do worse than B beyond doubt"))
    ] + lines + [
      Explanation(
        "classes.reversed", title, reversed, inputs, gives: .truth(calibration.isReversed))
    ]
  }
}
