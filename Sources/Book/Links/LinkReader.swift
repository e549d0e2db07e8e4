import Diagnostics
import Markdown

/// Turns the links of a page into addresses of the output, and finds those that lead nowhere.
struct LinkReader {
  let site: Site
  let entry: Outline.Entry
  let instance: PageInstance
  let fields: PageFields
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var fragments: [FragmentLink] = []
  private(set) var files: Set<String> = []

  init(site: Site, entry: Outline.Entry, instance: PageInstance, fields: PageFields) {
    self.site = site
    self.entry = entry
    self.instance = instance
    self.fields = fields
  }

  /// The address that a link written on the page has in the output.
  mutating func rewrite(_ destination: String, at place: Place) -> String {
    switch LinkTarget(destination, on: entry.source) {
    case .external: return destination
    case .outside:
      diagnostics.append(.linkOutside(destination, at: place))
      return "#"
    case .fragment(let fragment):
      remember(fragment, on: entry.source, at: place)
      return "#" + percentEncoded(fragment)
    case .page(let source, let fragment):
      guard let address = address(ofPage: source, at: place) else { return "#" }
      guard let fragment else { return address }
      remember(fragment, on: source, at: place)
      return address + "#" + percentEncoded(fragment)
    case .file(let source):
      guard site.files.contains(source) else {
        diagnostics.append(
          .brokenLink(source, nearest: nearestName(to: source, in: site.files.sorted()), at: place))
        return "#"
      }
      files.insert(source)
      return fields.link(to: source)
    }
  }

  private mutating func remember(_ fragment: String, on source: String, at place: Place) {
    guard !fragment.isEmpty else { return }
    fragments.append(
      FragmentLink(target: source, tree: instance.tree.name, fragment: fragment, place: place))
  }

  private mutating func address(ofPage source: String, at place: Place) -> String? {
    guard let target = site.outline.entry(source: source) else {
      let near = nearestName(to: source, in: site.outline.sources)
      diagnostics.append(.brokenLink(source, nearest: near, at: place))
      return nil
    }
    guard target.stands(in: instance.tree) else {
      diagnostics.append(.linkLeavesTree(source, tree: instance.tree.name, at: place))
      return nil
    }
    guard target.head.each == nil || target.head.each == entry.head.each else {
      diagnostics.append(.linkToRows(source, at: place))
      return nil
    }
    guard let row = instance.row, target.head.each != nil else {
      return fields.link(to: target.output)
    }
    let path = target.path(
      for: row, period: site.data.period(of: target), isOwnFolder: instance.tree.isPersonal)
    return fields.link(to: path)
  }
}
