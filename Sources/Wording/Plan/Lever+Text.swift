package import Phrases
package import SalesMethod

extension Lever: Worded {
  package func text(in language: Language) -> String { phrase.text(in: language) }

  private var phrase: Phrase {
    let name = kind.name
    return switch effect {
    case .times(let factor):
      Phrase(zh: "\(name)提高到 \(times(factor)) 倍", en: "\(name) × \(times(factor))")
    case .until(let day): Phrase(zh: "\(name)延到 \(day)", en: "\(name) moved to \(day)")
    case .frees(let time):
      Phrase(zh: "\(name)可省 \(time.hoursText) 小时", en: "\(name) frees \(time.hoursText) h")
    case .insufficient: Phrase(zh: "\(name)：单独无法解决", en: "\(name): not enough alone")
    }
  }

  private func times(_ factor: Rational) -> String { Digits.decimal(up: factor, places: 2) }
}

extension Lever.Kind {
  /// What is changed, as a sentence goes on with it.
  fileprivate var name: Phrase {
    switch self {
    case .dealSize: Phrase(Factor.dealSize)
    case .repeats: Phrase(Factor.repeats)
    case .conversion(let from, let to):
      Phrase(
        zh: "\(StageName.step(from, to)) 转化率", en: "conversion \(StageName.step(from, to))")
    case .hours: Phrase(zh: "可用时间或人手", en: "hours or people")
    case .endDate: Phrase(zh: "期限", en: "end date")
    case .lowClassVisits: Phrase(zh: "不拜访 C、D 类客户", en: "no visits to C and D")
    }
  }
}
