extension TableSchema {
  static let team = TableSchema(
    .team, "The people who sell and who lead.",
    synonyms: [
      "members", "users", "成员", "团队", "团队成员", "销售人员", "员工", "staff", "人员", "人员表", "成员表",
      "通讯录", "员工表", "员工列表",
    ], entities: ["User"],
    [
      ColumnSchema(
        "member", .id, "The member's id, by which other tables name them.", required: true,
        ["member_id", "user id", "employee id", "工号", "成员", "成员编号", "员工编号"],
        lesser: [
          "user_id", "userid", "账号", "帐号", "用户id", "员工id", "员工工号", "人员编号",
        ]),
      ColumnSchema(
        "name", .name, "The name that pages show; the id where it is blank.",
        ["full name", "user name", "姓名", "名字", "成员姓名"],
        lesser: ["员工姓名", "人员姓名", "member name", "display name"]),
      ColumnSchema(
        "team", .id, "The id or name of the member's team.", ["team name", "团队", "小组", "部门", "区域"],
        lesser: ["所属部门", "归属部门", "主属部门", "负责人主属部门", "所属团队", "department"]),
      ColumnSchema(
        "role",
        .word([
          Word("member", ["成员", "销售", "业务员", "sales", "rep"]),
          Word("manager", ["经理", "主管", "负责人", "lead", "leader"]),
        ]), "Whether the member sells or leads; member where it is blank.", ["角色", "岗位"],
        lesser: ["职务", "职位", "position", "job title"]),
      ColumnSchema(
        "manager", .member, "The id or name of the member's manager.",
        ["manager name", "reports to", "上级", "直属上级", "主管"],
        lesser: ["直接上级", "上级主管", "汇报对象", "manager id"]),
      ColumnSchema(
        "hours_per_day", .hours, "Working hours a day; 8 where it is blank.",
        ["hours", "每日工时", "日工作小时"], lesser: ["hours per day", "每天工时", "每日工作小时", "每天工作小时", "日工时"]),
      ColumnSchema(
        "selling_share", .share, "The part of the day spent selling; 0.5 where it is blank.",
        ["销售时间占比", "销售占比"], lesser: ["selling share", "销售时间比例", "有效销售时间占比"]),
      ColumnSchema(
        "days_off", .days, "Days on which the member does not work, with ; between them.",
        ["leave", "holidays", "请假", "休假", "休假日期"],
        lesser: ["days off", "time off", "vacation", "请假日期", "休假日", "年假", "调休"]),
      ColumnSchema(
        "start", .day, "The first day of work.", ["start date", "hire date", "入职日期", "入职时间"],
        lesser: ["joined", "join date", "加入日期", "加入时间", "入职"]),
    ])

  static let teams = TableSchema(
    .teams, "The teams and what they are part of.", synonyms: ["departments", "部门", "小组", "团队列表"],
    [
      ColumnSchema(
        "team", .id, "The team's id.", required: true, ["team_id", "团队", "团队编号", "部门"]),
      ColumnSchema(
        "name", .name, "The name that pages show; the id where it is blank.",
        ["team name", "名称", "团队名称", "部门名称"]),
      ColumnSchema(
        "parent", .id, "The id or name of the team it is part of.",
        ["parent team", "上级团队", "上级部门", "所属"]),
    ])
}
