/// The order in which things can be made, each behind all it needs, and the cycles that stand in
/// the way; `needs[i]` are those that `i` needs.
///
/// A walk in depth with a stack of its own: a chain of thousands does not exhaust the machine's.
///
///     dependencyOrder([[1], [2], []]).order    // [2, 1, 0]
///     dependencyOrder([[1], [0]]).cycles       // [[0, 1]]
func dependencyOrder(_ needs: [[Int]]) -> (order: [Int], cycles: [[Int]]) {
  enum State { case unseen, open, done }
  var states = [State](repeating: .unseen, count: needs.count)
  var inCycle = [Bool](repeating: false, count: needs.count)
  var (order, cycles) = ([Int](), [[Int]]())
  for root in needs.indices where states[root] == .unseen {
    var path = [(node: root, next: 0)]
    states[root] = .open
    while let top = path.last {
      guard top.next < needs[top.node].count else {
        states[top.node] = .done
        order.append(top.node)
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      let need = needs[top.node][top.next]
      switch states[need] {
      case .unseen:
        states[need] = .open
        path.append((need, 0))
      case .open where !inCycle[need]:
        let start = path.firstIndex { $0.node == need } ?? 0
        let cycle = path[start...].map(\.node)
        for node in cycle { inCycle[node] = true }
        cycles.append(cycle)
      case .open, .done: break
      }
    }
  }
  return (order, cycles)
}
