import Foundation

/// A page of the site as pandoc is to read it: elements that it knows, room to write as text, and nothing that an
/// office document has no form for.
struct OfficeHTML: Hashable {
  /// What a document for an office leaves out.
  enum Lost: String, Hashable, CaseIterable, Comparable {
    case charts
    case grids

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  let text: String
  /// What was left out, with how many of each.
  let lost: [(what: Lost, count: Int)]

  static func == (left: Self, right: Self) -> Bool { left.text == right.text }
  func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// A line to write on, as signs.
  private static let rule = String(repeating: "＿", count: 36)

  /// Takes a page's HTML.
  init(_ html: String) {
    var text = html
    // Elements of HTML 5 that are divisions to pandoc only by this name.
    for name in ["aside", "article", "nav", "header", "footer"] {
      text = text.replacing("<\(name) ", with: "<div ").replacing("<\(name)>", with: "<div>")
        .replacing("</\(name)>", with: "</div>")
    }
    let charts = text.ranges(of: "<svg class=\"drawing").count
    let grids = text.ranges(of: "<svg class=\"grid").count
    text = Self.without("<svg", to: "</svg>", in: text)
    text = text.replacing(/<p class="answered[^"]*">(.*?)<\/p>/.dotMatchesNewlines()) { match in
      "<div class=\"answered\"><p>\(match.1)</p></div>"
    }
    text = text.replacing("<output", with: "<span").replacing("</output>", with: "</span>")
    text = text.replacing(/<input type="checkbox"([^>]*)>/) { match in
      match.1.contains("checked") ? "☑" : "☐"
    }
    text = Self.without("<p class=\"slide-chapter\"", to: "</p>", in: text)
    text = Self.without("<p class=\"workbook-page\"", to: "</p>", in: text)
    text = text.replacing(/<div class="lines"[^>]*>((?:<i class="[^"]*"><\/i>)+)<\/div>/) { match in
      let count = match.1.ranges(of: "<i ").count
      let lines = String(repeating: "<p>\(Self.rule)</p>", count: count)
      return "<div class=\"ruled\">\(lines)</div>"
    }
    text = text.replacing(/<i class="mm-[0-9_]+"><\/i>/, with: "")
    text = text.replacing("</span><span>", with: "</span> <span>")
    self.text = text
    lost = [(.charts, charts), (.grids, grids)].filter { $0.1 > 0 }
  }

  /// A text without all that stands from one sign to the next of another.
  private static func without(_ start: String, to end: String, in text: String) -> String {
    var rest = text[...]
    var kept = ""
    while let from = rest.firstRange(of: start) {
      kept += rest[..<from.lowerBound]
      let behind = rest[from.upperBound...].firstRange(of: end)?.upperBound
      rest = rest[(behind ?? rest.endIndex)...]
    }
    return kept + rest
  }
}
