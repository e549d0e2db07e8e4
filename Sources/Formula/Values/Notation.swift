/// How a language shows numbers: 35 万元 in Chinese, 350,000 yuan in English.
///
/// A number is shown exactly where four decimals are enough; otherwise it is rounded and marked ≈.
package struct Notation: Hashable, Sendable {
  /// Whether 万 and 亿 are used.
  let usesMyriads: Bool
  /// Whether 1200000 is written 1,200,000.
  let groups: Bool
  /// Whether units are said in English.
  let isEnglish: Bool

  /// 35 万元, 1.2 亿元, 352,345 元.
  package static let chinese = Notation(usesMyriads: true, groups: true)
  /// 350,000 yuan.
  package static let english = Notation(usesMyriads: false, groups: true, isEnglish: true)
  /// 350000 元: as a formula would be typed.
  static let plain = Notation(usesMyriads: false, groups: false)

  init(usesMyriads: Bool, groups: Bool, isEnglish: Bool = false) {
    self.usesMyriads = usesMyriads
    self.groups = groups
    self.isEnglish = isEnglish
  }

  /// The notation of a page's language: Chinese for `zh` and its kin, else English.
  package init(language: String) {
    self = language.hasPrefix("zh") ? .chinese : .english
  }

  /// A number in its parts, so that a page can mark up each.
  package struct Shown: Hashable, Sendable {
    /// The digits with their sign: `-1,234.5`.
    package let digits: String
    /// What stands behind them: `万元`, `%`, `元/单`, or nothing.
    package let word: String
    /// Whether digits were lost.
    package let isRounded: Bool

    /// The whole: `≈ 33.33 元`.
    package var text: String {
      let spaced = word.isEmpty || word == "%" ? digits + word : digits + " " + word
      return isRounded ? "≈ " + spaced : spaced
    }
  }

  /// A number with its unit.
  ///
  ///     Notation.chinese.number(Rational(350_000), yuan, .plain).text  // "35 万元"
  ///     Notation.english.number(Rational(1, over: 3), .none, .plain).text  // "≈ 0.3333"
  package func number(_ number: Rational, _ unit: Unit = .none, _ style: Style = .plain) -> Shown {
    if style == .percent, unit.isNone, let hundredfold = try? number * Rational(100) {
      return shown(hundredfold, word: "%")
    }
    if usesMyriads, !unit.description.hasPrefix("1/"), let inMyriads = myriads(number, unit) {
      return inMyriads
    }
    return shown(number, word: number.isOne ? wordOfOne(unit) : word(of: unit))
  }

  /// A unit as the language says it.
  ///
  ///     Notation.english.word(of: perOrder)  // "yuan/order"
  package func word(of unit: Unit) -> String { isEnglish ? unit.inEnglish() : unit.description }

  /// A unit as the language says it of one.
  ///
  ///     Notation.english.wordOfOne(perCustomer)  // "order/customer"
  func wordOfOne(_ unit: Unit) -> String {
    isEnglish ? unit.inEnglish(ofOne: true) : unit.description
  }

  /// A value of any kind; a column has no text of its own.
  package func shown(_ value: Value, _ unit: Unit = .none, _ style: Style = .plain) -> String {
    switch value {
    case .number(let number): self.number(number, unit, style).text
    case .text(let text): text
    case .truth(let truth): word(truth)
    case .column: ""
    }
  }

  private func word(_ truth: Bool) -> String {
    if usesMyriads { return truth ? "是" : "否" }
    return truth ? "TRUE" : "FALSE"
  }

  /// The number in 亿 or 万, where two decimals hold it.
  private func myriads(_ number: Rational, _ unit: Unit) -> Shown? {
    for (scale, word) in [(100_000_000, "亿"), (10_000, "万")] {
      guard let scaled = try? number / Rational(scale) else { continue }
      let magnitude = scaled.signum < 0 ? -scaled : scaled
      if magnitude >= Rational(1), let decimals = scaled.exactDecimals(upTo: 2) {
        let digits = scaled.decimal(decimals, grouped: groups)
        return Shown(digits: digits, word: word + unit.description, isRounded: false)
      }
    }
    return nil
  }

  private func shown(_ number: Rational, word: String) -> Shown {
    if let decimals = number.exactDecimals(upTo: Self.exactDecimals) {
      return Shown(
        digits: number.decimal(decimals, grouped: groups), word: word, isRounded: false)
    }
    let digits = number.decimal(Self.decimals(of: number), grouped: groups)
    return Shown(digits: digits, word: word, isRounded: true)
  }

  /// A number that so many decimals hold is shown whole.
  static let exactDecimals = 4

  /// The decimals of a rounded number: two, or as many as show four digits that count.
  private static func decimals(of number: Rational) -> Int {
    number.isBelowOne ? number.leadingZeros + 4 : 2
  }
}
