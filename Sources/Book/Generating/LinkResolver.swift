import Desk
import Diagnostics
import Pages
import Rulebook

/// Finds out where the links of one file of a page lead.
struct LinkResolver {
  let site: Site
  let entry: Outline.Entry
  let instance: PageInstance
  /// The book that the page is bound into; nil where it is a file of its own.
  var binding: Binding?

  /// Where each of these destinations leads.
  func targets(of destinations: [String]) -> LinkTargets {
    let targets = destinations.map { ($0, target(of: $0)) }
    return LinkTargets(
      tree: instance.tree.name, isLenient: site.settings.isForeignCourse,
      targets: Dictionary(targets, uniquingKeysWith: { first, _ in first }))
  }

  private func target(of destination: String) -> LinkTargets.Target {
    if destination.isEmpty { return LinkTargets.Target(address: "#", problem: .empty) }
    let written = LinkTarget(destination, on: entry.source)
    return switch site.course?.meant(by: destination, on: entry, written, in: site) ?? written {
    case .external: LinkTargets.Target(address: destination)
    case .outside: LinkTargets.Target(address: "#", problem: .outside)
    case .fragment(let fragment):
      LinkTargets.Target(
        address: "#" + percentEncoded(fragment), heading: heading(fragment, on: entry.source))
    case .page(let source, let fragment): page(source, fragment)
    case .file(let source):
      site.names.hasFile(source)
        ? LinkTargets.Target(address: link(to: source), file: source)
        : LinkTargets.Target(address: "#", problem: missing(source))
    }
  }

  private func link(to path: String) -> String { relativeLink(from: instance.path, to: path) }

  private func heading(_ fragment: String?, on source: String) -> LinkTargets.Heading? {
    fragment.flatMap {
      $0.isEmpty ? nil : LinkTargets.Heading(page: source, fragment: $0)
    }
  }

  private func missing(_ source: String) -> LinkTargets.Problem {
    .missing(source, nearest: site.names.nearest(to: source))
  }

  private func page(_ source: String, _ fragment: String?) -> LinkTargets.Target {
    let ending = fragment.map { "#" + percentEncoded($0) } ?? ""
    func nowhere(_ problem: LinkTargets.Problem) -> LinkTargets.Target {
      LinkTargets.Target(address: "#" + ending, problem: problem)
    }
    guard let target = site.outline.entry(source: source) else { return nowhere(missing(source)) }
    guard target.stands(in: instance.tree) else { return nowhere(.otherTree(source)) }
    if let id = binding?.id(ofPage: source) {
      let inner = fragment.map { "." + percentEncoded($0) } ?? ""
      return LinkTargets.Target(
        address: boundMark + id + inner, heading: heading(fragment, on: source),
        title: target.title)
    }
    guard let path = path(of: target) else { return nowhere(.rows(source)) }
    return LinkTargets.Target(
      address: link(to: path) + ending, heading: heading(fragment, on: source),
      title: target.title)
  }

  /// Where a page stands for this one; nil where it is written for rows and this page for none of them.
  ///
  /// The page's own row is meant, so that a page in a person's folder can link that person's plan.
  private func path(of target: Outline.Entry) -> String? {
    guard let each = target.head.each else { return target.output }
    guard let row = instance.row, row.kind == each, row.meets(target.head.conditions) else {
      return nil
    }
    return site.path(of: target, for: row, in: instance.tree)
  }
}
