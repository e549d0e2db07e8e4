package import Phrases

extension TableName {
  /// What people call the table.
  ///
  ///     TableName.deals.title(in: .chinese)  // "商机"
  package func title(in language: Language) -> String {
    guard language == .chinese else { return rawValue }
    return switch self {
    case .team: "团队成员"
    case .teams: "团队"
    case .customers: "客户"
    case .contacts: "联系人"
    case .deals: "商机"
    case .orders: "订单"
    case .activities: "活动"
    case .receivables: "应收款"
    case .products: "产品"
    case .goals: "目标"
    case .calendar: "工作日历"
    case .rates: "转化率"
    case .factors: "单量与续购"
    }
  }
}
