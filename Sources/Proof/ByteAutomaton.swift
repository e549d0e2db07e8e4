/// Finds any of many byte patterns in one pass over a text: the automaton of Aho and Corasick.
///
/// What it costs to search depends on the length of the text, not on how many patterns there are.
struct ByteAutomaton: Sendable {
  /// Where the edges of each node begin, and behind the last where they end.
  private var firstEdge: [Int32] = []
  private var edgeByte: [UInt8] = []
  private var edgeTarget: [Int32] = []
  /// The node of the longest ending that is a beginning too.
  private var fallback: [Int32] = []
  /// The nearest node, along the endings, at which a pattern ends; −1 where none does.
  private var ending: [Int32] = []
  /// The pattern that ends at a node; −1 where none does.
  private var pattern: [Int32] = []
  private var fromRoot = [Int32](repeating: 0, count: 256)
  /// A bit for each two bytes with which a pattern begins: where none does, nothing needs to be followed.
  private var beginnings = [UInt64](repeating: 0, count: 65_536 / 64)

  /// Builds the automaton; patterns are sorted, none is empty, none stands twice.
  init(sorted patterns: [[UInt8]]) {
    grow(patterns)
    firstEdge.append(Int32(edgeByte.count))
    for edge in edges(of: 0) { fromRoot[Int(edgeByte[edge])] = edgeTarget[edge] }
    linkEndings()
    for pattern in patterns {
      // A pattern of one byte may be followed by any.
      let seconds = pattern.count > 1 ? pattern[1]...pattern[1] : 0...255
      for second in seconds { markBeginning(pattern[0], second) }
    }
  }

  private mutating func markBeginning(_ first: UInt8, _ second: UInt8) {
    let pair = Int(first) << 8 | Int(second)
    beginnings[pair >> 6] |= 1 << UInt64(pair & 63)
  }

  /// Makes the nodes breadth first, each from the patterns that begin alike.
  private mutating func grow(_ patterns: [[UInt8]]) {
    var waiting = [(range: patterns.startIndex..<patterns.endIndex, depth: 0)]
    var next = 0
    while next < waiting.count {
      var (range, depth) = waiting[next]
      next += 1
      firstEdge.append(Int32(edgeByte.count))
      let endsHere = range.first.map { patterns[$0].count == depth } ?? false
      pattern.append(endsHere ? Int32(range.lowerBound) : -1)
      if endsHere { range = range.dropFirst() }
      var start = range.lowerBound
      while start < range.upperBound {
        let byte = patterns[start][depth]
        var end = start
        while end < range.upperBound, patterns[end][depth] == byte { end += 1 }
        edgeByte.append(byte)
        edgeTarget.append(Int32(waiting.count))
        waiting.append((start..<end, depth + 1))
        start = end
      }
    }
  }

  private mutating func linkEndings() {
    fallback = [Int32](repeating: 0, count: pattern.count)
    ending = pattern.indices.map { pattern[$0] >= 0 ? Int32($0) : -1 }
    for node in pattern.indices {
      for edge in edges(of: node) {
        let child = Int(edgeTarget[edge])
        if node != 0 { fallback[child] = step(from: Int(fallback[node]), edgeByte[edge]) }
        if pattern[child] < 0 { ending[child] = ending[Int(fallback[child])] }
      }
    }
  }

  private func edges(of node: Int) -> Range<Int> {
    Int(firstEdge[node])..<Int(firstEdge[node + 1])
  }

  private func step(from start: Int, _ byte: UInt8) -> Int32 {
    var node = start
    while node != 0 {
      var (low, high) = (Int(firstEdge[node]), Int(firstEdge[node + 1]))
      while low < high {
        let middle = (low + high) / 2
        if edgeByte[middle] < byte { low = middle + 1 } else { high = middle }
      }
      if low < Int(firstEdge[node + 1]), edgeByte[low] == byte { return edgeTarget[low] }
      node = Int(fallback[node])
    }
    return fromRoot[Int(byte)]
  }

  /// Calls with each pattern found, by its number, and the place behind its last byte.
  func search(_ text: [UInt8], _ found: (_ pattern: Int, _ end: Int) -> Void) {
    text.withUnsafeBufferPointer { bytes in
      beginnings.withUnsafeBufferPointer { beginnings in
        var node = 0
        var index = 0
        while index < bytes.count {
          if node == 0 {
            // Passes over what no pattern begins with.
            while index + 1 < bytes.count {
              let pair = Int(bytes[index]) << 8 | Int(bytes[index + 1])
              if beginnings[pair >> 6] & (1 << UInt64(pair & 63)) != 0 { break }
              index += 1
            }
          }
          node = Int(step(from: node, bytes[index]))
          var at = Int(ending[node])
          while at > 0 {
            found(Int(pattern[at]), index + 1)
            at = Int(ending[Int(fallback[at])])
          }
          index += 1
        }
      }
    }
  }
}
