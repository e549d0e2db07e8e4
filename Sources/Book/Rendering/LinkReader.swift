import Diagnostics
import Markdown

/// Turns the links of a page into addresses of the output, and finds those that lead nowhere.
struct LinkReader: Sendable {
  /// What the links of a page come to.
  struct Checked {
    var diagnostics: [Diagnostic] = []
    var fragments: [FragmentLink] = []
    var files: Set<String> = []
  }

  let site: Site
  let entry: Outline.Entry
  let instance: PageInstance
  let fields: PageFields

  /// The address that a link written on the page has in the output; `#` where it leads nowhere.
  func address(of link: Link) -> String {
    switch LinkTarget(link.destination, on: entry.source) {
    case .external: link.destination
    case .outside: "#"
    case .fragment(let fragment): "#" + percentEncoded(fragment)
    case .page(let source, let fragment):
      (address(ofPage: source) ?? "#") + (fragment.map { "#" + percentEncoded($0) } ?? "")
    case .file(let source): site.files.contains(source) ? fields.link(to: source) : "#"
    }
  }

  /// What is wrong with the links of a page, which headings they name and which files they show.
  func check(_ links: [Link]) -> Checked {
    var checked = Checked()
    for link in links { check(link, &checked) }
    return checked
  }

  private func check(_ link: Link, _ checked: inout Checked) {
    switch LinkTarget(link.destination, on: entry.source) {
    case .external: break
    case .outside: checked.diagnostics.append(.linkOutside(link.destination, at: link.place))
    case .fragment(let fragment): check(fragment, on: entry.source, link.place, &checked)
    case .page(let source, let fragment):
      if let problem = problem(withPage: source, at: link.place) {
        checked.diagnostics.append(problem)
      } else if let fragment {
        check(fragment, on: source, link.place, &checked)
      }
    case .file(let source):
      if site.files.contains(source) {
        checked.files.insert(source)
      } else {
        checked.diagnostics.append(
          .brokenLink(source, nearest: site.nearestFile(to: source), at: link.place))
      }
    }
  }

  private func check(
    _ fragment: String, on source: String, _ place: Place, _ checked: inout Checked
  ) {
    guard !fragment.isEmpty else { return }
    checked.fragments.append(
      FragmentLink(target: source, tree: instance.tree.name, fragment: fragment, place: place))
  }

  private func problem(withPage source: String, at place: Place) -> Diagnostic? {
    guard let target = site.outline.entry(source: source) else {
      return .brokenLink(source, nearest: site.nearestFile(to: source), at: place)
    }
    guard target.stands(in: instance.tree) else {
      return .linkLeavesTree(source, tree: instance.tree.name, at: place)
    }
    let isReachable = target.head.each == nil || row(of: target) != nil
    return isReachable ? nil : .linkToRows(source, at: place)
  }

  /// The row for which a page that is written for rows is meant here: the page's own row, so that a
  /// page in a person's folder can link that person's plan.
  private func row(of target: Outline.Entry) -> PageInstance.Row? {
    guard let row = instance.row, row.kind == target.head.each?.rawValue,
      site.accepts(row, target)
    else { return nil }
    return row
  }

  private func address(ofPage source: String) -> String? {
    guard let target = site.outline.entry(source: source), target.stands(in: instance.tree) else {
      return nil
    }
    guard target.head.each != nil else { return fields.link(to: target.output) }
    guard let row = row(of: target) else { return nil }
    let path = target.path(
      for: row, period: site.data.period(of: target), isOwnFolder: instance.tree.isPersonal)
    return fields.link(to: path)
  }
}

extension Site {
  /// The page or file with the name nearest to one that does not exist: of those in the same
  /// folder, or with the same name elsewhere.
  func nearestFile(to path: String) -> String? {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    let name = path.dropFirst(folder.utf8.count)
    let near = (outline.sources + files.sorted()).filter {
      $0.hasSuffix("/" + name)
        || $0.hasPrefix(folder) && !$0.dropFirst(folder.utf8.count).contains("/")
    }
    return near.first { $0.hasSuffix("/" + name) } ?? nearestName(to: path, in: near)
  }
}
