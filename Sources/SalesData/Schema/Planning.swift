extension TableSchema {
  static let products = TableSchema(
    .products, "The products and the part each plays.", synonyms: ["product", "产品", "产品表"],
    entities: ["Product", "产品"],
    [
      ColumnSchema(
        "product", .id, "The product's id or name.", required: true,
        ["product name", "name", "产品", "产品名称", "名称"],
        lesser: ["product_id", "产品编号", "产品编码", "商品名称", "品名"]),
      ColumnSchema(
        "kind",
        .word([
          Word("lead", ["主推", "主推产品"]), Word("new", ["新品", "新产品"]),
          Word("continuing", ["延续", "延续性", "延续性产品"]),
        ]), "The part it plays.", ["type", "类型", "产品类型"]),
      ColumnSchema("list_price", .money, "The list price.", ["price", "标价", "价格", "目录价"]),
      ColumnSchema("floor_price", .money, "The lowest price.", ["minimum price", "底价", "最低价"]),
      ColumnSchema(
        "promotion_start", .day, "The first day of its promotion.", ["促销开始", "促销开始日期"]),
      ColumnSchema("promotion_end", .day, "The last day of its promotion.", ["促销结束", "促销结束日期"]),
    ])

  static let goals = TableSchema(
    .goals, "What a member, a team or the company wants to reach.",
    synonyms: [
      "goal", "targets", "目标", "目标表", "业绩目标", "销售目标", "业绩目标表", "销售目标表", "月度目标", "目标分解",
      "sales targets",
      "sales goals",
    ],
    [
      ColumnSchema(
        "id", .id, "The goal's id.", required: true, ["goal id", "编号", "目标编号"], lesser: ["goal_id"]),
      ColumnSchema(
        "owner", .owner, "A member, a team or `company`.", required: true, ["负责人", "归属", "责任人"],
        lesser: ["业务员", "销售", "销售员", "姓名", "成员", "销售人员", "salesperson", "name"]),
      ColumnSchema(
        "dimension",
        .word([
          Word("performance", ["业绩", "业绩目标"]),
          Word("organisation", ["组织", "组织目标", "organization"]),
        ]),
        "Performance or organisation.", required: true, ["维度", "类别"]),
      ColumnSchema(
        "metric",
        .word([
          Word("amount", ["销售额", "金额"]), Word("quantity", ["数量", "销量"]),
          Word("collections", ["回款", "回款额"]), Word("problems", ["问题", "问题数"]),
          Word("promotion", ["晋升", "推广"]),
        ]), "What is measured.", required: true, ["指标"]),
      ColumnSchema(
        "target", .quantity, "What is to be reached.", required: true, ["目标", "目标值", "目标额"],
        lesser: [
          "target value", "目标金额", "目标数", "业绩目标", "销售目标", "月目标", "月度目标", "target amount", "任务额",
          "任务金额",
          "业绩任务", "销售任务", "指标值",
        ]),
      ColumnSchema("unit", .text, "The unit of the target.", ["单位"]),
      ColumnSchema(
        "better",
        .word([Word("more", ["越多越好", "多", "higher"]), Word("less", ["越少越好", "少", "lower"])]),
        "Whether more or less is better; more where it is blank.", ["方向"]),
      ColumnSchema(
        "start", .day, "The first day; or the month, where there is no other.", required: true,
        ["start date", "开始", "开始日期"], lesser: ["月份", "月度", "年月", "目标月份", "month"]),
      ColumnSchema("end", .day, "The last day.", required: true, ["end date", "结束", "结束日期"]),
      ColumnSchema(
        "parent", .goal, "The id of the goal it is part of.", ["parent goal", "上级目标"]),
      ColumnSchema(
        "proposed", .flag, "Whether it was worked out and nobody has decided on it yet.",
        ["暂定", "待确认"]),
      ColumnSchema("scope", .text, "What it covers: a product, a region.", ["范围"]),
      ColumnSchema("why", .text, "Why it matters to its owner.", ["reason", "原因", "为什么", "意义"]),
      ColumnSchema(
        "payable_share", .share, "The part of sales payable within the period.", ["回款比例"]),
      ColumnSchema(
        "milestones", .milestones,
        "Parts with their days: a list of {date, target}, or `2026-05-10=100000; …`.", ["里程碑"]),
    ])

  static let calendar = TableSchema(
    .calendar, "Days that differ from the built-in working calendar.",
    synonyms: ["holidays", "日历", "工作日历", "节假日"],
    [
      ColumnSchema("date", .day, "The day.", required: true, ["日期"]),
      ColumnSchema(
        "kind",
        .word([
          Word("off", ["休", "休息", "放假", "holiday"]), Word("work", ["班", "上班", "调休上班", "workday"]),
        ]), "A day off or a day of work.", required: true, ["类型"]),
      ColumnSchema("name", .text, "The name of the day.", ["名称", "节日"]),
      ColumnSchema(
        "status", .word([Word("official", ["正式", "已公布"]), Word("provisional", ["暂定", "预计"])]),
        "Whether it was announced; official where it is blank.", ["状态"]),
    ])

  static let rates = TableSchema(
    .rates, "Conversion rates by hand, where there is no history.", synonyms: ["rate", "转化率"],
    [
      ColumnSchema("owner", .owner, "A member or team; all where it is blank.", ["负责人"]),
      ColumnSchema(
        "from", .stage, "The stage that is converted.", required: true, ["起始阶段", "从"]),
      ColumnSchema("to", .stage, "The stage it leads to.", required: true, ["目标阶段", "到"]),
      ColumnSchema("successes", .count, "How many got there.", required: true, ["成功数", "成功"]),
      ColumnSchema("trials", .count, "How many tried.", required: true, ["次数", "尝试数", "总数"]),
    ])

  static let factors = TableSchema(
    .factors, "Deal size and repeat purchases by hand, where there is no history.",
    synonyms: ["factor", "系数"],
    [
      ColumnSchema("owner", .owner, "A member or team; all where it is blank.", ["负责人"]),
      ColumnSchema("deal_size", .money, "What one order is worth.", required: true, ["单量", "客单价"]),
      ColumnSchema(
        "repeat", .decimal, "Orders of a customer in the period, the first included.",
        required: true, ["续购量", "复购次数"]),
    ])
}
