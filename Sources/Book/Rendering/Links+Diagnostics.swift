import Diagnostics

extension Diagnostic {
  static func brokenLink(_ target: String, nearest: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "link.broken", at: place, "there is no “\(target)” to link to",
      fix: nearest.map { "did you mean “\($0)”?" }
        ?? "write the path of a file below the content folder, from this page")
  }

  static func brokenFragment(_ link: FragmentLink, nearest: String?) -> Diagnostic {
    Diagnostic(
      id: "link.broken-fragment", at: link.place,
      "“\(link.target)” has no heading “#\(link.fragment)” in the tree “\(link.tree)”",
      fix: nearest.map { "did you mean “#\($0)”?" } ?? "give the heading an id: ## Heading {#id}")
  }

  static func linkOutside(_ destination: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "link.outside", at: place, "“\(destination.prefix(80))” leads out of the content folder",
      fix: "link a file below the content folder, or an address with https://")
  }

  static func linkLeavesTree(_ source: String, tree: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "link.other-tree", at: place,
      "“\(source)” is not for the tree “\(tree)”, in which this link stands",
      fix: "put the link into a block with the other page's edition= or audience=")
  }

  static func linkToRows(_ source: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "link.to-rows", at: place, "“\(source)” is written once for many: which one is meant?",
      fix: "use ::members, which links every plan")
  }
}
