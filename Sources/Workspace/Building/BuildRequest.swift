package import Book
package import Diagnostics
package import Pages
package import Rulebook
package import SalesMethod
package import Vocabulary

/// Everything a build is asked for, so that nothing inside it looks at the clock, the environment
/// or the machine.
package struct BuildRequest: Sendable {
  /// The folder of the workspace.
  package var source = "."
  /// Where to publish; nil: where the settings say, inside the workspace.
  package var output: String?
  /// The trees to build; empty: all of the settings.
  package var trees: [String] = []
  /// The one member whose pages are to be built; nil: everyone's.
  package var person: String?
  /// What to plan; nil: the current month.
  package var period: Period?
  /// When the build takes place.
  package var now: Now
  /// How many pages to work on at a time.
  package var jobs: Int
  /// The paper to print on; nil: what the settings say.
  package var paper: Paper?
  /// The day of the course, which what follows it is dated by; nil: not known.
  package var courseDay: Day?
  /// The tool that the pages were written for; nil: what the settings say.
  package var vocabulary: Vocabulary.Base?
  /// Hears what is read and planned.
  package var log = WorkLog.none
  /// Whether to publish; `check` does all but that.
  package var writes: Bool
  /// The file of figures that all plans share, worked out before; nil: they are worked out now.
  package var shared: String?
  /// What is made of the record of the build before.
  package var record = RecordUse.none
  /// Whether a warning fails the build, as an error does: then nothing is published.
  package var isStrict = false

  /// Asks for a build of the workspace in this folder, everything as the settings say.
  package init(now: Now, jobs: Int = 1, writes: Bool = true) {
    self.now = now
    self.jobs = jobs
    self.writes = writes
  }
}

/// What a build makes of the record that an earlier one left beside Output.
package enum RecordUse: Sendable {
  /// It is neither read nor written.
  case none
  /// All is made anew, and the record with it.
  case renewed
  /// What is still right is not made again.
  case used
}

/// What came of a build.
package struct BuildReport: Sendable {
  /// Everything that was found, in any order and perhaps more than once.
  package var diagnostics: [Diagnostic] = []
  /// How many pages were made.
  package var pages = 0
  /// The path of each member's plan below the output folder, by the member's id.
  var planPaths: [String: String] = [:]
  /// The books, in the order of trees and pages.
  var books: [BookFile] = []
  /// The folders that readers are handed.
  package var folders: [ReadersFolder] = []
  /// What the pages keep from their readers.
  var leaks = LeakSearch()
  /// Where the site was built; nil where nothing was to be written.
  var output: String?
  /// What was done to Output; nil where nothing was to be published or an error stood in the way.
  package var publication: Publication?

  /// A report of nothing yet.
  package init() {}

  /// Whether the build failed: by an error, or by a warning where that was asked for.
  package func isFailed(strictly: Bool) -> Bool {
    diagnostics.hasErrors || strictly && diagnostics.contains { $0.severity == .warning }
  }
}
