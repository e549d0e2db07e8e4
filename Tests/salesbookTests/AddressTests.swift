import Foundation
import Testing

/// Every address in the sample site: so that it opens from a disk and from a server under any
/// sub-path alike, and what one audience reads does not lead to what is another's.
@Suite struct AddressTests {
  /// The addresses in a page and what they stand in: `href`, `src`.
  private func addresses(in page: String) -> [(attribute: String, address: String)] {
    page.matches(of: /\s(href|src|action|poster|data)="([^"]*)"/).map { match in
      (String(match.1), String(match.2).replacing("&amp;", with: "&"))
    }
  }

  /// The path in Output that an address in a page leads to; nil where it climbs out.
  private func resolve(_ address: Substring, from page: String) -> String? {
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in (address.removingPercentEncoding ?? "").split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        guard parts.popLast() != nil else { return nil }
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  @Test func `every address is relative, leads somewhere and stays with its readers`() throws {
    let site = try Site(named: "site")
    try site.build()
    let output = try site.output()
    let pages = output.filter { $0.key.hasSuffix(".html") }
      .mapValues { String(decoding: $0, as: UTF8.self) }
    var checked = 0
    for (page, html) in pages.sorted(by: { $0.key < $1.key }) {
      for (attribute, address) in addresses(in: html) where !address.hasPrefix("data:") {
        // What a person may follow, none of which a page loads by itself.
        if ["https://", "mailto:", "tel:"].contains(where: address.hasPrefix) {
          #expect(attribute == "href", "\(page) loads \(address)")
          continue
        }
        checked += 1
        #expect(!address.hasPrefix("/") && !address.contains(":"), "\(page): \(address)")
        let halves = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let target =
          halves[0].isEmpty
          ? page
          : try #require(
            resolve(halves[0], from: page), "\(page): \(address)")
        #expect(output[target] != nil, "\(page): \(address) leads nowhere")
        let trees = [page, target].map { $0.split(separator: "/").first ?? "" }
        // The home page leads to every tree, any other stays in its own.
        if page.contains("/") {
          #expect(trees[0] == trees[1], "\(page): \(address)")
        }
        guard halves.count == 2, let id = halves[1].removingPercentEncoding else { continue }
        #expect(
          pages[target]?.contains(" id=\"\(id)\"") == true, "\(page): \(address) has no such place")
      }
    }
    #expect(checked > 100)
  }

  @Test func `styles and scripts load nothing from elsewhere`() throws {
    let site = try Site(named: "site")
    try site.build()
    for (path, bytes) in try site.output() where path.hasSuffix(".css") || path.hasSuffix(".js") {
      let text = String(decoding: bytes, as: UTF8.self)
      for match in text.matches(of: /url\(["']?([^"')]*)/) {
        let address = String(match.1)
        #expect(address.hasPrefix("data:") || !address.contains(":"), "\(path): \(address)")
        #expect(!address.hasPrefix("/"), "\(path): \(address)")
      }
      #expect(!text.contains("@import"), "\(path)")
      for call in ["fetch(", "XMLHttpRequest", "import(", "eval(", "new Function"] {
        #expect(!text.contains(call), "\(path) calls \(call)")
      }
    }
  }
}
