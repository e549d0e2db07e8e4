/// What a link on a page points at.
package enum LinkTarget: Hashable, Sendable {
  /// An address that is not ours to check: `https://…`, `mailto:…`.
  case external
  /// A heading of the same page.
  case fragment(String)
  /// Another page by its source path below the content folder, and a heading of it.
  case page(source: String, fragment: String?)
  /// Any other file by its path below the content folder.
  case file(source: String)
  /// A path that leaves the content folder, or that no file can have.
  case outside

  /// Reads a link as written on the page of a source path below the content folder.
  ///
  ///     LinkTarget("part-4.md#回推", on: "course/part-3.md")
  ///     // .page(source: "course/part-4.md", fragment: "回推")
  package init(_ destination: String, on page: String) {
    if Self.isExternal(destination) {
      self = .external
      return
    }
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let fragment = parts.count == 2 ? percentDecoded(parts[1]) ?? String(parts[1]) : nil
    let path = parts[0].prefix { $0 != "?" }
    guard !path.isEmpty else {
      self = fragment.map(LinkTarget.fragment) ?? .page(source: page, fragment: nil)
      return
    }
    guard let decoded = percentDecoded(path), let source = Self.resolve(decoded, on: page) else {
      self = .outside
      return
    }
    self =
      source.hasSuffix(".md") ? .page(source: source, fragment: fragment) : .file(source: source)
  }

  /// Whether an address has a scheme or a host of its own.
  private static func isExternal(_ destination: String) -> Bool {
    if destination.hasPrefix("//") { return true }
    let scheme = destination.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
    guard scheme.endIndex < destination.endIndex, destination[scheme.endIndex] == ":" else {
      return false
    }
    return scheme.utf8.count > 1
      && scheme.utf8.allSatisfy {
        switch $0 {
        case 48...57, 65...90, 97...122, 43, 45, 46: true
        default: false
        }
      }
  }

  /// The path below the content folder that a relative path on a page means; a path that begins with
  /// `/` starts at the content folder.
  private static func resolve(_ path: String, on page: String) -> String? {
    var parts = path.hasPrefix("/") ? [] : page.split(separator: "/").dropLast().map(String.init)
    for part in path.split(separator: "/", omittingEmptySubsequences: true) {
      switch part {
      case ".": continue
      case "..":
        guard parts.popLast() != nil else { return nil }
      default: parts.append(String(part))
      }
    }
    guard !parts.isEmpty, !path.unicodeScalars.contains("\0") else { return nil }
    if path.hasSuffix("/") { parts.append("index.md") }
    return parts.joined(separator: "/")
  }
}
