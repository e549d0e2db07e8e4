import Glibc

// The standard library's search for a part of a collection is generic and takes a hundred times as long,
// which a site of many pages feels.

extension ArraySlice<UInt8> {
  /// Where a text first stands; nil where it does not, or is empty.
  ///
  ///     Array("a＿＿b".utf8)[...].firstRange(ofText: "＿＿")  // 1..<7
  package func firstRange(ofText text: String) -> Range<Int>? {
    var text = text
    return text.withUTF8 { sought in
      withUnsafeBufferPointer { bytes in
        bytes.firstPlace(of: sought).map { startIndex + $0..<startIndex + $0 + sought.count }
      }
    }
  }
}

extension [UInt8] {
  /// Whether a text stands among the bytes.
  package func holds(_ text: String) -> Bool { self[...].firstRange(ofText: text) != nil }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func firstPlace(of sought: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = sought.first, let text = sought.baseAddress, let base = baseAddress else {
      return nil
    }
    var place = 0
    while count - place >= sought.count,
      let found = memchr(base + place, Int32(first), count - place - sought.count + 1)
    {
      place = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if memcmp(base + place, text, sought.count) == 0 { return place }
      place += 1
    }
    return nil
  }
}
