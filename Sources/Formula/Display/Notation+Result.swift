extension Notation {
  /// What a name of a calculation gives, or what went wrong.
  package func shown(_ result: CalcResult) -> String {
    switch result.outcome {
    case .value(let value): shown(value, result.unit, result.style)
    case .failed(let failure): message(failure.fault)
    }
  }

  /// What stands where a value would, when it cannot be computed.
  package func message(_ fault: Fault) -> String {
    let message = usesMyriads ? chinese(fault) : fault.message
    // Nobody did anything wrong where there are no data yet.
    return fault == .missing ? message : "⚠ " + message
  }

  private func chinese(_ fault: Fault) -> String {
    switch fault {
    case .divisionByZero: "除数为零"
    case .tooLarge: "数太大"
    case .exponent: "指数须是 -1024 到 1024 的整数"
    case .zeroToTheZero: "0 的 0 次方没有值"
    case .digits: "小数位数须是 -100 到 100 的整数"
    case .step: "CEILING 和 FLOOR 的步长须大于零"
    case .nothing: "没有可取平均、最小或最大的数"
    case .longText: "文字超过 32,767 个字符"
    case .criterion: "对数的条件须是一个数，或如 \">=100\" 的文字"
    case .lengths: "SUMIF 的两列须出自同一张表"
    case .unavailable: "所依据的值有误"
    case .missing: "还没有数据"
    }
  }
}
