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
    tree.isPersonal || (tree.audience == .manager && tree.group == nil && desk.hasManagers)
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
    // One behind the other, so that a plan is made once for all who read it; those who lead others behind them,
    // so that the sums of their people are there.
    var first: [String: Int] = [:]
    for (number, instance) in all.enumerated() where first[instance.member ?? ""] == nil {
      first[instance.member ?? ""] = number
    }
    return all.enumerated().sorted { left, right in
      let (one, other) = (left.element.member ?? "", right.element.member ?? "")
      return (desk.leading(one), first[one] ?? 0, left.offset)
        < (desk.leading(other), first[other] ?? 0, right.offset)
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
    return rows(of: entry, in: folder).filter { $0.meets(entry.head.conditions) }.flatMap { row in
      let path = path(of: entry, for: row, in: folder.tree)
      return (1...parts(of: row, in: folder.tree)).map { part in
        PageInstance(
          tree: folder.tree, folder: folder.path, path: PageInstance.path(path, ofPart: part),
          row: row, manager: manager, part: part)
      }
    }
  }

  /// The pages that a folder's list begins with: the holder's own plan, then those of teams.
  func leadingPaths(in folder: TreeFolder) -> [String] {
    let entries = outline.entries.filter { $0.stands(in: folder.tree) }
    let own = entries.first { $0.head.each == .member }.flatMap { entry in
      folder.holder.map { path(of: entry, for: $0, in: folder.tree) }
    }
    let teams = entries.filter { $0.head.each == .team }.flatMap { entry in
      instances(of: entry, in: folder).filter { $0.part == 1 }.map(\.path)
    }
    return (own.map { [$0] } ?? []) + teams
  }

  /// How many files the page of a row becomes: that of a team with many people is divided.
  private func parts(of row: PageRow, in tree: Tree) -> Int {
    row.kind == .team && tree.audience == .manager ? desk.pages(ofTeam: row.id) : 1
  }

  /// The links from a page to the pages of teams that stand in the folder that its readers are handed.
  func teamLinks(to teams: Set<String>, from instance: PageInstance) -> [String: String] {
    let page = outline.entries.first { $0.head.each == .team && $0.stands(in: instance.tree) }
    guard let page, !teams.isEmpty, !instance.tree.isPersonal else { return [:] }
    let reader = instance.reader
    let isNarrow = reader.person != nil || reader.group != nil
    let open = isNarrow ? desk.teamRows(for: reader) : desk.rows(of: .team)
    var links: [String: String] = [:]
    for row in open where teams.contains(row.id) && row.meets(page.head.conditions) {
      links[row.id] = relativeLink(
        from: instance.path, to: path(of: page, for: row, in: instance.tree))
    }
    return links
  }

  /// The links from a team's page to all files that it becomes; none where it is one.
  func partLinks(of entry: Outline.Entry, from instance: PageInstance) -> [String] {
    guard let row = instance.row, row.kind == .team else { return [] }
    let count = parts(of: row, in: instance.tree)
    let path = path(of: entry, for: row, in: instance.tree)
    return count == 1
      ? []
      : (1...count).map {
        relativeLink(from: instance.path, to: PageInstance.path(path, ofPart: $0))
      }
  }

  /// The rows that a page is written for in a folder.
  private func rows(of entry: Outline.Entry, in folder: TreeFolder) -> [PageRow] {
    guard let each = entry.head.each else { return [] }
    guard folder.holder != nil || folder.tree.group != nil else { return desk.rows(of: each) }
    let reader = folder.reader
    let members = folder.tree.isPersonal ? folder.holder.map { [$0] } : nil
    switch each {
    case .member: return members ?? desk.memberRows(for: reader)
    case .customer:
      return (members ?? desk.memberRows(for: reader)).flatMap {
        desk.customerRows(of: $0.id, for: reader)
      }
    case .team: return folder.tree.isPersonal ? [] : desk.teamRows(for: reader)
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
