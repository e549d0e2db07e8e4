import Desk
import Drawing
import Mustache
import Phrases
import SalesMethod

/// `chart`: numbers of the plan as pictures, and the same numbers as tables.
struct ChartBlock: PlanView {
  static let name = "chart"
  static let form = BlockForm.leaf

  /// What is drawn.
  enum Subject: String, CaseIterable {
    /// The customers by revenue, with the curve of their shares added up.
    case pareto
    /// How many customers came to each stage of the funnel.
    case funnel
    /// What the period brings by its last day, part by part, against the target.
    case outlook
    /// The share of the time against the share of the revenue it went to.
    case lorenz
    /// How many of those who buy at all have bought, by the days since the first contact.
    case maturing
    /// The period by its days: how full each is.
    case days
    /// Why last month's new business differs from its plan, factor by factor.
    case variance
    /// Planned and done, week by week.
    case weeks
    /// The twelve months before.
    case trend
    /// The open deals by when they are expected to close.
    case closing
    /// The open deals by how long they have been open.
    case ages
    /// How customers moved between classes since the latest plan that was kept.
    case migration
  }

  let source: ViewSource
  private let subjects: [Subject]

  init(_ options: inout AttributeReader) {
    source = ViewSource(&options)
    let names = Subject.allCases.map(\.rawValue).joined(separator: ", ")
    let subjects = options.read(
      "of",
      expected: Phrase(
        zh: "\(names) 之一，或用逗号隔开的几个", en: "one of \(names), or several between commas")
    ) { text -> [Subject]? in
      let words = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "，" }
      let subjects = words.compactMap { Subject(rawValue: trimmed($0)) }
      return subjects.count == words.count ? subjects : nil
    }
    options.require(subjects, "of")
    self.subjects = subjects ?? []
  }

  func fields(of plan: MonthlyPlan, in scene: Scene) -> [(String, Value)] {
    let charts = subjects.enumerated().compactMap { number, subject in
      PlanChart(subject, of: plan, in: scene.language).map { chart in
        let ending = number == 0 ? "" : "-\(number + 1)"
        return chart.fields(id: "chart-\(scene.number)\(ending)", in: scene.language)
      }
    }
    return [("areSeveral", .bool(subjects.count > 1)), ("charts", .list(charts))]
  }

  func notes(of plan: MonthlyPlan) -> [PlanNote] { [] }
}

extension PlanChart {
  /// The picture as an element, with the same numbers as a table; `id` is one that the page has once.
  func fields(id: String, in language: Language) -> Value {
    let title = title.text(in: language)
    let svg = picture.svg(title: title, description: description.text(in: language), id: id)
    return .record([
      "title": .text(title), "svg": .html(HTML(trusted: Array(svg.utf8))),
      "rows": .list(rows.map { .record(["name": .text($0.name), "text": .text($0.text)]) }),
    ])
  }
}
