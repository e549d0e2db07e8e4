extension Label {
  /// Those of some labels on one line that do not touch one another: the first, the last, and from the
  /// first on each that has room before the last.
  ///
  ///     // 0, 10 and 12 where each takes two numbers' room: 0 and 12
  ///     Label.spaced(all)
  static func spaced(_ all: [Label]) -> [Label] {
    guard let first = all.first, let last = all.last, all.count > 1 else { return all }
    var shown = [first]
    for label in all.dropFirst().dropLast()
    where !label.box.overlaps(shown[shown.count - 1].box) && !label.box.overlaps(last.box) {
      shown.append(label)
    }
    if shown[shown.count - 1].box.overlaps(last.box) { shown.removeLast() }
    return shown + [last]
  }
}
