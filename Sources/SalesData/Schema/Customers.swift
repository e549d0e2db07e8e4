extension TableSchema {
  static let customers = TableSchema(
    .customers, "The customers with what is known of purchasing power, decision and need.",
    synonyms: [
      "customer", "accounts", "companies", "organizations", "客户", "客户表", "客户列表", "客户名单",
      "customers list", "clients", "客户信息", "客户资料", "客户档案", "客户台账", "我的客户", "客户导出",
      "res.partner", "partner", "partners",
    ],
    entities: ["Organization", "Account", "Company", "Customer", "客户"],
    oneOf: ["customer_id", "name"],
    [
      ColumnSchema(
        "customer_id", .id, "The customer's id; the name where there is none.",
        [
          "customer", "account id", "company id", "organization id", "id", "record id", "客户编号",
          "客户id", "客户编码", "客户代码", "编号",
        ],
        lesser: [
          "customer id", "customer no", "customer number", "客户编码(id)", "客户号", "客户序号", "客户主键",
          "数据id", "公司编号", "公司id",
        ]),
      ColumnSchema(
        "name", .name, "The name that pages show; the id where it is blank.",
        [
          "account name", "company name", "organization name", "organization - name", "account",
          "customer name", "company", "organization", "display name", "客户名称", "客户姓名", "客户", "公司名称",
          "公司", "单位",
          "单位名称", "名称",
        ],
        lesser: [
          "客户全称", "企业名称", "企业全称", "公司全称", "company / account", "account / name", "所属企业", "客户公司",
          "单位全称", "店名", "终端名称", "医院名称",
        ]),
      ColumnSchema(
        "owner", .member, "The member who looks after the customer.",
        [
          "account owner", "company owner", "organization - owner", "salesperson", "assigned user",
          "owner name", "负责人", "业务员", "销售", "客户经理", "归属人", "跟进人", "owner",
        ],
        lesser: [
          "record owner", "sales owner", "所有人", "客户所有人", "客户负责人", "跟进人员", "归属销售", "所属销售", "销售负责人",
          "负责销售",
          "添加人", "添加成员", "企业成员", "跟进成员", "所属员工", "业务经理", "销售代表", "销售经理", "归属业务员", "owner email",
          "公司所有人", "公司负责人", "销售归属人", "销售归属人姓名", "归属人姓名", "归属人员", "归属人员姓名", "所属人员", "跟进人姓名",
          "业务负责人", "owner id", "account owner id", "company owner id", "record owner id",
          "sales rep", "sales representative", "assigned to",
          "业务", "负责业务", "业务人员", "业务代表", "承办人", "专员", "责任人",
        ]),
      ColumnSchema(
        "M", .letter, "Purchasing power: a word or a score; blank is unknown.",
        ["money", "购买力", "购买能力", "M购买力", "M购买能力"], lesser: ["支付能力", "采购能力", "资金实力", "购买力(m)"]),
      ColumnSchema(
        "A", .letter, "Power to decide: a word or a score; blank is unknown.",
        ["authority", "决策权", "决策力", "决策能力", "A决策权", "A决策力", "A决策能力"],
        lesser: ["决策权限", "决策权力", "决定权", "决策力(a)"]),
      ColumnSchema(
        "N", .letter, "Need: a word or a score; blank is unknown.",
        ["need", "需求", "需求度", "N需求", "N需求度"],
        lesser: ["需求程度", "需求强度", "需求意向", "意向程度", "意向度", "需求度(n)"]),
      ColumnSchema(
        "close_date", .day, "The day on which a deal is expected to close.",
        ["close date", "closing date", "expected close date", "预计成交日期", "预计成交日", "预计成交时间"],
        lesser: [
          "预计签约日期", "预计签约时间", "预计签单日期", "预计签单时间", "预计成单日期", "预计成单时间", "预计下单日期", "预计采购时间", "预计签单",
        ]),
      ColumnSchema(
        "segment", .name, "The kind of customer, for rates and values of its kind.",
        ["industry", "行业", "客户行业", "细分"],
        lesser: [
          "type", "account type", "客户类型", "所属行业", "行业类别", "行业分类", "1级行业", "一级行业", "客户分类", "客户类别",
          "customer type", "sector",
          "segment name", "产业", "产业别", "产业类别", "行业别",
        ]),
      ColumnSchema(
        "value_hint", .money, "What an order of the customer is worth, roughly.",
        ["annual revenue", "potential", "预计价值", "客户价值", "预计金额"],
        lesser: [
          "arr", "arr / amount", "annual recurring revenue", "预计成交金额", "预计采购额", "年采购额", "预计年销售额",
          "预估金额", "意向金额",
          "客户预估价值",
        ]),
      ColumnSchema(
        "currency", .currency,
        "The currency of the row's amounts, or their unit; the workspace's where it is blank.",
        ["currency code", "currency iso code", "arr / currency", "币种", "货币", "货币单位", "金额单位"]),
      ColumnSchema(
        "flags",
        .words([
          Word(
            "do_not_contact",
            [
              "do not contact", "禁止联系", "勿扰", "不联系", "请勿联系", "请勿打扰", "免打扰", "拒绝联系", "不要联系", "dnc",
              "do not call", "opted out", "unsubscribed", "黑名单", "拉黑", "blacklist", "blacklisted",
            ]),
          Word(
            "closed_down",
            [
              "closed down", "out of business", "停业", "倒闭", "已停业", "注销", "已倒闭", "破产", "已破产", "关停",
              "已关停", "关闭", "已注销", "吊销", "已吊销", "歇业", "已歇业", "bankrupt", "insolvent", "defunct",
              "closed permanently",
            ]),
          Word("merged", ["被合并", "已合并", "合并"]),
        ]), "Reasons not to work on the customer, with ; between them.", ["flag", "标记", "标签"]),
      ColumnSchema(
        "first_contact", .day, "The day of the first contact.",
        ["created date", "create date", "created time", "created at", "首次联系", "首次接触", "创建时间"],
        lesser: [
          "首次联系时间", "首次联系日期", "首次接触时间", "首次接触日期", "首次拜访时间", "首次跟进时间", "首次沟通时间", "建档时间", "建档日期",
          "创建日期", "添加时间", "添加日期", "建立日期", "建立时间", "新增日期", "录入时间", "录入日期", "creation date",
          "date created", "created", "organization created", "account created", "company created",
        ]),
      ColumnSchema(
        "last_contact", .day, "The day of the last contact.",
        [
          "last activity", "last activity date", "last contacted", "last activity time", "最近联系",
          "最近联系时间", "最后跟进时间", "最近跟进时间",
        ],
        lesser: [
          "最后跟进日期", "最近跟进日期", "最近跟进", "最后跟进", "最新跟进时间", "最新跟进日期", "最后联系时间", "最后联系日期", "最近联系日期",
          "最后联络日期", "最后联络日", "最近联络日期", "最后联络时间",
          "最近拜访时间", "最近拜访日期", "最近活动时间", "最近活动记录时间", "最新活动记录时间", "上次联系时间", "上次跟进时间", "last contact",
          "last contact date", "last contacted date", "last activity on",
        ]),
      ColumnSchema(
        "contact", .name,
        "Whom to ask for at the customer, where the table of contacts names nobody.",
        ["main contact", "primary contact", "首要联系人", "联系人", "主要联系人"],
        lesser: ["联系人姓名", "对接人", "contact person", "contact name"]),
      ColumnSchema(
        "phone", .text,
        "The telephone number; it stays with the owner unless the settings say else.",
        ["phone number", "telephone", "mobile", "organization - phone", "电话", "手机", "联系电话", "手机号"],
        lesser: [
          "tel", "mobile phone", "account phone", "company phone", "客户电话", "公司电话", "手机号码", "电话号码",
          "联系方式", "固定电话",
          "座机",
        ]),
      ColumnSchema(
        "address", .text,
        "Where visits lead; it stays with the owner unless the settings say else.",
        [
          "street address", "billing street", "organization - address", "地址", "客户地址", "公司地址",
          "详细地址",
        ],
        lesser: [
          "address line 1", "shipping address", "billing address", "联系地址", "拜访地址", "办公地址", "门店地址",
        ]),
      ColumnSchema(
        "note", .text, "Free words; they stay with the owner and the manager.",
        ["notes", "description", "remark", "备注", "说明"],
        lesser: ["comments", "comment", "描述", "客户描述", "备注信息", "备注说明"]),
    ])

  static let contacts = TableSchema(
    .contacts, "The people at the customers.",
    synonyms: ["contact", "people", "persons", "联系人", "联系人表", "联系人列表", "联系人信息", "contacts list"],
    entities: ["Person", "Contact", "联系人"],
    [
      ColumnSchema(
        "customer", .customer, "The customer's id or unique name.", required: true,
        [
          "customer_id", "account name", "company name", "associated company", "organization",
          "person - organization", "customer name", "account", "company", "客户", "客户名称", "公司",
          "公司名称", "单位",
          "customer",
        ], lesser: ["客户编号", "客户id", "所属客户", "所属公司", "企业", "企业名称", "单位名称", "客户全称", "公司全称", "client"]),
      ColumnSchema(
        "contact_name", .name, "The person's name.",
        ["contact name", "name", "full name", "person - name", "contact person", "联系人", "姓名"],
        lesser: ["联系人姓名", "联系人名称", "名称", "person name"]),
      ColumnSchema(
        "title", .text, "The person's position.", ["job title", "职务", "职位"],
        lesser: ["岗位", "头衔", "职称", "position", "job", "role title"]),
      ColumnSchema(
        "role",
        .word([
          Word("decision", ["decision maker", "decision-maker", "决策人", "决策者", "决策"]),
          Word("influence", ["influencer", "影响人", "影响者", "影响"]),
          Word("user", ["end user", "使用人", "使用者", "使用"]),
          Word("unknown", ["未知", "?", "不明"]),
        ]), "The person's part in the decision.", ["contact role", "角色", "决策角色"],
        lesser: ["决策关系", "决策链角色", "采购角色", "影响力", "buying role", "decision role"]),
      ColumnSchema(
        "phone", .text,
        "The person's telephone number; it stays with the owner unless the settings say else.",
        ["phone number", "telephone", "mobile", "person - phone", "电话", "手机", "联系电话", "手机号"],
        lesser: [
          "tel", "mobile phone", "work phone", "phone - work", "phone - mobile",
          "person - phone - work", "联系人电话", "手机号码", "电话号码", "联系方式", "办公电话",
        ]),
      ColumnSchema(
        "address", .text,
        "Where the person is met, if not at the customer's address; it stays with the owner unless "
          + "the settings say else.",
        ["street address", "mailing street", "地址", "联系地址", "办公地址"],
        lesser: ["mailing address", "work address", "详细地址", "联系人地址"]),
      ColumnSchema(
        "reachable", .flag, "Whether the person can be reached.", ["可联系", "能见到", "可约见"],
        lesser: ["能否联系到", "能否联系", "是否可联系", "是否能联系", "可触达", "能否见到", "can be reached", "reached"]),
    ])
}
