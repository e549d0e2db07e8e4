package import OrderedJSON

extension TableSchema {
  /// The JSON Schema (draft 2020-12) of the table as a list in YAML or JSON, so that editors
  /// complete and check it.
  ///
  /// Columns that the table does not have are allowed: they are kept.
  ///
  ///     TableSchema.of(.goals).json.text(indented: true)
  package var json: JSON {
    .object([
      ("$schema", "https://json-schema.org/draft/2020-12/schema"),
      ("$id", .string("https://salesbook.invalid/schema/\(name.rawValue).json")),
      ("title", .string(name.rawValue)), ("description", .string(summary)), ("type", "array"),
      (
        "items",
        .object([
          ("type", "object"),
          (
            "properties",
            .object(columns.map { ($0.name, $0.json) })
          ),
          ("required", .array(columns.filter(\.isRequired).map { .string($0.name) })),
          (
            "anyOf",
            oneOf.isEmpty
              ? nil : .array(oneOf.map { .object([("required", .array([.string($0)]))]) })
          ),
        ])
      ),
    ])
  }
}

extension ColumnSchema {
  /// The JSON Schema of a cell.
  fileprivate var json: JSON {
    guard case .members(let members) = type.json else { return type.json }
    return .members([JSON.Member("description", .string(summary))] + members)
  }
}

extension ColumnType {
  private static let anyText: JSON = .object([("type", ["string", "number", "null"])])
  private static let anyNumber: JSON = .object([
    ("type", ["number", "string", "null"]), ("examples", [1234, "1,234", "12万"]),
  ])

  /// The JSON Schema of a value of the type.
  ///
  /// Words stand as suggestions beside free text, since what people write for them is read too.
  fileprivate var json: JSON {
    switch self {
    case .text, .name, .customer, .member, .goal, .owner, .stage, .currency: Self.anyText
    case .id: .object([("type", ["string", "number"]), ("maxLength", 200)])
    case .day: .object([("type", ["string", "null"]), ("examples", ["2026-05-06"])])
    case .days, .words:
      .object([
        ("type", ["array", "string", "null"]), ("items", .object([("type", "string")])),
      ])
    case .money, .quantity, .decimal: Self.anyNumber
    case .count: .object([("type", ["integer", "string", "null"]), ("minimum", 0)])
    case .share, .probability:
      .object([("type", ["number", "string", "null"]), ("examples", [.number("0.65"), "65%"])])
    case .hours: .object([("type", ["number", "string", "null"]), ("minimum", 0)])
    case .letter:
      .object([
        ("type", ["number", "string", "boolean", "null"]), ("examples", [4, "是", "否", "未知"]),
      ])
    case .flag: .object([("type", ["boolean", "string", "null"])])
    case .word(let words):
      .object([
        (
          "anyOf",
          [
            .object([("enum", .array(words.map { .string($0.value) }))]),
            .object([("type", ["string", "null"])]),
          ]
        )
      ])
    case .milestones:
      .object([
        ("type", ["array", "string", "null"]),
        (
          "items",
          .object([
            ("type", "object"),
            (
              "properties",
              .object([
                ("date", .object([("type", "string")])), ("target", Self.anyNumber),
              ])
            ), ("required", ["date", "target"]),
          ])
        ),
      ])
    }
  }
}
