/// What one pass over a page found before the library sees it.
struct Preparation {
  /// A mark and the byte before which it belongs.
  struct Insertion {
    let position: Int
    let mark: Mark
  }

  /// Where marks belong, in order.
  var insertions: [Insertion] = []
  /// Noncharacters of the page that look like marks.
  var foreignMarks: [Int] = []
  /// Where the page's lines start.
  var lineStarts: [Int32] = [0]
  /// Whether a table may be in the page, which costs the library as much time as all the rest.
  var mayHoldTable = false
  /// The first byte that is not UTF-8.
  var invalid: Int?
  /// The first place where a limit is passed.
  var excess: Workload.Excess?
}

extension Preparation {
  /// Whether the library must be given another text than the page's own.
  var isChanged: Bool { !insertions.isEmpty || !foreignMarks.isEmpty || invalid != nil }

  /// The page with its marks in, with every byte that is not UTF-8 and every foreign mark replaced
  /// by U+FFFD.
  func marked(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + insertions.count * 4)
    var next = 0
    func copy(to end: Int) {
      guard end > next else { return }
      result.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[next..<end]))
      next = end
    }
    var foreign = foreignMarks[...]
    for insertion in insertions {
      while let position = foreign.first, position < insertion.position {
        copy(to: position)
        result.append(contentsOf: [0xEF, 0xBF, 0xBD])
        next = position + 3
        foreign = foreign.dropFirst()
      }
      copy(to: insertion.position)
      result.append(contentsOf: insertion.mark.bytes)
    }
    for position in foreign {
      copy(to: position)
      result.append(contentsOf: [0xEF, 0xBF, 0xBD])
      next = position + 3
    }
    copy(to: bytes.count)
    return invalid == nil ? result : Array(String(decoding: result, as: UTF8.self).utf8)
  }
}
