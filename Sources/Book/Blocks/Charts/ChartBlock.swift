import Desk
import Drawing
import Mustache
import Phrases
import SalesMethod

/// `chart`: numbers of the plan as a picture, and the same numbers as a table.
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
  }

  let source: ViewSource
  private let subject: Subject?

  init(_ options: inout AttributeReader) {
    source = ViewSource(&options)
    subject = options.choice("of", of: Subject.self)
    options.require(subject, "of")
  }

  func fields(of plan: MonthlyPlan, in scene: Scene) -> [(String, Value)] {
    [
      (
        "chart",
        .optional(subject.flatMap { PlanChart($0, of: plan, in: scene.language) }) { chart in
          chart.fields(id: "chart-\(scene.number)", in: scene.language)
        }
      )
    ]
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
