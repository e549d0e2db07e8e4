import Diagnostics
import Markdown
import Pages

/// Where the links of one file of a page lead: what it needs to know of other pages and files.
struct LinkTargets: Hashable, Sendable {
  /// Where one link leads.
  struct Target: Hashable, Sendable {
    /// The address in the output; `#` where it leads nowhere.
    let address: String
    /// The heading that it names, and of which page: checked once that page has been rendered.
    var heading: Heading?
    /// The file beside the pages that it shows, by its path below the content folder.
    var file: String?
    /// Why it leads nowhere.
    var problem: Problem?
    /// The title of the page that it leads to.
    var title: String?
  }

  /// A heading of a page.
  struct Heading: Hashable, Sendable {
    /// The page by its source path below the content folder.
    let page: String
    /// The heading's id.
    let fragment: String
  }

  /// Why a link leads nowhere.
  enum Problem: Hashable, Sendable {
    case empty
    case outside
    case missing(String, nearest: String?)
    case otherTree(String)
    case rows(String)
  }

  /// What the links of a page come to.
  struct Checked {
    var diagnostics: [Diagnostic] = []
    var fragments: [FragmentLink] = []
    var files: Set<String> = []
  }

  /// The tree the page stands in.
  let tree: String
  /// Whether a link that leads nowhere is a warning: the tool that the course was written for says no
  /// more of it.
  var isLenient = false
  /// The targets by what the page writes.
  let targets: [String: Target]

  /// The address that a link written on the page has in the output; `#` where it leads nowhere.
  func address(of link: Link) -> String { targets[link.destination]?.address ?? "#" }

  /// What is wrong with the links of a page, which headings they name and which files they show.
  func check(_ links: [Link]) -> Checked {
    var checked = Checked()
    for link in links {
      guard let target = targets[link.destination] else { continue }
      if let problem = target.problem {
        let problem = problem.diagnostic(of: link, tree: tree)
        checked.diagnostics.append(isLenient ? problem.weighing(.warning) : problem)
      } else if let heading = target.heading {
        checked.fragments.append(
          FragmentLink(
            target: heading.page, tree: tree, fragment: heading.fragment, place: link.place))
      }
      if let file = target.file { checked.files.insert(file) }
    }
    return checked
  }
}

extension LinkTargets.Problem {
  fileprivate func diagnostic(of link: Link, tree: String) -> Diagnostic {
    switch self {
    case .empty: .emptyLink(at: link.place)
    case .outside: .linkOutside(link.destination, at: link.place)
    case .missing(let source, let nearest): .brokenLink(source, nearest: nearest, at: link.place)
    case .otherTree(let source): .linkLeavesTree(source, tree: tree, at: link.place)
    case .rows(let source): .linkToRows(source, at: link.place)
    }
  }
}
