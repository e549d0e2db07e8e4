import SalesMethod
import Storing

extension DigestOfValues {
  /// Adds all that sums over everybody may rest on: every row of every table, but of customers and contacts
  /// only what ``RecordIndex/tellings()`` does not tell.
  mutating func add(_ records: SalesRecords) {
    add(records.members) { $0.put($1) }
    add(records.teams) { bytes, team in
      bytes.put([team.id, team.name])
      bytes.put(team.parent)
      bytes.put(team.row)
    }
    add(records.customers) { $0.putShared($1) }
    add(records.contacts) { $0.put($1.customer) }
    add(records.deals) { $0.put($1) }
    add(records.orders) { $0.put($1) }
    add(records.activities) { $0.put($1) }
    add(records.receivables) { bytes, receivable in
      bytes.put(receivable.customer)
      bytes.put(receivable.amount)
      bytes.put(receivable.due)
      bytes.put(receivable.paid)
      bytes.put(receivable.paidDate)
      bytes.put(receivable.row)
    }
    add(records.products) { $0.put($1) }
    add(records.goals) { $0.put($1) }
    add(records.calendar) { bytes, entry in
      bytes.put(entry.date)
      bytes.put([entry.kind.rawValue, entry.name, entry.status.rawValue])
      bytes.put(entry.saysStatus)
      bytes.put(entry.row)
    }
    add(records.givenRates) { bytes, rate in
      bytes.put(rate.owner)
      bytes.put([rate.from, rate.to])
      bytes.put(rate.successes)
      bytes.put(rate.trials)
      bytes.put(rate.row)
    }
    add(records.givenFactors) { bytes, factors in
      bytes.put(factors.owner)
      bytes.put(factors.dealSize)
      bytes.put(factors.repeatThousandths)
      bytes.put(factors.row)
    }
    add(records.participants) { bytes, participant in
      bytes.put(participant.name)
      bytes.put(participant.department)
      bytes.put(participant.attended)
      bytes.put(participant.row)
    }
    bytes.put(records.presentTables)
  }

  private mutating func add<Record>(
    _ records: [Record], _ put: (inout StoredBytes, Record) -> Void
  ) {
    bytes.put(records.count)
    for record in records {
      put(&bytes, record)
      fold()
    }
  }
}

extension StoredBytes {
  mutating func put(_ texts: [String]) {
    put(texts.count)
    for text in texts { put(text) }
  }

  mutating func put(_ text: String?) {
    put(text == nil ? 0 : 1)
    if let text { put(text) }
  }

  mutating func put(_ number: Int?) {
    put(number == nil ? 0 : 1)
    if let number { put(number) }
  }

  mutating func put(_ isSo: Bool?) { put(isSo.map { $0 ? 2 : 1 } ?? 0) }

  mutating func put(_ day: Day?) { put(day?.number) }

  mutating func put(_ amount: Money?) { put(amount?.hundredths) }

  mutating func put(_ days: [Day]) {
    put(days.count)
    for day in days { put(day.number) }
  }

  mutating func put(_ row: Row?) {
    put(row?.path)
    put(row?.line)
  }

  fileprivate mutating func put(_ member: Member) {
    put([member.id, member.name, member.role.rawValue])
    put(member.team)
    put(member.manager)
    put(member.minutesPerDay)
    put(member.sellingShareThousandths)
    put(member.daysOff)
    put(member.halfDaysOff)
    put(member.start)
    put(member.row)
  }

  fileprivate mutating func putShared(_ customer: Customer) {
    put(customer.id)
    put(customer.owner)
    put(customer.segment)
    put(customer.flags.map(\.rawValue))
    put(customer.firstContact)
    put(customer.row)
  }

  fileprivate mutating func put(_ deal: Deal) {
    put(deal.id)
    put(deal.customer)
    put(deal.amount)
    put(deal.stage)
    put(deal.status.rawValue)
    put(deal.created)
    put(deal.expectedClose)
    put(deal.closed)
    put(deal.owner)
    put(deal.product)
    put(deal.probabilityMillionths)
    put(deal.row)
  }

  fileprivate mutating func put(_ order: Order) {
    put(order.id)
    put(order.customer)
    put(order.date)
    put(order.amount)
    put(order.product)
    put(order.quantityThousandths)
    put(order.contact)
    put(order.owner)
    put(order.row)
  }

  fileprivate mutating func put(_ activity: Activity) {
    put([activity.customer, activity.type])
    put(activity.date)
    put(activity.owner)
    put(activity.minutes)
    put(activity.isDone)
    put(activity.goal)
    put(activity.row)
  }

  fileprivate mutating func put(_ product: Product) {
    put(product.id)
    put(product.kind?.rawValue)
    put(product.listPrice)
    put(product.floorPrice)
    put(product.promotionStart)
    put(product.promotionEnd)
    put(product.row)
  }

  fileprivate mutating func put(_ goal: Goal) {
    put([
      goal.id, goal.owner, goal.dimension.rawValue, goal.metric.rawValue, goal.counted.rawValue,
      goal.better.rawValue,
    ])
    put(goal.targetHundredths)
    put(goal.unit)
    put(goal.start)
    put(goal.end)
    put(goal.parent)
    put(goal.scope)
    put(goal.why)
    put(goal.payableShareThousandths)
    put(goal.milestones.map(\.date))
    put(goal.milestones.map(\.targetHundredths).map(String.init))
    put(goal.row)
  }
}
