package import Diagnostics
package import Phrases
package import YAML

extension Vocabulary.Base {
  /// The file in which a course says what it is called and in which order its pages stand.
  package var courseFile: String {
    switch self {
    case .carpentries: "config.yaml"
    case .quarto: "_quarto.yml"
    }
  }
}

extension CourseLayout {
  /// How a course lies in its folder.
  ///
  ///     CourseLayout.read(.carpentries, files: ["episodes/b.md", "index.md"], nil, in: .english)
  ///       .value.pages.map(\.output)  // ["index.html", "b.html"]
  ///
  /// - Parameters:
  ///   - base: the tool that it was written for.
  ///   - files: the paths of all files below the content folder.
  ///   - node: what the course's own settings say.
  ///   - language: the language that ours say; nil where they say none.
  /// - Returns: its pages in order, and what its settings name in vain.
  package static func read(
    _ base: Vocabulary.Base, files: [String], _ node: YAMLNode?, in language: Language?
  ) -> Parsed<CourseLayout> {
    var layout =
      switch base {
      case .carpentries: carpentries(files, node)
      case .quarto: quarto(files, node)
      }
    layout.value.closing = closing(
      layout.value.pages, hasMinutes: base == .carpentries,
      in: language ?? layout.value.language ?? .english)
    return layout
  }

  /// What stands at the end of the first page: when everything takes place, the chapters, and the pages that
  /// are none.
  private static func closing(_ pages: [Page], hasMinutes: Bool, in language: Language) -> String {
    func links(_ pages: [Page]) -> String { pages.map { "- [](\($0.source))\n" }.joined() }
    var text = ""
    if hasMinutes {
      text += Phrase(zh: "## 时间安排\n\n::agenda\n\n", en: "## Schedule\n\n::agenda\n\n")
        .text(in: language)
    }
    text += Phrase(zh: "## 目录\n\n::contents\n", en: "## Contents\n\n::contents\n")
      .text(in: language)
    let others = pages.filter { !$0.isChapter && !$0.isForFacilitators }
    // Those for facilitators stand in the book, and so among its contents.
    return others.isEmpty ? text : text + "\n" + links(others)
  }

  // MARK: The Workbench

  private static func carpentries(_ files: [String], _ node: YAMLNode?) -> Parsed<CourseLayout> {
    var found: [Diagnostic] = []
    func pages(of folder: String) -> [String] {
      let there = files.filter { path in
        path.hasPrefix(folder + "/") && source(of: path) != nil
          && !path.dropFirst(folder.count + 1).contains("/")
      }
      let said = node?[folder]?.items ?? []
      guard !said.isEmpty else { return there }
      return said.compactMap { item in
        let path = folder + "/" + (item.text ?? "")
        if there.contains(path) { return path }
        let names = there.map { String($0.dropFirst(folder.count + 1)) }
        found.append(.coursePage(item.text ?? "", known: names, at: item.place))
        return nil
      }
    }
    let home = files.filter { ["index.md", "index.Rmd"].contains($0) }
    let closing = files.filter { ["CODE_OF_CONDUCT.md", "LICENSE.md"].contains($0) }
    let chapters = home.prefix(1) + pages(of: "episodes")
    let learners = pages(of: "learners")
    let ordered =
      chapters.map { ($0, true, false) }
      + learners.map { ($0, stem(of: $0) == "reference", false) }
      + pages(of: "profiles").map { ($0, false, false) }
      + pages(of: "instructors").map { ($0, false, true) } + closing.map { ($0, false, false) }
    var layout = CourseLayout(
      Self.pages(ordered, isFlat: true),
      folders: ["episodes", "learners", "instructors", "profiles", ""])
    layout.title = node?["title"]?.text
    layout.language = (node?["lang"]?.text).flatMap(Language.init(tag:))
    layout.links = ["links.md", "episodes/links.md"].first(where: files.contains)
    return Parsed(layout, found)
  }

  // MARK: Quarto

  private static func quarto(_ files: [String], _ node: YAMLNode?) -> Parsed<CourseLayout> {
    var found: [Diagnostic] = []
    let all = files.filter { source(of: $0) != nil && !isAside($0) }
    var named: [String] = []
    let book = node?["book"]
    let site = node?["website"]
    for part in [
      book?["chapters"], book?["appendices"], site?["sidebar"], node?["project"]?["render"],
    ] {
      for item in part.map(names) ?? [] {
        let matching = matches(item.text ?? "", in: all)
        if matching.isEmpty, isPageName(item.text ?? "") {
          found.append(.coursePage(item.text ?? "", known: all, at: item.place))
        }
        named += matching
      }
    }
    let home = all.filter { stem(of: $0) == "index" && !$0.contains("/") }
    let rest = book == nil ? all : []
    var seen: Set<String> = []
    let ordered = (home.prefix(1) + named + rest).filter { seen.insert($0).inserted }
    let stems = ordered.map { stem(of: $0).lowercased() }
    var layout = CourseLayout(
      pages(ordered.map { ($0, true, false) }, isFlat: Set(stems).count == stems.count),
      folders: [""])
    layout.title = (book?["title"] ?? site?["title"] ?? node?["title"])?.text
    layout.language = (node?["lang"] ?? book?["lang"])?.text.flatMap(Language.init(tag:))
    return Parsed(layout, found)
  }

  /// Whether a file is no page of the course: set apart by `_`, or about the folder and not the matter.
  private static func isAside(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    if parts.contains(where: { $0.hasPrefix("_") }) { return true }
    return ["readme", "contributing", "license", "news", "changelog", "code_of_conduct"]
      .contains(stem(of: path).lowercased())
  }

  private static func isPageName(_ text: String) -> Bool {
    source(of: text) != nil && !text.hasPrefix("!") && !text.contains("*") && !text.contains(":")
  }

  /// The files that a list of chapters or of a sidebar names, at any depth.
  private static func names(in node: YAMLNode) -> [YAMLNode] {
    if node.text != nil { return [node] }
    if let items = node.items { return items.flatMap(names) }
    return ["file", "href", "part", "section", "contents", "chapters"].flatMap { key in
      node[key].map { names(in: $0) } ?? []
    }
  }

  /// The pages that a name means: one, or with `*` those of a folder.
  private static func matches(_ name: String, in pages: [String]) -> [String] {
    let name = name.hasPrefix("./") ? String(name.dropFirst(2)) : name
    if name == "auto" { return pages }
    guard let star = name.firstIndex(of: "*") else {
      if pages.contains(name) { return [name] }
      return pages.filter { $0.hasPrefix(name + "/") && !name.isEmpty }
    }
    let isDeep = name.contains("**")
    return name.hasPrefix("!")
      ? []
      : pages.filter { page in
        page.hasPrefix(name[..<star])
          && (isDeep || !page.dropFirst(name[..<star].count).contains("/"))
      }
  }
}
