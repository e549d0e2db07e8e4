import Mustache
import Phrases
import Rulebook
import SalesMethod
import Wording

/// What would make a plan feasible whose hours do not suffice.
struct Remedy {
  private let shortfall: Shortfall
  private let message: ManagerMessage?

  /// The remedy of a plan; nil where its hours suffice.
  init?(_ plan: MonthlyPlan) {
    guard let shortfall = plan.shortfall else { return nil }
    self.shortfall = shortfall
    message = plan.managerMessage
  }

  /// The remedy as templates know it.
  func fields(in language: Language) -> Value {
    .record([
      "gapMinutes": .minutes(shortfall.missing), "gapMoney": .money(shortfall.missingAmount),
      "largestTarget": .money(shortfall.largestFeasibleTarget),
      "largestCustomers": .integer(shortfall.feasibleCustomers),
      "largestMinutes": .minutes(shortfall.feasibleTime),
      "levers": .list(shortfall.levers.map { lever($0, in: language) }),
      "manager": .texts(message.map { [$0.text(in: language)] } ?? []),
    ])
  }

  private func lever(_ lever: Lever, in language: Language) -> Value {
    .record([
      "name": .text(name(of: lever.kind, in: language)), "isPossible": .bool(lever.closes),
      "change": .text(change(by: lever.effect, in: language)),
    ])
  }

  private func name(of kind: Lever.Kind, in language: Language) -> String {
    let isChinese = language == .chinese
    switch kind {
    case .dealSize: return isChinese ? "单量" : "Deal size"
    case .repeats: return isChinese ? "续购量" : "Repeat purchases"
    case .conversion(let from, let to):
      let step = "\(Words.stage(from, in: language)) → \(Words.stage(to, in: language))"
      return isChinese ? step + " 的转化率" : "Conversion " + step
    case .hours: return isChinese ? "可用工时或人手" : "Hours or people"
    case .endDate: return isChinese ? "期限" : "End date"
    case .lowClassVisits: return isChinese ? "不拜访C、D类客户" : "No visits to classes C and D"
    }
  }

  private func change(by effect: Lever.Effect, in language: Language) -> String {
    let isChinese = language == .chinese
    switch effect {
    case .times(let factor): return "× " + Digits.decimal(roundedUp(factor), places: 2)
    case .until(let day): return (isChinese ? "延到 " : "moved to ") + day.description
    case .frees(let time):
      return isChinese ? "省出 \(time.hoursText) 小时" : "frees \(time.hoursText) h"
    case .insufficient: return ""
    }
  }

  /// To hundredths, upward: what is printed must suffice.
  private func roundedUp(_ factor: Rational) -> Rational {
    guard let scaled = try? factor * Rational(100) else { return factor }
    return Rational(scaled.ceiling, over: 100) ?? factor
  }
}
