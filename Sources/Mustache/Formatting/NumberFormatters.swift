import Phrases

extension Formatters {
  /// Amounts, counts, shares and durations.
  static func numbers(_ language: Language) -> [Formatter] {
    [
      decimal("money") { amount in
        let money = amount.shifted(by: 2).rounded(to: 2)
        return (money.isWhole ? money.rounded(to: 0) : money).text(grouped: true)
      },
      decimal("money0") { $0.shifted(by: 2).rounded(to: 0).text(grouped: true) },
      decimal("wan") { largeAmount($0.shifted(by: 2), language) },
      decimal("integer") { $0.rounded(to: 0).text(grouped: true) },
      decimal("hours") { minutes in
        inHours(minutes).map { $0 + (language == .english ? " h" : " 小时") }
      },
      decimal("in-hours", inHours),
      percent,
      fixed,
    ]
  }

  /// Minutes as hours with at most two decimals, without their unit: for a column that names it.
  private static func inHours(_ minutes: Decimal) -> String? {
    // Sixtieths are exact only as a fraction; whole minutes fit one.
    guard let whole = Int(minutes.rounded(to: 0).text) else { return nil }
    return Decimal(whole, over: 60, places: 2)?.shortest.text(grouped: true)
  }

  private static func decimal(
    _ name: String, _ format: @escaping @Sendable (Decimal) -> String?
  ) -> Formatter {
    Formatter(name) { value, _ in
      guard let number = Decimal(value), let text = format(number) else {
        return .wants(Phrase(zh: "数字", en: "a number"))
      }
      return .value(.text(text))
    }
  }

  /// Millionths or a fraction, as a share with at most one decimal: `24.5%`.
  private static var percent: Formatter {
    Formatter("percent") { value, _ in
      let share: Decimal?
      if case .ratio(let part, let whole) = value {
        share = Decimal(part, over: whole, places: 3)
      } else {
        share = Decimal(value).map { $0.shifted(by: 6).rounded(to: 3) }
      }
      guard let share else {
        return .wants(
          Phrase(zh: "以百万分之一计的整数，或分数", en: "a whole number of millionths, or a fraction"))
      }
      return .value(.text(share.shifted(by: -2).rounded(to: 1).shortest.text(grouped: true) + "%"))
    }
  }

  /// A number with exactly so many decimals.
  private static var fixed: Formatter {
    Formatter("fixed", arguments: 1...1) { value, arguments in
      guard case .integer(let places)? = arguments.first, (0...20).contains(places) else {
        return .wants(
          Phrase(zh: "后面写 0 到 20 的小数位数", en: "a number of decimals from 0 to 20 after it"))
      }
      let number: Decimal?
      if case .ratio(let part, let whole) = value {
        number = Decimal(part, over: whole, places: places)
      } else {
        number = Decimal(value)?.rounded(to: places)
      }
      guard let number else { return .wants(Phrase(zh: "数字", en: "a number")) }
      return .value(.text(number.text(grouped: true)))
    }
  }

  /// An amount in 万 or 亿, or in thousands, with at most two decimals.
  ///
  /// A mark of “about” stands
  /// before what had to be rounded, so that no figure claims to be exact that is not.
  private static func largeAmount(_ amount: Decimal, _ language: Language) -> String {
    let units: [(power: Int, name: String)] =
      language == .english ? [(3, "k")] : [(8, "亿"), (4, "万")]
    for unit in units {
      let exact = amount.shifted(by: unit.power)
      let shown = exact.rounded(to: 2)
      let size = shown.isNegative ? shown.text.dropFirst() : shown.text[...]
      guard !size.hasPrefix("0.") else { continue }
      let about = language == .english ? "≈" : "约"
      return (shown == exact ? "" : about) + shown.shortest.text(grouped: true) + unit.name
    }
    let small = amount.rounded(to: 2)
    return (small.isWhole ? small.rounded(to: 0) : small).text(grouped: true)
  }
}

extension Decimal {
  /// The number a value holds; nil for what is not a number.
  init?(_ value: Value) {
    switch value {
    case .integer(let number): self.init(number)
    case .decimal(let number): self = number
    default: return nil
    }
  }
}
