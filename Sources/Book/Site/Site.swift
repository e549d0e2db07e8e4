import Desk
import Diagnostics
import Mustache
import Pages
import Phrases
import Rulebook
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
  /// Where plans come from.
  let desk: PlanDesk
  /// What of the settings reaches every page.
  let rules: PageRules
  /// What was asked for.
  var request: GenerationRequest
  /// The pages and the files beside them, for links.
  let names: SourceNames
  /// The theme's files that are copied as they are, by their paths in a tree.
  let assets: [SourceFile]
  /// The files of the words, as they were read.
  let wordTexts: [[UInt8]]
  /// The pages that lead into the sections of the site, by language, in reading order.
  let sections: [Language: [Outline.Entry]]
  /// The list of sections at the head of every page, made once for each folder.
  var menus = Menus()
  /// The path of each member's plan below the output folder, by the member's id.
  var planPaths: [String: String] = [:]
  /// The pages that some book binds, by their source paths.
  var boundSources: Set<String> = []
  /// The paths of the pages of earlier periods that were kept, sorted.
  var archived: [String] = []
  /// The trees whose readers can search in them, by their names.
  var searchedTrees: Set<String> = []
  /// The course of another tool that the pages are; nil where every name is ours.
  var course: ForeignCourse?
  /// The places that pages name for the index, by page and tree, once all pages were read.
  var indexed: [IndexedPage: [IndexWord]]?
  /// Those of them that hold what their readers may not see today.
  var withdrawn: Set<String> = []
  /// Reads a file by its path from the workspace's root.
  let read: @Sendable (String) throws -> Parsed<[UInt8]>
  /// Hears what is read.
  let log: WorkLog
  /// The digests of the tables; nil where nothing is remembered.
  var tables: TableDigests?

  /// What every template sees.
  func common(_ language: Language, edition: Edition) -> Value {
    .record([
      "label": words[language] ?? .nothing, "lang": .text(language.htmlTag),
      "edition": .text(edition.rawValue), "currency": .text(currencyMark(settings.currency)),
      "paper": .text((request.paper ?? settings.paper).rawValue),
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

  /// The site that knows which pages its books bind.
  func withBooks() -> Site {
    var site = self
    for tree in trees where !isDivided(tree) {
      for index in outline.bookEntries {
        let bound = outline.binding(of: index, in: tree)?.chapters ?? []
        site.boundSources.formUnion(bound.map(\.entry.source))
      }
    }
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
      if let member = instance.member, site.planPaths[member] == nil {
        site.planPaths[member] = instance.output
      }
    }
    return site
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
