package import Diagnostics
import Phrases
package import SalesMethod
import YAML

/// What was typed into a plan on a phone as done: the file that the page saves.
package struct DoneRecord: Hashable, Sendable {
  /// One thing done with a customer.
  package struct Entry: Hashable, Sendable {
    /// What makes it the same entry in the next file: `2026-12-01/C0101`.
    package let id: String
    package let date: Day
    /// The customer's id; nil for one whom the plan does not know.
    package let customer: String?
    /// The customer's name as it was typed or shown.
    package let name: String
    /// A stage of the funnel, or another word.
    package let type: String
    /// What was sold, as plain digits; nil for nothing.
    package let amount: String?
    package let note: String?
  }

  /// Whose plan it was typed into.
  package let person: String
  /// The period of the plan.
  package let period: String
  /// In the order of the file.
  package let entries: [Entry]

  /// A table of what was done, by the name of the file that it belongs into.
  package struct Sheet: Hashable, Sendable {
    /// `activities`, `orders` or `customers`.
    package let name: String
    /// The header, then a row for each.
    package let rows: [[String]]
  }

  /// The visits, the orders and the customers whom the plan did not know, those without a row left out.
  ///
  ///     record.sheets.map(\.name)  // ["activities", "orders"]
  package var sheets: [Sheet] {
    let visits = entries.map { entry in
      [
        entry.customer ?? entry.name, entry.date.description, entry.type, person, "yes",
        entry.note ?? "",
      ]
    }
    let orders = entries.compactMap { entry in
      entry.amount.map {
        ["done/\(entry.id)", entry.customer ?? entry.name, entry.date.description, $0, person]
      }
    }
    var met: [String: Day] = [:]
    var names: [String] = []
    for entry in entries where entry.customer == nil {
      if met[entry.name] == nil { names.append(entry.name) }
      met[entry.name] = min(met[entry.name] ?? entry.date, entry.date)
    }
    let customers = names.map { [$0, person, met[$0]?.description ?? ""] }
    let all = [
      ("activities", ["customer", "date", "type", "owner", "done", "note"], visits),
      ("orders", ["order_id", "customer", "date", "amount", "owner"], orders),
      ("customers", ["name", "owner", "first_contact"], customers),
    ]
    return all.compactMap { name, header, rows in
      rows.isEmpty ? nil : Sheet(name: name, rows: [header] + rows)
    }
  }
}

extension DoneRecord {
  /// Whether a file is one that a plan's page saved.
  package static func isRecord(_ file: SourceFile) -> Bool {
    file.bytes.prefix(200).firstRange(of: Array("\"salesbook.done/1\"".utf8)) != nil
  }

  /// Reads such a file; what is wrong with an entry is said, and the entry left out.
  ///
  ///     DoneRecord.read(file).value?.entries.count  // 12
  package static func read(_ file: SourceFile) -> Parsed<DoneRecord?> {
    let node = parseYAML(file)
    var reader = MappingReader(node.value, of: Phrase(zh: "记录", en: "record"))
    _ = reader.text("schema")
    let person = reader.text("person")
    let period = reader.text("period")
    var diagnostics = node.diagnostics
    let entries = reader.read(
      "entries", expected: Phrase(zh: "由条目组成的列表", en: "a list of entries")
    ) { $0.items }?.compactMap { read($0, &diagnostics) }
    diagnostics += reader.finish()
    guard let person, let period, let entries, !diagnostics.hasErrors else {
      return Parsed(nil, diagnostics)
    }
    return Parsed(DoneRecord(person: person, period: period, entries: entries), diagnostics)
  }

  private static func read(_ node: YAMLNode, _ diagnostics: inout [Diagnostic]) -> Entry? {
    var reader = MappingReader(node, of: Phrase(zh: "条目", en: "entry"))
    let id = reader.text("id")
    let date = reader.read(
      "date", expected: Phrase(zh: "2026-12-01 这样的日子", en: "a day such as 2026-12-01")
    ) { $0.text.flatMap { Day($0) } }
    let amount = reader.read(
      "amount", expected: Phrase(zh: "金额，只写数字", en: "an amount in digits")
    ) { $0.text.flatMap { isAmount($0) ? $0 : nil } }
    let entry = (
      customer: reader.text("customer"), name: reader.text("name"), type: reader.text("type"),
      note: reader.text("note")
    )
    diagnostics += reader.finish()
    guard let id, let date, let name = entry.name ?? entry.customer else { return nil }
    return Entry(
      id: id, date: date, customer: entry.customer, name: name, type: entry.type ?? "visit",
      amount: amount, note: entry.note)
  }

  /// Whether a text is an amount of at most twelve digits and two decimals.
  private static func isAmount(_ text: String) -> Bool {
    text.wholeMatch(of: /-?\d{1,12}(\.\d{1,2})?/) != nil
  }
}
