import ArgumentParser
import Diagnostics
import Phrases
import PlanData
import Rulebook
import SalesData
import SalesMethod
import Workspace

extension Import {
  /// The table that answers are taken for: what participants filled in on the pages of a course.
  func answered(_ source: SourceFile, _ settings: Settings) throws -> Parsed<[ImportedTable]> {
    let read = AnswerFile.read(source)
    guard let answers = read.value else { return Parsed([], read.diagnostics) }
    guard let name = table.flatMap(TableName.init), [.customers, .goals].contains(name) else {
      return Parsed([], read.diagnostics + [.answersAsWhat(at: Place(path: source.path))])
    }
    let all = answers.tables.map { table in
      FormTable(
        name: "\(table.page)#\(table.id)", columns: table.columns, rows: table.rows,
        place: table.place)
    }
    let chosen = field.map { field in all.filter { $0.name == field } } ?? all
    if let field, chosen.isEmpty {
      return Parsed(
        [],
        read.diagnostics + [
          .unknownField(field, known: all.map(\.name), at: Place(path: source.path))
        ])
    }
    let table = importForm(
      chosen, as: name, given: try given(for: name, settings), settings: settings.dataSettings)
    return Parsed(table.value.map { [$0] } ?? [], read.diagnostics + table.diagnostics)
  }

  /// What a form need not ask for: whose rows they are, and of goals which month they are for.
  private func given(
    for name: TableName, _ settings: Settings
  ) throws -> [(column: String, value: String)] {
    let owner = person.map { [(column: "owner", value: $0)] } ?? []
    guard name == .goals else { return owner }
    let period = try dates.period ?? nextMonth(settings)
    return owner + [
      ("id", "\(period.description)-{row}"), ("dimension", "performance"), ("metric", "amount"),
      ("start", period.range.start.description), ("end", period.range.end.description),
    ]
  }

  /// The month after today's.
  private func nextMonth(_ settings: Settings) throws -> Period {
    let today = try dates.day.requested().day(inTimeZone: settings.timeZone)
    let next = today.flatMap { Period.month($0.month, of: $0.year) }?.range.end.adding(days: 1)
    guard let next, let period = Period.month(next.month, of: next.year) else {
      throw ValidationError(
        zh: "不知道是哪个月的目标；用 --month 写明。",
        en: "Which month the goals are for is not known: say it with --month.")
    }
    return period
  }
}
