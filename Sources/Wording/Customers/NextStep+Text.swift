package import Phrases
package import SalesMethod

extension NextStep: Worded {
  package func text(in language: Language) -> String {
    switch self {
    case .agreeClosing:
      language.say(zh: "约定成交时间，确认报价与签约条件", en: "agree the day, the price and the terms of signing")
    case .confirmDate(let day):
      language.say(
        zh: "商机写着 \(day) 成交：向客户核实，写进客户表",
        en: "the deal says \(day): confirm it with the customer and write it down")
    case .askDate:
      language.say(zh: "问清预计成交日，写进计划", en: "ask when they expect to buy, and write the date down")
    case .renewDate:
      language.say(zh: "原定日期已过，重新约定成交日", en: "the agreed date has passed: agree a new one")
    case .bringDateForward:
      language.say(
        zh: "找出能提前成交的理由，约下一个节点", en: "find a reason to decide sooner and fix the next step")
    case .ask(let letters, let andDate): ask(letters, andDate, in: language)
    case .developNeed:
      language.say(
        zh: "创造需求：找痛点，用样品、案例或试用证明", en: "develop the need: pains, samples, cases, a trial")
    case .findDecisionMaker:
      language.say(
        zh: "找决策人：画出决策链，请现联系人引荐",
        en: "find who decides: map the people, ask for an introduction")
    case .arrangePayment:
      language.say(
        zh: "查信用与付款能力：谈分期、账期或小单起步",
        en: "check credit and payment: instalments, terms, a small first order")
    case .keepInTouch:
      language.say(zh: "保持联系，每季度复核一次", en: "keep in touch and review once a quarter")
    case .stopVisiting:
      language.say(zh: "停止主动拜访，转入公海或群发", en: "stop visiting: shared pool or mass mail")
    case .respect(let flag): respect(flag, in: language)
    }
  }

  private func ask(_ letters: [Letter], _ andDate: Bool, in language: Language) -> String {
    let names = letters.map(\.rawValue)
    let question = letters.first.map { Question.letter($0).text(in: language) } ?? ""
    guard andDate else {
      return language.say(
        zh: "先核实 \(list: names)：\(question)", en: "find out \(list: names): \(question)")
    }
    return language.say(
      zh: "先核实 \(list: names) 和预计成交日：\(question)",
      en: "find out \(list: names) and when they expect to buy: \(question)")
  }

  private func respect(_ flag: Customer.Flag, in language: Language) -> String {
    switch flag {
    case .doNotContact:
      language.say(zh: "客户要求不再联系：不联系", en: "asked not to be contacted: do not contact")
    case .closedDown:
      language.say(zh: "客户已停业：不再投入", en: "closed down: spend no more time")
    case .merged:
      language.say(
        zh: "客户已合并：转到合并后的客户名下",
        en: "merged: carry on under the customer it was merged into")
    }
  }
}
