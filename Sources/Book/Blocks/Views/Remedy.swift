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
    switch kind {
    case .dealSize: return language.say(zh: "单量", en: "Deal size")
    case .repeats: return language.say(zh: "续购量", en: "Repeat purchases")
    case .conversion(let from, let to):
      let step = "\(StageName(from).text(in: language)) → \(StageName(to).text(in: language))"
      return language.say(zh: "\(step) 的转化率", en: "Conversion \(step)")
    case .hours: return language.say(zh: "可用工时或人手", en: "Hours or people")
    case .endDate: return language.say(zh: "期限", en: "End date")
    case .lowClassVisits:
      return language.say(zh: "不拜访C、D类客户", en: "No visits to classes C and D")
    }
  }

  private func change(by effect: Lever.Effect, in language: Language) -> String {
    switch effect {
    case .times(let factor): "× " + Digits.decimal(up: factor, places: 2)
    case .until(let day): language.say(zh: "延到 \(day)", en: "moved to \(day)")
    case .frees(let time):
      language.say(zh: "省出 \(time.hoursText) 小时", en: "frees \(time.hoursText) h")
    case .insufficient: ""
    }
  }
}
