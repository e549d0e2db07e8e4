import Phrases
import SalesMethod

/// The reason of a class in English.
struct EnglishReason {
  private let classification: Classification
  private var readings: LetterReadings { classification.readings }

  init(_ classification: Classification) { self.classification = classification }

  var text: String { lead + ": " + findings }

  private var lead: String {
    var remarks: [String] = []
    if classification.customerClass == .c, !classification.missing.isEmpty {
      remarks.append("to be verified")
    }
    if classification.canRise {
      remarks.append("could become \(classification.potential.rawValue)")
    }
    let name = classification.customerClass.rawValue
    return remarks.isEmpty ? name : "\(name) (\(remarks.joined(separator: ", ")))"
  }

  private var findings: String {
    if let flag = classification.flags.first { return flagText(flag) }
    if case .sum = classification.rule.scheme { return sum + close }
    if classification.rule.scheme.ruleText != nil { return own + close }
    let lacking = readings.letters(.no)
    let unknown = classification.missing
    switch (lacking.count, unknown.count) {
    case (0, 0): return complete
    case (3, 0): return allLacking
    case (0, 1), (1, 0): return oneMissing(lacking.first ?? unknown[0]) + close
    default: return several + close
    }
  }

  private var complete: String {
    let scores = Language.english.list(readings.all.map(value))
    let limit =
      readings.all.allSatisfy(\.isScore) ? " (≥\(classification.rule.scale.lowestYes))" : ""
    switch classification.close {
    case .near(let day, let days):
      return "\(scores) all reach the mark\(limit), expected to close \(day) (in \(days) days)"
    case .undated: return "MAN complete but no close date: ask for one"
    case .overdue(let day, let days):
      return "MAN complete, but the close date \(day) passed \(days) days ago: agree a new one"
    case .mid(let day, let days):
      return "MAN complete, expected to close \(day), in \(days) days\(near)"
    case .far(let day, let days):
      return "MAN complete, but expected to close \(day), in \(days) days, "
        + "more than \(classification.rule.mid)"
    }
  }

  private var near: String {
    switch classification.rule.near {
    case .days(let limit): ", more than \(limit)"
    case .periodEnd: ", after the period"
    }
  }

  /// What the date adds where a letter is missing as well.
  private var close: String {
    guard case .far(let day, let days) = classification.close, classification.base < .c else {
      return ""
    }
    return "; and expected to close \(day), in \(days) days, more than \(classification.rule.mid)"
  }

  private var allLacking: String {
    let names = readings.all.map { $0.letter.rawValue + mark($0) }
    return "\(Language.english.list(names)) are all known to be lacking"
  }

  private func oneMissing(_ letter: Letter) -> String {
    let reading = readings.all.first { $0.letter == letter }
    let isUnknown = reading?.state == .unknown
    let what =
      switch (letter, isUnknown) {
      case (.money, true): "the means to pay are not verified"
      case (.money, false): "no means to pay"
      case (.authority, true): "who decides is not known"
      case (.authority, false): "the contact cannot decide"
      case (.need, true): "the need is not verified"
      case (.need, false): "no need"
      }
    let ask = isUnknown ? "; ask first: “\(Question.letter(letter).text(in: .english))”" : ""
    return "\(letter.rawValue) is missing: \(what)\(reading.map(mark) ?? "")\(ask)"
  }

  private var several: String {
    let groups = [
      (readings.all.filter { $0.state == .yes }, "present"),
      (readings.all.filter { $0.state == .no }, "lacking"),
      (readings.all.filter { $0.state == .unknown }, "unknown"),
    ]
    let onlyUnknown = groups[1].0.isEmpty
    return groups.filter { !$0.0.isEmpty && !(onlyUnknown && $0.1 == "present") }
      .map { group, word in
        Language.english.list(group.map { $0.letter.rawValue + mark($0) }) + " " + word
      }.joined(separator: "; ")
  }

  private var sum: String {
    let low = classification.rank.lowest.double
    let high = classification.rank.highest.double
    let range =
      low == high
      ? Digits.percent(low) : "\(Digits.percent(low)) to \(Digits.percent(high))"
    return "score \(range) (\(Language.english.list(readings.all.map(value))))"
  }

  private var own: String {
    "the company's own rule makes \(Language.english.list(readings.all.map(value))) "
      + classification.base.rawValue
  }

  private func value(_ reading: LetterReading) -> String {
    let letter = reading.letter.rawValue
    switch (reading.state, reading.source) {
    case (_, .entered(.score(let score))):
      return "\(letter)=\(Digits.decimal(Double(score) / 1000, places: 3))"
    case (_, .entered(.level(let level))):
      return "\(letter)=\(["low", "middle", "high"][level.rawValue])"
    case (.unknown, _): return "\(letter) unknown"
    case (.yes, _): return "\(letter)=yes\(mark(reading))"
    case (.no, _): return "\(letter)=no\(mark(reading))"
    }
  }

  private func mark(_ reading: LetterReading) -> String {
    switch reading.source {
    case .presumed: " (presumed)"
    case .contacts: " (from the contacts)"
    case .overdue(let days): " (a receivable \(days) days overdue)"
    case .entered, .none: ""
    }
  }

  private func flagText(_ flag: Customer.Flag) -> String {
    switch flag {
    case .doNotContact: "flagged “do not contact”"
    case .closedDown: "flagged “closed down”"
    case .merged: "flagged “merged”"
    }
  }
}
