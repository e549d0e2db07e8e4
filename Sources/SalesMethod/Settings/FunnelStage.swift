/// A stage of the funnel and the time one of it takes.
package struct FunnelStage: Hashable, Sendable {
  package var name: String
  package var time: WorkingTime

  package init(_ name: String, time: WorkingTime) {
    self.name = name
    self.time = time
  }

  /// contact 0.25 h, visit 2 h, proposal 3 h, deal 2 h.
  package static let standard = [
    FunnelStage("contact", time: WorkingTime(thousandthsOfHour: 250)),
    FunnelStage("visit", time: WorkingTime(thousandthsOfHour: 2000)),
    FunnelStage("proposal", time: WorkingTime(thousandthsOfHour: 3000)),
    FunnelStage("deal", time: WorkingTime(thousandthsOfHour: 2000)),
  ]
}

extension MethodSettings {
  /// How long an activity takes: what was written down, else the time of its stage, else of a
  /// contact.
  func time(of activity: Activity) -> WorkingTime {
    if let minutes = activity.minutes, let milliminutes = try? product(minutes, 1000) {
      return WorkingTime(milliminutes: milliminutes)
    }
    return funnel.first { $0.name == activity.type }?.time ?? funnel[0].time
  }
}
