/// Everything a workspace's tables say, decoded and checked: the one input of the method.
///
/// Every row knows the line it came from (`row`), so that any number on a plan can be traced back.
/// References are resolved: `customer` is always the id of a customer in `customers`, `owner` the id
/// of a member in `members`.
package struct SalesRecords: Hashable, Sendable {
  package var members: [Member] = []
  package var teams: [Team] = []
  package var customers: [Customer] = []
  package var contacts: [Contact] = []
  package var deals: [Deal] = []
  package var orders: [Order] = []
  package var activities: [Activity] = []
  package var receivables: [Receivable] = []
  package var products: [Product] = []
  package var goals: [Goal] = []
  /// The overlay of the built-in working calendar, in the order of the file.
  package var calendar: [CalendarEntry] = []
  /// Conversion rates given by hand.
  package var givenRates: [GivenRate] = []
  /// Deal size and repeat purchases given by hand.
  package var givenFactors: [GivenFactors] = []
  /// The tables that were there, by their names in `workspace.md`, sorted: an absent table is not
  /// an empty one.
  package var presentTables: [String] = []

  /// No records at all.
  package init() {}
}

/// The row of a table a record came from.
package struct Row: Hashable, Sendable {
  /// The file, as the user knows it.
  package let path: String
  /// The line (or the sheet's row) from 1.
  package let line: Int

  package init(path: String, line: Int) {
    self.path = path
    self.line = line
  }
}

/// A salesperson or a manager.
package struct Member: Hashable, Sendable {
  package enum Role: String, Hashable, Sendable { case member, manager }

  package var id: String
  package var name: String
  /// The id of the team, if any.
  package var team: String?
  package var role: Role
  /// The id of the manager, if any.
  package var manager: String?
  /// Working hours a day in minutes: 480 where nothing was said.
  package var minutesPerDay: Int
  /// The share of the day spent selling, in thousandths: 500 where nothing was said.
  package var sellingShareThousandths: Int
  package var daysOff: [Day]
  package var start: Day?
  package var row: Row

  package init(
    id: String, name: String, team: String? = nil, role: Role = .member, manager: String? = nil,
    minutesPerDay: Int = 480, sellingShareThousandths: Int = 500, daysOff: [Day] = [],
    start: Day? = nil, row: Row
  ) {
    self.id = id
    self.name = name
    self.team = team
    self.role = role
    self.manager = manager
    self.minutesPerDay = minutesPerDay
    self.sellingShareThousandths = sellingShareThousandths
    self.daysOff = daysOff
    self.start = start
    self.row = row
  }
}

/// A team; the company is the team without a parent, or stands above all.
package struct Team: Hashable, Sendable {
  package var id: String
  package var name: String
  package var parent: String?
  package var row: Row

  package init(id: String, name: String, parent: String? = nil, row: Row) {
    self.id = id
    self.name = name
    self.parent = parent
    self.row = row
  }
}

/// What was entered for one letter of MAN.
package enum LetterEntry: Hashable, Sendable {
  /// Nothing, 未知 or `?`.
  case unknown
  /// 是, 有, yes, ✓.
  case yes
  /// 否, 无, no.
  case no
  /// 高 (yes) / 中, 低 (no by the threshold), as words of a three-step scale.
  case level(Level)
  /// A score on the scale the settings declare, in thousandths: 4 is 4000. It lies on the scale.
  case score(thousandths: Int)

  package enum Level: Int, Hashable, Sendable { case low, middle, high }
}

/// A customer with what is known of purchasing power (M), decision power (A) and need (N).
package struct Customer: Hashable, Sendable {
  package enum Flag: String, Hashable, Sendable, CaseIterable {
    case doNotContact = "do_not_contact"
    case closedDown = "closed_down"
    case merged
  }

  package var id: String
  package var name: String
  /// The id of the owner; nil where the workspace has no members table.
  package var owner: String?
  package var purchasingPower: LetterEntry
  package var decisionPower: LetterEntry
  package var need: LetterEntry
  /// The day a deal is expected to close.
  package var closeDate: Day?
  package var segment: String?
  package var valueHint: Money?
  package var flags: [Flag]
  package var firstContact: Day?
  package var lastContact: Day?
  package var note: String?
  package var row: Row

  package init(
    id: String, name: String, owner: String? = nil, purchasingPower: LetterEntry = .unknown,
    decisionPower: LetterEntry = .unknown, need: LetterEntry = .unknown, closeDate: Day? = nil,
    segment: String? = nil, valueHint: Money? = nil, flags: [Flag] = [], firstContact: Day? = nil,
    lastContact: Day? = nil, note: String? = nil, row: Row
  ) {
    self.id = id
    self.name = name
    self.owner = owner
    self.purchasingPower = purchasingPower
    self.decisionPower = decisionPower
    self.need = need
    self.closeDate = closeDate
    self.segment = segment
    self.valueHint = valueHint
    self.flags = flags
    self.firstContact = firstContact
    self.lastContact = lastContact
    self.note = note
    self.row = row
  }
}

/// A person at a customer.
package struct Contact: Hashable, Sendable {
  package enum Role: String, Hashable, Sendable, CaseIterable {
    case decision, influence, user, unknown
  }

  package var customer: String
  package var name: String?
  package var title: String?
  package var role: Role
  /// Whether the person can be reached; nil where nobody said.
  package var isReachable: Bool?
  package var row: Row

  package init(
    customer: String, name: String? = nil, title: String? = nil, role: Role = .unknown,
    isReachable: Bool? = nil, row: Row
  ) {
    self.customer = customer
    self.name = name
    self.title = title
    self.role = role
    self.isReachable = isReachable
    self.row = row
  }
}

/// An opportunity: open, won or lost.
package struct Deal: Hashable, Sendable {
  package enum Status: String, Hashable, Sendable, CaseIterable { case open, won, lost }

  package var id: String?
  package var customer: String
  package var amount: Money
  package var stage: String?
  package var status: Status
  package var created: Day?
  package var expectedClose: Day?
  package var closed: Day?
  package var owner: String?
  package var product: String?
  /// The chance to win in millionths; nil where neither the row nor its stage says.
  package var probabilityMillionths: Int?
  package var row: Row

  package init(
    id: String? = nil, customer: String, amount: Money, stage: String? = nil,
    status: Status = .open, created: Day? = nil, expectedClose: Day? = nil, closed: Day? = nil,
    owner: String? = nil, product: String? = nil, probabilityMillionths: Int? = nil, row: Row
  ) {
    self.id = id
    self.customer = customer
    self.amount = amount
    self.stage = stage
    self.status = status
    self.created = created
    self.expectedClose = expectedClose
    self.closed = closed
    self.owner = owner
    self.product = product
    self.probabilityMillionths = probabilityMillionths
    self.row = row
  }
}

/// An order; a negative amount is a return.
package struct Order: Hashable, Sendable {
  package var id: String?
  /// The customer's id; nil for a row whose customer nobody wrote down (80/20 keeps it apart).
  package var customer: String?
  package var date: Day
  package var amount: Money
  package var product: String?
  /// The quantity in thousandths.
  package var quantityThousandths: Int?
  package var contact: String?
  package var owner: String?
  package var row: Row

  package init(
    id: String? = nil, customer: String?, date: Day, amount: Money, product: String? = nil,
    quantityThousandths: Int? = nil, contact: String? = nil, owner: String? = nil, row: Row
  ) {
    self.id = id
    self.customer = customer
    self.date = date
    self.amount = amount
    self.product = product
    self.quantityThousandths = quantityThousandths
    self.contact = contact
    self.owner = owner
    self.row = row
  }
}

/// Something done with a customer: a stage of the funnel, or any other word.
package struct Activity: Hashable, Sendable {
  package var customer: String
  package var date: Day
  /// A stage of the funnel but the last, or any other word.
  package var type: String
  package var owner: String?
  package var minutes: Int?
  package var isDone: Bool?
  /// The id of the goal it serves.
  package var goal: String?
  package var row: Row

  package init(
    customer: String, date: Day, type: String, owner: String? = nil, minutes: Int? = nil,
    isDone: Bool? = nil, goal: String? = nil, row: Row
  ) {
    self.customer = customer
    self.date = date
    self.type = type
    self.owner = owner
    self.minutes = minutes
    self.isDone = isDone
    self.goal = goal
    self.row = row
  }
}

/// Money a customer owes.
package struct Receivable: Hashable, Sendable {
  package var customer: String
  package var amount: Money
  package var due: Day
  package var paid: Money?
  package var paidDate: Day?
  package var row: Row

  package init(
    customer: String, amount: Money, due: Day, paid: Money? = nil, paidDate: Day? = nil, row: Row
  ) {
    self.customer = customer
    self.amount = amount
    self.due = due
    self.paid = paid
    self.paidDate = paidDate
    self.row = row
  }
}

/// A product and the part it plays in the plan.
package struct Product: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable { case lead, new, continuing }

  package var id: String
  package var kind: Kind?
  package var listPrice: Money?
  package var floorPrice: Money?
  package var promotionStart: Day?
  package var promotionEnd: Day?
  package var row: Row

  package init(
    id: String, kind: Kind? = nil, listPrice: Money? = nil, floorPrice: Money? = nil,
    promotionStart: Day? = nil, promotionEnd: Day? = nil, row: Row
  ) {
    self.id = id
    self.kind = kind
    self.listPrice = listPrice
    self.floorPrice = floorPrice
    self.promotionStart = promotionStart
    self.promotionEnd = promotionEnd
    self.row = row
  }
}

/// A goal of a member, a team or the company.
package struct Goal: Hashable, Sendable {
  package enum Dimension: String, Hashable, Sendable, CaseIterable {
    case performance, organisation
  }
  package enum Metric: String, Hashable, Sendable, CaseIterable {
    case amount, quantity, collections, problems, promotion
  }
  package enum Better: String, Hashable, Sendable, CaseIterable { case more, less }

  /// A part of the goal and the day it is due.
  package struct Milestone: Hashable, Sendable {
    package var date: Day
    /// The part due by then, in hundredths of the goal's unit.
    package var targetHundredths: Int

    package init(date: Day, targetHundredths: Int) {
      self.date = date
      self.targetHundredths = targetHundredths
    }
  }

  package var id: String
  /// The id of a member or a team, or `company`.
  package var owner: String
  package var dimension: Dimension
  package var metric: Metric
  /// The target in hundredths of its unit: 350,000 元 is 35,000,000.
  package var targetHundredths: Int
  package var unit: String?
  package var better: Better
  package var start: Day
  package var end: Day
  package var parent: String?
  package var scope: String?
  /// Why it matters to its owner.
  package var why: String?
  /// The share of sales payable within the period, in thousandths.
  package var payableShareThousandths: Int?
  package var milestones: [Milestone]
  package var row: Row

  package init(
    id: String, owner: String, dimension: Dimension, metric: Metric, targetHundredths: Int,
    unit: String? = nil, better: Better = .more, start: Day, end: Day, parent: String? = nil,
    scope: String? = nil, why: String? = nil, payableShareThousandths: Int? = nil,
    milestones: [Milestone] = [], row: Row
  ) {
    self.id = id
    self.owner = owner
    self.dimension = dimension
    self.metric = metric
    self.targetHundredths = targetHundredths
    self.unit = unit
    self.better = better
    self.start = start
    self.end = end
    self.parent = parent
    self.scope = scope
    self.why = why
    self.payableShareThousandths = payableShareThousandths
    self.milestones = milestones
    self.row = row
  }
}

/// One day of the working calendar that differs from the plain week.
package struct CalendarEntry: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable { case off, work }
  package enum Status: String, Hashable, Sendable, CaseIterable { case official, provisional }

  package var date: Day
  package var kind: Kind
  package var name: String
  package var status: Status

  package init(date: Day, kind: Kind, name: String, status: Status) {
    self.date = date
    self.kind = kind
    self.name = name
    self.status = status
  }
}

/// A conversion rate given by hand, where there is no history.
package struct GivenRate: Hashable, Sendable {
  /// The member or team it is for; nil for all.
  package var owner: String?
  /// The stage of the funnel it starts from.
  package var from: String
  /// The stage it leads to.
  package var to: String
  package var successes: Int
  package var trials: Int
  package var row: Row

  package init(
    owner: String? = nil, from: String, to: String, successes: Int, trials: Int, row: Row
  ) {
    self.owner = owner
    self.from = from
    self.to = to
    self.successes = successes
    self.trials = trials
    self.row = row
  }
}

/// Deal size and repeat purchases given by hand, where there is no history.
package struct GivenFactors: Hashable, Sendable {
  /// The member or team they are for; nil for all.
  package var owner: String?
  package var dealSize: Money
  /// Orders of a customer in the period, the first included, in thousandths: 1.25 is 1250.
  package var repeatThousandths: Int
  package var row: Row

  package init(owner: String? = nil, dealSize: Money, repeatThousandths: Int, row: Row) {
    self.owner = owner
    self.dealSize = dealSize
    self.repeatThousandths = repeatThousandths
    self.row = row
  }
}
