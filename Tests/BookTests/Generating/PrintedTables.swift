import Foundation

/// What a page prints, read back from its HTML: tables as rows of text, amounts as numbers.
struct PrintedPage {
  let html: String

  /// The rows of every table of a class, header and last line included, as they are read.
  func tables(_ name: String) -> [[[String]]] {
    html.split(separator: "<table class=\"\(name)").dropFirst().map { rest in
      let table = rest.split(separator: "</table>", maxSplits: 1).first ?? ""
      return table.split(separator: "<tr").dropFirst().map { row in
        row.split(separator: "</t").dropLast().compactMap { cell in
          guard let start = cell.range(of: "<th") ?? cell.range(of: "<td") else { return nil }
          return Self.text(cell[start.lowerBound...])
        }
      }
    }
  }

  /// The text of every paragraph of a class.
  func paragraphs(_ name: String) -> [String] {
    html.split(separator: "<p class=\"\(name)").dropFirst().map { rest in
      Self.text("<" + (rest.split(separator: "</p>", maxSplits: 1).first ?? ""))
    }
  }

  /// Without its tags, blanks at the ends left out.
  private static func text(_ html: some StringProtocol) -> String {
    var (text, isInside) = ("", false)
    for character in html {
      if character == "<" { isInside = true }
      if !isInside { text.append(character) }
      if character == ">" { isInside = false }
    }
    return text.split(separator: " ").joined(separator: " ")
  }

  /// A printed amount in hundredths; nil for what is none.
  ///
  ///     PrintedPage.amount("¥1,200.5")  // 120050
  static func amount(_ text: String) -> Int? {
    let parts = text.filter { $0 != "¥" && $0 != "," }.split(separator: ".")
    guard let whole = parts.first, parts.count < 3, let units = Int(whole) else { return nil }
    let cents = parts.count == 2 ? (parts[1] + "0").prefix(2) : "00"
    guard let cents = Int(cents) else { return nil }
    return units * 100 + (text.contains("-") ? -cents : cents)
  }
}

extension [[String]] {
  /// The amounts of a column, where there are any.
  func amounts(_ column: Int) -> [Int] {
    compactMap { column < $0.count ? PrintedPage.amount($0[column]) : nil }
  }
}
