extension TableSchema {
  /// What CRMs call the customer of a row in the tables that refer to one.
  ///
  /// `Account Owner` and `Parent Account` are other things and are not here.
  private static let customerNames = [
    "customer_id", "customer name", "account name", "account", "company name", "company",
    "associated company", "partner id", "organization", "organization - name",
    "deal - organization", "client",
    "客户", "客户名称", "客户编号", "客户id", "公司", "公司名称", "单位", "单位名称",
  ]
  private static let ownerNames = [
    "owner name", "user id", "salesperson", "sales rep", "assigned user", "assigned to", "负责人",
    "业务员", "销售",
    "销售员", "销售人员", "归属人", "跟进人",
  ]

  static let deals = TableSchema(
    .deals, "Opportunities: open, won and lost.",
    synonyms: ["deal", "opportunities", "opportunity", "potentials", "商机", "商机表", "商机列表", "销售机会"],
    entities: ["Deal", "Opportunity", "Potential", "商机"],
    [
      ColumnSchema(
        "customer", .customer, "The customer's id or unique name.", required: true, customerNames,
        lesser: ["account id"]),
      ColumnSchema(
        "amount", .money, "What the deal is worth.", required: true,
        [
          "deal value", "value", "deal amount", "expected revenue", "金额", "商机金额", "预计金额", "预计成交金额",
          "成交金额", "合同金额",
        ]),
      ColumnSchema(
        "deal_id", .id, "The deal's id.",
        ["id", "deal id", "opportunity id", "record id", "商机编号", "商机id", "编号"]),
      ColumnSchema(
        "stage", .text, "The stage, in the words of the company: see `stages` in the settings.",
        ["deal stage", "sales stage", "stage id", "商机状态组", "商机阶段", "阶段", "销售阶段", "商机状态"]),
      ColumnSchema(
        "status",
        .word([
          Word("open", ["进行中", "跟进中", "未成交", "开放", "in progress"]),
          Word("won", ["赢单", "成交", "已成交", "赢", "closed won", "closedwon"]),
          Word("lost", ["输单", "丢单", "输", "无效", "流失", "closed lost", "closedlost"]),
        ]), "Open, won or lost; it overrides the stage.",
        ["deal status", "result", "成交状态", "状态", "sales status", "结果"]),
      ColumnSchema(
        "created", .day, "The day on which the deal was entered.",
        [
          "created date", "create date", "deal created", "created time", "create time",
          "created at", "created on", "创建时间",
          "创建日期",
        ]),
      ColumnSchema(
        "expected_close", .day, "The day on which it is expected to close.",
        [
          "close date", "closing date", "expected close date", "date deadline", "deadline",
          "预计成交日期",
          "预计成交日", "预计结单日期", "预计成交时间", "expected closing",
        ]),
      ColumnSchema(
        "closed", .day, "The day on which it was won or lost.",
        ["closed on", "closed date", "成交日期", "结单日期", "成交时间", "关闭日期"],
        lesser: ["won time", "lost time"]),
      ColumnSchema(
        "owner", .member, "The member who works on it; the customer's owner where it is blank.",
        ["deal owner", "opportunity owner", "potential owner"] + ownerNames),
      ColumnSchema("product", .text, "What is sold.", ["product name", "产品", "产品名称"]),
      ColumnSchema(
        "probability", .probability, "The chance to win it; its stage's where it is blank.",
        ["probability (%)", "hs deal stage probability", "可能性", "概率", "赢率", "赢单率", "成交概率"]),
    ])

  static let orders = TableSchema(
    .orders, "What was sold, and what came back.",
    synonyms: ["order", "invoices", "contracts", "订单", "订单表", "合同", "销售订单"],
    entities: ["Order", "订单"],
    [
      ColumnSchema(
        "customer", .customer, "The customer's id or unique name.", required: true, blank: true,
        customerNames),
      ColumnSchema(
        "date", .day, "The day of the order.", required: true,
        [
          "order date", "invoice date", "日期", "订单日期", "下单日期", "下单时间", "签约日期", "合同日期", "成交日期",
          "成交时间",
        ]),
      ColumnSchema(
        "amount", .money, "The amount; negative for a return.", required: true,
        ["grand total", "total", "order amount", "金额", "订单金额", "合同金额", "销售额", "成交金额"]),
      ColumnSchema(
        "order_id", .id, "The order's id; several rows of one id are its lines.",
        ["id", "order id", "order number", "invoice number", "订单编号", "订单号", "合同编号", "编号"]),
      ColumnSchema("product", .text, "What was sold.", ["product name", "产品", "产品名称", "商品"]),
      ColumnSchema("qty", .decimal, "How many.", ["quantity", "数量"]),
      ColumnSchema("contact", .text, "Who ordered.", ["contact name", "联系人", "下单人"]),
      ColumnSchema(
        "owner", .member, "The member who sold it; the customer's owner where it is blank.",
        ["order owner"] + ownerNames),
    ])

  static let activities = TableSchema(
    .activities, "What was done with a customer.",
    synonyms: ["activity", "tasks", "visits", "活动", "跟进记录", "拜访记录", "活动记录"],
    entities: ["Activity", "活动"],
    [
      ColumnSchema(
        "customer", .customer, "The customer's id or unique name.", required: true,
        customerNames, lesser: ["related to"]),
      ColumnSchema(
        "date", .day, "The day.", required: true,
        [
          "activity date", "due date", "due date only", "call start time", "start datetime", "日期",
          "活动日期", "拜访日期", "拜访时间", "跟进时间", "跟进日期", "时间",
        ]),
      ColumnSchema(
        "type", .text, "A stage of the funnel but the last, or any other word.", required: true,
        ["activity type", "类型", "活动类型", "跟进方式", "跟进类型", "拜访方式"]),
      ColumnSchema(
        "owner", .member, "The member who did it; the customer's owner where it is blank.",
        ["activity owner"] + ownerNames),
      ColumnSchema("hours", .hours, "How long it took.", ["duration", "时长", "耗时", "小时"]),
      ColumnSchema("done", .flag, "Whether it is done.", ["completed", "完成", "是否完成", "已完成"]),
      ColumnSchema("goal", .goal, "The id of the goal it serves.", ["goal id", "目标"]),
    ])

  static let receivables = TableSchema(
    .receivables, "What customers owe.",
    synonyms: ["receivable", "collections", "应收", "应收账款", "回款", "回款计划"], entities: ["应收"],
    [
      ColumnSchema(
        "customer", .customer, "The customer's id or unique name.", required: true, customerNames),
      ColumnSchema(
        "amount", .money, "What is owed.", required: true,
        ["receivable amount", "invoice amount", "金额", "应收金额", "合同金额", "计划回款金额"]),
      ColumnSchema(
        "due", .day, "The day on which it is due.", required: true,
        ["due date", "到期日", "到期日期", "应收日期", "计划回款日期", "应回款日期"]),
      ColumnSchema(
        "paid", .money, "What was paid.",
        ["payment amount", "paid amount", "已收", "回款金额", "已回款金额", "实收金额"]),
      ColumnSchema(
        "paid_date", .day, "The day of the payment.", ["payment date", "回款日期", "到账日期", "回款时间"]),
    ])
}
