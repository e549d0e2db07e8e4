/// The bytes of a page while it is written.
///
/// A page is some thousand short pieces: an array's checks at each of them cost more than the bytes
/// themselves, so this owns plain memory, and the page becomes an array once, when it is complete.
struct PageBuffer: ~Copyable {
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// How many bytes were written.
  private(set) var count = 0

  init() {
    capacity = 32 * 1024
    memory = .allocate(capacity: capacity)
  }

  deinit { memory.deallocate() }

  /// Adds bytes.
  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    if capacity - count < bytes.count { grow(bytes.count) }
    (memory + count).update(from: source, count: bytes.count)
    count += bytes.count
  }

  /// Adds the bytes of a part of an array.
  @inline(__always)
  mutating func append(_ array: [UInt8], _ range: Range<Int>) {
    array.withUnsafeBufferPointer { append(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// Adds the bytes of an array.
  mutating func append(_ array: [UInt8]) { append(array, array.indices) }

  /// Takes back what was written from `start` on.
  mutating func removeAll(from start: Int) { count = min(count, start) }

  /// Whether what was written from `start` on has a quality.
  func holds(from start: Int, _ quality: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    quality(UnsafeBufferPointer(start: memory + start, count: count - start))
  }

  /// Adds the whole page to an array.
  func copy(to array: inout [UInt8]) {
    array.append(contentsOf: UnsafeBufferPointer(start: memory, count: count))
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: memory, count: count)
    memory.deallocate()
    memory = larger
  }
}
