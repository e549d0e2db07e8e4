/// What the first print of a book says: where its parts begin, and how full each sheet is.
struct BookSheets {
  /// A piece of the text that stands on one sheet or goes on over several.
  struct Unit {
    let id: String
    /// In points.
    let height: Double
    let heading: String
  }

  /// A chapter.
  struct Start {
    let id: String
    /// Whether it begins on a right-hand sheet.
    let isPart: Bool
  }

  /// The ids of the parts that a sheet of notes comes before, so that they begin on the right.
  private(set) var notesBefore: [String] = []
  /// The sheet of each id once these sheets are there.
  private(set) var pages: [String: Int] = [:]
  private let printed: PrintedPages

  /// Works out which parts need a sheet before them.
  init(_ printed: PrintedPages, parts: [Start]) {
    self.printed = printed
    var added: [Int] = []
    for part in parts {
      guard let page = printed.spots[part.id]?.page, part.isPart else { continue }
      if (page + added.count).isMultiple(of: 2) {
        notesBefore.append(part.id)
        added.append(page)
      }
    }
    pages = printed.spots.mapValues { spot in
      spot.page + added.count { $0 <= spot.page }
    }
    self.added = added
  }

  private let added: [Int]

  /// How full a sheet has to be, in hundredths.
  private static let leastFull = 67
  /// The margins above and below the text in points: 20 and 18 mm.
  private static let (top, bottom) = (56.7, 51.0)

  /// The sheets that are less full than two thirds, though no chapter begins behind them; their numbers
  /// are those with the sheets of notes.
  func hollow(_ units: [Unit], starts: [Start]) -> [HollowSheet] {
    let begins = Set(starts.compactMap { printed.spots[$0.id]?.page })
    var lowest: [Int: (height: Double, heading: String)] = [:]
    for unit in units {
      guard let spot = printed.spots[unit.id] else { continue }
      let end = spot.height - unit.height
      if end < lowest[spot.page]?.height ?? .infinity { lowest[spot.page] = (end, unit.heading) }
    }
    let last = printed.sizes.count
    return lowest.sorted { $0.key < $1.key }.compactMap { page, end in
      let size = printed.sizes[page - 1]
      guard page < last, !begins.contains(page + 1), size.height > size.width,
        printed.sizes[page].height > printed.sizes[page].width
      else { return nil }
      let room = size.height - Self.top - Self.bottom
      let percent = Int((size.height - Self.top - end.height) / room * 100)
      guard percent < Self.leastFull else { return nil }
      return HollowSheet(
        page: page + added.count { $0 <= page }, percent: percent, heading: end.heading)
    }
  }
}
