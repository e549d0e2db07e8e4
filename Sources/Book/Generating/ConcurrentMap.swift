import Synchronization

/// Applies a function to every item with so many tasks at once; the results keep the order of the
/// items, whatever the number of tasks.
///
/// The first error ends the work and is thrown once every running call has returned.
///
///     try await concurrentMap([1, 2, 3], jobs: 2) { $0 * 2 }  // [2, 4, 6]
package func concurrentMap<Item: Sendable, Result: Sendable>(
  _ items: [Item], jobs: Int, _ transform: @escaping @Sendable (Item) throws -> Result
) async throws -> [Result] {
  let workers = max(1, min(jobs, items.count))
  guard workers > 1 else { return try items.map(transform) }
  let next = NextIndex()
  return try await withThrowingTaskGroup(of: [(Int, Result)].self) { group in
    for _ in 0..<workers {
      group.addTask {
        var results: [(Int, Result)] = []
        while !Task.isCancelled, let index = next.take(below: items.count) {
          results.append((index, try transform(items[index])))
        }
        return results
      }
    }
    var ordered = [Result?](repeating: nil, count: items.count)
    for try await results in group {
      for (index, result) in results { ordered[index] = result }
    }
    return ordered.compactMap(\.self)
  }
}

/// A counter that several tasks draw from.
private final class NextIndex: Sendable {
  private let value = Atomic(0)

  /// The next number; nil once all below the limit are drawn.
  func take(below limit: Int) -> Int? {
    let index = value.add(1, ordering: .relaxed).oldValue
    return index < limit ? index : nil
  }
}
