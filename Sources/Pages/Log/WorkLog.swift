package import SalesMethod

/// Hears of every piece of work that must be done once only: whoever reads or plans says so here.
///
/// A build passes no listener; tests count.
///
///     let log = WorkLog { step in steps.withLock { $0.append(step) } }
package struct WorkLog: Sendable {
  /// A piece of work.
  package enum Step: Hashable, Sendable {
    /// The settings were parsed.
    case settings
    /// The tables of a folder of data were read.
    case tables(folder: String)
    /// The head of a page was parsed.
    case head(path: String)
    /// The text of a page was parsed.
    case text(path: String)
    /// A member's plan was made from the data of a folder.
    case plan(member: String, Period, folder: String)
  }

  /// Hears of a step, from any task.
  package let note: @Sendable (Step) -> Void

  /// A log with a listener.
  package init(_ note: @escaping @Sendable (Step) -> Void) { self.note = note }

  /// A log that nobody listens to.
  package static let none = WorkLog { _ in }
}
