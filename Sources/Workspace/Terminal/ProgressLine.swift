package import Phrases
import Synchronization

/// One line on a terminal that says how far long work is, redrawn at most ten times a second and
/// taken away at the end.
///
///     progress.begin(.building, of: 10_000)
///     progress.step()                          // from any task, after each page
///     progress.end()
package final class ProgressLine: Sendable {
  private struct State: Sendable {
    var title = Phrase(same: "")
    var done = 0
    var total = 0
    /// When the line may be drawn again.
    var due: ContinuousClock.Instant
    var isDrawn = false
  }

  private let isShown: Bool
  private let language: Language
  private let write: @Sendable (String) -> Void
  private let state: Mutex<State>

  /// Makes a line that is drawn with the given function, or never.
  package init(
    isShown: Bool, language: Language = .english,
    write: @escaping @Sendable (String) -> Void = StandardStream.error
  ) {
    self.isShown = isShown
    self.language = language
    self.write = write
    state = Mutex(State(due: .now))
  }

  /// A line that is never drawn.
  package static let hidden = ProgressLine(isShown: false)

  /// Starts a piece of work of so many steps.
  ///
  /// Work that is done within a third of a second draws nothing.
  package func begin(_ title: Phrase, of total: Int) {
    guard isShown else { return }
    state.withLock { state in
      state.title = title
      state.done = 0
      state.total = total
      if !state.isDrawn { state.due = .now + .milliseconds(300) }
    }
  }

  /// Says that one more step is done.
  package func step() {
    guard isShown else { return }
    let line: String? = state.withLock { state in
      state.done += 1
      let now = ContinuousClock.now
      guard now >= state.due else { return nil }
      state.due = now + .milliseconds(100)
      state.isDrawn = true
      return
        "\r\u{1B}[K\(state.title.text(in: language)) \(min(state.done, state.total))/\(state.total)"
    }
    if let line { write(line) }
  }

  /// Takes the line away; anything else may be printed after that.
  package func end() {
    guard isShown else { return }
    let wasDrawn = state.withLock { state in
      defer { state.isDrawn = false }
      return state.isDrawn
    }
    if wasDrawn { write("\r\u{1B}[K") }
  }
}

extension Phrase {
  /// What a build does for most of its time.
  package static let building = Phrase(zh: "正在生成", en: "building")
  /// What an export of many pages does for most of its time.
  package static let writing = Phrase(zh: "正在写出页面", en: "writing pages")
  /// What a check does for most of its time.
  package static let checking = Phrase(zh: "正在检查", en: "checking")
}
