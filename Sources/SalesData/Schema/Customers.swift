extension TableSchema {
  static let customers = TableSchema(
    .customers, "The customers with what is known of purchasing power, decision and need.",
    synonyms: ["customer", "accounts", "companies", "organizations", "客户", "客户表", "客户列表", "客户名单"],
    entities: ["Organization", "Account", "Company", "Customer", "客户"],
    oneOf: ["customer_id", "name"],
    [
      ColumnSchema(
        "customer_id", .id, "The customer's id; the name where there is none.",
        [
          "customer", "account id", "company id", "organization id", "id", "record id", "客户编号",
          "客户id", "客户编码", "客户代码", "编号",
        ]),
      ColumnSchema(
        "name", .text, "The name that pages show; the id where it is blank.",
        [
          "account name", "company name", "organization name", "organization - name", "account",
          "customer name", "company", "organization", "客户名称", "客户姓名", "客户", "公司名称", "公司", "单位",
          "单位名称", "名称",
        ]),
      ColumnSchema(
        "owner", .member, "The member who looks after the customer.",
        [
          "account owner", "company owner", "organization - owner", "salesperson", "assigned user",
          "owner name", "负责人", "业务员", "销售", "客户经理", "归属人", "跟进人",
        ]),
      ColumnSchema(
        "M", .letter, "Purchasing power: a word or a score; blank is unknown.",
        ["money", "购买力", "购买能力", "M购买力", "M购买能力"]),
      ColumnSchema(
        "A", .letter, "Power to decide: a word or a score; blank is unknown.",
        ["authority", "决策权", "决策力", "决策能力", "A决策权", "A决策力", "A决策能力"]),
      ColumnSchema(
        "N", .letter, "Need: a word or a score; blank is unknown.",
        ["need", "需求", "需求度", "N需求", "N需求度"]),
      ColumnSchema(
        "close_date", .day, "The day on which a deal is expected to close.",
        ["close date", "closing date", "expected close date", "预计成交日期", "预计成交日", "预计成交时间"]),
      ColumnSchema(
        "segment", .text, "The kind of customer, for rates and values of its kind.",
        ["industry", "type", "account type", "行业", "客户类型", "客户行业", "细分"]),
      ColumnSchema(
        "value_hint", .money, "What an order of the customer is worth, roughly.",
        ["annual revenue", "potential", "预计价值", "客户价值", "预计金额"]),
      ColumnSchema(
        "flags",
        .words([
          Word("do_not_contact", ["do not contact", "禁止联系", "勿扰", "不联系"]),
          Word("closed_down", ["closed down", "out of business", "停业", "倒闭", "已停业", "注销"]),
          Word("merged", ["被合并", "已合并", "合并"]),
        ]), "Reasons not to work on the customer, with ; between them.", ["flag", "标记", "标签"]),
      ColumnSchema(
        "first_contact", .day, "The day of the first contact.",
        ["created date", "create date", "created time", "created at", "首次联系", "首次接触", "创建时间"]),
      ColumnSchema(
        "last_contact", .day, "The day of the last contact.",
        [
          "last activity", "last activity date", "last contacted", "last activity time", "最近联系",
          "最近联系时间", "最后跟进时间", "最近跟进时间",
        ]),
      ColumnSchema(
        "note", .text, "Free words; they stay with the owner and the manager.",
        ["notes", "description", "remark", "备注", "说明"]),
    ])

  static let contacts = TableSchema(
    .contacts, "The people at the customers.",
    synonyms: ["contact", "people", "persons", "联系人", "联系人表"],
    entities: ["Person", "Contact", "联系人"],
    [
      ColumnSchema(
        "customer", .customer, "The customer's id or unique name.", required: true,
        [
          "customer_id", "account name", "company name", "associated company", "organization",
          "person - organization", "customer name", "account", "客户", "客户名称", "公司", "公司名称", "单位",
        ]),
      ColumnSchema(
        "contact_name", .text, "The person's name.",
        ["contact name", "name", "full name", "person - name", "contact person", "联系人", "姓名"]),
      ColumnSchema("title", .text, "The person's position.", ["job title", "职务", "职位"]),
      ColumnSchema(
        "role",
        .word([
          Word("decision", ["decision maker", "decision-maker", "决策人", "决策者", "决策"]),
          Word("influence", ["influencer", "影响人", "影响者", "影响"]),
          Word("user", ["end user", "使用人", "使用者", "使用"]),
          Word("unknown", ["未知", "?", "不明"]),
        ]), "The person's part in the decision.", ["contact role", "角色", "决策角色"]),
      ColumnSchema(
        "reachable", .flag, "Whether the person can be reached.", ["可联系", "能见到", "可约见"]),
    ])
}
