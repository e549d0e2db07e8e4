package import OrderedJSON
import Phrases
import Tables

/// The JSON Schema (draft 2020-12) of `salesbook.yaml`, so that editors complete and check it.
///
/// The tables and columns that `mapping` and `date_order` may name come from the declarations of
/// the columns.
///
///     settingsSchema().text(indented: true)
package func settingsSchema() -> JSON {
  .object([
    ("$schema", "https://json-schema.org/draft/2020-12/schema"),
    ("$id", "https://salesbook.invalid/schema/salesbook.json"),
    ("title", "salesbook.yaml"), ("type", "object"), ("additionalProperties", false),
    ("properties", .object((general + method + dataSettings).map(described))),
  ])
}

private let text: JSON = .object([("type", "string")])
/// A text, or one for each language.
private let textByLanguage: JSON = .object([
  ("anyOf", .array([text, keys([("zh-Hans", text), ("en", text)])]))
])
private let number: JSON = .object([("type", "number"), ("minimum", 0)])
private let whole: JSON = .object([("type", "integer"), ("minimum", 0)])
private let texts: JSON = .object([("type", ["array", "string"]), ("items", text)])

private func choice(_ words: String...) -> JSON {
  .object([("enum", .array(words.map { .string($0) }))])
}

/// An object with just these keys.
private func keys(_ members: [(String, JSON?)]) -> JSON {
  .object([
    ("type", "object"), ("additionalProperties", false), ("properties", .object(members)),
  ])
}

/// An object with free keys and values of one kind.
private func map(to value: JSON) -> JSON {
  .object([("type", "object"), ("additionalProperties", value)])
}

/// A length of time in days: `30` or `30d`, or one of a few words.
private func days(or words: String...) -> JSON {
  let written: JSON = .object([
    ("type", "string"),
    ("pattern", .string("^(" + (["[0-9]+d?"] + words).joined(separator: "|") + ")$")),
  ])
  return .object([("anyOf", [whole, written])])
}

/// A key's schema with the sentence about it in front.
private func described(_ key: String, _ schema: JSON?) -> (String, JSON?) {
  guard case .members(let members)? = schema, let summary = settingsSummaries[key] else {
    return (key, schema)
  }
  return (
    key,
    .members(
      [JSON.Member("description", .string(summary.chinese + "\n" + summary.english))] + members)
  )
}

private let general: [(String, JSON?)] = [
  ("title", textByLanguage), ("language", choice("zh-Hans", "en")), ("content", text),
  ("vocabulary", .object([("anyOf", [choice("carpentries", "quarto"), map(to: text)])])),
  ("data", text), ("templates", text), ("output", text), ("kept_plans", text),
  ("linked_folders", texts),
  ("period", text), ("archive", text),
  ("retention", .object([("type", "string"), ("pattern", "^[1-9][0-9]*d$")])),
  (
    "bands",
    .object([
      ("type", "array"),
      ("items", .object([("type", "integer"), ("minimum", 1)])),
    ])
  ),
  (
    "trees",
    map(
      to: keys([
        ("edition", choice("participant", "facilitator", "handout", "slides", "key")),
        ("audience", choice("self", "manager", "team", "public")),
      ]))
  ),
  ("paper", choice("a4", "letter")),
  (
    "contact_details",
    .object([
      ("type", ["array", "string"]),
      ("items", choice("self", "manager")),
    ])
  ),
  (
    "fields",
    keys([
      (
        "customer",
        keys([
          ("self", choice("full", "code")), ("manager", choice("full", "code")),
        ])
      ), ("contact", fieldOf(choice("full", "masked", "none"))),
      ("phone", fieldOf(choice("full", "masked", "none"))),
      ("address", fieldOf(choice("full", "none"))), ("note", fieldOf(choice("full", "none"))),
    ])
  ),
  (
    "groups",
    map(
      to: keys([
        ("readers", texts), ("teams", texts),
        (
          "fields",
          keys([
            ("customer", choice("full", "code")), ("contact", choice("full", "masked", "none")),
            ("phone", choice("full", "masked", "none")), ("address", choice("full", "none")),
            ("note", choice("full", "none")),
          ])
        ),
      ]))
  ),
  (
    "sheets",
    keys([
      ("days", choice("none", "first", "week", "all")), ("weeks", choice("none", "first", "all")),
    ])
  ),
  ("answers", choice("end")), ("proof", keys([("allow", texts)])),
  (
    "gates",
    keys(
      ["time", "objectives", "space", "leak", "translation"].map { ($0, choice("on", "off")) })
  ),
  ("currency", .object([("type", "string"), ("pattern", "^[A-Z]{3}$")])), ("time_zone", text),
  ("markdown", keys([("raw_html", texts)])), ("units", texts),
  ("values", map(to: .object([("type", ["string", "number"])]))), ("checks", checks),
]

/// A field in the same forms for each audience that may see customers.
private func fieldOf(_ forms: JSON) -> JSON { keys([("self", forms), ("manager", forms)]) }

/// The company's own checks.
private let checks: JSON = .object([
  ("type", "array"),
  (
    "items",
    .object([
      ("type", "object"), ("additionalProperties", false),
      (
        "properties",
        .object([
          ("id", .object([("type", "string"), ("maxLength", 60)])), ("if", text),
          ("say", textByLanguage),
          ("level", choice("warn", "fail")),
        ])
      ), ("required", ["id", "if", "say"]),
    ])
  ),
])

/// The name of a preset, or the values themselves.
private func presetOr(_ values: JSON) -> JSON { .object([("anyOf", .array([text, values]))]) }

private let man: [(String, JSON?)] = [
  ("preset", text),
  (
    "scale",
    .object([
      ("type", "array"), ("items", .object([("type", "integer")])), ("minItems", 2),
      ("maxItems", 2),
    ])
  ), ("threshold", number),
  ("near", days(or: "period_end")), ("mid", days()),
  ("presume", .object([("type", "boolean")])),
  ("overdue_days", days(or: "never")),
  ("unknown", choice("C", "D")), ("rule", text),
  ("chances", keys(["A", "B", "C", "D"].map { ($0, number) })),
  (
    "table",
    presetOr(
      keys(
        [("preset", text), ("sum", keys(["A", "B", "C"].map { ($0, number) }))]
          + ["MAN", "MAn", "MaN", "mAN", "maN", "mAn", "Man", "man"].map {
            ($0, choice("A", "B", "C", "D"))
          }))
  ),
]

private let method: [(String, JSON?)] = [
  ("calendar", keys([("country", text), ("allow_provisional", .object([("type", "boolean")]))])),
  ("man", presetOr(keys(man))),
  (
    "cadence",
    presetOr(
      keys(
        [("preset", text)]
          + ["A", "B", "C", "D"].map {
            ($0, keys([("visits", whole), ("gap", whole), ("hours", number)]))
          }))
  ),
  ("funnel", texts), ("hours", map(to: number)),
  ("layout", keys([("shape", choice("even", "front")), ("buffer", whole)])),
  ("estimate", keys([("months", whole), ("confidence", number)])),
  (
    "goals",
    keys(
      [
        "assigned_at_least", "assigned_at_most", "price_tolerance", "largest_discount",
        "comfortable_load",
      ].map { ($0, number) })
  ),
]

private let dataSettings: [(String, JSON?)] = [
  (
    "mapping",
    keys(
      TableSchema.all.map { schema in
        let names = schema.columns.map { JSON.string($0.name) }
        return (schema.name.rawValue, map(to: .object([("enum", .array(names + [.null]))])))
      })
  ),
  (
    "stages",
    map(to: keys([("status", choice("open", "won", "lost")), ("probability", number)]))
  ),
  (
    "tables",
    map(to: .object([("enum", .array(TableName.allCases.map { .string($0.rawValue) } + [.null]))]))
  ),
  (
    "date_order",
    keys(
      TableSchema.all.flatMap { schema in
        schema.columns.filter(\.type.holdsDays).map { column in
          ("\(schema.name.rawValue).\(column.name)", choice("ymd", "dmy", "mdy"))
        }
      })
  ),
  (
    "number_format",
    keys(
      TableSchema.all.flatMap { schema in
        schema.columns.filter(\.type.holdsNumbers).map { column in
          (
            "\(schema.name.rawValue).\(column.name)",
            .object([
              (
                "enum",
                .array(
                  DataSettings.NumberFormat.Meaning.allCases.filter(column.type.allows).map {
                    .string($0.rawValue)
                  })
              )
            ])
          )
        }
      })
  ), ("exchange_rates", map(to: number)),
  (
    "encodings",
    map(to: .object([("enum", .array(TextEncoding.allCases.map { .string($0.rawValue) }))]))
  ),
  ("person", text), ("owners", map(to: .object([("type", ["string", "null"])]))),
  ("rows_left_out", .object([("type", ["string", "number"])])),
  (
    "sql",
    keys(
      TableSchema.all.map { schema in
        (
          schema.name.rawValue,
          .object([
            ("type", "object"), ("additionalProperties", false),
            (
              "properties",
              .object([
                (
                  "url_env", .object([("type", "string"), ("pattern", "^[A-Za-z_][A-Za-z0-9_]*$")])
                ),
                ("query", text),
                (
                  "seconds",
                  .object([("type", "integer"), ("minimum", 1), ("maximum", 3600)])
                ),
              ])
            ), ("required", ["url_env", "query"]),
          ])
        )
      })
  ),
]
