import Desk
import Diagnostics
import Pages

extension Site {
  /// The pages written for rows whose files would be the same, or differ in letter case alone.
  ///
  /// Each page is told once; pages written once are the outline's to compare.
  func rowCollisions() -> [Diagnostic] {
    guard outline.entries.contains(where: { $0.head.each != nil }) else { return [] }
    var first: [String: Outline.Entry] = [:]
    return outline.entries.compactMap { entry in
      var found: Diagnostic?
      for instance in instances(of: entry) {
        let key = instance.output.lowercased()
        if let other = first[key] {
          found = found ?? collision(of: entry, with: other, at: instance)
        } else {
          first[key] = entry
        }
      }
      return found
    }
  }

  private func collision(
    of entry: Outline.Entry, with other: Outline.Entry, at instance: PageInstance
  ) -> Diagnostic? {
    let place = Place(path: entry.path, line: 1, column: 1)
    if other.source == entry.source {
      return instance.row.map {
        .sameOutputOfRows(instance.output, word: $0.kind.rawValue, at: place)
      }
    }
    guard entry.head.each != nil || other.head.each != nil else { return nil }
    return .sameOutput(instance.output, other.path, at: place)
  }
}
