import Phrases
import SalesMethod
import Synchronization

/// The workspace's records with codes in the place of customers' names and ids: what is planned from them
/// holds no name that could come out anywhere.
///
/// It is made when a first reader asks who sees codes alone, and once for all of them.
final class CodedDataset: Sendable {
  private struct Made {
    var dataset: Dataset?
    var planners: [Period: Result<Planner, PlanProblem>] = [:]
  }

  private let made = Mutex(Made())

  /// The records; whoever asks while they are made waits for them.
  func dataset(_ make: () -> Dataset) -> Dataset {
    made.withLock { made in
      if let known = made.dataset { return known }
      let dataset = make()
      made.dataset = dataset
      return dataset
    }
  }

  /// The planner of a period.
  func planner(
    _ period: Period, _ make: () -> Result<Planner, PlanProblem>
  ) -> Result<Planner, PlanProblem> {
    made.withLock { made in
      if let known = made.planners[period] { return known }
      let planner = make()
      made.planners[period] = planner
      return planner
    }
  }
}

extension CustomerCodes {
  /// The codes of a dataset's customers: none of them is an id of anything in it.
  init(of dataset: Dataset, _ key: CodeKey) {
    let records = dataset.index.records
    let ids = records.customers.map(\.id)
    let others =
      records.orders.compactMap(\.id) + records.deals.compactMap(\.id) + records.members.map(\.id)
    self.init(ids, besides: Set(ids + others), key)
  }
}

/// Numbers in the place of ids, in the order in which the ids come.
private struct Numbers {
  private var known: [String: Int] = [:]

  mutating func number(of id: String) -> String {
    let number = known[id] ?? known.count + 1
    known[id] = number
    return String(number)
  }
}

extension Dataset {
  /// The same records with codes for customers, numbers for the ids of deals and orders, by which a customer
  /// could be found, and without what people wrote of customers and goals.
  func coded(_ codes: CustomerCodes, in language: Language) -> Dataset {
    var records = index.records
    // Lines of one order have one id: they keep one.
    var numbers = Numbers()
    func code(_ id: String) -> String { codes[id] ?? "" }
    for place in records.customers.indices {
      let code = code(records.customers[place].id)
      records.customers[place].id = code
      records.customers[place].name = CustomerCodes.name(code, in: language)
      records.customers[place].note = nil
    }
    for place in records.contacts.indices {
      records.contacts[place].customer = code(records.contacts[place].customer)
    }
    for place in records.deals.indices {
      records.deals[place].customer = code(records.deals[place].customer)
      records.deals[place].id = records.deals[place].id.map { numbers.number(of: $0) }
    }
    for place in records.orders.indices {
      records.orders[place].customer = records.orders[place].customer.map(code)
      records.orders[place].id = records.orders[place].id.map { numbers.number(of: $0) }
    }
    for place in records.activities.indices {
      records.activities[place].customer = code(records.activities[place].customer)
    }
    for place in records.receivables.indices {
      records.receivables[place].customer = code(records.receivables[place].customer)
    }
    for place in records.goals.indices { records.goals[place].why = nil }
    return Dataset(name: name, folder: folder, index: RecordIndex(records))
  }
}
