package import Phrases

/// The known name nearest to one that is not known, if any is near enough to be meant.
///
/// Near is a distance (insertions, deletions, substitutions, swaps of neighbours) of at most a
/// third of the longer name, at least one; of equally near names the first in the given order
/// wins. Letter case does not count.
///
///     nearestName(to: "exercice", in: ["exercise", "hint"])  // "exercise"
///     nearestName(to: "zzz", in: ["exercise", "hint"])       // nil
package func nearestName(to name: String, in known: some Sequence<String>) -> String? {
  let wanted = Array(name.lowercased().unicodeScalars.prefix(80))
  var best: (name: String, distance: Int)?
  for candidate in known {
    let scalars = Array(candidate.lowercased().unicodeScalars)
    let limit = max(1, max(wanted.count, scalars.count) / 3)
    guard abs(wanted.count - scalars.count) <= limit else { continue }
    let distance = editDistance(wanted, scalars)
    guard distance <= limit, distance < best?.distance ?? .max else { continue }
    best = (candidate, distance)
  }
  return best?.name
}

/// The sentence that offers the nearest known name, or where none is near, the three nearest.
///
///     suggestion(for: "titel", among: ["title", "lang"]).english  // "did you mean “title”?"
///     suggestion(for: "zzz", among: ["title", "lang"]).english    // "known: lang, title"
package func suggestion(for name: String, among known: [String]) -> Phrase {
  if let near = nearestName(to: name, in: known) ?? nameContaining(name, in: known) {
    return didYouMean(near)
  }
  return nearestNames(to: name, among: known)
}

/// The shortest known name that a part of it may stand for: two Chinese characters at least, or four letters.
///
///     nameContaining("新元", in: ["昆山新元精密机械", "新元"])  // "新元"
private func nameContaining(_ part: String, in known: [String]) -> String? {
  let wanted = part.lowercased()
  guard wanted.count >= (wanted.utf8.allSatisfy { $0 < 0x80 } ? 4 : 2) else { return nil }
  return known.filter { $0.lowercased().contains(wanted) }.min { $0.count < $1.count }
}

/// The question whether a name is meant that is near to the one written.
///
///     didYouMean("title").english  // "did you mean “title”?"
package func didYouMean(_ name: String) -> Phrase {
  Phrase(zh: "是不是“\(name)”？", en: "did you mean “\(name)”?")
}

/// The three known names nearest to one that is not known, and how many more there are.
///
/// Names of equal distance stay in the order in which they are given; one that is given twice counts once.
///
///     nearestNames(to: "tot", among: ["a", "b", "c", "to"]).english  // "known: to, a, b and 1 more"
package func nearestNames(to name: String, among known: [String]) -> Phrase {
  let wanted = Array(name.lowercased().unicodeScalars.prefix(80))
  var seen: Set<String> = []
  let known = known.filter { seen.insert($0).inserted }
  let ranked = known.enumerated().map { index, candidate in
    let scalars = Array(candidate.lowercased().unicodeScalars.prefix(80))
    return (name: candidate, distance: editDistance(wanted, scalars), index: index)
  }
  let nearest = ranked.sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }.prefix(3)
    .map(\.name)
  let rest = known.count - nearest.count
  if name.isEmpty, rest > 0 {
    return Phrase(
      zh: "已有：\(list: nearest)，另有 \(count: rest) 个",
      en: "known: \(list: nearest) and \(count: rest) more")
  }
  return rest == 0
    ? Phrase(zh: "已有：\(list: nearest)", en: "known: \(list: nearest)")
    : Phrase(
      zh: "没有相近的；已有 \(list: nearest)，另有 \(count: rest) 个",
      en: "known: \(list: nearest) and \(count: rest) more")
}

/// Whether a text is a name with one slip of typing in it, and so plain that nobody need be asked: both in
/// Latin letters, five at least, the first alike; two neighbours swapped, a letter left out, doubled or
/// typed for another.
///
/// A word with something before or behind it is another word: `AmountK`, `Tax Amount`. So is a Chinese one
/// that differs in a single character: 余额 is not 金额.
///
///     isSlip("Amuont", of: "amount")   // true
///     isSlip("AmountK", of: "amount")  // false
package func isSlip(_ written: String, of name: String) -> Bool {
  let (one, other) = (latinLetters(written), latinLetters(name))
  guard let one, let other, one.count >= 5, other.count >= 5, one != other, one[0] == other[0],
    abs(one.count - other.count) <= 1
  else { return false }
  let same = zip(one, other).prefix { $0 == $1 }.count
  if one.count == other.count {
    if one[(same + 1)...] == other[(same + 1)...] { return true }
    return same + 1 < one.count && one[same] == other[same + 1] && one[same + 1] == other[same]
      && one[(same + 2)...] == other[(same + 2)...]
  }
  if one.count < other.count { return one[same...] == other[(same + 1)...] }
  // What is there too much is the letter before it once more.
  return same > 0 && same < one.count && one[same] == one[same - 1] && same < other.count
    && one[(same + 1)...] == other[same...]
}

/// The letters of a text in small, without spaces, `_` and `-`; nil where others stand in it.
private func latinLetters(_ text: String) -> [UInt8]? {
  let signs = text.utf8.filter { $0 != 0x20 && $0 != 0x5F && $0 != 0x2D }
  let letters = signs.map { $0 | 0x20 }
  return letters.allSatisfy { (0x61...0x7A).contains($0) } && letters.count == signs.count
    ? letters : nil
}

private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in 1...left.count {
    var current = [row]
    current.reserveCapacity(right.count + 1)
    for column in 1...right.count {
      let substitution = last[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
      var cost = min(substitution, last[column] + 1, current[column - 1] + 1)
      if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1]
      {
        cost = min(cost, beforeLast[column - 2] + 1)
      }
      current.append(cost)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}
