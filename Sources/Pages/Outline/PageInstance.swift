package import Diagnostics
package import SalesMethod

/// One file that a page becomes: a tree, a path, and the row it is written for.
package struct PageInstance: Hashable, Sendable {
  /// The tree it stands in.
  package let tree: Tree
  /// The folder below the output folder that its own links start from: `participant`, `plans/zhang`.
  package let folder: String
  /// The path below that folder.
  package let path: String
  /// The row it is written for, if it is written for rows.
  package let row: PageRow?
  /// The manager in whose folder it stands; nil where the folder is nobody's or the row's own.
  package let manager: String?
  /// Which of the files it is into which one list is divided, from 1.
  package let part: Int

  /// Makes the file of a page in a folder.
  package init(
    tree: Tree, folder: String, path: String, row: PageRow? = nil, manager: String? = nil,
    part: Int = 1
  ) {
    self.tree = tree
    self.folder = folder
    self.path = path
    self.row = row
    self.manager = manager
    self.part = part
  }

  /// The path of a file, and of the others into which its list is divided.
  ///
  ///     PageInstance.path("hq/2026-12.html", ofPart: 2)  // "hq/2026-12-2.html"
  package static func path(_ path: String, ofPart part: Int) -> String {
    part == 1 ? path : path.dropLast(".html".utf8.count) + "-\(part).html"
  }

  /// The path below the output folder.
  ///
  ///     PageInstance(tree: plans, folder: "plans/zhang", path: "2026-12.html").output
  ///     // "plans/zhang/2026-12.html"
  package var output: String { folder + "/" + path }

  /// The id of the member whose plan the page shows, if there is one.
  package var member: String? { row?.member }

  /// The id of the team the page is about, if there is one.
  package var team: String? { row?.kind == .team ? row?.id : nil }
}

extension Outline.Entry {
  /// Who may see the page where its head does not say: a plan its owner and the managers above, a team's
  /// page everybody in the company and its managers, all else everybody.
  package var audiences: [Audience] {
    if let audiences = head.audiences { return audiences }
    switch head.each {
    case .member: return [.own, .manager]
    case .customer: return [.own]
    case .team: return [.team, .manager]
    case nil: return [.everybody]
    }
  }

  /// Whether the page stands in a tree.
  package func stands(in tree: Tree) -> Bool {
    tree.admits(editions: head.editions, audiences: audiences)
  }

  /// The path of the page in its folder for a row: the head's `path` with the row put in, or the
  /// page's own path.
  ///
  /// In a folder that is not the row's own the page's own path gets the row's name; two rows that
  /// a head's `path` gives one file are a diagnostic of the site.
  package func path(for row: PageRow, period: Period, isOwnFolder: Bool) -> String {
    guard let pattern = head.path else {
      guard !isOwnFolder else { return output }
      let stem = isIndex ? output.dropLast("index.html".count) : output.dropLast(5) + "/"
      return stem + row.fileName + ".html"
    }
    var path = pattern.replacing("{month}", with: period.fileName)
    path = path.replacing("{\(row.kind.rawValue)}", with: row.fileName)
    return path.hasSuffix(".html") ? path : path + ".html"
  }

  /// The path of the page in a folder that holds many people's: where the head's `path` tells rows apart by
  /// nothing, each stands in a folder of its row's name.
  package func sharedPath(for row: PageRow, period: Period) -> String {
    let path = path(for: row, period: period, isOwnFolder: false)
    guard let pattern = head.path, !pattern.contains("{\(row.kind.rawValue)}") else { return path }
    return row.fileName + "/" + path
  }
}

extension PageSource {
  /// What is wrong with the keys of the head that choose rows and name their files.
  package func rowProblems() -> [Diagnostic] {
    let place = Place(path: path, line: 1, column: 1)
    guard let each = head.each else {
      return (head.conditions.first.map { [.whereWithoutEach(at: $0.place)] } ?? [])
        + (head.path == nil ? [] : [.pathWithoutEach(at: place)])
    }
    let columns = PageRow.columns(of: each)
    let words = PageRow.pathWords(of: each)
    let unknown = head.conditions.filter { !columns.contains($0.column) }
    return unknown.map { .unknownColumn($0.column, known: columns, at: $0.place) }
      + placeholders(in: head.path ?? "").filter { !words.contains($0) }.map {
        .unknownPathWord($0, known: words, at: place)
      }
  }
}

/// The words between braces, in order.
private func placeholders(in pattern: String) -> [String] {
  pattern.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map {
    String($0.prefix { $0 != "}" })
  }
}

extension Period {
  /// The period as a part of a file's name: `2026-12`, `2026-q4`.
  fileprivate var fileName: String { description.lowercased().replacing("..", with: "-") }
}
