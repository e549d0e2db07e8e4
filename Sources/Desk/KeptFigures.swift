import SalesMethod
import Storing

/// What pages of teams need of a member's plan, as bytes that another run of the program can take in.
package struct KeptFigures: Hashable, Sendable {
  /// The member's id.
  package let member: String
  /// The period of the plan, as it is written.
  package let period: String
  /// What `StoredCoding` wrote of the figures.
  package let bytes: [UInt8]

  /// Puts together what was kept.
  package init(member: String, period: String, bytes: [UInt8]) {
    (self.member, self.period, self.bytes) = (member, period, bytes)
  }
}

/// What pages of teams need of what was said of a member in past months, as bytes that another run can take in.
package struct KeptRecord: Hashable, Sendable {
  /// The member's id.
  package let member: String
  /// What `StoredCoding` wrote of the record.
  package let bytes: [UInt8]

  /// Puts together what was kept.
  package init(member: String, bytes: [UInt8]) { (self.member, self.bytes) = (member, bytes) }
}

extension PlanDesk {
  /// Keeps what pages of teams need of a member's record of past months, which is made where it was not; nil where there
  /// is none.
  package func keptRecord(of member: String) -> KeptRecord? {
    guard let own, (try? record(of: [member], in: own).get()) != nil,
      let record = past.known(member), let bytes = try? StoredCoding.bytes(of: record)
    else { return nil }
    return KeptRecord(member: member, bytes: bytes)
  }

  /// Takes in a record that was kept: it is right where all that it rests on is the same.
  package func keepRecord(_ kept: KeptRecord) { past.keep(kept.bytes, of: kept.member) }

  /// Keeps what pages of teams need of a member's plan, which is made where it was not; nil where there is none, which
  /// such a page then says.
  ///
  ///     desk.keptFigures(FiguresKey(member: "lin", period: may))?.period  // "2026-05"
  package func keptFigures(_ key: FiguresKey) -> KeptFigures? {
    guard let figures = sums.figures(key) ?? madeFigures(key),
      let bytes = try? StoredCoding.bytes(of: figures)
    else { return nil }
    return KeptFigures(member: key.member, period: key.period.description, bytes: bytes)
  }

  private func madeFigures(_ key: FiguresKey) -> MemberFigures? {
    guard let own else { return nil }
    let made = planner(own, key.period).flatMap { plan(of: key.member, by: $0, in: own) }
    return try? figures(of: made.get())
  }

  /// Takes in figures that were kept: they are right where all that the plan rests on is the same.
  package func keepFigures(_ kept: KeptFigures) {
    guard let period = Period(kept.period) else { return }
    sums.keep(kept.bytes, as: FiguresKey(member: kept.member, period: period))
  }
}
