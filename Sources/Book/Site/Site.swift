import Diagnostics
import Markdown
import Mustache
import Phrases
import SalesMethod

/// Everything the pages of a site share, settled before the first of them is rendered.
struct Site: Sendable {
  /// What the workspace decides.
  let settings: Settings
  /// Every page by its head.
  let outline: Outline
  /// The trees to make.
  let trees: [Tree]
  /// The templates, compiled for each language.
  let templates: [Language: TemplateSet]
  /// The words that templates say, by language.
  let words: [Language: Value]
  /// What plans are computed from.
  let data: PlanDesk
  /// The company's own checks.
  let checks: CompanyChecks
  /// What was asked for.
  let request: GenerationRequest
  /// The paths of files beside the pages, below the content folder.
  let files: Set<String>
  /// The theme's files that are copied as they are, by their paths in a tree.
  let assets: [SourceFile]
  /// The pages that lead into the sections of the site, by language, in reading order.
  let sections: [Language: [Outline.Entry]]
  /// The list of sections at the head of every page, made once for each folder.
  var menus = Menus()
  /// The path of each member's plan below the output folder, by the member's id.
  var planPaths: [String: String] = [:]
  /// Reads a file by its path from the workspace's root.
  let read: @Sendable (String) throws -> Parsed<[UInt8]>

  /// What every template sees.
  func common(_ language: Language, edition: Edition) -> Value {
    .record([
      "label": words[language] ?? .nothing, "lang": .text(language.htmlTag),
      "edition": .text(edition.rawValue), "currency": .text(currencyMark(settings.currency)),
    ])
  }

  /// Prints a template in a language; what is wrong is in the result.
  func print(
    _ template: String, _ stack: [Value], _ language: Language, into bytes: inout [UInt8]
  ) -> [Diagnostic] {
    templates[language]?.render(template, stack: stack, into: &bytes) ?? []
  }

  /// The site with the menus of all its folders.
  func withMenus() -> Site {
    var site = self
    site.menus = Menus(sections: sections, trees: trees, folders: outline.folderNames)
    return site
  }

  /// The site with the paths of the members' plans: of the first page that is written for members.
  func withPlanPaths() -> Site {
    let plan = outline.entries.first { entry in
      entry.head.each == .member && trees.contains { $0.isPersonal && entry.stands(in: $0) }
    }
    guard let plan else { return self }
    var site = self
    for instance in instances(of: plan) where instance.tree.isPersonal {
      if let member = instance.member, site.planPaths[member.id] == nil {
        site.planPaths[member.id] = instance.output
      }
    }
    return site
  }

  /// Every file that a page becomes, in the order of trees and rows.
  func instances(of entry: Outline.Entry) -> [PageInstance] {
    trees.filter { entry.stands(in: $0) }.flatMap { tree in
      tree.isPersonal ? personalInstances(of: entry, in: tree) : instances(of: entry, in: tree)
    }
  }

  private func instances(of entry: Outline.Entry, in tree: Tree) -> [PageInstance] {
    guard let each = entry.head.each else {
      return [PageInstance(tree: tree, folder: tree.name, path: entry.output, row: nil)]
    }
    return data.rows(of: each).filter { accepts($0, entry) }.map { row in
      let path = entry.path(for: row, period: data.period(of: entry), isOwnFolder: false)
      return PageInstance(tree: tree, folder: tree.name, path: path, row: row)
    }
  }

  private func personalInstances(of entry: Outline.Entry, in tree: Tree) -> [PageInstance] {
    data.rows(of: .member).flatMap { member -> [PageInstance] in
      guard case .member(let person) = member.subject, isAskedFor(person) else { return [] }
      let folder = tree.name + "/" + member.fileName
      switch entry.head.each {
      case nil: return [PageInstance(tree: tree, folder: folder, path: entry.output, row: member)]
      case .member:
        guard accepts(member, entry) else { return [] }
        let path = entry.path(for: member, period: data.period(of: entry), isOwnFolder: true)
        return [PageInstance(tree: tree, folder: folder, path: path, row: member)]
      case .customer:
        return data.customerRows(of: person).filter { accepts($0, entry) }.map { row in
          let path = entry.path(for: row, period: data.period(of: entry), isOwnFolder: false)
          return PageInstance(tree: tree, folder: folder, path: path, row: row)
        }
      case .team: return []
      }
    }
  }

  private func isAskedFor(_ member: Member) -> Bool {
    request.person.map { $0 == member.id } ?? true
  }

  /// Whether a page that is written for rows is written for this one.
  func accepts(_ row: PageInstance.Row, _ entry: Outline.Entry) -> Bool {
    entry.head.conditions.allSatisfy { row.value(of: $0.column) == $0.value }
  }
}

/// The mark before an amount of a currency.
///
///     currencyMark("CNY")  // "¥"
func currencyMark(_ code: String) -> String {
  switch code {
  case "CNY", "JPY": "¥"
  case "USD", "CAD", "AUD", "HKD", "SGD", "TWD": "$"
  case "EUR": "€"
  case "GBP": "£"
  default: code + " "
  }
}
