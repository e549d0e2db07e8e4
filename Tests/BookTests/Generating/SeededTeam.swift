/// A small team with a history of two years, always the same one for a seed: four members of one team,
/// some goals out of reach, some deals past their date.
struct SeededTeam {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493 }

  private mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }

  /// A day so many days before 2026-05-06.
  private func day(_ back: Int) -> String {
    var (year, month, day) = (2026, 5, 6 - back)
    while day < 1 {
      month -= 1
      if month == 0 { (year, month) = (year - 1, 12) }
      day += [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }

  /// The tables by their names.
  mutating func tables() -> [String: String] {
    var customers = "customer_id,name,owner,M,A,N,close_date,first_contact\n"
    var orders = "customer,date,amount\n"
    var deals = "deal_id,customer,amount,stage,status,created,expected_close,closed,owner\n"
    var activities = "customer,date,type,hours\n"
    var goals = ""
    for member in ["lin", "bai", "song", "he"] {
      let target = (1 + next(below: 20)) * 20_000
      goals +=
        "- {id: g-\(member), owner: \(member), dimension: performance, metric: amount, "
        + "target: \(target), start: 2026-05-01, end: 2026-05-31}\n"
      for number in 0..<(12 + next(below: 12)) {
        let (id, first) = ("\(member)\(number)", 60 + next(below: 600))
        customers +=
          "\(id),客户\(id),\(member),5,\(next(below: 2) == 0 ? "5" : ""),5,"
          + "2026-05-2\(next(below: 9)),\(day(first))\n"
        activities += "\(id),\(day(first)),拜访,0.5\n"
        var back = first - 10 - next(below: 40)
        while next(below: 5) > 0, back > 0 {
          orders += "\(id),\(day(back)),\(next(below: 400) * 100 + 1_000).\(10 + next(below: 89))\n"
          back -= 15 + next(below: 90)
        }
        guard next(below: 2) == 0 else { continue }
        let amount = (1 + next(below: 30)) * 5_000
        let created = 5 + next(below: 120)
        let closed = next(below: created)
        let status = ["open", "open", "won", "lost"][next(below: 4)]
        deals +=
          "d\(id),\(id),\(amount),proposal,\(status),\(day(created)),\(day(next(below: 60) - 25)),"
          + "\(status == "open" ? "" : day(closed)),\(member)\n"
      }
    }
    return [
      "team.csv":
        "member,name,team\nlin,林,east\nbai,白,east\nsong,宋,east\nhe,何,east\n",
      "teams.csv": "team,name\neast,华东\n", "customers.csv": customers, "orders.csv": orders,
      "deals.csv": deals, "activities.csv": activities, "goals.yaml": goals,
    ]
  }
}
