import Desk
import Pages
import Rulebook
import SalesMethod

/// A folder of the output that one reader, or one group of readers, is handed: complete in itself.
struct TreeFolder: Sendable {
  /// The tree it belongs to.
  let tree: Tree
  /// Its path below the output folder: `team`, `plans/zhang`.
  let path: String
  /// Whose it is; nil where several read it.
  let holder: PageRow?

  /// Who reads it.
  var reader: Reader { Reader(of: tree, person: holder?.id) }
}

extension Site {
  /// Whether each of a tree's readers has a folder of their own: each person, or each manager where the
  /// table of members says who manages whom.
  func isDivided(_ tree: Tree) -> Bool {
    tree.isPersonal || (tree.audience == .manager && desk.hasManagers)
  }

  /// The folders of a tree that this build makes.
  func folders(of tree: Tree) -> [TreeFolder] {
    guard isDivided(tree) else { return [TreeFolder(tree: tree, path: tree.name, holder: nil)] }
    let rows = tree.isPersonal ? desk.rows(of: .member) : desk.managerRows
    return rows.filter { row in request.person.map { $0 == row.id } ?? true }.map {
      TreeFolder(tree: tree, path: tree.name + "/" + $0.fileName, holder: $0)
    }
  }

  /// The folders of all trees.
  var folders: [TreeFolder] { trees.flatMap { folders(of: $0) } }

  /// Every file that a page becomes, in the order of trees and rows; those of one member together.
  func instances(of entry: Outline.Entry) -> [PageInstance] {
    let all = trees.filter { entry.stands(in: $0) }.flatMap { tree in
      folders(of: tree).flatMap { instances(of: entry, in: $0) }
    }
    guard entry.head.each == .member, desk.hasManagers else { return all }
    // One behind the other, so that a plan is made once for all who read it.
    var first: [String: Int] = [:]
    for (number, instance) in all.enumerated() where first[instance.member ?? ""] == nil {
      first[instance.member ?? ""] = number
    }
    return all.enumerated().sorted { left, right in
      (first[left.element.member ?? ""] ?? 0, left.offset)
        < (first[right.element.member ?? ""] ?? 0, right.offset)
    }.map(\.element)
  }

  private func instances(of entry: Outline.Entry, in folder: TreeFolder) -> [PageInstance] {
    let manager = folder.tree.audience == .manager ? folder.holder?.id : nil
    guard entry.head.each != nil else {
      return [
        PageInstance(
          tree: folder.tree, folder: folder.path, path: entry.output, row: folder.holder,
          manager: manager)
      ]
    }
    return rows(of: entry, in: folder).filter { $0.meets(entry.head.conditions) }.map { row in
      PageInstance(
        tree: folder.tree, folder: folder.path, path: path(of: entry, for: row, in: folder.tree),
        row: row, manager: manager)
    }
  }

  /// The rows that a page is written for in a folder.
  private func rows(of entry: Outline.Entry, in folder: TreeFolder) -> [PageRow] {
    guard let each = entry.head.each else { return [] }
    guard let holder = folder.holder else { return desk.rows(of: each) }
    switch each {
    case .member: return folder.tree.isPersonal ? [holder] : desk.memberRows(for: folder.reader)
    case .customer:
      return folder.tree.isPersonal
        ? desk.customerRows(of: holder.id)
        : desk.memberRows(for: folder.reader).flatMap { desk.customerRows(of: $0.id) }
    case .team: return folder.tree.isPersonal ? [] : desk.teamRows(for: folder.reader)
    }
  }

  /// Where the page of a row stands in a folder of a tree.
  func path(of entry: Outline.Entry, for row: PageRow, in tree: Tree) -> String {
    let period = desk.period(of: entry.head)
    if tree.audience == .manager { return entry.sharedPath(for: row, period: period) }
    let isOwn = tree.isPersonal && row.kind == .member
    return entry.path(for: row, period: period, isOwnFolder: isOwn)
  }

  /// The links from a page to the plans of members, as far as they stand in the folder that its readers are
  /// handed.
  func planLinks(to members: Set<String>, from instance: PageInstance) -> [String: String] {
    let plan = outline.entries.first { $0.head.each == .member && $0.stands(in: instance.tree) }
    guard let plan, !members.isEmpty else { return [:] }
    var links: [String: String] = [:]
    for id in members where !instance.tree.isPersonal || instance.member == id {
      guard let row = desk.memberRow(id), row.meets(plan.head.conditions) else { continue }
      links[id] = relativeLink(
        from: instance.path, to: path(of: plan, for: row, in: instance.tree))
    }
    return links
  }
}
