package import Phrases
import SalesMethod

/// A value of a plan: as the plan as data prints it, and as people read it.
///
///     ExplainedValue.money(Money(hundredths: 13_453_267)).plain         // "134532.67"
///     ExplainedValue.money(Money(hundredths: 13_453_267)).text.english  // "134,532.67"
package struct ExplainedValue: Hashable, Sendable {
  /// The text of the number, the day or the word in the plan as data, without quotes; a list in
  /// square brackets.
  package let plain: String
  package let text: Phrase

  private init(_ plain: String, _ text: Phrase) {
    self.plain = plain
    self.text = text
  }

  private init(_ plain: String, shown text: String) { self.init(plain, Phrase(same: text)) }

  static func count(_ count: Int) -> Self { Self(String(count), shown: Digits.grouped(count)) }

  static func money(_ amount: Money) -> Self {
    Self(amount.description, shown: Digits.money(amount))
  }

  /// An amount in hundredths that may be a fraction of one.
  static func money(hundredths amount: Rational) -> Self {
    money(Money(hundredths: amount.rounded))
  }

  /// An amount in units.
  static func money(units: Double) -> Self {
    let plain = Digits.decimal(units, places: 2)
    return Self(plain, shown: plain)
  }

  static func day(_ day: Day) -> Self { Self(day.description, shown: day.description) }

  /// A number with at most six decimals.
  static func number(_ value: Rational) -> Self {
    let plain = Digits.decimal(value, places: 6)
    return Self(plain, shown: plain)
  }

  /// A number with at most six decimals.
  static func number(_ value: Double) -> Self {
    let plain = Digits.decimal(value, places: 6)
    return Self(plain, shown: plain)
  }

  /// A factor that must suffice: at most six decimals, upward.
  static func sufficient(_ factor: Rational) -> Self {
    let plain = Digits.decimal(up: factor, places: 6)
    return Self(plain, shown: plain)
  }

  /// A share: six decimals as data, a percentage for people.
  static func share(_ value: Rational) -> Self {
    Self(Digits.decimal(value, places: 6), shown: Digits.percent(value.double))
  }

  /// A share: six decimals as data, a percentage for people.
  static func share(_ value: Double) -> Self {
    Self(Digits.decimal(value, places: 6), shown: Digits.percent(value))
  }

  static func hours(_ time: WorkingTime) -> Self {
    let plain = Digits.decimal(time.hours, places: 6)
    return Self(plain, Phrase(zh: "\(plain) 小时", en: "\(plain) h"))
  }

  static func truth(_ value: Bool) -> Self {
    Self(String(value), value ? Phrase(zh: "是", en: "yes") : Phrase(zh: "否", en: "no"))
  }

  /// A word of the plan as data, with what it says.
  static func word(_ word: String, _ text: Phrase? = nil) -> Self {
    Self(word, text ?? Phrase(same: word))
  }

  /// A sentence that the plan as data prints in the language asked for.
  static func sentence(_ worded: some Worded) -> Self {
    Self(worded.text(in: .chinese), Phrase(worded))
  }

  static func list(_ values: [ExplainedValue], joiner: String = ", ") -> Self {
    func joined(_ language: Language) -> String {
      values.map { $0.text.text(in: language) }.joined(separator: joiner)
    }
    return Self(
      "[" + values.map(\.plain).joined(separator: ",") + "]",
      values.isEmpty
        ? Phrase(zh: "无", en: "none") : Phrase(zh: "\(joined(.chinese))", en: "\(joined(.english))")
    )
  }

  /// The two ends of an interval of shares.
  static func interval(_ interval: Interval) -> Self {
    list([share(interval.low), share(interval.high)], joiner: " – ")
  }
}
