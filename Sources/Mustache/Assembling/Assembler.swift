import Diagnostics
import Phrases

/// Turns trees into code: every template, with what replaces its blocks, for the place in the HTML
/// where it is called.
///
/// A template called from text and from an attribute becomes two programs, since its values are
/// checked differently; a program called twice in the same way is assembled once, which also is
/// what makes templates that call themselves end.
struct Assembler {
  /// What makes a program differ from another.
  private struct Identity: Hashable {
    let template: Int
    /// Where the block begins whose content this is; -1 for a whole template.
    let block: Int
    let markup: Markup
    let overrides: Int
  }

  private struct Job {
    let identity: Identity
    let nodes: [Node]
    let site: Site
    let name: String
  }

  let trees: [Tree]
  let indices: [String: Int]
  let blockNames: BlockNames
  var code = Code()
  var overrides = Overrides()
  private var programs: [Identity: Int] = [:]
  private var jobs: [Job] = []
  private var reported: Set<Site> = []
  private(set) var diagnostics: [Diagnostic] = []

  /// After so many mistakes the rest is kept for the next run.
  private static let mostDiagnostics = 500
  /// More programs than this come only from templates that call each other in ever new ways.
  private static let mostPrograms = 20_000

  init(_ trees: [Tree]) {
    self.trees = trees
    var indices: [String: Int] = [:]
    for (index, tree) in trees.enumerated() { indices[tree.name] = index }
    self.indices = indices
    blockNames = BlockNames(trees, indices: indices)
  }

  /// Assembles every template as one that may be rendered, and all they call.
  mutating func assemble() {
    for (index, tree) in trees.enumerated() {
      code.roots[tree.name] = program(template: index, markup: Markup(), overrides: 0)
    }
    var next = 0
    while next < jobs.count, next < Self.mostPrograms {
      let job = jobs[next]
      let start = Int(code.label())
      var body = ProgramAssembler(
        template: job.identity.template, overrides: job.identity.overrides,
        markup: job.identity.markup)
      body.emit(job.nodes, &self)
      body.finish(job.name, from: job.identity.markup, job.site, &self)
      code.programs.append(start..<code.operations.count)
      next += 1
    }
    if next < jobs.count {
      report(at: jobs[next].site) {
        .tooLarge(Phrase(zh: "整套模板", en: "the set of templates"), at: $0)
      }
    }
  }

  /// The program of a whole template.
  mutating func program(template: Int, markup: Markup, overrides: Int) -> Int {
    let identity = Identity(template: template, block: -1, markup: markup, overrides: overrides)
    return program(
      identity, trees[template].nodes, Site(template: template, offset: 0),
      "the template “\(trees[template].name)”")
  }

  /// The program of what replaces a block.
  mutating func program(block: Node.Block, markup: Markup, overrides: Int) -> Int {
    let identity = Identity(
      template: block.site.template, block: block.site.offset, markup: markup,
      overrides: overrides)
    return program(identity, block.nodes, block.site, "the block “\(block.name)”")
  }

  private mutating func program(
    _ identity: Identity, _ nodes: [Node], _ site: Site, _ name: String
  ) -> Int {
    if let program = programs[identity] { return program }
    programs[identity] = jobs.count
    jobs.append(Job(identity: identity, nodes: nodes, site: site, name: name))
    return jobs.count - 1
  }

  /// Notes a mistake once for each site, however many programs its template became.
  mutating func report(at site: Site, _ diagnostic: (Place) -> Diagnostic) {
    guard diagnostics.count < Self.mostDiagnostics, reported.insert(site).inserted else { return }
    diagnostics.append(diagnostic(trees[site.template].source.place(of: site.offset)))
  }
}
