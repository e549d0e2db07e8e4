import Book
import Diagnostics
import Foundation
package import Phrases
package import Rulebook
import SalesMethod
package import Vocabulary

/// Which pages of the site to write as files of their own, and what for.
package struct PageRequest: Sendable {
  /// What is written.
  package enum Choice: Sendable {
    /// The plan of the person that is asked for, or of the only one.
    case person
    /// The plan of everybody, a file each.
    case everybody
    /// A page of a tree by its path there without an ending, `course/part-3`; nil: each of its pages.
    case tree(String, page: String?)
  }

  /// By which password a page is opened, and in which language it asks for it.
  package struct Seal: Hashable, Sendable {
    package let password: String
    package let language: Language

    /// Fewer characters are too easily tried out.
    package static let leastCharacters = 12

    package init(password: String, language: Language) {
      self.password = password
      self.language = language
    }
  }

  /// Whose plan, and for which period.
  package var plan: PlanRequest
  package var choice: Choice
  /// How many pages to make at a time.
  package var jobs = 1
  /// Whether files that are not ours are replaced.
  package var force = false
  /// The paper to print on; nil for what the settings say.
  package var paper: Paper?
  /// How many slides of a deck to print on a sheet; nil for one.
  package var slides: SlidesPerSheet?
  /// The tool that the pages were written for; nil for what the settings say.
  package var vocabulary: Vocabulary.Base?
  /// What closes the pages, where they are closed: of HTML only.
  package var seal: Seal?
  /// Whether the slides of courses are asked for, and no other page.
  var wantsSlides = false
  /// The line that says how many pages are done.
  package var progress = ProgressLine.hidden

  /// Asks for pages.
  package init(plan: PlanRequest, choice: Choice) {
    self.plan = plan
    self.choice = choice
  }
}

/// How many slides of a deck go on a sheet of paper, where more than one does.
package enum SlidesPerSheet: Int, Hashable, Sendable, CaseIterable {
  case two = 2
  case six = 6

  /// What says so to the deck that a browser shows, as its own menu does; any other page is left as it is.
  var script: String {
    """
    document.documentElement.classList.contains("deck") \
    && (document.documentElement.dataset.perSheet = "\(rawValue)")
    """
  }
}

/// A page that was asked for: where it was built, and the name its file gets in a folder.
struct RequestedPage: Hashable {
  let built: String
  let name: String
}

extension PageRequest {
  func build(into folder: String) -> BuildRequest {
    var build = BuildRequest(now: plan.now, jobs: jobs)
    build.source = plan.source
    build.output = folder
    build.period = plan.period
    build.log = plan.log
    build.paper = paper
    build.vocabulary = vocabulary
    switch choice {
    case .person: build.person = plan.person
    case .everybody: break
    case .tree(let tree, page: _):
      build.trees = [tree]
      build.person = plan.person
    }
    return build
  }

  /// The pages that are asked for, or why there is none.
  func pages(
    of built: BuildReport, in site: URL, into path: String, ending: String
  ) -> Parsed<[RequestedPage]> {
    switch choice {
    case .person, .everybody:
      if built.planPaths.isEmpty { return Parsed([], [.noPlanPages()]) }
    case .tree: break
    }
    switch choice {
    case .person:
      let members = built.planPaths.keys.sorted()
      guard let member = plan.person ?? (members.count == 1 ? members.first : nil) else {
        return Parsed([], [.whichMember(known: members)])
      }
      guard let path = built.planPaths[member] else {
        return Parsed([], [.unknownMember(member, known: members)])
      }
      return Parsed([RequestedPage(built: path, name: member)])
    case .everybody:
      return Parsed(
        built.planPaths.sorted { $0.value < $1.value }.map {
          RequestedPage(built: $0.value, name: Self.name(of: $0.value))
        })
    case .tree(let tree, let page):
      let known = Self.htmlPages(of: site.appending(path: tree))
      let decks = known.filter { $0 == "slides" || $0.hasSuffix("/slides") }
      if wantsSlides, decks.isEmpty { return Parsed([], [.noSlides(in: tree)]) }
      let isOne = path.hasSuffix(".\(ending)")
      let wanted =
        page.map { [$0] } ?? (wantsSlides ? (isOne ? [decks[0]] : decks) : nil)
        ?? Self.documents(
          built.books, among: known, isOne: isOne)
      for name in wanted where !known.contains(name) {
        return Parsed([], [.unknownPage(name, of: tree, known: known)])
      }
      return Parsed(wanted.map { RequestedPage(built: "\(tree)/\($0).html", name: $0) })
    }
  }

  /// The pages of a tree to write: its books, and what stands in none; for a single file the first book.
  private static func documents(
    _ books: [BookFile], among known: [String], isOne: Bool
  ) -> [String] {
    let names = books.map { name(of: $0.path) }
    if isOne, let first = names.first { return [first] }
    let bound = Set(books.flatMap(\.pages).map(name))
    return known.filter { names.contains($0) || !bound.contains($0) }
  }

  /// The path of a page below its tree, without its ending.
  private static func name(of path: String) -> String {
    let parts = path.split(separator: "/").dropFirst().joined(separator: "/")
    return parts.hasSuffix(".html") ? String(parts.dropLast(5)) : parts
  }

  private static func htmlPages(of tree: URL) -> [String] {
    let all = (try? FileManager.default.subpathsOfDirectory(atPath: tree.path)) ?? []
    return all.filter { $0.hasSuffix(".html") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// The file that a page is written to.
  func target(of page: RequestedPage, in path: String, ending: String) throws -> ExportPlace {
    let isOne: Bool
    switch choice {
    case .person, .tree(_, page: .some): isOne = true
    case .tree(_, page: nil): isOne = path.hasSuffix(".\(ending)")
    case .everybody: isOne = false
    }
    if isOne { return try ExportPlace(path) }
    let file = URL(filePath: path).appending(path: "\(page.name).\(ending)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    return try ExportPlace(joined(path, "\(page.name).\(ending)"))
  }
}

extension Diagnostic {
  static func unknownPage(
    _ name: String, of tree: String, known: [String]
  ) -> Diagnostic {
    let near = nearestName(to: name, in: known)
    return Diagnostic(
      id: "export.unknown-page", at: Place(path: tree),
      Phrase(zh: "这棵树里没有页面“\(name)”", en: "this tree has no page “\(name)”"),
      expected: Phrase(
        zh: "树里的路径，不带 .html，例如 course/part-3",
        en: "its path in the tree without .html, such as course/part-3"),
      fix: near.map { Phrase(zh: "是不是“\($0)”？", en: "did you mean “\($0)”?") })
  }
}
