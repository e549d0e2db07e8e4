package import Phrases

/// One thing that could be changed, alone, to make a plan fit into the hours there are.
package struct Lever: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case dealSize
    case repeats
    /// The conversion of one step of the funnel.
    case conversion(from: String, to: String)
    /// More hours, or more people.
    case hours
    /// A later end of the period.
    case endDate
    /// No visits to customers of class C and D.
    case lowClassVisits
  }

  package enum Effect: Hashable, Sendable {
    /// It suffices to multiply by this.
    case times(Rational)
    /// It suffices to end on this day.
    case until(Day)
    /// It suffices and frees this much.
    case frees(WorkingTime)
    /// Alone it is not enough.
    case insufficient
  }

  package let kind: Kind
  package let effect: Effect

  /// Whether it suffices alone.
  package var closes: Bool { effect != .insufficient }
}

extension Lever: Worded {
  package func text(in language: Language) -> String {
    language == .chinese ? chineseName + chineseEffect : englishName + englishEffect
  }

  private var chineseName: String {
    switch kind {
    case .dealSize: "单量"
    case .repeats: "续购量"
    case .conversion(let from, let to): StageName.step(from, to).chinese + " 转化率"
    case .hours: "可用时间或人手"
    case .endDate: "期限"
    case .lowClassVisits: "不拜访 C、D 类客户"
    }
  }

  private var chineseEffect: String {
    switch effect {
    case .times(let factor): "提高到 \(Digits.decimal(roundedUp(factor), places: 2)) 倍"
    case .until(let day): "延到 \(day)"
    case .frees(let time): "可省 \(time.hoursText) 小时"
    case .insufficient: "：单独无法解决"
    }
  }

  private var englishName: String {
    switch kind {
    case .dealSize: "order size"
    case .repeats: "orders per buyer"
    case .conversion(let from, let to): "conversion " + StageName.step(from, to).english
    case .hours: "hours or people"
    case .endDate: "end date"
    case .lowClassVisits: "no visits to C and D"
    }
  }

  private var englishEffect: String {
    switch effect {
    case .times(let factor): " × \(Digits.decimal(roundedUp(factor), places: 2))"
    case .until(let day): " moved to \(day)"
    case .frees(let time): " frees \(time.hoursText) h"
    case .insufficient: ": not enough alone"
    }
  }

  /// To hundredths, upward: what is printed must suffice.
  private func roundedUp(_ factor: Rational) -> Rational {
    guard let scaled = try? factor * Rational(100) else { return factor }
    return Rational(scaled.ceiling, over: 100) ?? factor
  }
}
