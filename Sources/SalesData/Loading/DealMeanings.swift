import Diagnostics
import Phrases
import SalesMethod
import Tables

/// What is known of a deal from its stage and status.
struct StageMeaning: Hashable {
  var status: Deal.Status
  var probabilityMillionths: Int?
}

/// What the status and the stage of each deal mean.
///
/// Each different stage is looked up once.
struct DealMeanings {
  private let stages: TextColumn
  private let statuses: TextColumn
  /// The meaning of each different stage; nil where nobody knows.
  fileprivate(set) var ofStages: [StageMeaning?]
  private let ofStatuses: [Deal.Status?]

  init(_ stages: TextColumn, _ statuses: TextColumn, _ settings: DataSettings) {
    self.stages = stages
    self.statuses = statuses
    ofStages = stages.texts.map { StageMeaning.of($0, settings) }
    ofStatuses = statuses.texts.map(Deal.Status.init(rawValue:))
  }

  /// The status that a row says itself.
  func status(_ row: Int) -> Deal.Status? { statuses.number(row).flatMap { ofStatuses[$0] } }

  /// What a row means: its status overrides its stage.
  subscript(row: Int) -> StageMeaning {
    let status = status(row)
    let meaning = stages.number(row).flatMap { ofStages[$0] }
    return StageMeaning(
      status: status ?? meaning?.status ?? .open,
      probabilityMillionths: meaning?.status == status || status == nil
        ? meaning?.probabilityMillionths : nil)
  }
}

extension Loader {
  /// What each row's status and stage mean.
  ///
  /// The status overrides the stage. A stage that nobody explained is open where every row of it has a
  /// chance between nothing and certainty; else it leaves the row out, and is reported once with the
  /// number of its rows.
  func stageMeanings(in table: inout DecodedTable) -> DealMeanings {
    let (stages, statuses) = (table.texts("stage"), table.texts("status"))
    let closed = table.integers("closed")
    let chances = table.integers("probability")
    var meanings = DealMeanings(stages, statuses, settings)
    var unknown: [(stage: String, rows: [Int])] = []
    var place: [Int: Int] = [:]
    for row in table.rowsToCheck {
      let status = meanings.status(row)
      if let stage = stages.number(row) {
        if meanings.ofStages[stage] == nil, status == nil {
          if place[stage] == nil {
            place[stage] = unknown.count
            unknown.append((stages.texts[stage], []))
          }
          unknown[place[stage] ?? 0].rows.append(row)
        }
      } else if status == nil, closed[row] != nil {
        table.skip(row, .closedWithoutStatus(at: table.place(row, "closed")))
      }
    }
    for (stage, rows) in unknown {
      let isOpen = rows.allSatisfy { chances[$0].map { (1..<1_000_000).contains($0) } ?? false }
      if isOpen, let number = stages.number(rows[0]) {
        meanings.ofStages[number] = StageMeaning(status: .open)
        table.diagnostics.append(
          .stageByChance(stage, rows: rows.count, at: table.place(rows[0], "stage")))
        continue
      }
      let diagnostic = Diagnostic.unknownStage(
        stage, rows: rows.count, known: settings.stages.map(\.name),
        at: table.place(rows[0], "stage"))
      table.diagnostics.append(diagnostic)
      for row in rows { table.skip(row, because: diagnostic.message) }
    }
    return meanings
  }
}

extension DecodedTable {
  /// The rows of deals that are over whose only day, in a column called nothing but Close Date, is
  /// the one on which they were: Salesforce, HubSpot and Zoho put it there when a deal closes.
  mutating func endings(
    _ meanings: DealMeanings, closed: IntegerColumn, expected: IntegerColumn
  ) -> Set<Int> {
    guard let column = columns.first(where: { $0.field?.name == "expected_close" }),
      column.isPlainCloseDate(of: schema)
    else { return [] }
    let rows = keptRows.filter { row in
      meanings[row].status != .open && closed[row] == nil && expected[row] != nil
    }
    guard let first = rows.first else { return [] }
    diagnostics.append(
      .closeDateIsEnd(rows.count, header: column.header, at: table.place(first, column.index)))
    return Set(rows)
  }
}

extension DecodedTable {
  /// The rows of open deals whose only day stands in a column headed 结单日期 or the like: of a deal that
  /// is not over it is the expected one.
  ///
  /// A header that says that it did happen (实际成交日期, Won time) is not taken so.
  mutating func openEndings(
    _ meanings: DealMeanings, closed: IntegerColumn, expected: IntegerColumn
  ) -> Set<Int> {
    guard let column = columns.first(where: { $0.field?.name == "closed" }) else { return [] }
    let key = HeaderKey(column.header).key
    let isActual = ["实际", "赢单", "输单", "won", "lost", "actual", "closedon"].contains {
      key.hasPrefix($0) || key.contains("actual")
    }
    let contradicting = keptRows.filter { row in
      meanings[row].status == .open && closed[row] != nil && (isActual || expected[row] != nil)
    }
    if let first = contradicting.first {
      diagnostics.append(
        .closedButOpen(contradicting.count, header: column.header, at: place(first, "closed")))
    }
    guard !isActual else { return [] }
    let rows = keptRows.filter { row in
      meanings[row].status == .open && closed[row] != nil && expected[row] == nil
    }
    guard let first = rows.first else { return [] }
    diagnostics.append(
      .closeDateIsEnd(rows.count, header: column.header, isOpen: true, at: place(first, "closed")))
    return Set(rows)
  }
}

extension MatchedColumn {
  /// Whether its header says close date and no more: of an open deal it is the expected one.
  fileprivate func isPlainCloseDate(of schema: TableSchema) -> Bool {
    let bare = HeaderKey.withoutEntity(header, entities: schema.entities).map(String.init)
    return ["closedate", "closingdate", "結案日期", "结案日期", "完了日", "クローズ日"]
      .contains(HeaderKey(bare ?? header).key)
  }
}

extension Diagnostic {
  static func closedButOpen(_ rows: Int, header: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.closed-but-open", severity: .warning, at: place,
      Phrase(
        zh: "\(count: rows) 个商机的“\(header)”有日子，阶段却还在谈：算没有结束",
        en:
          "\(count: rows, "deal has", "deals have") a day under “\(header)” and a stage that is open: "
          + "\(agreeing: rows, "it counts", "they count") as not over"),
      fix: Phrase(
        zh: "结束了的，把阶段或状态改成赢单或输单；还在谈的，把这一天写在预计成交日期里",
        en:
          "set the stage or status of what is over to won or lost; of what is not, write the day under the "
          + "expected close date"))
  }

  static func closeDateIsEnd(
    _ rows: Int, header: String, isOpen: Bool = false, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "data.close-date", severity: .note, at: place,
      isOpen
        ? Phrase(
          zh: "“\(header)”：还在谈的 \(count: rows) 行是预计成交日期，已赢或已输的是实际成交（结束）的日子",
          en:
            "“\(header)” is the expected day of \(count: rows, "deal", "deals") still open, and the "
            + "day on which the others closed")
        : Phrase(
          zh: "“\(header)”：已赢或已输的 \(count: rows) 行是实际成交（结束）的日子，还在谈的是预计成交日期",
          en:
            "“\(header)” is the day on which \(count: rows, "deal", "deals") closed, won or lost, and "
            + "the expected day of those that are open"))
  }
}
