import Synchronization

/// Where the newest state of a preview hangs, and whoever waits for the next hears of it.
///
///     let board = PreviewBoard()
///     board.show(state)                          // from the builder
///     for await state in board.changes() { … }   // in the server
package final class PreviewBoard: Sendable {
  private struct Hung: Sendable {
    var state = PreviewState()
    var listeners: [Int: AsyncStream<PreviewState>.Continuation] = [:]
    var next = 0
  }

  private let hung = Mutex(Hung())

  /// A board with nothing on it.
  package init() {}

  /// The newest state.
  package var state: PreviewState { hung.withLock { $0.state } }

  /// Hangs up a state and tells everybody who listens.
  package func show(_ state: PreviewState) {
    let listeners = hung.withLock { hung in
      hung.state = state
      return Array(hung.listeners.values)
    }
    for listener in listeners { listener.yield(state) }
  }

  /// The state of now and each that follows, the newest only where several came at once.
  package func changes() -> AsyncStream<PreviewState> {
    AsyncStream(bufferingPolicy: .bufferingNewest(1)) { listener in
      let (number, state) = hung.withLock { hung in
        hung.next += 1
        hung.listeners[hung.next] = listener
        return (hung.next, hung.state)
      }
      listener.onTermination = { [weak self] _ in
        self?.hung.withLock { $0.listeners[number] = nil }
      }
      listener.yield(state)
    }
  }
}
