package import Diagnostics
import Pages
import Phrases
import Rulebook
import Synchronization

/// A page's file as fingerprints that the secrets of other pages are looked for in.
struct PageTrace: Hashable, Sendable {
  /// The page's path from the workspace's root.
  let source: String
  /// The file's path below the output folder.
  let path: String
  /// The name of the tree.
  let tree: String
  let marks: [UInt64]

  /// A trace that was kept.
  init(source: String, path: String, tree: String, marks: [UInt64]) {
    (self.source, self.path, self.tree, self.marks) = (source, path, tree, marks)
  }

  /// The trace of a file.
  init(_ file: OutputFile, of entry: Outline.Entry, in tree: Tree, every: Int) {
    source = entry.path
    path = file.path
    self.tree = tree.name
    marks = Shingles.marks(
      of: told(unescaped(file.bytes)), length: Secrets.longRun, every: every)
  }
}

/// What all pages of a site keep from the readers of each tree: looked for in every other page, and in all files
/// around them.
package struct LeakSearch: Sendable {
  /// What the page of a path keeps from a tree's readers.
  private struct Kept: Sendable {
    let source: String
    let secrets: Secrets
  }

  private var kept: [String: [Kept]] = [:]
  private var all: [String: Secrets] = [:]
  private var traces: [PageTrace] = []
  /// The books that end with the answers, by their paths.
  private var openBooks: Set<String> = []

  /// A search for nothing.
  package init() {}

  /// Lets a book hold the answers.
  mutating func open(_ book: String) { openBooks.insert(book) }

  /// What is wrong with a page in another form, as a PDF or a document of Word: what its readers may not see
  /// stands in its words or its properties.
  ///
  ///     leaks.check(pdf, madeOf: "participant/course/book.html")
  package func check(_ file: OutputFile, madeOf page: String) -> [Diagnostic] {
    openBooks.contains(page) ? [] : check(file)
  }

  /// Adds what one page keeps, and its traces.
  mutating func add(_ secrets: [String: Secrets], of source: String, _ traces: [PageTrace]) {
    for (tree, secrets) in secrets.sorted(by: { $0.key < $1.key }) where !secrets.isEmpty {
      kept[tree, default: []].append(Kept(source: source, secrets: secrets))
      all[tree, default: Secrets(hidden: [], shown: [])].formUnion(secrets)
    }
    self.traces += traces
  }

  /// The pages that say what another page keeps from their readers.
  func amongPages() -> [Diagnostic] {
    traces.sorted { $0.path < $1.path }.compactMap { trace in
      guard let all = all[trace.tree], all.meets(trace.marks) else { return nil }
      let teller = (kept[trace.tree] ?? []).filter { $0.source != trace.source }
        .sorted { $0.source < $1.source }.first { $0.secrets.meets(trace.marks) }
      return teller.map {
        .leakedFrom(
          $0.source, into: trace.path, at: Place(path: trace.source, line: 1, column: 1))
      }
    }
  }

  /// What is wrong with a file that stands around the pages: a list of them, a picture, a script.
  func check(_ file: OutputFile) -> [Diagnostic] {
    let tree = String(file.path.prefix { $0 != "/" })
    guard let secrets = all[tree] else { return [] }
    return secrets.leak(in: file.path, file.bytes).map {
      [.leaked($0, into: file.path, at: Place(path: file.path))]
    } ?? []
  }
}

/// Hands files on and looks into each for what its readers may not see.
final class WatchedSink<Sink: OutputSink>: OutputSink {
  private let sink: Sink
  private let leaks: LeakSearch
  private let problems = Mutex<[Diagnostic]>([])

  /// What was found, in the order of the files.
  var found: [Diagnostic] { problems.withLock { $0 } }

  /// Watches what goes to a sink.
  init(_ sink: Sink, _ leaks: LeakSearch) {
    self.sink = sink
    self.leaks = leaks
  }

  func expect(pages: Int) { sink.expect(pages: pages) }

  func take(_ file: OutputFile) throws {
    let wrong = leaks.check(file)
    if !wrong.isEmpty { problems.withLock { $0 += wrong } }
    try sink.take(file)
  }
}

extension Site {
  /// Whether other pages' secrets are looked for in this file of a page.
  func keepsTraces(of instance: PageInstance) -> Bool {
    !settings.gatesOff.contains(.leak) && !instance.tree.isPersonal && instance.row == nil
      && instance.tree.edition != .facilitator
  }

  /// One of how many fingerprints of a page is kept: of a large site, whose pages would take too much room, one
  /// of eight, so that what is told in 25 words is still met for certain.
  var traceEvery: Int { outline.entries.count <= 500 ? 1 : 8 }
}

extension Diagnostic {
  static func leakedFrom(_ source: String, into path: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "gate.leak", at: place,
      Phrase(
        zh: "“\(source)”里不给这些读者看的话出现在“\(path)”里",
        en: "what “\(source)” keeps from these readers stands in “\(path)”"),
      fix: Phrase(
        zh: "从这一页去掉它；本来就讲过的话，换个说法写进答案",
        en: "take it out of this page, or word the answer otherwise"))
  }
}
