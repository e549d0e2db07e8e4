import Diagnostics
import Phrases

/// How wide the columns of a table are, and how high the rows of one to write in.
struct WritingColumns: Hashable, Sendable {
  /// What an author asks for.
  private enum Wish: Hashable {
    case nothing
    /// Parts of the width that columns with a length of their own leave.
    case widths([Width])
    /// How many characters a cell has to hold.
    case fit([Int])
    /// What the model answer's cells take.
    case answer
  }

  /// A column's width: a length, or a share of what is left.
  private enum Width: Hashable {
    case length(Int)
    case share(Int)
  }

  private var wish: Wish = .nothing
  /// The lines drawn in a cell of each column; none without `lines=`.
  private(set) var lines: [Int] = []
  private let titles: [String]

  /// The room of a line of handwriting and of the signs on it, in tenths of a millimetre.
  struct Hand {
    let line: Int
    let sign: Int

    /// Chinese characters stand in squares; letters are narrow and lines closer.
    init(_ language: Language) {
      (line, sign) = language == .chinese ? (90, 75) : (80, 26)
    }
  }

  /// The text between the margins, within the frame of a task; and that of a landscape sheet, which a table of
  /// ten columns or more gets.
  private static let (upright, turned) = (1600, 2500)
  private static let (padding, mostLines) = (30, 8)

  /// Columns of these titles without a wish.
  init(titles: [String] = []) { self.titles = titles }

  /// Reads `widths=`, and for a table to write in `fit=` and `lines=`.
  init(_ options: inout AttributeReader, titles: [String], isWritten: Bool) {
    self.titles = titles
    let widths = options.read("widths", expected: Self.widthsExpected) { Self.widths($0) }
    if let widths, Self.fits(widths.count, titles, "widths", &options) { wish = .widths(widths) }
    guard isWritten else { return }
    let fit = options.read("fit", expected: Self.fitExpected) { Self.fit($0) }
    switch fit {
    case .fit(let signs)? where Self.fits(signs.count, titles, "fit", &options):
      wish = .fit(signs)
    case .answer?: wish = .answer
    default: break
    }
    let lines = options.read("lines", expected: Self.linesExpected) {
      Self.numbers($0, in: 1...Self.mostLines)
    }
    if let lines, Self.fits(lines.count, titles, "lines", &options) { self.lines = lines }
  }

  private static let widthsExpected = Phrase(
    zh: "每列一个数，例如 2,1,1,3；或带单位的宽度，例如 25mm,1,1,3",
    en: "a number for each column, such as 2,1,1,3, or a width with its unit, 25mm,1,1,3")
  private static let fitExpected = Phrase(
    zh: "每格要写下的字数，例如 8,2,2,18；或 answer",
    en: "how many letters each cell must hold, such as 20,4,4,60; or answer")
  private static let linesExpected = Phrase(
    zh: "每列的行数，例如 1,1,3，最多 \(mostLines) 行",
    en: "the lines of each column, such as 1,1,3, up to \(mostLines)")

  private static func items(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "，" }.map { trimmed($0) }
  }

  private static func numbers(_ text: String, in range: ClosedRange<Int>) -> [Int]? {
    let all = items(text).map { Int($0) ?? -1 }
    return all.allSatisfy(range.contains) ? all : nil
  }

  private static func fit(_ text: String) -> Wish? {
    trimmed(text) == "answer" ? .answer : numbers(text, in: 1...300).map { .fit($0) }
  }

  private static func widths(_ text: String) -> [Width]? {
    let all = items(text).map { item -> Width? in
      guard let length = Length(item), (1...2500).contains(length.tenths) else { return nil }
      return item.hasSuffix("mm") ? .length(length.tenths) : .share(length.tenths)
    }
    return all.contains(nil) ? nil : all.compactMap { $0 }
  }

  private static func fits(
    _ count: Int, _ titles: [String], _ key: String, _ options: inout AttributeReader
  ) -> Bool {
    guard !titles.isEmpty, count != titles.count else { return !titles.isEmpty }
    options.report(
      .columnCount(key, count: count, columns: titles.count, at: options.valuePlace(of: key)))
    return false
  }

  /// Whether its columns are as wide as the model answer needs.
  var followsAnswer: Bool { wish == .answer }

  /// The same columns for the cells of an answer, a row each.
  func fitted(to rows: [[String]], in language: Language) -> WritingColumns {
    guard followsAnswer else { return self }
    let sign = Hand(language).sign
    var fitted = self
    fitted.wish = .fit(
      titles.indices.map { column in
        let widest =
          rows.map { column < $0.count ? Handwriting.width(of: $0[column]) : 0 }.max() ?? 0
        return max(1, (widest * 5 / 6 + sign - 1) / sign)
      })
    return fitted
  }

  /// What came of the wishes.
  struct Layout: Hashable, Sendable {
    /// The widths in tenths of a millimetre; empty where all columns are as wide as each other.
    var widths: [Int]
    /// How high a row has to be, in tenths of a millimetre; 0 where nothing says so.
    var height: Int
    /// The height of a line, and how many a cell of each column has drawn.
    var pitch: Int
    var lines: [Int]
  }

  /// How wide and high the cells come out.
  func layout(in language: Language) -> Layout {
    let hand = Hand(language)
    let total = titles.count >= 10 ? Self.turned : Self.upright
    let drawn = (lines.max() ?? 1) > 1 ? (lines.max() ?? 1) * hand.line : 0
    switch wish {
    case .nothing, .answer:
      return Layout(widths: [], height: drawn, pitch: hand.line, lines: lines)
    case .widths(let widths):
      let fixed = widths.reduce(0) { if case .length(let own) = $1 { $0 + own } else { $0 } }
      let shares = widths.reduce(0) { if case .share(let own) = $1 { $0 + own } else { $0 } }
      let left = max(total - fixed, 100)
      return Layout(
        widths: widths.map {
          switch $0 {
          case .length(let own): own
          case .share(let own): max(left * own / max(shares, 1), 20)
          }
        }, height: drawn, pitch: hand.line, lines: lines)
    case .fit(let signs):
      let fitted = Self.narrowest(signs, titles, hand, total)
      let height = fitted.lines == 1 ? 0 : fitted.lines * hand.line
      return Layout(
        widths: fitted.widths, height: max(drawn, height), pitch: hand.line, lines: lines)
    }
  }

  /// The fewest lines on which all cells hold what they must, and the widths that do it.
  private static func narrowest(_ signs: [Int], _ titles: [String], _ hand: Hand, _ total: Int)
    -> (widths: [Int], lines: Int)
  {
    func needs(_ lines: Int) -> [Int] {
      zip(signs, titles).map { sign, title in
        let room = (sign * hand.sign * 6 / 5 + lines - 1) / lines + padding
        return max(room, least(for: title))
      }
    }
    let lines = (1..<mostLines).first { needs($0).reduce(0, +) <= total } ?? mostLines
    let needed = needs(lines)
    let sum = max(needed.reduce(0, +), 1)
    return (needed.map { $0 * total / sum }, lines)
  }

  /// What a title needs where it may take three lines, in small print.
  private static func least(for title: String) -> Int {
    let words = title.split(separator: " ").map { word in
      word.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 27 : 16) }
    }
    let sum = words.reduce(0, +)
    let longest = words.filter { _ in title.utf8.allSatisfy { $0 < 128 } }.max() ?? 0
    return max(sum / 3, longest, 54) + padding
  }
}

extension Diagnostic {
  static func columnCount(_ key: String, count: Int, columns: Int, at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      id: "table.column-count", at: place,
      Phrase(
        zh: "“\(key)”写了 \(count: count) 项，表有 \(count: columns) 列",
        en:
          "“\(key)” has \(count: count, "entry", "entries"), and the table \(count: columns, "column", "columns")"
      ), expected: Phrase(zh: "每列一项", en: "one for each column"))
  }

  static func noAnswerToFit(_ block: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "block.no-answer-to-fit", at: place,
      Phrase(
        zh: "“\(block)”要照答案留地方，后面却没有答案",
        en: "“\(block)” is to leave room for an answer, and none stands behind it"),
      expected: block == "table"
        ? Phrase(
          zh: "同一题里在它后面的 :::answer，里面是一张同样几列的表",
          en: "an :::answer behind it in the same task, holding a table of the same columns")
        : Phrase(
          zh: "同一题里在它后面的 :::answer", en: "an :::answer behind it in the same task"))
  }
}
