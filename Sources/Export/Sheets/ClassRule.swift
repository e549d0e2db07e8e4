import Phrases
package import SalesMethod

/// The rule by which the classification sheet computes classes: the settings' and the days it counts
/// from.
package struct ClassRule: Hashable, Sendable {
  /// How M, A, N and a date become a class.
  package var man: ManRule
  /// The day of planning.
  package var day: Day
  /// The last day of the plan's period.
  package var periodEnd: Day

  /// Names a rule and its days.
  package init(_ man: ManRule, asOf day: Day, periodEnd: Day) {
    self.man = man
    self.day = day
    self.periodEnd = periodEnd
  }

  /// Whether the sheet can compute a class: a company's own formula over scores has no short table.
  var isComputed: Bool {
    guard case .rule(let table) = man.scheme else { return true }
    return table.scale == nil
  }

  /// The class that the rule alone gives a customer as the sheet shows it; nil where the sheet cannot
  /// compute it.
  ///
  ///     // 是, 未知, 4 of 1 to 5, no date
  ///     rule.customerClass(of: customer)  // .b
  func customerClass(of customer: ClassifiedCustomer) -> CustomerClass? {
    guard isComputed else { return nil }
    let entries = customer.letters
    let readings = LetterReadings(
      money: LetterReading(.money, entered: entries[0], on: man.scale),
      authority: LetterReading(.authority, entered: entries[1], on: man.scale),
      need: LetterReading(.need, entered: entries[2], on: man.scale))
    let close = CloseReading(customer.closeDate, by: man, asOf: day, periodEnd: periodEnd)
    return Classification(readings, close: close, rule: man).customerClass
  }
}

/// Writes the formula of a class: the letters by the rule, no better than the date allows, unless
/// somebody put another class beside it.
struct ClassFormula {
  let rule: ClassRule
  let style: SheetStyle

  /// The names of the cells that the formulas read.
  enum Name {
    static let day = "plan.class_day"
    static let near = "plan.class_near"
    static let mid = "plan.class_mid"
    static let unknown = "plan.class_unknown"
    static let yes = "plan.class_yes"
    static let table = "plan.class_table"
    static let sums = "plan.class_sums"
  }

  /// The columns of the sheet.
  enum Column {
    static let letters = ["B", "C", "D"]
    static let close = "F"
    static let own = "G"
  }

  /// What stands where there is no customer: not nothing, which other programs take for a formula that
  /// nobody has computed.
  static let nobody = "–"

  /// The formula of a line, counted from 1.
  func text(line: Int) -> String {
    let own = "\(Column.own)\(line)"
    guard rule.isComputed else { return "IF(A\(line)=\"\",\"\(Self.nobody)\",\(own)&\"\")" }
    let cells = Column.letters.map { "\($0)\(line)" }
    let close = "\(Column.close)\(line)"
    let unknown = cells.map(isUnknown).joined(separator: ",")
    let cap =
      "IF(\(close)=\"\",2,IF(\(close)<\(Name.day),2,"
      + "IF(\(close)<=\(Name.near),1,IF(\(close)<=\(Name.mid),2,3))))"
    let rank =
      "MAX(MIN(\(base(cells)),IF(OR(\(unknown)),CODE(\(Name.unknown))-64,4)),\(cap))"
    return "IF(A\(line)=\"\",\"\(Self.nobody)\",IF(\(own)=\"\",MID(\"ABCD\",\(rank),1),\(own)))"
  }

  /// The class by the letters alone, as a number from 1 for A.
  private func base(_ cells: [String]) -> String {
    switch rule.man.scheme {
    case .letters:
      let row = zip(cells, [4, 2, 1]).map { "\($1)*\(has($0))" }.joined(separator: "+")
      return "CODE(INDEX(\(Name.table),1+\(row)))-64"
    case .rule:
      let row = zip(cells, [9, 3, 1]).map { cell, weight in
        "\(weight)*IF(OR(\(isUnknown(cell))),0,1+\(has(cell)))"
      }
      return "CODE(INDEX(\(Name.table),1+\(row.joined(separator: "+"))))-64"
    case .sum:
      let sum = cells.map(height).joined(separator: "+")
      return "4-SUMPRODUCT(1*(\(Name.sums)<=INT(ROUND((\(sum))/3,6))))"
    }
  }

  /// The two ways to know nothing of a letter.
  private func isUnknown(_ cell: String) -> String {
    "\(cell)=\"\",\(cell)=\"\(style.language.say(zh: "未知", en: "unknown"))\""
  }

  private var high: String { style.language.say(zh: "高", en: "high") }
  private var yes: String { style.language.say(zh: "是", en: "yes") }

  /// 1 where the customer has the letter, else 0.
  private func has(_ cell: String) -> String {
    "IF(ISNUMBER(\(cell)),IF(ROUND(\(cell),3)>=\(Name.yes),1,0),"
      + "IF(OR(\(cell)=\"\(yes)\",\(cell)=\"\(high)\"),1,0))"
  }

  /// How far up the scale a letter stands, in thousandths.
  private func height(_ cell: String) -> String {
    let (low, high) = (rule.man.scale.lowest, rule.man.scale.highest)
    let middle = style.language.say(zh: "中", en: "middle")
    return
      "IF(ISNUMBER(\(cell)),INT(ROUND((\(cell)-(\(low)))*1000/\(high - low),6)),"
      + "IF(OR(\(cell)=\"\(yes)\",\(cell)=\"\(self.high)\"),1000,IF(\(cell)=\"\(middle)\",500,0)))"
  }

  // MARK: The cells the formulas read

  /// One line of the rule: what it says, its cell, and the name that the cells of a name begin at.
  struct Line {
    let word: String
    let cell: Cell
    var name: String?
    /// How many cells, from this on, the name stands for.
    var count = 1
  }

  /// The lines of the rule.
  var lines: [Line] {
    let mid = Double(rule.man.mid)
    let days = [
      Line(
        word: style.language.say(zh: "计划日", en: "Planned on"), cell: date(rule.day), name: Name.day),
      Line(word: style.language.say(zh: "A类最晚", en: "A at latest"), cell: near, name: Name.near),
      Line(
        word: style.language.say(zh: "B类最晚", en: "B at latest"),
        cell: .formula("\(Name.day)+\(rule.man.mid)", rule.day.serial + mid, Self.date),
        name: Name.mid),
      Line(
        word: style.language.say(zh: "有未知至少", en: "Unknown: at least"),
        cell: letter(rule.man.leastUnknown),
        name: Name.unknown),
    ]
    switch rule.man.scheme {
    case .letters: return days + [threshold] + table(of: [.no, .yes])
    case .rule(let own):
      let text = Line(
        word: style.language.say(zh: "公司规则", en: "Own rule"), cell: .text(own.text, .body),
        name: nil)
      return rule.isComputed ? days + [threshold] + table(of: [.unknown, .no, .yes]) : [text]
    case .sum(let bands):
      let sums = [("A", bands.a), ("B", bands.b), ("C", bands.c)].map { name, sum in
        let word = style.language.say(zh: "\(name)类总分从", en: "\(name) from a sum of")
        return Line(word: word, cell: number(Double(sum), "0"))
      }
      return days + named(sums, Name.sums)
    }
  }

  private func named(_ lines: [Line], _ name: String) -> [Line] {
    var lines = lines
    lines[0].name = name
    lines[0].count = lines.count
    return lines
  }

  private var threshold: Line {
    let scale = rule.man.scale
    let yes = scale.lowest * 1000 + scale.thresholdThousandths * (scale.highest - scale.lowest)
    return Line(
      word: style.language.say(zh: "几分算有", en: "Yes from"),
      cell: number(Double(yes) / 1000, "0.###"),
      name: Name.yes)
  }

  /// The class of each combination of states, those of M changing slowest.
  private func table(of states: [LetterState]) -> [Line] {
    var lines: [Line] = []
    for money in states {
      for authority in states {
        for need in states {
          let readings = LetterReadings(
            money: LetterReading(.money, money, from: .none),
            authority: LetterReading(.authority, authority, from: .none),
            need: LetterReading(.need, need, from: .none))
          let word = readings.all.map(Self.sign).joined()
          let base = Classification(readings, close: .undated, rule: rule.man).base
          lines.append(Line(word: word, cell: letter(base)))
        }
      }
    }
    return named(lines, Name.table)
  }

  /// A letter as tables write it: capital, the customer has it; small, lacks it.
  private static func sign(_ reading: LetterReading) -> String {
    switch reading.state {
    case .yes: reading.letter.rawValue
    case .no: reading.letter.rawValue.lowercased()
    case .unknown: "?"
    }
  }

  private static let date = CellStyle.number("yyyy-mm-dd")

  private var near: Cell {
    switch rule.man.near {
    case .days(let days):
      .formula("\(Name.day)+\(days)", rule.day.serial + Double(days), Self.date)
    case .periodEnd: date(rule.periodEnd)
    }
  }

  private func date(_ day: Day) -> Cell {
    .number(day.serial, .number("yyyy-mm-dd", fill: .input))
  }

  private func number(_ value: Double, _ format: String) -> Cell {
    .number(value, .number(format, fill: .input))
  }

  private func letter(_ customerClass: CustomerClass) -> Cell {
    .text(customerClass.rawValue, .entry)
  }
}
