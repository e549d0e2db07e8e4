import Pages
import Vocabulary

extension ForeignCourse {
  /// What a link means that leads nowhere as it is written: `setup.html` is the page `learners/setup.md`,
  /// `fig/a.png` the picture `episodes/fig/a.png`.
  func meant(
    by destination: String, on entry: Outline.Entry, _ written: LinkTarget, in site: Site
  ) -> LinkTarget? {
    guard let layout else { return nil }
    switch written {
    case .external, .fragment: return nil
    case .page(let source, let fragment):
      if source == "index.md", fragment == "setup", let setup = setup(in: site) { return setup }
      if site.outline.entry(source: source) != nil { return nil }
    case .file(let source): if site.names.hasFile(source) { return nil }
    case .outside: break
    }
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let fragment = parts.count == 2 ? percentDecoded(parts[1]) ?? String(parts[1]) : nil
    guard let path = percentDecoded(parts[0].prefix { $0 != "?" }) else { return nil }
    let steps = path.split(separator: "/").filter { $0 != "." && $0 != ".." }.map(String.init)
    let folder = entry.source.split(separator: "/").dropLast().joined(separator: "/")
    guard let name = steps.last else {
      return site.outline.entry(source: "index.md").map {
        .page(source: $0.source, fragment: fragment)
      }
    }
    let whole = steps.joined(separator: "/")
    for place in [folder] + layout.folders {
      for rest in [whole, name] {
        let candidate = place.isEmpty ? rest : place + "/" + rest
        if let page = Self.page(candidate), site.outline.entry(source: page) != nil {
          if page == "index.md", fragment == "setup", let setup = setup(in: site) { return setup }
          return .page(source: page, fragment: fragment)
        }
        if site.names.hasFile(candidate) { return .file(source: candidate) }
      }
    }
    return nil
  }

  /// The page about preparations, which the Workbench prints below the first page.
  private func setup(in site: Site) -> LinkTarget? {
    site.outline.entry(source: "learners/setup.md").map { .page(source: $0.source, fragment: nil) }
  }

  /// The source that a path to a page in any form means; nil for what is no page.
  private static func page(_ path: String) -> String? {
    if path.hasSuffix(".html") { return path.dropLast(5) + ".md" }
    let name = path.split(separator: "/").last ?? ""
    return name.contains(".") ? CourseLayout.source(of: path) : path + ".md"
  }
}
