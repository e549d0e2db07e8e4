import Diagnostics
import Pages

/// What one page came to in a build, in plain values: enough to stand for its files in the next build without
/// their being made again.
struct KeptWork: Sendable {
  /// What is kept of one of its files.
  struct File: Hashable, Sendable {
    let outcome: PageOutcome
    /// Whether its folder has no page of its own to list it.
    let isListed: Bool
    /// What was found by looking at it.
    var diagnostics: [Diagnostic] = []
    /// The paths below the output folder of all that was handed to the sink.
    var paths: [String] = []
    /// The fingerprints that others' secrets are looked for in.
    var trace: PageTrace?
    /// What of the tables it was made of.
    var rows = ReadRows.none
    /// What teams' pages need of the plan that it shows, where it is a member's.
    var figures: [UInt8]?
  }

  /// What its translations must have too, without the page itself.
  struct Shape: Sendable {
    let blocks: [PageShape.Block]
    let numbers: SaidNumbers
    let words: Set<String>
    let rooms: [PageShape.Room]
  }

  /// What was found in the page itself.
  var diagnostics: [Diagnostic] = []
  /// Its files in their order.
  var files: [File] = []
  /// The heights that its blocks use, by the names of trees.
  var lengths: [String: [Length]] = [:]
  /// What its translations must have too.
  var shapes: [Shape] = []
  /// The places that it names for the index, by the names of trees.
  var indexed: [String: [IndexWord]] = [:]
  /// What it keeps from the readers of each tree, by the tree's name.
  var secrets: [String: Secrets] = [:]
  /// Whether all of it follows from the page, from what all pages share and from the rows that its files were made
  /// of, so that it may be taken again.
  var isWhole = true
  /// The same as the record of an earlier build holds it, where it was read from there and nothing of it changed:
  /// then it need not be written out again piece by piece.
  var stored: ArraySlice<UInt8>?

  /// The paths below the output folder of all that was handed to the sink.
  var paths: [String] { files.flatMap(\.paths) }

  /// Adds what another task made of the same page.
  mutating func add(_ other: KeptWork) {
    stored = nil
    diagnostics += other.diagnostics
    files += other.files
    lengths.merge(other.lengths) { first, _ in first }
    shapes += other.shapes
    indexed.merge(other.indexed) { first, _ in first }
    secrets.merge(other.secrets) { first, _ in first }
    isWhole = isWhole && other.isWhole
  }
}
