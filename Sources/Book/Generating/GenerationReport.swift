package import Diagnostics

/// What became of a site.
package struct GenerationReport: Sendable {
  /// All that was found wrong, in the order of paths and places.
  package var diagnostics: [Diagnostic]
  /// How many pages were made.
  package var pages: Int
  /// The path of each member's plan below the output folder, by the member's id.
  package var planPaths: [String: String] = [:]
  /// The books, in the order of trees and pages.
  package var books: [BookFile] = []
  /// The folders that readers are handed, in the order of trees and members.
  package var folders: [ReadersFolder] = []
  /// What the pages keep from their readers, for what is made of these.
  package var leaks = LeakSearch()
}
