import Foundation
import OrderedJSON
import Phrases

/// What a preview puts into a page that it shows: the bar, its style and the script that hears of changes.
///
/// Nothing of it is in the site; the files are the server's own, and so is the policy that allows them.
struct PreviewBar: Sendable {
  /// Where everything of the server's own is, which no site can have: its files do not begin with a dash.
  static let folder = "-salesbook/"

  let language: Language

  /// A page with the bar in it, and the policy that goes into its header.
  ///
  /// The page's own policy is taken out of it: the same one, with leave to hear of changes, is sent.
  func put(into page: [UInt8], _ state: PreviewState) -> (page: [UInt8], policy: String) {
    var data = Data(page)
    var policy = Self.standardPolicy
    let opening = Data("<meta http-equiv=\"Content-Security-Policy\" content=\"".utf8)
    if let start = data.range(of: opening),
      let end = data.range(of: Data("\">".utf8), in: start.upperBound..<data.endIndex)
    {
      let own = String(decoding: data[start.upperBound..<end.lowerBound], as: UTF8.self)
      if own.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { policy = own }
      data.removeSubrange(start.lowerBound..<end.upperBound)
    }
    policy += "; connect-src 'self'; frame-ancestors 'none'"
    let bar = Data(markup(state).utf8)
    if let end = data.range(of: Data("</body>".utf8), options: .backwards) {
      data.insert(contentsOf: bar, at: end.lowerBound)
    } else {
      data.append(bar)
    }
    return ([UInt8](data), policy)
  }

  private static let standardPolicy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
    + "base-uri 'none'; form-action 'none'"

  private func markup(_ state: PreviewState) -> String {
    let words = [
      ("readers", Phrase(zh: "以谁的身份看", en: "Look as")),
      ("find", Phrase(zh: "查找", en: "Find")),
      (
        "broken",
        Phrase(
          zh: "新的内容有错误，下面仍是上一次的网站", en: "There are errors; the site below is the last good one")
      ),
      ("remarks", Phrase(zh: "警告", en: "Warnings")),
      ("away", Phrase(zh: "预览已停止", en: "The preview has stopped")),
    ].map { " data-\($0)=\"\(escaped($1.text(in: language)))\"" }.joined()
    return "<link rel=\"stylesheet\" href=\"/\(Self.folder)preview.css\">"
      + "<div id=\"salesbook-preview\" lang=\"\(language.rawValue)\" data-version=\"\(state.version)\"\(words)></div>"
      + "<script src=\"/\(Self.folder)preview.js\"></script>"
  }

  /// A page of the server's own, which says that there is nothing yet or nothing here.
  func page(_ title: Phrase, _ state: PreviewState) -> (page: [UInt8], policy: String) {
    let text = escaped(title.text(in: language))
    let html =
      "<!doctype html>\n<html lang=\"\(language.rawValue)\">\n<head>\n<meta charset=\"utf-8\">\n"
      + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>\(text)</title>\n</head>\n"
      + "<body>\n<main id=\"salesbook-nothing\"><h1>\(text)</h1></main>\n</body>\n</html>\n"
    return put(into: Array(html.utf8), state)
  }

  /// What a page is told of a state.
  static func event(of state: PreviewState) -> JSON {
    .object([
      ("version", .integer(state.version)), ("broken", .bool(state.isBroken)),
      ("problems", .array(state.problems.map { .string($0) })),
    ])
  }

  /// Those whose pages can be looked at.
  func readers(of state: PreviewState) -> JSON {
    .array(
      state.readers.map { reader in
        .object([
          ("folder", .string(reader.folder)), ("name", .string(reader.name.text(in: language))),
        ])
      })
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
