package import Phrases

extension TableName {
  /// What people call the table.
  ///
  ///     TableName.deals.title.chinese  // "商机"
  package var title: Phrase {
    switch self {
    case .team: Phrase(zh: "团队成员", en: "team")
    case .teams: Phrase(zh: "团队", en: "teams")
    case .customers: Phrase(zh: "客户", en: "customers")
    case .contacts: Phrase(zh: "联系人", en: "contacts")
    case .deals: Phrase(zh: "商机", en: "deals")
    case .orders: Phrase(zh: "订单", en: "orders")
    case .activities: Phrase(zh: "活动", en: "activities")
    case .receivables: Phrase(zh: "应收款", en: "receivables")
    case .products: Phrase(zh: "产品", en: "products")
    case .goals: Phrase(zh: "目标", en: "goals")
    case .calendar: Phrase(zh: "工作日历", en: "calendar")
    case .rates: Phrase(zh: "转化率", en: "rates")
    case .factors: Phrase(zh: "单量与续购", en: "factors")
    case .participants: Phrase(zh: "学员名单", en: "participants")
    }
  }
}
