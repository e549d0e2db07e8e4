/// What a printed document says of its sheets: how large each is, and where in it what links name stands.
struct PrintedPages {
  /// A place on a sheet.
  struct Spot: Equatable {
    /// The sheet, from 1.
    let page: Int
    /// How far above the sheet's lower edge, in points.
    let height: Double
  }

  /// The width and height of each sheet in points.
  private(set) var sizes: [(width: Double, height: Double)] = []
  /// Where the elements that links of the document name stand, by their ids as addresses write them.
  private(set) var spots: [String: Spot] = [:]

  /// Reads a PDF as Chromium writes it; nil where it is none.
  init?(_ pdf: [UInt8]) {
    guard let objects = PDFObjects(pdf) else { return nil }
    var pages: [Int: Int] = [:]
    addPages(objects.root["Pages"], of: objects, depth: 0, &pages)
    guard !sizes.isEmpty else { return nil }
    guard case .dictionary(let names)? = objects.resolved(objects.root["Dests"]) else { return }
    for (name, target) in names {
      guard case .array(let place)? = objects.resolved(target), place.count >= 4,
        case .reference(let page) = place[0], let number = pages[page],
        case .number(let height) = place[3]
      else { continue }
      spots[name] = Spot(page: number, height: height)
    }
  }

  /// Adds the sheets below a node of the tree of pages, in order.
  private mutating func addPages(
    _ node: PDFValue?, of objects: PDFObjects, depth: Int, _ pages: inout [Int: Int]
  ) {
    guard depth < 20, case .reference(let number)? = node, let value = objects.resolved(node)
    else { return }
    guard case .array(let kids)? = objects.resolved(value["Kids"]) else {
      guard case .array(let box)? = value["MediaBox"], box.count == 4,
        case .number(let width) = box[2], case .number(let height) = box[3]
      else { return }
      sizes.append((width, height))
      pages[number] = sizes.count
      return
    }
    for kid in kids { addPages(kid, of: objects, depth: depth + 1, &pages) }
  }
}
