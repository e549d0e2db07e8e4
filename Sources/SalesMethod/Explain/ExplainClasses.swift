extension Planner {
  /// Explains `classes.migration` or `classes.calibration`; nil for another key, and where the
  /// horizon of the earlier plan is not over.
  package func explain(_ key: String, of history: ClassHistory) -> Explanation? {
    switch key {
    case "classes.migration": migration(key, history)
    case "classes.calibration": history.calibration.map { calibration(key, $0, history) }
    default: nil
    }
  }

  private func migration(_ key: String, _ history: ClassHistory) -> Explanation {
    let moved = history.migration.moves.filter { $0.from != $0.to }
    return Explanation(
      group: key,
      Phrase("自 \(history.since) 起客户类别的变化", "How classes moved since \(history.since)"),
      Phrase(
        "当时计划中的类别 → 现在的类别，按客户编号对应", "the class in the plan kept then → the class now, by id"),
      moved.map {
        let step = "\($0.from?.rawValue ?? "—") → \($0.to?.rawValue ?? "—")"
        return Explanation.Input(Phrase(same: "\($0.customer) \($0.name)"), Phrase(same: step))
      },
      result: Phrase(
        "\(moved.count) 位有变化，\(history.migration.moves.count - moved.count) 位不变",
        "\(moved.count) moved, \(history.migration.moves.count - moved.count) stayed"))
  }

  private func calibration(
    _ key: String, _ calibration: Calibration, _ history: ClassHistory
  ) -> Explanation {
    let inputs = calibration.lines.map { line in
      let interval = line.interval.map {
        ", 95 % \(Digits.percent($0.low)) – \(Digits.percent($0.high))"
      }
      return Explanation.Input(
        Phrase(same: line.customerClass.rawValue),
        Phrase(same: "\(line.bought.successes)/\(line.bought.trials)" + (interval ?? "")))
    }
    return Explanation(
      group: key, Phrase("类别是否应验", "Whether the classes held"),
      Phrase(
        "\(history.since) 时各类客户中，到 \(history.horizonEnd) 为止下单的（Wilson 区间）",
        "of each class on \(history.since), those who ordered by \(history.horizonEnd) (Wilson)"),
      inputs,
      result: calibration.isReversed
        ? Phrase("A 类低于 B 类：规则或打分需要检查", "A did worse than B: look at the rule or the scores")
        : Phrase("A 类没有明显低于 B 类", "A did not do worse than B beyond doubt"))
  }
}
