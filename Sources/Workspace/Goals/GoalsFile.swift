import Phrases
import SalesData
import SalesMethod
import Tables

/// A new file of goals for a period, beside those that are there: it has their columns, so that they are
/// read as one table.
struct GoalsFile {
  let period: Period
  let currency: String
  let language: Language
  /// The columns of the goals that are there.
  private let columns: [TableProposal.Header]
  /// The name that the files share.
  private let stem: String
  private var rows: [[String]] = []
  /// The ids of the goals that are there.
  private let taken: Set<String>

  /// Looks at the goals that are there.
  init(_ period: Period, besides found: FoundData, currency: String, language: Language) {
    (self.period, self.currency, self.language) = (period, currency, language)
    taken = Set(found.records.goals.map(\.id))
    let table = found.tables.first { $0.name == .goals }
    columns =
      table?.headers ?? Self.ownColumns.map { TableProposal.Header(header: $0, field: $0) }
    stem = table?.files.last.map(Self.stem) ?? "goals"
  }

  private static let ownColumns = [
    "id", "owner", "dimension", "metric", "target", "unit", "start", "end", "why", "proposed",
  ]

  /// Whether a goal can be marked as one that nobody has decided on.
  var canPropose: Bool { columns.contains { $0.field == "proposed" } }

  /// Whether there is anything to write.
  var isEmpty: Bool { rows.isEmpty }

  /// Takes a goal of a member, in whole units of money.
  mutating func add(_ member: String, target: Int, isDecided: Bool) {
    let why = Phrase(zh: "近几个月的平均水平，待定", en: "the average of the months before; to be decided")
    let suffix = taken.contains("\(period)-\(member)") ? "-2" : ""
    let values = [
      "id": "\(period)-\(member)\(suffix)", "owner": member, "dimension": "performance",
      "metric": "amount", "target": String(target),
      "unit": currency == "CNY" && language == .chinese ? "元" : currency,
      "start": period.range.start.description, "end": period.range.end.description,
      "why": isDecided ? "" : why.text(in: language), "proposed": isDecided ? "" : "yes",
    ]
    rows.append(columns.map { column in column.field.flatMap { values[$0] } ?? "" })
  }

  /// The file's bytes.
  var bytes: [UInt8] { csv([columns.map(\.header)] + rows, style: CSVStyle(forExcel: true)) }

  /// The first path in the data folder that is free.
  func path(in folder: String, _ isTaken: (String) throws(MachineFailure) -> Bool)
    throws(MachineFailure) -> String
  {
    var number = 1
    while true {
      let path = "\(folder)/\(stem)-\(period)\(number == 1 ? "" : "-\(number)").csv"
      if try !isTaken(path) { return path }
      number += 1
    }
  }

  /// The name of a table's file or sheet, without days and numbers at its end.
  private static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if let open = name.firstIndex(of: "["), name.hasSuffix("]") {
      return String(name[name.index(after: open)...].dropLast())
    }
    var base = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
    while let last = base.last, last.isNumber || last == "-" { base.removeLast() }
    return base.isEmpty ? "goals" : String(base)
  }
}
