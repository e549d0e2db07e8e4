package import Phrases
package import SalesMethod

/// Days as one names them in a sentence, each month once.
///
///     DayList(days).text(in: .english)  // "2 and 4 December"
package struct DayList: Hashable, Sendable, Worded {
  /// The days, in order.
  package let days: [Day]

  /// Names some days.
  package init(_ days: [Day]) { self.days = days }

  package func text(in language: Language) -> String {
    months.map { month, days in
      switch language {
      case .chinese: "\(month)月" + days.map { "\($0)日" }.joined(separator: "、")
      case .english: "\(Self.listed(days)) \(Self.names[month - 1])"
      }
    }.joined(separator: language.say(zh: "、", en: ", "))
  }

  /// The days of the month, month by month.
  private var months: [(month: Int, days: [Int])] {
    var months: [(month: Int, days: [Int])] = []
    for day in days {
      let known = months.last?.month == day.month ? months.removeLast().days : []
      months.append((day.month, known + [day.dayOfMonth]))
    }
    return months
  }

  private static func listed(_ numbers: [Int]) -> String {
    guard let last = numbers.last, numbers.count > 1 else {
      return numbers.first.map(String.init) ?? ""
    }
    return numbers.dropLast().map(String.init).joined(separator: ", ") + " and \(last)"
  }

  private static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
