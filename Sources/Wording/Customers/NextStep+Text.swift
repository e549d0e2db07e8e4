package import Phrases
package import SalesMethod

extension NextStep: Worded {
  package func text(in language: Language) -> String {
    language == .chinese ? chinese : english
  }

  private var chinese: String {
    switch self {
    case .agreeClosing: "约定成交时间，确认报价与签约条件"
    case .askDate: "问清预计成交日，写进计划"
    case .renewDate: "原定日期已过，重新约定成交日"
    case .bringDateForward: "找出能提前成交的理由，约下一个节点"
    case .ask(let letters):
      "先核实 " + Language.chinese.list(letters.map(\.rawValue)) + "："
        + letters.prefix(1).map { Question.letter($0).text(in: .chinese) }.joined()
    case .developNeed: "创造需求：找痛点，用样品、案例或试用证明"
    case .findDecisionMaker: "找决策人：画出决策链，请现联系人引荐"
    case .arrangePayment: "查信用与付款能力：谈分期、账期或小单起步"
    case .keepInTouch: "保持联系，每季度复核一次"
    case .stopVisiting: "停止主动拜访，转入公海或群发"
    case .respect(.doNotContact): "客户要求不再联系：不联系"
    case .respect(.closedDown): "客户已停业：不再投入"
    case .respect(.merged): "客户已合并：转到合并后的客户名下"
    }
  }

  private var english: String {
    switch self {
    case .agreeClosing: "agree the day, the price and the terms of signing"
    case .askDate: "ask when they expect to buy, and write the date down"
    case .renewDate: "the agreed date has passed: agree a new one"
    case .bringDateForward: "find a reason to decide sooner and fix the next step"
    case .ask(let letters):
      "find out " + Language.english.list(letters.map(\.rawValue)) + ": "
        + letters.prefix(1).map { Question.letter($0).text(in: .english) }.joined()
    case .developNeed: "develop the need: pains, samples, cases, a trial"
    case .findDecisionMaker: "find who decides: map the people, ask for an introduction"
    case .arrangePayment: "check credit and payment: instalments, terms, a small first order"
    case .keepInTouch: "keep in touch and review once a quarter"
    case .stopVisiting: "stop visiting: shared pool or mass mail"
    case .respect(.doNotContact): "asked not to be contacted: do not contact"
    case .respect(.closedDown): "closed down: spend no more time"
    case .respect(.merged): "merged: carry on under the customer it was merged into"
    }
  }
}

extension Question: Worded {
  package func text(in language: Language) -> String {
    switch (self, language) {
    case (.letter(.money), .chinese): "这笔预算从哪个科目出、批了吗？"
    case (.letter(.money), .english): "Which budget does this come from, and is it approved?"
    case (.letter(.authority), .chinese): "最后由谁签字？还有谁会反对？"
    case (.letter(.authority), .english): "Who signs in the end, and who might object?"
    case (.letter(.need), .chinese): "不解决会怎样？希望什么时候用上？"
    case (.letter(.need), .english):
      "What happens if nothing changes, and when do you want it working?"
    case (.date, .chinese): "您希望哪天到货或上线？"
    case (.date, .english): "On which day do you want it delivered or live?"
    }
  }
}

extension Letter: Worded {
  package func text(in language: Language) -> String {
    switch (self, language) {
    case (.money, .chinese): "购买能力"
    case (.money, .english): "purchasing power"
    case (.authority, .chinese): "决策能力"
    case (.authority, .english): "power to decide"
    case (.need, .chinese): "需求度"
    case (.need, .english): "need"
    }
  }
}
