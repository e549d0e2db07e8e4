import Diagnostics
import Phrases
import Rulebook
import SalesData
import SalesMethod

/// Goals that are worked out from what is on record, as long as that is whole.
struct ProposedGoals {
  let members: [Member]
  let records: SalesRecords
  let period: Period
  let today: Day
  /// Whether something that is known to be missing could change them.
  let isIncomplete: Bool

  /// Looks at what was read, for everybody who sells.
  init(_ found: Parsed<FoundData>, for period: Period, today: Day) {
    records = found.value.records
    members = records.members.filter { $0.role == .member }
    (self.period, self.today) = (period, today)
    isIncomplete =
      found.diagnostics.hasErrors || found.diagnostics.contains { $0.id == "data.almost-table" }
  }

  /// The goal of a member; nil where there is no history, or not the whole of it.
  func proposal(of member: Member) -> ProposedTarget? {
    if isIncomplete { return nil }
    // Sums beyond all money give no proposal.
    return (try? ProposedTarget(records, of: member.id, for: period, asOf: today)) ?? nil
  }

  /// A goal for each member of whom there is history.
  var entries: [WrittenGoals.Entry] {
    members.compactMap { member in
      proposal(of: member).map {
        WrittenGoals.Entry(owner: member.id, target: $0.target.hundredths / 100, proposal: $0)
      }
    }
  }
}

extension WrittenGoals {
  /// Whether a file of goals is as it was written, with nothing decided in it.
  ///
  ///     WrittenGoals.isUntouched("- id: \"2026-12-林\"\n  proposed: yes\n")  // false: it says no reason
  static func isUntouched(_ text: String) -> Bool {
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    let goals = lines.count { $0.hasPrefix("- id:") }
    let reasons = [Language.chinese, .english].map { "  why: \(yamlQuoted(reason(in: $0)))" }
    return goals > 0 && lines.count { $0 == "  proposed: yes" } == goals
      && lines.count(where: reasons.contains) == goals
  }
}
