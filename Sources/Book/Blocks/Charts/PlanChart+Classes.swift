import Drawing
import Phrases
import SalesMethod
import Wording

/// The picture of customers who moved between classes.
extension PlanChart {
  /// A row for each class before, those who are new last; in it a cell for each class now, those who are
  /// gone last.
  init(_ moves: ClassMoves, since day: Day, in language: Language) {
    let classes = CustomerClass.allCases.map(Optional.some) + [nil]
    let new = language.say(zh: "新客户", en: "new")
    let gone = language.say(zh: "已不在", en: "gone")
    func move(_ from: CustomerClass?, _ to: CustomerClass?) -> String {
      "\(from?.rawValue ?? new) → \(to?.rawValue ?? gone)"
    }
    let rows = classes.filter { from in classes.contains { moves[from, $0] > 0 } }
    let cells = rows.map { from in
      let all = classes.reduce(0) { $0 + moves[from, $1] }
      return classes.map { to -> Cells.Cell? in
        let count = moves[from, to]
        guard from != nil || to != nil else { return nil }
        return Cells.Cell(
          move(from, to), text: count == 0 ? "" : Digits.grouped(count), filled: count * 1000 / all)
      }
    }
    let columns = classes.map { to in
      to.map { language.say(zh: "现在\($0.rawValue)", en: "now \($0.rawValue)") } ?? gone
    }
    let said = rows.flatMap { from in
      classes.filter { moves[from, $0] > 0 }.map { to in
        (name: move(from, to), text: Digits.grouped(moves[from, to]))
      }
    }
    self.init(
      title: Phrase(
        zh: "客户在类别之间的移动：\(day) 的计划以来",
        en: "How customers moved between classes since the plan of \(day)"),
      description: Phrase(
        zh: "每行是那时的类别，每列是现在的类别；格里是客户数，填色是占那时这一类的多少",
        en:
          "a row for each class then, a column for each class now; in a cell the customers, filled by "
          + "their share of those in the class then"),
      picture: Cells(columns: columns, rows: cells).picture, rows: said)
  }
}
