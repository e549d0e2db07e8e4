extension TableSchema {
  /// What CRMs call the customer of a row in the tables that refer to one.
  ///
  /// `Account Owner` and `Parent Account` are other things and are not here.
  private static let customerNames = [
    "customer_id", "customer name", "account name", "account", "company name", "company",
    "associated company", "partner id", "organization", "organization - name",
    "deal - organization", "client", "客户", "客户名称", "客户编号", "客户id", "公司", "公司名称", "单位", "单位名称",
  ]
  /// Names that mean it only where no other header does.
  private static let customerLesser = [
    "所属客户", "客户名", "关联客户", "客户全称", "公司全称", "企业名称", "客户编码", "客户代码", "购货单位", "购买方", "购方名称", "买方",
    "往来单位",
    "client name", "customer id", "company id", "buyer", "跟进客户", "拜访客户", "客户公司", "客户简称", "对应客户",
    "相关客户", "关联公司", "所属客户名称", "company / name", "account / name", "company / account", "关联对象",
  ]
  private static let ownerNames = [
    "owner name", "user id", "salesperson", "sales rep", "assigned user", "assigned to", "负责人",
    "业务员", "销售", "销售员", "销售人员", "归属人", "跟进人",
  ]
  /// Names that mean it only where no other header does.
  private static let ownerLesser = [
    "owner", "所有人", "所属人", "负责人姓名", "归属销售", "所属销售", "销售负责人", "负责销售", "业务员姓名", "业务经理", "销售代表",
    "销售经理", "客户经理", "跟进成员", "record owner", "sales person", "owner email", "商机负责人", "机会负责人",
    "销售机会所有人", "商机所有人", "订单负责人", "合同负责人", "合同所有人", "assigned", "assignee", "assigned to user", "业务",
    "负责业务", "业务人员", "业务代表", "承办人", "专员", "经办人",
    "营业员", "责任人", "商机跟进人", "销售归属人", "销售归属人姓名", "归属人姓名", "归属人员", "归属人员姓名", "所属人员", "跟进人员",
    "跟进人姓名", "业务负责人", "商机归属人", "订单归属人", "合同归属人", "订单所有人", "任务所有人", "活动所有人", "task owner",
    "invoice owner", "sales order owner", "order owner name", "owner id", "record owner id",
    "deal owner name", "sales owner", "sales representative", "rep", "rep name",
    "主属销售", "主属销售人员", "主销售", "主负责人", "销售姓名", "seller", "seller name", "owner / name",
    "owner / name / first name",
    "owner first name", "客户代表", "销售顾问", "跟单员", "跟单人", "拥有者", "机会所有人", "订单拥有者", "owner full name",
    "salesman", "sales man",
  ]

  private static let currencyNames = [
    "currency code", "currency of value", "deal currency", "transaction currency",
    "currency iso code",
    "币种", "货币", "货币单位", "金额单位", "结算币种", "交易币种", "本位币", "币别",
    "currencyIsoCode", "amount / currency code", "amount currency", "amount / currency",
    "amount currency code", "货币类型", "币种名称", "货币代码",
    "单位(金额)",
  ]

  static let deals = TableSchema(
    .deals, "Opportunities: open, won and lost.",
    synonyms: [
      "deal", "opportunities", "opportunity", "potentials", "商机", "商机表", "商机列表", "销售机会", "商机导出",
      "商机信息", "机会", "销售机会列表", "项目商机", "deals list", "pipeline", "crm.lead",
    ],
    entities: ["Deal", "Opportunity", "Potential", "商机"],
    [
      ColumnSchema(
        "customer", .customer, "The customer's id or unique name.", required: true, customerNames,
        lesser: customerLesser + ["account id"]),
      ColumnSchema(
        "amount", .money, "What the deal is worth.", required: true,
        [
          "deal value", "value", "deal amount", "金额", "商机金额", "预计金额", "预计成交金额",
          "成交金额", "合同金额",
        ],
        lesser: [
          "expected revenue", "amount / amount", "预计商机金额", "商机预计金额", "预估商机金额", "预期金额", "预计收入",
          "预计订单金额", "预算金额", "报价金额", "销售金额", "销售机会金额", "机会金额", "商机总金额", "产品总金额", "预计销售金额", "预估金额",
          "预计签约金额",
          "预计合同金额", "意向金额", "签约金额", "deal size", "opportunity amount", "total value", "商机金额(预计)",
        ]),
      ColumnSchema(
        "currency", .currency,
        "The currency of the row's amounts, or their unit; the workspace's where it is blank.",
        currencyNames, leavesOut: true),
      ColumnSchema(
        "deal_id", .id, "The deal's id.",
        ["id", "deal id", "opportunity id", "record id", "商机编号", "商机id", "编号"],
        lesser: ["商机编码", "商机号", "机会编号", "销售机会编号", "opportunity number", "deal number", "数据id"]),
      ColumnSchema(
        "stage", .name, "The stage, in the words of the company: see `stages` in the settings.",
        ["deal stage", "sales stage", "stage id", "商机阶段", "阶段", "销售阶段"],
        lesser: [
          "商机状态组", "商机状态", "opportunity stage", "pipeline stage", "机会阶段", "销售机会阶段", "跟进阶段",
          "商机所处阶段", "商机当前阶段", "阶段名称", "当前阶段", "目前阶段", "现在到哪一步", "到哪一步", "进展到哪一步", "当前进展",
          "跟进状态", "项目阶段",
        ]),
      ColumnSchema(
        "status",
        .word([
          Word(
            "open",
            [
              "进行中", "跟进中", "未成交", "开放", "in progress", "推进中", "活跃", "active", "ongoing", "on hold",
              "搁置", "暂停", "商談中", "交渉中", "offen", "in bearbeitung", "laufend", "abierto", "abierta",
              "ouvert",
              "ouverte", "en cours", "aperto", "aberto", "aberta",
            ]),
          Word(
            "won",
            [
              "赢单", "成交", "已成交", "赢", "closed won", "closedwon", "已赢单", "已签约", "签约", "成单",
              "success", "受注", "成約", "受注済", "gewonnen", "ganado", "ganada", "gagné", "gagnée",
              "vinto",
              "ganho", "ganha",
            ]),
          Word(
            "lost",
            [
              "输单", "丢单", "输", "无效", "流失", "closed lost", "closedlost", "已输单", "失单", "战败", "已丢单",
              "作废",
              "abandoned", "失注", "失注済", "verloren", "perdido", "perdida", "perdu", "perdue",
              "perso",
            ]),
        ]), "Open, won or lost; it overrides the stage.",
        ["deal status", "result", "成交状态", "状态", "sales status", "结果"],
        lesser: ["商机结果", "赢单状态", "销售状态", "阶段状态", "机会状态", "won/lost", "outcome", "输赢"],
        leavesOut: true),
      ColumnSchema(
        "created", .day, "The day on which the deal was entered.",
        [
          "created date", "create date", "deal created", "created time", "create time",
          "created at", "created on", "创建时间", "创建日期",
        ],
        lesser: [
          "date created", "creation date", "录入时间", "录入日期", "新建时间", "建立时间", "商机创建时间", "添加时间", "建立日期",
          "新增日期", "开始日期", "立项日期", "立项时间",
        ]),
      ColumnSchema(
        "expected_close", .day, "The day on which it is expected to close.",
        [
          "close date", "closing date", "expected close date", "date deadline", "deadline",
          "预计成交日期", "预计成交日", "预计结单日期", "预计成交时间", "expected closing", "expected_close",
        ],
        lesser: [
          "expected close", "estimated close date", "预计签约日期", "预计签约时间", "预计签单日期", "预计签单时间",
          "预计成单日期", "预计成单时间", "预计结束日期", "预计结束时间", "预计关闭日期", "预计完成日期", "预测成交日期", "预计结案日期", "预计结案日",
          "预计签约日", "计划签约日期", "计划成交日期", "结案日期", "预计回款日期", "预计签单", "预计签约", "预计成交", "预计什么时候签",
          "预计什么时候成交", "什么时候签",
        ]),
      ColumnSchema(
        "closed", .day, "The day on which it was won or lost.",
        ["closed on", "closed date", "成交日期", "结单日期", "成交时间", "关闭日期"],
        lesser: [
          "won time", "lost time", "actual close date", "date closed", "实际成交日期", "实际成交时间", "实际签约日期",
          "赢单时间", "输单时间", "实际结束时间", "实际关闭时间",
          "结束时间", "结束日期", "完成时间", "签约日期", "签约时间", "最后成交时间",
        ]),
      ColumnSchema(
        "owner", .member, "The member who works on it; the customer's owner where it is blank.",
        ["deal owner", "opportunity owner", "potential owner"] + ownerNames, lesser: ownerLesser),
      ColumnSchema(
        "product", .name, "What is sold.", ["product name", "产品", "产品名称"],
        lesser: ["产品线", "意向产品", "主要产品", "关联产品", "product line"]),
      ColumnSchema(
        "probability", .probability, "The chance to win it; its stage's where it is blank.",
        [
          "probability (%)", "hs deal stage probability", "deal probability", "可能性", "概率", "赢率",
          "赢单率", "成交概率",
        ],
        lesser: [
          "probability %", "win rate", "win probability", "close probability", "成单概率", "成交可能性",
          "阶段赢率", "商机赢率", "预测赢率",
          "赢面", "胜率", "赢单概率", "预计赢率", "赢单几率", "成交几率", "把握", "成交把握", "有几成把握",
        ]),
    ])

  static let orders = TableSchema(
    .orders, "What was sold, and what came back.",
    synonyms: [
      "order", "invoices", "contracts", "订单", "订单表", "合同", "销售订单", "订单明细", "订单导出", "订单列表", "销售明细",
      "销售出库", "合同列表", "合同台账", "sales", "sales orders", "invoices list", "sale.order", "sale orders",
    ],
    entities: ["Order", "订单"],
    [
      ColumnSchema(
        "customer", .customer, "The customer's id or unique name.", required: true, blank: true,
        customerNames, lesser: customerLesser),
      ColumnSchema(
        "date", .day, "The day of the order.", required: true,
        [
          "order date", "invoice date", "actual date", "日期", "实际日期", "订单日期", "下单日期", "下单时间", "签约日期",
          "合同日期", "成交日期",
          "成交时间",
        ],
        lesser: [
          "transaction date", "sale date", "purchase date", "order created", "invoice issued",
          "单据日期", "开单日期", "销售日期", "出库日期", "签订日期", "签约时间", "订单时间", "签订时间", "合同签订日期", "合同签订时间",
          "业务日期", "订货日期", "付款时间",
          "支付时间", "created at", "created time", "creation date", "created on",
        ]),
      ColumnSchema(
        "amount", .money, "The amount; negative for a return.", required: true,
        [
          "grand total", "total", "order amount", "actual amount", "金额", "实际金额", "订单金额", "合同金额",
          "销售额", "成交金额",
        ],
        lesser: [
          "order total", "net amount", "line total", "invoice total", "sales", "revenue", "订单总额",
          "订单总金额", "销售订单金额", "实付金额", "应付金额", "价税合计", "含税金额", "总金额", "总价", "合计金额", "销售金额", "成交额",
          "签约金额", "合同总金额", "合同额", "合同总额", "金额合计", "行金额", "明细金额", "行合计", "line amount", "小计", "金额小计",
          "折后金额",
          "优惠后金额", "含税总价", "税价合计", "销售收入", "到账金额", "subtotal", "extended price", "extended amount",
        ]),
      ColumnSchema(
        "currency", .currency,
        "The currency of the row's amounts, or their unit; the workspace's where it is blank.",
        currencyNames, leavesOut: true),
      ColumnSchema(
        "order_id", .id, "The order's id; several rows of one id are its lines.",
        ["id", "order id", "order number", "invoice number", "订单编号", "订单号", "合同编号", "编号"],
        lesser: [
          "order no", "order reference", "order ref", "invoice no", "invoice id", "transaction id",
          "订单id", "订单流水号", "单据编号", "单号",
          "销售订单编号", "销售订单号", "合同号", "合同id", "发票号", "流水号",
        ]),
      ColumnSchema(
        "status", .text,
        "What became of the order: one that was cancelled, refunded or never more than a draft counts "
          + "as no sale.",
        ["order status", "订单状态", "状态", "invoice status", "合同状态", "交易状态", "单据状态"],
        lesser: [
          "审核状态", "审批状态", "发票状态", "state", "financial status", "fulfillment status", "生命状态",
          "支付状态", "付款状态", "退款状态", "审批结果", "审核结果", "流程结果", "approval result", "数据状态", "流程状态",
          "payment status", "approval status",
          "life status",
        ]),
      ColumnSchema(
        "product", .name, "What was sold.", ["product name", "产品", "产品名称", "商品"],
        lesser: [
          "品名", "货品", "货品名称", "商品名称", "物料名称", "存货名称", "产品型号", "item", "item name", "sku name",
          "product line",
        ]),
      ColumnSchema(
        "qty", .decimal, "How many.", ["quantity", "数量"],
        lesser: ["quantity ordered", "units sold", "件数", "销售数量", "订购数量", "订货数量", "数量(件)"]),
      ColumnSchema(
        "contact", .text, "Who ordered.", ["contact name", "联系人", "下单人"],
        lesser: ["收货人", "签约人", "客户签约人", "客户联系人", "buyer name", "ordered by"]),
      ColumnSchema(
        "owner", .member, "The member who sold it; the customer's owner where it is blank.",
        ["order owner"] + ownerNames, lesser: ownerLesser),
    ])

  static let activities = TableSchema(
    .activities, "What was done with a customer.",
    synonyms: [
      "activity", "tasks", "visits", "活动", "跟进记录", "拜访记录", "活动记录", "跟进", "跟进明细", "拜访", "拜访计划",
      "拜访明细", "销售活动", "互动记录", "活动列表", "calls", "meetings", "events", "任务",
    ],
    entities: ["Activity", "活动"],
    [
      ColumnSchema(
        "customer", .customer, "The customer's id or unique name.", required: true, customerNames,
        lesser: customerLesser + ["related to"]),
      ColumnSchema(
        "date", .day, "The day.", required: true,
        [
          "activity date", "due date", "due date only", "call start time", "start datetime", "日期",
          "活动日期", "实际日期", "actual date", "拜访日期", "拜访时间", "跟进时间", "跟进日期", "时间",
        ],
        lesser: [
          "创建时间", "创建日期", "created at", "created time", "activity_date", "done on", "completed on",
          "completed at", "meeting date", "call date", "start date", "start time", "start", "跟进日",
          "联系日期", "联系时间", "沟通时间", "沟通日期", "活动时间", "签到时间", "拜访开始时间", "开始时间", "发起时间", "实际拜访时间",
          "计划拜访时间",
          "发生时间",
          "记录时间", "发送时间", "发布时间", "截止日期", "截止时间", "提交时间",
        ]),
      ColumnSchema(
        "planned", .day, "The day it is planned for; a row with nothing else has not taken place.",
        ["计划日期", "planned date"]),
      ColumnSchema(
        "type", .text, "A stage of the funnel but the last, or any other word.", required: true,
        ["activity type", "类型", "活动类型", "跟进方式", "跟进类型", "拜访方式"],
        lesser: [
          "task type", "event type", "interaction type", "interaction types", "kind", "method",
          "channel", "方式", "互动类型", "活动记录类型", "记录类型", "销售记录类型", "活动方式", "沟通方式", "联系方式类型", "拜访类型",
          "跟进形式", "任务类型",
          "动作",
          "行动类型",
        ]),
      ColumnSchema(
        "owner", .member, "The member who did it; the customer's owner where it is blank.",
        ["activity owner", "task owner", "call owner", "event owner", "meeting owner"] + ownerNames,
        lesser: ownerLesser + [
          "拜访人", "签到人", "记录人", "发送人", "发起人", "发起人姓名", "创建人", "created by", "联系人员", "done by",
          "assigned user name",
          "activity assigned to",
        ]),
      ColumnSchema(
        "hours", .hours, "How long it took.", ["duration", "时长", "耗时", "小时"],
        lesser: ["time spent", "length", "用时", "通话时长", "拜访时长", "沟通时长", "跟进时长", "工时", "时长(小时)"]),
      ColumnSchema(
        "done", .flag, "Whether it is done.", ["completed", "完成", "是否完成", "已完成"],
        lesser: [
          "status done", "is done", "task status", "activity status", "status", "是否已完成", "任务状态",
          "完成状态",
          "完成情况", "已结束",
        ],
        leavesOut: true),
      ColumnSchema("goal", .goal, "The id of the goal it serves.", ["goal id", "目标"]),
    ])

  static let receivables = TableSchema(
    .receivables, "What customers owe.",
    synonyms: [
      "receivable", "collections", "应收", "应收账款", "回款", "回款计划", "应收款", "应收明细", "应收账款明细", "回款记录",
      "回款明细", "收款", "收款计划", "应收台账",
    ], entities: ["应收"],
    [
      ColumnSchema(
        "customer", .customer, "The customer's id or unique name.", required: true, customerNames,
        lesser: customerLesser),
      ColumnSchema(
        "amount", .money, "What is owed.", required: true,
        ["receivable amount", "invoice amount", "金额", "应收金额", "合同金额", "计划回款金额"],
        lesser: [
          "grand total", "invoice total", "amount due", "balance due", "total due", "outstanding",
          "应收账款", "应收额", "应收款", "应收金额合计",
          "应回款金额", "待收金额", "合同应收", "开票金额", "价税合计", "应收总额", "合同总额", "合同总金额", "发票金额", "应收货款",
          "欠款", "欠款金额", "尚欠金额", "待回款金额", "未回款", "未回款金额", "未收金额", "未收款", "未收", "应收余额", "期末余额",
          "total amount", "open balance", "balance", "outstanding amount", "outstanding balance",
          "open amount", "amount outstanding",
        ]),
      ColumnSchema(
        "currency", .currency,
        "The currency of the row's amounts, or their unit; the workspace's where it is blank.",
        currencyNames, leavesOut: true),
      ColumnSchema(
        "due", .day, "The day on which it is due.", required: true,
        ["due date", "到期日", "到期日期", "应收日期", "计划回款日期", "应回款日期"],
        lesser: [
          "payment due", "due on", "应收款日期", "应收到期日", "约定付款日期", "付款到期日", "应付日期", "付款日期(约定)", "账期到期日",
          "计划收款日期", "预计回款日期",
        ]),
      ColumnSchema(
        "paid", .money, "What was paid.",
        ["payment amount", "paid amount", "已收", "回款金额", "已回款金额", "实收金额"],
        lesser: [
          "amount paid", "received", "received amount", "已收金额", "已收款", "已收款金额", "已回款", "已付金额",
          "实际回款金额", "累计回款", "已到账金额", "回款额", "已核销金额", "核销金额",
        ], leavesOut: true),
      ColumnSchema(
        "paid_date", .day, "The day of the payment.", ["payment date", "回款日期", "到账日期", "回款时间"],
        lesser: ["paid on", "date paid", "received on", "收款日期", "收款时间", "实际回款日期", "实收日期", "最近回款日期"]),
    ])
}
