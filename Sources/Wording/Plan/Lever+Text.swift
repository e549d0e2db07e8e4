package import Phrases
package import SalesMethod

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
    case .times(let factor): "提高到 \(Digits.decimal(up: factor, places: 2)) 倍"
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
    case .times(let factor): " × \(Digits.decimal(up: factor, places: 2))"
    case .until(let day): " moved to \(day)"
    case .frees(let time): " frees \(time.hoursText) h"
    case .insufficient: ": not enough alone"
    }
  }
}
