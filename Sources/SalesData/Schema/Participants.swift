extension TableSchema {
  static let participants = TableSchema(
    .participants, "Who takes part in the course.",
    synonyms: ["participant", "attendees", "学员", "学员名单", "参训人员", "参加人员", "签到名单"],
    [
      ColumnSchema(
        "name", .text, "The participant's name, as attendance and certificate print it.",
        required: true, ["participant", "full name", "姓名", "学员", "学员姓名", "名字"]),
      ColumnSchema(
        "department", .text, "Where the participant works.",
        ["team", "company", "部门", "单位", "公司", "团队"]),
      ColumnSchema(
        "attended", .flag, "Whether the participant was there; who was not gets no certificate.",
        ["present", "attendance", "出勤", "到场", "参加"]),
    ])
}
