import Desk
import Markdown
import Pages
import Phrases
import PlanData
import SalesMethod

extension PageParts {
  /// The days after the course as a calendar, beside a page that names them, where the day is known.
  ///
  ///     // A page with ::followup, built with --date
  ///     parts.followUpFile(request)?.path  // "participant/follow-up.ics"
  func followUpFile(_ request: GenerationRequest) -> OutputFile? {
    guard let course = frame.around.courseDay else { return nil }
    let days = page.document.directives.compactMap { page.blocks[$0.place]?.kind as? FollowUpBlock }
      .flatMap(\.days)
    guard !days.isEmpty else { return nil }
    let people = frame.around.participants.map(\.name).joined(separator: "\n")
    let events = Set(days).sorted().map { day in
      CalendarEvent(
        id: "followup/\(instance.path)/\(course)/\(day)", time: .allDay(course.adding(days: day)),
        title: entry.language.say(
          zh: "\(frame.title) · 课后第 \(day) 天", en: "\(frame.title) · day \(day) after the course"),
        details: people)
    }
    let file = CalendarFile(
      title: frame.title, made: request.asOf, zone: request.zone, events: events)
    return OutputFile(path: calendarPath(beside: instance.output), bytes: file.bytes)
  }

  /// The plan as a calendar, beside a page that shows it day by day; nil for any other page.
  ///
  ///     // A page with ::calendar at plans/qian/2026-12.html
  ///     parts.calendarFile(request)?.path  // "plans/qian/2026-12.ics"
  func calendarFile(_ request: GenerationRequest) -> OutputFile? {
    guard page.document.directives.contains(where: { $0.name == CalendarBlock.name }),
      case .success(let plan) = plans[.own]
    else { return nil }
    let file = CalendarFile(
      of: plan, in: entry.language, zone: request.zone, made: request.asOf)
    return OutputFile(path: calendarPath(beside: instance.output), bytes: file.bytes)
  }
}
