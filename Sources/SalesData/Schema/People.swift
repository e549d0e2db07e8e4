extension TableSchema {
  static let team = TableSchema(
    .team, "The people who sell and who lead.",
    synonyms: ["members", "users", "成员", "团队", "团队成员", "销售人员", "员工"], entities: ["User"],
    [
      ColumnSchema(
        "member", .id, "The member's id, by which other tables name them.", required: true,
        ["member_id", "user id", "employee id", "工号", "成员", "成员编号", "员工编号"]),
      ColumnSchema(
        "name", .text, "The name that pages show; the id where it is blank.",
        ["full name", "user name", "姓名", "名字", "成员姓名"]),
      ColumnSchema(
        "team", .id, "The id or name of the member's team.", ["team name", "团队", "小组", "部门", "区域"]),
      ColumnSchema(
        "role",
        .word([
          Word("member", ["成员", "销售", "业务员", "sales", "rep"]),
          Word("manager", ["经理", "主管", "负责人", "lead", "leader"]),
        ]), "Whether the member sells or leads; member where it is blank.", ["角色", "岗位"]),
      ColumnSchema(
        "manager", .member, "The id or name of the member's manager.",
        ["manager name", "reports to", "上级", "直属上级", "主管"]),
      ColumnSchema(
        "hours_per_day", .hours, "Working hours a day; 8 where it is blank.",
        ["hours", "每日工时", "日工作小时"]),
      ColumnSchema(
        "selling_share", .share, "The part of the day spent selling; 0.5 where it is blank.",
        ["销售时间占比", "销售占比"]),
      ColumnSchema(
        "days_off", .days, "Days on which the member does not work, with ; between them.",
        ["leave", "holidays", "请假", "休假", "休假日期"]),
      ColumnSchema(
        "start", .day, "The first day of work.", ["start date", "hire date", "入职日期", "入职时间"]),
    ])

  static let teams = TableSchema(
    .teams, "The teams and what they are part of.", synonyms: ["departments", "部门", "小组", "团队列表"],
    [
      ColumnSchema(
        "team", .id, "The team's id.", required: true, ["team_id", "团队", "团队编号", "部门"]),
      ColumnSchema(
        "name", .text, "The name that pages show; the id where it is blank.",
        ["team name", "名称", "团队名称", "部门名称"]),
      ColumnSchema(
        "parent", .id, "The id or name of the team it is part of.",
        ["parent team", "上级团队", "上级部门", "所属"]),
    ])
}
