import Testing

@testable import Workspace

/// What a print says of its sheets: a PDF written here by hand, with the figures worked out by hand.
@Suite struct `The sheets of a printed book` {
  /// A PDF of so many A4 sheets, in two groups, with places on them.
  private static func pdf(sheets: Int, _ places: [(id: String, page: Int, height: Int)]) -> [UInt8]
  {
    var objects = ["<</Type /Catalog /Pages 2 0 R /Dests 3 0 R>>"]
    let first = 6
    func reference(_ page: Int) -> String { "\(first + page - 1) 0 R" }
    let half = sheets / 2
    objects.append("<</Type /Pages /Count \(sheets) /Kids [4 0 R 5 0 R]>>")
    let dests = places.map { "/\($0.id) [\(reference($0.page)) /XYZ 72 \($0.height) 0]" }
    objects.append("<<" + dests.joined(separator: "\n") + ">>")
    for group in [1...half, (half + 1)...sheets] {
      objects.append("<</Type /Pages /Kids [" + group.map(reference).joined(separator: " ") + "]>>")
    }
    for _ in 1...sheets {
      objects.append("<</Type /Page /Title (a \\) b) /MediaBox [0 0 595 842] /Rotate 0>>")
    }
    var file = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    file += "trailer\n<</Size \(objects.count + 1) /Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }

  @Test func `are counted, with the places of what links name`() throws {
    let pages = try #require(
      PrintedPages(Self.pdf(sheets: 5, [("a", 1, 700), ("b.#25E4", 4, 300)])))
    #expect(pages.sizes.count == 5)
    #expect(pages.spots["a"] == PrintedPages.Spot(page: 1, height: 700))
    #expect(pages.spots["b.%E4"] == PrintedPages.Spot(page: 4, height: 300))
    #expect(PrintedPages(Array("no pdf".utf8)) == nil)
  }

  @Test func `get a sheet of notes before each part that would begin on the left`() throws {
    // Cover 1; a part on 3, one on 6, a chapter on 8, a part on 9: 6 moves to 7, 8 to 9, and 9 to 10,
    // which is left again, so to 11.
    let printed = try #require(
      PrintedPages(
        Self.pdf(
          sheets: 10, [("a", 3, 780), ("b", 6, 780), ("c", 8, 780), ("d", 9, 780), ("x", 6, 200)])))
    let starts = [("a", true), ("b", true), ("c", false), ("d", true)].map {
      BookSheets.Start(id: $0.0, isPart: $0.1)
    }
    let sheets = BookSheets(printed, starts: starts, notesShown: [])
    #expect(sheets.notesBefore == ["b", "d"])
    #expect(sheets.pages == ["a": 3, "b": 7, "x": 7, "c": 9, "d": 11])
    #expect(!sheets.isRight)
    // Printed again with both sheets, but the second part has become a sheet shorter: c stands on 8 and d
    // on 10, before which the second sheet of notes is not needed any more.
    let again = try #require(
      PrintedPages(
        Self.pdf(
          sheets: 12, [("a", 3, 780), ("b", 7, 780), ("c", 8, 780), ("d", 10, 780), ("x", 7, 200)]))
    )
    let second = BookSheets(again, starts: starts, notesShown: ["b", "d"])
    #expect(second.notesBefore == ["b"])
    #expect(second.pages == ["a": 3, "b": 7, "x": 7, "c": 8, "d": 9])
    #expect(!second.isRight)
  }

  @Test func `are told where less than two thirds are used and no chapter begins behind them`()
    throws
  {
    // The text is 842 - 56.7 - 51 = 734.3 points high. Sheet 3 is used down to 400: 385.3 of it, 52 %.
    // Sheet 4 is as empty, but a chapter begins on 5. Sheet 2 is used down to 100.
    let printed = try #require(
      PrintedPages(
        Self.pdf(
          sheets: 6,
          [
            ("p", 1, 785), ("q", 2, 300), ("r", 3, 500), ("s", 4, 500), ("t", 5, 700),
            ("u", 6, 500),
          ]
        )))
    let starts = ["p", "t"].map { BookSheets.Start(id: $0, isPart: false) }
    let sheets = BookSheets(printed, starts: starts, notesShown: [])
    let heights: [(String, Double)] = [
      ("p", 700), ("q", 200), ("r", 100), ("s", 100), ("t", 700), ("u", 10),
    ]
    let units = heights.map { BookSheets.Unit(id: $0.0, height: $0.1, heading: "H" + $0.0) }
    #expect(
      sheets.hollow(units) == [HollowSheet(page: 3, percent: 52, heading: "Hr")])
  }
}
