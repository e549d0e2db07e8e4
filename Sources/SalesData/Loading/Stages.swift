import SalesMethod

extension StageMeaning {
  /// What a stage means: as the settings say, else a stage of the funnel, else as the CRMs that ship
  /// it say; nil where nobody knows.
  ///
  ///     StageMeaning.of("Closed Won", DataSettings())?.status  // .won
  static func of(_ stage: String, _ settings: DataSettings) -> StageMeaning? {
    let key = wordKey(stage)
    if let given = settings.stages.first(where: { wordKey($0.name) == key }) {
      return StageMeaning(
        status: Deal.Status(rawValue: given.status.rawValue) ?? .open,
        probabilityMillionths: given.probabilityMillionths)
    }
    if let shipped = shipped[key] ?? simplified(key).flatMap({ shipped[$0] }) { return shipped }
    if let index = settings.funnel.firstIndex(where: { wordKey($0) == key }) {
      return StageMeaning(status: index == settings.funnel.count - 1 ? .won : .open)
    }
    // 4-谈判, 3. 方案 (50%)
    let bare = shipped[bareStage(stage)]
    return bare?.status == .open ? bare : nil
  }

  /// The stages that CRMs come with, with their chances in percent: Salesforce's and EspoCRM's,
  /// Odoo's, HubSpot's, Zoho's and Pipedrive's, and the usual Chinese ones.
  private static let shipped: [String: StageMeaning] = {
    let open: [(String, Int?)] = [
      ("Prospecting", 10), ("Qualification", 10), ("Needs Analysis", 20), ("Value Proposition", 50),
      ("Id. Decision Makers", 60), ("Perception Analysis", 70), ("Proposal/Price Quote", 75),
      ("Negotiation/Review", 90), ("Proposal", 50), ("Negotiation", 80), ("New", 10),
      ("Qualified", 30), ("Proposition", 70), ("appointmentscheduled", nil),
      ("qualifiedtobuy", nil), ("presentationscheduled", nil), ("decisionmakerboughtin", nil),
      ("contractsent", nil), ("Appointment Scheduled", nil), ("Qualified to Buy", nil),
      ("Presentation Scheduled", nil), ("Decision Maker Bought-In", nil), ("Contract Sent", nil),
      ("Initial Offer", nil), ("Prospect", nil), ("Contact Made", nil), ("Demo Scheduled", nil),
      ("Proposal Made", nil), ("Negotiations Started", nil), ("验证客户", 10), ("初步接洽", 10),
      ("需求确认", 30), ("方案/报价", 50), ("谈判审核", 80), ("进行中", nil),
      ("方案报价", 50), ("商务谈判", 80), ("谈判", 80), ("谈判中", 80), ("初步沟通", 10), ("初步接触", 10), ("线索确认", 10),
      ("需求分析", 30),
      ("需求沟通", 30), ("需求调研", 30), ("需求挖掘", 30), ("方案制定", 50), ("方案演示", 50), ("产品演示", 50),
      ("方案沟通", 50), ("方案确认", 50), ("报价", 50), ("投标", 50), ("招投标", 50), ("合同谈判", 80), ("合同审批", 90),
      ("合同评审", 90), ("商务洽谈", 80), ("价格谈判", 80), ("待签约", 90), ("立项", 20), ("意向客户", 20),
      ("Screening", nil), ("Meeting", nil), ("Discovery", nil), ("Negotiation/Contract", 80),
      ("Demo", nil), ("Quote", nil), ("Verbal Commit", nil), ("In Progress", nil), ("Open", nil),
      ("On Hold", nil), ("Stalled", nil), ("Nurturing", nil), ("搁置", nil), ("暂停", nil), ("暂缓", nil),
      ("挂起", nil), ("延期", nil), ("保留", nil), ("保留中", nil),
      ("初步洽谈", 10), ("需求確認", 30), ("提案", 50), ("议价", 80), ("見積", 50), ("見積提示", 50), ("見積提出", 50),
      ("交渉", 80), ("交渉中", 80), ("商談中", nil),
      ("意向", 20), ("线索", 10), ("需求", 30), ("方案", 50), ("初回訪問", 10), ("ヒアリング", 30), ("アプローチ", 10),
    ]
    var stages: [String: StageMeaning] = [:]
    for (name, percent) in open {
      stages[wordKey(name)] = StageMeaning(
        status: .open, probabilityMillionths: percent.map { $0 * 10_000 })
    }
    for name in [
      "Closed Won", "closedwon", "Won", "赢单", "成交", "已成交", "已赢单", "赢单成交", "已签约", "签约", "签约成交",
      "合同签订", "成单",
      "Customer", "Won - Closed", "Closed - Won", "受注", "受注済", "成約", "Gewonnen", "Ganado", "Ganada",
      "Gagné", "Gagnée", "Vinto", "Ganho", "Ganha",
    ] {
      stages[wordKey(name)] = StageMeaning(status: .won, probabilityMillionths: 1_000_000)
    }
    for name in [
      "Closed Lost", "closedlost", "Lost", "输单", "丢单", "无效", "已输单", "失单", "战败", "已丢单", "流失", "作废",
      "Closed - Lost", "Lost - Closed", "失注", "失注済", "Verloren", "Perdido", "Perdida", "Perdu",
      "Perdue",
      "Perso",
    ] {
      stages[wordKey(name)] = StageMeaning(status: .lost, probabilityMillionths: 0)
    }
    return stages
  }()
}
