import Foundation

/// A book on paper.
struct PrintedBook {
  /// The PDF.
  let pdf: [UInt8]
  /// The sheet on which each heading and task stands, by its id as addresses write it.
  let pages: [String: Int]
  /// The sheets that are less full than they should be.
  let hollow: [HollowSheet]
  /// Whether every number in it is the one of the sheet that it names.
  let isSettled: Bool
}

/// A sheet of a book with much room left, though no part begins behind it.
struct HollowSheet: Hashable {
  /// The sheet, from 1.
  let page: Int
  /// How much of it is filled, in hundredths.
  let percent: Int
  /// The heading that it stands below.
  let heading: String
}

extension Browser {
  /// How often a book is printed at most until its numbers are right.
  private static let mostPasses = 5

  /// Prints the book of a file twice: first to see on which sheet everything stands, then with the numbers
  /// in it, and where it is a guide with those of the sheets of the participants' workbook by their ids.
  func printedBook(
    at address: URL, workbook: [String: Int]
  ) throws(MachineFailure) -> PrintedBook {
    _ = try visit(address)
    _ = try evaluate(BookScript.unlinking)
    if !workbook.isEmpty { _ = try evaluate(BookScript.naming(workbook)) }
    let units = try measuredUnits()
    let starts = try starts()
    var sheets = try self.sheets(starts, notesShown: [], of: printed(), address)
    for _ in 1..<Self.mostPasses {
      let (numbers, shown) = (sheets.pages, sheets.notesBefore)
      _ = try evaluate(BookScript.filling(numbers, notesBefore: shown))
      let pdf = try printed()
      sheets = try self.sheets(starts, notesShown: shown, of: pdf, address)
      if sheets.isRight, numbers == sheets.pages {
        return PrintedBook(pdf: pdf, pages: numbers, hollow: sheets.hollow(units), isSettled: true)
      }
    }
    return PrintedBook(
      pdf: try printed(), pages: sheets.pages, hollow: sheets.hollow(units), isSettled: false)
  }

  /// What a print says.
  private func sheets(
    _ starts: [BookSheets.Start], notesShown: [String], of pdf: [UInt8], _ address: URL
  ) throws(MachineFailure) -> BookSheets {
    guard let pages = PrintedPages(pdf) else {
      throw MachineFailure("print", address.lastPathComponent, because: "the PDF cannot be read")
    }
    return BookSheets(pages, starts: starts, notesShown: notesShown)
  }

  /// The units of the book's text with their heights in points, each marked so that the first print says
  /// where it stands.
  private func measuredUnits() throws(MachineFailure) -> [BookSheets.Unit] {
    _ = try connection.send("Emulation.setEmulatedMedia", ["media": "print"])
    // The width of the text on A4, 170 mm.
    _ = try connection.send(
      "Emulation.setDeviceMetricsOverride",
      ["width": 643, "height": 980, "deviceScaleFactor": 1, "mobile": false])
    let answer = try evaluate(BookScript.marking)
    _ = try connection.send("Emulation.clearDeviceMetricsOverride")
    _ = try connection.send("Emulation.setEmulatedMedia", ["media": ""])
    let read = try? JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [[Any]]
    return (read ?? []).compactMap { unit in
      guard unit.count == 3, let id = unit[0] as? String, let height = unit[1] as? Double,
        let heading = unit[2] as? String
      else { return nil }
      return BookSheets.Unit(id: id, height: height * 0.75, heading: heading)
    }
  }

  /// The chapters and what else begins on a sheet of its own.
  private func starts() throws(MachineFailure) -> [BookSheets.Start] {
    let answer = try evaluate(BookScript.starts)
    let read = try? JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [[Any]]
    return (read ?? []).compactMap { start in
      guard start.count == 2, let id = start[0] as? String, let isPart = start[1] as? Bool
      else { return nil }
      return BookSheets.Start(id: id, isPart: isPart)
    }
  }
}

/// The scripts that prepare a book for paper.
enum BookScript {
  /// Takes out the links to files beside the page: a PDF would keep the path of the folder that it was made in,
  /// which leads nowhere and is another each time.
  static let unlinking = """
    (() => {
      const here = location.href.split("#")[0];
      for (const a of document.querySelectorAll("a[href]")) {
        if (a.protocol === "file:" && a.href.split("#")[0] !== here) a.removeAttribute("href");
      }
      return "";
    })()
    """

  /// Marks each unit of the text, and gives id, height in pixels and heading of each.
  static let marking = """
    (() => {
      const box = document.createElement("div");
      box.hidden = true;
      box.id = "units";
      let heading = "", n = 0;
      const units = [];
      for (const e of document.querySelectorAll(
        ".chapter-title, .content :is(h3, h4, p, li, pre, blockquote, table, dl, .lines, .box, .grid, svg, header, .card, .calc-step)")) {
        if (/^H\\d$/.test(e.tagName)) heading = e.textContent.trim();
        const height = e.getBoundingClientRect().height;
        if (!height) continue;
        if (!e.id) { e.id = "unit-" + n++; e.dataset.unit = ""; }
        const a = document.createElement("a");
        a.href = "#" + encodeURIComponent(e.id);
        box.append(a);
        units.push([a.getAttribute("href").slice(1), height, heading]);
      }
      let sheets = 0;
      // A print says where a place is only if a link leads there.
      for (const e of document.querySelectorAll(".content [id]:not([data-unit])")) {
        const a = document.createElement("a");
        a.href = "#" + encodeURIComponent(e.id);
        box.append(a);
      }
      for (const e of document.querySelectorAll(".card-sheet:not(.back)")) {
        e.id = "card-sheet-" + ++sheets;
        const notes = document.querySelector(".notes-page");
        const before = notes ? notes.cloneNode(true) : document.createElement("div");
        before.hidden = true;
        before.classList.add("notes-page");
        before.dataset.before = e.id;
        e.before(before);
        const a = document.createElement("a");
        a.href = "#" + e.id;
        box.append(a);
      }
      document.body.append(box);
      const pattern = document.documentElement.dataset.pagePattern || "";
      for (const a of document.querySelectorAll(".content a[href^='#']")) {
        const target = document.getElementById(decodeURIComponent(a.hash.slice(1)));
        const here = a.closest(".chapter"), there = target && target.closest(".chapter");
        const listed = a.closest(".index");
        if (!there || here === there && !listed && !a.classList.contains("xref")) continue;
        const span = document.createElement("span");
        span.className = "page-ref";
        span.dataset.page = target.id;
        span.dataset.pattern = listed ? "{n}" : pattern;
        span.textContent = span.dataset.pattern.replace("{n}", "00");
        a.after(span);
      }
      return JSON.stringify(units);
    })()
    """

  /// The chapters by their ids, and whether each begins on a right-hand sheet.
  static let starts = """
    JSON.stringify([...document.querySelectorAll(".chapter, .card-sheet:not(.back)")].map(
      e => [encodeURIComponent(e.id), !e.matches(".chapter:not(.part)")]))
    """

  /// Writes the numbers, and shows the sheets of notes before the parts that need one.
  static func filling(_ numbers: [String: Int], notesBefore: [String]) -> String {
    """
    ((pages, notes) => {
      for (const e of document.querySelectorAll("[data-page]")) {
        const page = pages[encodeURIComponent(e.dataset.page)];
        e.textContent = page ? (e.dataset.pattern || "{n}").replace("{n}", page) : "";
      }
      for (const e of document.querySelectorAll(".notes-page")) {
        const shows = notes.includes(encodeURIComponent(e.dataset.before));
        e.hidden = !shows;
        e.toggleAttribute("data-shown", shows);
      }
      return "";
    })(\(json(numbers)), \(json(notesBefore)))
    """
  }

  /// Writes the sheets of the workbook.
  static func naming(_ workbook: [String: Int]) -> String {
    """
    (pages => {
      const pattern = document.documentElement.dataset.workbookPage || "";
      for (const e of document.querySelectorAll("[data-workbook]")) {
        const page = pages[encodeURIComponent(e.dataset.workbook)];
        if (page) e.textContent = pattern.replace("{n}", page);
      }
      return "";
    })(\(json(workbook)))
    """
  }

  private static func json(_ value: Any) -> String {
    let data = try? JSONSerialization.data(withJSONObject: value, options: [.sortedKeys])
    return data.map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
