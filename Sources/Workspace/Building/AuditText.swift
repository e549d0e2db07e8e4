package import Book
import Desk
package import OrderedJSON
import Pages
package import Phrases

extension Audit {
  /// What is open in each folder, or the answer to what was asked, for a person.
  package var lines: [Phrase] {
    if let answers { return answers.map(\.line) }
    return rows.map(line) + [
      Phrase(
        zh: "太短、和偶然分不开而没有查的值：\(unsearched)",
        en: "values too short to be told from chance, and not searched for: \(unsearched)")
    ]
  }

  private func line(_ row: Row) -> Phrase {
    let parts = Kind.allCases.map { kind in
      let (open, of) = (row.open[kind] ?? 0, all[kind] ?? 0)
      return Phrase(zh: "\(kind.phrase) \(open)/\(of)", en: "\(kind.phrase) \(open)/\(of)")
    }
    return Phrase(
      zh: "\(row.path)（\(row.audience.rawValue)）：\(list: parts)",
      en: "\(row.path) (\(row.audience.rawValue)): \(list: parts)")
  }

  private typealias Kind = GuardedValue.Kind

  /// The same as data.
  package var json: JSON {
    if let answers { return .array(answers.map(\.json)) }
    return .array(
      rows.map { row in
        .object([
          ("folder", .string(row.path)), ("audience", .string(row.audience.rawValue)),
          ("reader", row.holder.map { .string($0) } ?? .null),
          (
            "open",
            .object(Kind.allCases.map { ($0.rawValue, .integer(row.open[$0] ?? 0)) })
          ), ("all", .object(Kind.allCases.map { ($0.rawValue, .integer(all[$0] ?? 0)) })),
        ])
      })
  }

  /// The same as a table: one line for each folder.
  package var csv: String {
    var lines: [[String]]
    if let answers {
      lines = [["folder", "audience", "customer", "contacts", "code", "reason"]]
      lines += answers.map {
        [
          $0.path, $0.audience.rawValue, $0.seesCustomer ? "yes" : "no",
          $0.seesContacts ? "yes" : "no", $0.code ?? "", $0.reason.rawValue,
        ]
      }
    } else {
      lines = [["folder", "audience", "reader"] + Kind.allCases.map(\.rawValue)]
      lines += rows.map { row in
        [row.path, row.audience.rawValue, row.holder ?? ""]
          + Kind.allCases.map { String(row.open[$0] ?? 0) }
      }
    }
    return lines.map { $0.map(Self.cell).joined(separator: ",") + "\n" }.joined()
  }

  /// A cell that no spreadsheet takes for a formula.
  private static func cell(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t".contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    guard safe.contains(where: { ",\"\n\r".contains($0) }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}

extension Audit.Answer {
  fileprivate var line: Phrase {
    let customer =
      seesCustomer
      ? code.map { Phrase(zh: "看到的是代号 \($0)", en: "sees the code \($0)") }
        ?? Phrase(zh: "看得到这家客户", en: "sees the customer")
      : Phrase(zh: "看不到这家客户", en: "does not see the customer")
    let contacts =
      seesContacts
      ? Phrase(zh: "看得到联系方式", en: "sees how to reach it")
      : Phrase(zh: "看不到联系方式", en: "does not see how to reach it")
    return Phrase(
      zh: "\(path)（\(audience.rawValue)）：\(customer)，\(contacts)：\(reason.phrase)",
      en: "\(path) (\(audience.rawValue)): \(customer), \(contacts): \(reason.phrase)")
  }

  fileprivate var json: JSON {
    .object([
      ("folder", .string(path)), ("audience", .string(audience.rawValue)),
      ("customer", .bool(seesCustomer)), ("contacts", .bool(seesContacts)),
      ("code", code.map { .string($0) } ?? .null),
      (
        "fields",
        forms.map { forms in
          .object(CustomerField.allCases.map { ($0.rawValue, .string(forms[$0].rawValue)) })
        } ?? .null
      ),
      ("reason", .string(reason.rawValue)),
    ])
  }
}

extension Audit.Answer.Reason {
  fileprivate var phrase: Phrase {
    switch self {
    case .owner: Phrase(zh: "这是读者自己的客户", en: "it is the reader's own")
    case .below: Phrase(zh: "这是读者下面的人的客户", en: "somebody below the reader has it")
    case .named:
      Phrase(
        zh: "客户是别人的，读者或下面的人在那里有商机、订单或拜访",
        en: "somebody else has it; the reader, or somebody below, has a deal, an order or a visit "
          + "there")
    case .group:
      Phrase(zh: "读者组可以看这个人的计划", en: "the reader's group may open its owner's plan")
    case .others: Phrase(zh: "这是别人的客户", en: "it is somebody else's")
    case .audience: Phrase(zh: "这种树里不出现客户", en: "no customer is named in such a tree")
    }
  }
}
