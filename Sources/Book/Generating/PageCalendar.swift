import Desk
import Markdown
import Pages
import PlanData

extension PageParts {
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
