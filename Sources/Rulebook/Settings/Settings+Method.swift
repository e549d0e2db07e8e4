import Diagnostics
import Formula
import Phrases
import SalesMethod
import YAML

extension MethodSettings {
  /// Reads the sections `man`, `cadence`, `funnel`, `hours`, `layout`, `estimate`, `goals` and
  /// `calendar` of the settings.
  ///
  /// A rule of the company's own knows the names of `scope`.
  static func read(
    _ reader: inout MappingReader, _ presets: Presets?, in scope: Scope, _ units: Units
  ) -> Parsed<MethodSettings> {
    var settings = MethodSettings()
    var found: [Diagnostic] = []
    var rules = RuleReader(presets: presets, scope: scope, units: units)
    settings.man = rules.man(reader.node("man"))
    settings.cadence = rules.cadence(reader.node("cadence"))
    found += rules.found
    settings.funnel = readFunnel(&reader, &found)
    settings.layout = LayoutSettings.read(reader.node("layout"), &found)
    settings.estimate = EstimateSettings.read(reader.node("estimate"), &found)
    settings.goals = GoalSettings.read(reader.node("goals"), &found)
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
    var hours = MappingReader(reader.node("hours"), of: Phrase(zh: "工时设置", en: "hours settings"))
    let stages = names.map { name in
      let built = standard.first { $0.name == name }?.time ?? WorkingTime(thousandthsOfHour: 1000)
      let time = hours.thousandths(name, in: 0...24_000).map(WorkingTime.init(thousandthsOfHour:))
      return FunnelStage(name, time: time ?? built)
    }
    found += hours.finish()
    return stages
  }
}

extension LayoutSettings {
  fileprivate static func read(_ node: YAMLNode?, _ found: inout [Diagnostic]) -> LayoutSettings {
    var reader = MappingReader(node, of: Phrase(zh: "排程设置", en: "layout settings"))
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
    var reader = MappingReader(node, of: Phrase(zh: "估算设置", en: "estimate settings"))
    let standard = EstimateSettings()
    let settings = EstimateSettings(
      months: reader.integer("months", in: 1...120) ?? standard.months,
      confidenceThousandths: reader.thousandths("confidence", in: 1...999)
        ?? standard.confidenceThousandths)
    found += reader.finish()
    return settings
  }
}

extension GoalSettings {
  fileprivate static func read(_ node: YAMLNode?, _ found: inout [Diagnostic]) -> GoalSettings {
    var reader = MappingReader(node, of: Phrase(zh: "目标设置", en: "goals settings"))
    let standard = GoalSettings()
    let (least, most) = ("assigned_at_least", "assigned_at_most")
    let low = reader.thousandths(least, in: 0...10_000)
    let high = reader.thousandths(most, in: 0...10_000)
    let usual = standard.assignmentThousandths
    let ends = (low ?? usual.lowerBound, high ?? usual.upperBound)
    if ends.0 > ends.1, let place = reader.place(of: high == nil ? least : most) {
      found.append(.assignmentRange(at: place))
    }
    let settings = GoalSettings(
      assignmentThousandths: ends.0 > ends.1 ? usual : ends.0...ends.1,
      priceToleranceThousandths: reader.thousandths("price_tolerance", in: 0...1000)
        ?? standard.priceToleranceThousandths,
      largestDiscountThousandths: reader.thousandths("largest_discount", in: 0...1000)
        ?? standard.largestDiscountThousandths,
      comfortableThousandths: reader.thousandths("comfortable_load", in: 0...1000)
        ?? standard.comfortableThousandths)
    found += reader.finish()
    return settings
  }
}

extension CalendarSettings {
  fileprivate static func read(_ node: YAMLNode?, _ found: inout [Diagnostic]) -> CalendarSettings {
    var reader = MappingReader(node, of: Phrase(zh: "日历设置", en: "calendar settings"))
    let standard = CalendarSettings()
    let settings = CalendarSettings(
      country: reader.text("country") ?? standard.country,
      allowsProvisional: reader.bool("allow_provisional") ?? standard.allowsProvisional)
    found += reader.finish()
    return settings
  }
}
