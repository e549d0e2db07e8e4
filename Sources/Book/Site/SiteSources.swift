package import Desk
package import Diagnostics
package import Pages
package import Rulebook
package import Vocabulary

/// Everything a site is made from: what does not grow with the number of pages is here, pages are read one
/// by one.
package struct SiteSources: Sendable {
  /// What the workspace decides.
  package var settings: Settings
  /// The paths of the pages from the workspace's root, sorted.
  package var pages: [String]
  /// The paths of all other files below the content folder, sorted; the data folder is not among them.
  package var otherFiles: [String]
  /// The paths of the pages of earlier periods that were kept, sorted.
  package var archived: [String] = []
  /// How the pages lie, where they are a course of another tool.
  package var layout: CourseLayout?
  /// The tables that plans are made from.
  package var desk: DeskSources
  /// The built-in templates and those of the workspace that win over them, by their paths below the
  /// templates folder; each path once.
  package var templates: [SourceFile]
  /// Writes a sign with Latin letters in each way it is read, as 曾 is zeng and ceng; nil where nobody can.
  ///
  /// The proof searches the names of files for people's and customers' names written so.
  package var latin: (@Sendable (Character) -> [String])?
  /// Hears what is read and planned.
  package var log = WorkLog.none {
    didSet { desk.log = log }
  }
  /// Reads a file by its path from the workspace's root; a file that cannot be used is a diagnostic.
  ///
  /// Throws where the machine fails.
  package var read: @Sendable (String) throws -> Parsed<[UInt8]>

  /// Makes the sources of a site.
  package init(
    settings: Settings, pages: [String], otherFiles: [String] = [],
    desk: DeskSources = DeskSources(), templates: [SourceFile],
    read: @escaping @Sendable (String) throws -> Parsed<[UInt8]>
  ) {
    self.settings = settings
    self.pages = pages
    self.otherFiles = otherFiles
    self.desk = desk
    self.templates = templates
    self.read = read
  }
}
