/// Positions of a list grouped by a key, each group in the order of the list: one pass to build, no
/// search to read.
struct Grouping: Sendable {
  private let starts: [Int]
  private let positions: [Int]

  /// Groups the positions by their group's number; positions without one are left out.
  init(_ ordered: [Int], into groupCount: Int, by group: (Int) -> Int?) {
    var starts = [Int](repeating: 0, count: groupCount + 1)
    var groups: [Int] = []
    groups.reserveCapacity(ordered.count)
    for position in ordered {
      let number = group(position) ?? -1
      groups.append(number)
      if number >= 0 { starts[number + 1] += 1 }
    }
    for number in 0..<groupCount { starts[number + 1] += starts[number] }
    var next = starts
    var positions = [Int](repeating: 0, count: starts[groupCount])
    for (rank, position) in ordered.enumerated() where groups[rank] >= 0 {
      positions[next[groups[rank]]] = position
      next[groups[rank]] += 1
    }
    self.starts = starts
    self.positions = positions
  }

  /// The positions of a group.
  subscript(group: Int) -> ArraySlice<Int> { positions[starts[group]..<starts[group + 1]] }
}
