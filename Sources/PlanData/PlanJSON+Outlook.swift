import OrderedJSON
import Phrases
import SalesMethod
import Wording

/// What the period is expected to bring by its last day.
extension PlanJSON {
  var outlook: JSON {
    let outlook = plan.outlook
    return .object(parts(outlook) + spread(outlook) + basis(outlook) + rows(outlook))
  }

  /// The amounts that add up.
  private func parts(_ outlook: PeriodOutlook) -> [(String, JSON?)] {
    [
      ("end", .string(outlook.end.description)), ("target", outlook.target.map(money)),
      ("won", outlook.toldWon.map(money)),
      ("today", outlook.today == .zero ? nil : money(outlook.today)),
      ("deals", outlook.toldDeals.map(money)), ("existing", outlook.toldExisting.map(money)),
      ("inProgress", outlook.toldInProgress.map(money)),
      ("newContacts", outlook.toldNewContacts.map(money)),
      ("other", money(outlook.other)), ("expected", outlook.toldExpected.map(money)),
      ("gap", outlook.gap.map(money)),
      ("surplus", outlook.target.map { _ in money(outlook.surplus) }),
      (
        "contacts",
        .object([
          ("fit", .integer(outlook.contactsThatFit)),
          ("asked", outlook.contactsAsked.map { .integer($0) }),
        ])
      ),
    ]
  }

  /// How far the amount may be from what is expected, the chance, and what past months said.
  private func spread(_ outlook: PeriodOutlook) -> [(String, JSON?)] {
    [
      (
        "quantiles",
        outlook.quantiles.isEmpty
          ? nil : .object(outlook.quantiles.map { (share($0.share), money($0.amount)) })
      ),
      ("interval80", outlook.interval80.map { .array([money($0.low), money($0.high)]) }),
      ("interval50", outlook.interval50.map { .array([money($0.low), money($0.high)]) }),
      ("chance", outlook.saidChance.map(number)),
      ("noChance", outlook.chance?.missingReason.map { .string($0) }),
      ("record", record(outlook)),
    ]
  }

  private func record(_ outlook: PeriodOutlook) -> JSON {
    let record = outlook.record
    return .object([
      ("months", .integer(record.months)),
      ("said", .integer(record.entries.count)),
      ("reached", .integer(record.entries.count { $0.isReached })),
      ("brier", record.brier.map(number)), ("brierOfShare", record.brierOfShare.map(number)),
      ("bands", .array(ChanceBand.all(of: record).filter { $0.said > 0 }.map(band))),
      (
        "own",
        .object([
          ("said", .integer(outlook.ownRecord.count)),
          ("reached", .integer(outlook.ownRecord.count { $0.isReached })),
        ])
      ),
      ("says", outlook.chanceRemark.map { .string($0.text(in: language)) }),
    ])
  }

  private func band(_ band: ChanceBand) -> JSON {
    .object([
      ("band", .string(band.name)), ("said", .integer(band.said)),
      ("reached", .integer(band.reached)),
    ])
  }

  /// What past months taught.
  private func basis(_ outlook: PeriodOutlook) -> [(String, JSON?)] {
    let adjustment = outlook.adjustment
    return [
      (
        "adjustment",
        .object([
          ("months", .integer(adjustment.months)), ("bias", number(adjustment.bias)),
          ("blend", number(adjustment.blend)), ("spread", number(adjustment.spread)),
        ])
      ), ("scale", number(outlook.scale)), ("usualMonth", outlook.usualMonth.map(money)),
      ("wonDealsStandIn", .bool(outlook.wonDealsStandIn)),
    ]
  }

  private func rows(_ outlook: PeriodOutlook) -> [(String, JSON?)] {
    [
      ("customers", .array(outlook.customers.map(customer))),
      ("contacted", .array(outlook.contacts.map(contact))),
      ("unknown", .array(outlook.unknown.map { .string($0.rawValue) })),
      ("evidence", .array(outlook.evidence.map(evidence))),
    ]
  }

  private func customer(_ customer: CustomerOutlook) -> JSON {
    .object([
      ("customer", .string(customer.customer)), ("since", .string(customer.since.description)),
      ("orders", .integer(customer.orders)), ("chance", number(customer.chance)),
      ("expectedOrders", number(customer.expectedOrders)),
      ("expected", money(customer.expected)),
    ])
  }

  private func contact(_ contact: CustomerOutlook) -> JSON {
    .object([
      ("customer", .string(contact.customer)), ("since", .string(contact.since.description)),
      ("chance", number(contact.chance)), ("expected", money(contact.expected)),
    ])
  }

  private func evidence(_ evidence: WaitEvidence) -> JSON {
    let pace = evidence.pace
    return .object([
      ("kind", .string(evidence.kind.rawValue)),
      ("since", .string(evidence.since.description)), ("pooled", .bool(evidence.isPooled)),
      (
        "pace",
        .object([
          ("won", number(pace.won)), ("lost", number(pace.lost)),
          ("events", .integer(pace.events)), ("expectedEvents", number(pace.expectedEvents)),
        ])
      ),
      (
        "tables",
        .array(
          zip(evidence.strata, evidence.tables).map { stratum, table in
            .object([
              ("after", .string(stratum)), ("groups", .array(table.groups.map(group))),
            ])
          })
      ),
    ])
  }

  private func group(_ group: LifeTable.Group) -> JSON {
    .object([
      ("from", .integer(group.from)), ("through", group.through.map { .integer($0) }),
      ("waits", .integer(group.waits)), ("days", .integer(group.days)),
      ("won", .integer(group.won)), ("lost", .integer(group.lost)),
    ])
  }

  /// A share as the name of a member: `0.25`.
  func share(_ share: Double) -> String { Digits.decimal(share, places: 2) }
}
