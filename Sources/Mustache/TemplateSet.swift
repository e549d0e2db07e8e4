package import Diagnostics

/// Compiled templates, ready to be rendered any number of times by any number of tasks.
///
///     let set = TemplateSet.compile(sources, formatters: Formatters(.simplifiedChinese))
///     var page: [UInt8] = []
///     let problems = set.value.render("pages/plan", stack: [site, plan], into: &page)
package struct TemplateSet: Sendable {
  let code: Code
  let sources: [SourceMap]
  /// The names of all templates, sorted.
  package let names: [String]
  /// What each template asks for, in the order of the names.
  let needs: [TemplateNeeds]
  /// Where each template stands among the names.
  let positions: [String: Int]

  private init(_ code: Code, _ trees: [Tree]) {
    self.code = code
    sources = trees.map(\.source)
    names = trees.map(\.name)
    needs = trees.map { TemplateNeeds(of: $0.nodes) }
    positions = Dictionary(
      zip(names, names.indices), uniquingKeysWith: { first, _ in first })
  }

  /// Compiles templates.
  ///
  /// Of two with the same name the later wins, so that a workspace's own go
  /// behind the built-in ones.
  ///
  /// Every mistake in every template is found in one go: in the language, in names of templates,
  /// blocks and formatters, and values that stand where HTML could not be kept safe. Names of
  /// values are looked up when rendering. A set with errors must not be rendered from.
  package static func compile(
    _ sources: [TemplateSource], formatters: Formatters
  ) -> Parsed<TemplateSet> {
    var latest: [String: SourceFile] = [:]
    for source in sources { latest[source.name] = source.file }
    var trees: [Tree] = []
    var diagnostics: [Diagnostic] = []
    for (name, file) in latest.sorted(by: { $0.key < $1.key }) {
      var reader = TreeReader(
        SourceMap(file), name: name, template: trees.count, formatters: formatters)
      trees.append(reader.read())
      diagnostics += reader.diagnostics
    }
    var assembler = Assembler(trees)
    assembler.assemble()
    diagnostics += assembler.diagnostics
    return Parsed(TemplateSet(assembler.code, trees), diagnostics.sorted())
  }

  /// Adds a page to the output and gives everything that is wrong with it.
  ///
  /// Names are looked up from the last value of the stack to the first: put the page behind the
  /// site. An error stands for a name that is misspelt, has no value where it is printed, or is
  /// not what the template takes it for; what was written is then incomplete. A warning stands for
  /// an address that was replaced.
  ///
  ///     set.render("parts/nav", stack: [["title": "计划"]], into: &page)  // []
  package func render(
    _ name: String, stack: [Value], into output: inout [UInt8]
  ) -> [Diagnostic] {
    guard let program = code.roots[name] else {
      return [.unknownTemplate(name, known: names, at: Place(path: name))]
    }
    var renderer = Renderer(self)
    renderer.run(program, code, in: Scope(stack: stack))
    renderer.page.copy(to: &output)
    return renderer.diagnostics.sorted()
  }

  /// Renders a part of a page that another template will hold.
  ///
  ///     set.html("blocks/workload", stack: [view]).value  // for `.html(…)` in a page's values
  package func html(_ name: String, stack: [Value]) -> Parsed<HTML> {
    var bytes: [UInt8] = []
    let diagnostics = render(name, stack: stack, into: &bytes)
    return Parsed(HTML(trusted: bytes), diagnostics)
  }

  func place(of site: Site) -> Place { sources[site.template].place(of: site.offset) }
}
