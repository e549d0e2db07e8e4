import Foundation
import Pages

/// A built page with all that it needs inside: styles, scripts and pictures, allowed by their hashes, so
/// that it can be sent to a phone as one file and asks for nothing else.
///
/// The site's menu goes, and links to other pages become plain words; scripts stand at the end, and what a
/// page says is whole without them.
///
///     OneFilePage(html, at: "plans/qian/2026-12.html") { files[$0] }.bytes
struct OneFilePage {
  /// The page.
  private(set) var bytes: [UInt8] = []
  /// The files that the page names and that are not there.
  private(set) var missing: [String] = []

  /// The styles and scripts that stand inside.
  private var styles: [String] = []
  private var scripts: [String] = []
  private let folder: [Substring]
  private let read: (String) -> [UInt8]?

  /// Puts a page into one file; `read` gives a file of the site by its path from the site's root.
  init(_ html: String, at path: String, read: @escaping (String) -> [UInt8]?) {
    self.read = read
    folder = path.split(separator: "/").dropLast()
    var text = ""
    var rest = Self.withoutMenus(html)[...]
    while let open = rest.firstIndex(of: "<") {
      text += rest[..<open]
      rest = rest[open...]
      if rest.hasPrefix("<!--") {
        let end = rest.firstRange(of: "-->")?.upperBound ?? rest.endIndex
        text += rest[..<end]
        rest = rest[end...]
        continue
      }
      let end = Self.endOfTag(rest)
      text += replaced(rest[..<end], rest: &rest, end)
    }
    text += rest
    let inline = scripts.map { "<script>\($0)</script>\n" }.joined()
    if let end = text.range(of: "</body>", options: .backwards) {
      text.insert(contentsOf: inline, at: end.lowerBound)
    } else {
      text += inline
    }
    let policy = Self.policy(styles: styles, scripts: scripts)
    bytes = Array(text.replacing(Self.policyMark, with: policy).utf8)
  }

  // MARK: Tags

  /// What stands for a tag; `rest` goes on behind it, and behind the end of a script that moved.
  private mutating func replaced(
    _ tag: Substring, rest: inout Substring, _ end: Substring.Index
  ) -> String {
    rest = rest[end...]
    let attributes = Attributes(tag)
    switch attributes.name {
    case "meta" where attributes["http-equiv"]?.lowercased() == "content-security-policy":
      return "<meta http-equiv=\"Content-Security-Policy\" content=\"\(Self.policyMark)\">"
    case "link" where attributes["rel"] == "stylesheet": return style(attributes) ?? String(tag)
    case "script" where attributes["src"] != nil:
      guard let address = attributes["src"], let source = file(address) else { return "" }
      if let close = rest.firstRange(of: "</script>") { rest = rest[close.upperBound...] }
      scripts.append(Self.safe(source, in: "script"))
      return ""
    case "img": return image(tag, attributes)
    case "a": return link(tag, attributes)
    default: return String(tag)
    }
  }

  private mutating func style(_ attributes: Attributes) -> String? {
    guard let address = attributes["href"], let source = file(address) else { return nil }
    let text = Self.safe(source, in: "style")
    styles.append(text)
    let media = attributes["media"].map { " media=\"\($0)\"" } ?? ""
    return "<style\(media)>\(text)</style>"
  }

  private mutating func image(_ tag: Substring, _ attributes: Attributes) -> String {
    guard let source = attributes["src"], let data = dataAddress(source) else {
      return String(tag)
    }
    return String(tag).replacing("src=\"\(source)\"", with: "src=\"\(data)\"")
  }

  /// A link to another page of the site is words; one to a file is the file itself.
  private mutating func link(_ tag: Substring, _ attributes: Attributes) -> String {
    guard let target = attributes["href"], !target.hasPrefix("#"), !target.contains(":") else {
      return String(tag)
    }
    if attributes.has("download"), let data = dataAddress(target) {
      let name = target.split(separator: "/").last.map(String.init) ?? ""
      return String(tag).replacing("href=\"\(target)\"", with: "href=\"\(data)\"")
        .replacing(" download", with: " download=\"\(name)\"")
    }
    return "<a>"
  }

  // MARK: Files

  private mutating func file(_ address: String) -> String? {
    data(address).map { String(decoding: $0, as: UTF8.self) }
  }

  private mutating func data(_ address: String) -> [UInt8]? {
    guard let path = path(of: address) else { return nil }
    let bytes = read(path)
    if bytes == nil { missing.append(path) }
    return bytes
  }

  private mutating func dataAddress(_ address: String) -> String? {
    guard let bytes = data(address), let ending = address.split(separator: ".").last else {
      return nil
    }
    let type =
      switch ending.lowercased() {
      case "svg": "image/svg+xml"
      case "png": "image/png"
      case "jpg", "jpeg": "image/jpeg"
      case "webp": "image/webp"
      case "gif": "image/gif"
      case "ics": "text/calendar"
      default: "application/octet-stream"
      }
    return "data:\(type);base64,\(Data(bytes).base64EncodedString())"
  }

  /// The path from the site's root of an address in the page; nil for one that leads out of it.
  private func path(of address: String) -> String? {
    guard !address.contains(":"), !address.hasPrefix("/"),
      let plain = address.replacing("&amp;", with: "&").removingPercentEncoding
    else { return nil }
    var steps = folder
    for step in plain.prefix(while: { $0 != "?" && $0 != "#" }).split(separator: "/") {
      switch step {
      case ".": continue
      case "..":
        if steps.popLast() == nil { return nil }
      default: steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }

  // MARK: What may run

  private static let policyMark = "{salesbook-policy}"

  /// Nothing but these, and what stands in another page that takes their place.
  static func policy(
    styles: [String], scripts: [String], besides page: OneFilePage? = nil
  ) -> String {
    func hashes(_ texts: [String]) -> String {
      texts.isEmpty
        ? "'none'" : texts.map { "'sha256-\(hash(of: $0))'" }.joined(separator: " ")
    }
    return "default-src 'none'; style-src \(hashes(styles + (page?.styles ?? []))); "
      + "script-src \(hashes(scripts + (page?.scripts ?? []))); "
      + "img-src data:; base-uri 'none'; form-action 'none'"
  }

  private static func hash(of text: String) -> String {
    let hex = SHA256Digest(of: Array(text.utf8)).hexDigits
    func value(_ digit: UInt8) -> UInt8 { digit < 58 ? digit - 48 : digit - 87 }
    let bytes = stride(from: 0, to: hex.count, by: 2).map {
      value(hex[$0]) << 4 | value(hex[$0 + 1])
    }
    return Data(bytes).base64EncodedString()
  }

  /// A text that cannot end its element, nor hide the end of it.
  private static func safe(_ text: String, in element: String) -> String {
    text.replacing("</\(element)", with: "<\\/\(element)").replacing("<!--", with: "<\\!--")
  }

  /// A page without the site's menus.
  private static func withoutMenus(_ html: String) -> String {
    var html = html
    for (start, end) in [
      ("<header class=\"banner\"", "</header>"), ("<nav class=\"breadcrumbs\"", "</nav>"),
      ("<nav class=\"pager\"", "</nav>"),
    ] {
      guard let open = html.firstRange(of: start),
        let close = html[open.upperBound...].firstRange(of: end)
      else { continue }
      html.removeSubrange(open.lowerBound..<close.upperBound)
    }
    return html
  }

  /// Where a tag ends, quotes taken into account.
  private static func endOfTag(_ text: Substring) -> Substring.Index {
    var quote: Character?
    for index in text.indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == ">" {
        return text.index(after: index)
      }
    }
    return text.endIndex
  }
}

/// The attributes of a tag as templates write them: in double quotes, or without a value.
private struct Attributes {
  /// The element, in lower case.
  let name: String
  private let values: [(name: String, value: String)]

  init(_ tag: Substring) {
    var rest = tag.dropFirst().drop { $0 == "/" }
    name = rest.prefix { $0.isLetter || $0.isNumber }.lowercased()
    rest = rest.drop { $0.isLetter || $0.isNumber }
    var values: [(name: String, value: String)] = []
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "/" }
      let key = rest.prefix { !$0.isWhitespace && !"=>/".contains($0) }
      guard !key.isEmpty else { break }
      rest = rest.dropFirst(key.count)
      var value = ""
      if rest.hasPrefix("=\"") {
        rest = rest.dropFirst(2)
        value = String(rest.prefix { $0 != "\"" })
        rest = rest.dropFirst(value.count + 1)
      }
      values.append((key.lowercased(), value))
    }
    self.values = values
  }

  subscript(name: String) -> String? { values.first { $0.name == name }?.value }

  func has(_ name: String) -> Bool { values.contains { $0.name == name } }
}
