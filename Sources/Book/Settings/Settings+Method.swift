import Diagnostics
import SalesMethod
import YAML

extension MethodSettings {
  /// Reads the sections `man`, `cadence`, `funnel`, `hours`, `layout`, `estimate` and `calendar` of
  /// the settings.
  static func read(_ reader: inout MappingReader) -> Parsed<MethodSettings> {
    var settings = MethodSettings()
    var found: [Diagnostic] = []
    settings.man = ManRule.read(reader.node("man"), &found)
    settings.cadence = Cadence.read(reader.node("cadence"), &found)
    settings.funnel = readFunnel(&reader, &found)
    settings.layout = LayoutSettings.read(reader.node("layout"), &found)
    settings.estimate = EstimateSettings.read(reader.node("estimate"), &found)
    settings.calendar = CalendarSettings.read(reader.node("calendar"), &found)
    return Parsed(settings, found)
  }

  private static func readFunnel(_ reader: inout MappingReader, _ found: inout [Diagnostic])
    -> [FunnelStage]
  {
    let place = reader.place(of: "funnel")
    let standard = FunnelStage.standard
    let names = reader.texts("funnel") ?? standard.map(\.name)
    if let place, names.count < 2 || Set(names).count < names.count {
      found.append(.funnel(at: place))
    }
    var hours = MappingReader(reader.node("hours"), of: "hours settings")
    let stages = names.map { name in
      let built = standard.first { $0.name == name }?.time ?? WorkingTime(thousandthsOfHour: 1000)
      let time = hours.thousandths(name, in: 0...24_000).map(WorkingTime.init(thousandthsOfHour:))
      return FunnelStage(name, time: time ?? built)
    }
    found += hours.finish()
    return stages
  }
}

/// When a receivable makes M a no.
private enum OverdueRule {
  case after(days: Int)
  case never
}

extension ManRule {
  fileprivate static func read(_ node: YAMLNode?, _ found: inout [Diagnostic]) -> ManRule {
    var reader = MappingReader(node, of: "man settings")
    var rule = ManRule()
    let ends = reader.read("scale", expected: "the lowest and the highest score, as [1, 5]") {
      let numbers = $0.items?.compactMap { $0.text.flatMap(Int.init) } ?? []
      return numbers.count == 2 && numbers[0] < numbers[1] ? numbers : nil
    }
    let threshold = reader.thousandths("threshold", in: 0...1000)
    let scale = LetterScale(
      ends?[0] ?? rule.scale.lowest, through: ends?[1] ?? rule.scale.highest,
      thresholdThousandths: threshold ?? rule.scale.thresholdThousandths)
    rule.scale = scale ?? rule.scale
    rule.near =
      reader.read("near", expected: "days, as 30d, or period_end") { node in
        node.text == "period_end" ? .periodEnd : days(node).map(Horizon.days)
      } ?? rule.near
    rule.mid = reader.read("mid", expected: "days, as 90d", days) ?? rule.mid
    rule.presumes = reader.bool("presume") ?? rule.presumes
    let overdue = reader.read("overdue_days", expected: "days, or never") { node in
      node.text == "never" ? OverdueRule.never : days(node).map(OverdueRule.after(days:))
    }
    switch overdue {
    case .after(let days): rule.overdueDays = days
    case .never: rule.overdueDays = nil
    case nil: break
    }
    let names = ManScheme.named.map(\.name)
    rule.scheme =
      reader.read("table", expected: "one of " + names.joined(separator: ", ")) { node in
        ManScheme.named.first { $0.name == node.text }?.scheme
      } ?? rule.scheme
    found += reader.finish()
    return rule
  }

  private static func days(_ node: YAMLNode) -> Int? {
    guard let text = node.text else { return nil }
    let number = Int(text.hasSuffix("d") ? text.dropLast() : text[...])
    return number.flatMap { (0...3650).contains($0) ? $0 : nil }
  }
}

extension Cadence {
  fileprivate static func read(_ node: YAMLNode?, _ found: inout [Diagnostic]) -> Cadence {
    var reader = MappingReader(node, of: "cadence settings")
    var cadence = Cadence()
    cadence.a = Visits.read(reader.node("A"), cadence.a, &found)
    cadence.b = Visits.read(reader.node("B"), cadence.b, &found)
    cadence.c = Visits.read(reader.node("C"), cadence.c, &found)
    cadence.d = Visits.read(reader.node("D"), cadence.d, &found)
    found += reader.finish()
    return cadence
  }
}

extension Cadence.Visits {
  fileprivate static func read(
    _ node: YAMLNode?, _ standard: Cadence.Visits, _ found: inout [Diagnostic]
  ) -> Cadence.Visits {
    var reader = MappingReader(node, of: "cadence settings")
    var visits = standard
    visits.perMonth = reader.integer("visits", in: 0...31) ?? standard.perMonth
    visits.gap = reader.integer("gap", in: 1...366) ?? standard.gap
    visits.time =
      reader.thousandths("hours", in: 0...24_000).map(WorkingTime.init(thousandthsOfHour:))
      ?? standard.time
    found += reader.finish()
    return visits
  }
}

extension LayoutSettings {
  fileprivate static func read(_ node: YAMLNode?, _ found: inout [Diagnostic]) -> LayoutSettings {
    var reader = MappingReader(node, of: "layout settings")
    let standard = LayoutSettings()
    let settings = LayoutSettings(
      shape: reader.choice("shape", of: Shape.self) ?? standard.shape,
      buffer: reader.integer("buffer", in: 0...366) ?? standard.buffer)
    found += reader.finish()
    return settings
  }
}

extension EstimateSettings {
  fileprivate static func read(_ node: YAMLNode?, _ found: inout [Diagnostic]) -> EstimateSettings {
    var reader = MappingReader(node, of: "estimate settings")
    let standard = EstimateSettings()
    let settings = EstimateSettings(
      months: reader.integer("months", in: 1...120) ?? standard.months,
      confidenceThousandths: reader.thousandths("confidence", in: 1...999)
        ?? standard.confidenceThousandths)
    found += reader.finish()
    return settings
  }
}

extension CalendarSettings {
  fileprivate static func read(_ node: YAMLNode?, _ found: inout [Diagnostic]) -> CalendarSettings {
    var reader = MappingReader(node, of: "calendar settings")
    let standard = CalendarSettings()
    let settings = CalendarSettings(
      country: reader.text("country") ?? standard.country,
      allowsProvisional: reader.bool("allow_provisional") ?? standard.allowsProvisional)
    found += reader.finish()
    return settings
  }
}
