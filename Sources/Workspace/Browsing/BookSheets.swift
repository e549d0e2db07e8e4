/// What a print of a book says: where its parts begin, where they should, and how full each sheet is.
struct BookSheets {
  /// A piece of the text that stands on one sheet or goes on over several.
  struct Unit {
    let id: String
    /// In points.
    let height: Double
    let heading: String
  }

  /// A chapter, or a sheet that begins one of its own.
  struct Start {
    let id: String
    /// Whether it begins on a right-hand sheet.
    let isPart: Bool
  }

  /// The ids of the parts that a sheet of notes has to come before, so that they begin on the right.
  let notesBefore: [String]
  /// The sheet of each id once these sheets are there and no others.
  let pages: [String: Int]
  private let printed: PrintedPages
  /// The sheets on which a chapter begins, or notes stand before it.
  private let begins: Set<Int>

  /// Works out which parts need a sheet before them, from a print with sheets before some.
  init(_ printed: PrintedPages, starts: [Start], notesShown: [String]) {
    self.printed = printed
    let noted = notesShown.compactMap { printed.spots[$0]?.page }
    func bare(_ page: Int) -> Int { page - noted.count { $0 <= page } }
    var (wanted, added): ([String], [Int]) = ([], [])
    for start in starts where start.isPart {
      guard let page = printed.spots[start.id].map({ bare($0.page) }) else { continue }
      if (page + added.count).isMultiple(of: 2) {
        wanted.append(start.id)
        added.append(page)
      }
    }
    notesBefore = wanted
    pages = printed.spots.mapValues { spot in
      let page = bare(spot.page)
      return page + added.count { $0 <= page }
    }
    begins = Set(starts.compactMap { printed.spots[$0.id]?.page } + noted.map { $0 - 1 })
  }

  /// Whether everything stands where ``pages`` says.
  var isRight: Bool { printed.spots.allSatisfy { pages[$0.key] == $0.value.page } }

  /// How full a sheet has to be, in hundredths.
  private static let leastFull = 67
  /// The margins above and below the text in points: 20 and 18 mm.
  private static let (top, bottom) = (56.7, 51.0)

  /// The sheets that are less full than two thirds, though no chapter begins behind them.
  func hollow(_ units: [Unit]) -> [HollowSheet] {
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
      return HollowSheet(page: page, percent: percent, heading: end.heading)
    }
  }
}
