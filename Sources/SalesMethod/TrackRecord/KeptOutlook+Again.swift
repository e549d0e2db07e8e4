extension KeptOutlook {
  /// What an outlook made again says; nil where nothing was on record to expect anything by.
  init?(_ outlook: PeriodOutlook, of member: String, in month: DayRange) {
    guard let interval = outlook.interval80,
      interval.low < interval.high || outlook.expected > .zero
    else { return nil }
    self.init(
      member: member, month: month, asOf: outlook.asOf, target: outlook.target,
      expected: outlook.expected, low: interval.low, high: interval.high,
      chance: outlook.saidChance, isKept: false)
  }
}
