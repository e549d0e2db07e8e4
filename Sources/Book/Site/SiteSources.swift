package import Diagnostics
package import Tables

/// Everything a site is made from, as bytes: what does not grow with the number of pages is here,
/// pages are read one by one.
package struct SiteSources: Sendable {
  /// `salesbook.yaml`, if there is one.
  package var settings: SourceFile?
  /// The paths of the pages from the workspace's root, sorted.
  package var pages: [String]
  /// The paths of all other files below the content folder, sorted; the data folder is not among them.
  package var otherFiles: [String]
  /// The tables of the data folder.
  package var data: [SourceFile]
  /// The tables that were read from databases, as the settings' `sql` says.
  package var tables: [Table]
  /// The tables of each example, by its name, sorted.
  package var examples: [Example]
  /// The paths of the plans that were kept as data, sorted.
  package var keptPlans: [String] = []
  /// The built-in templates and those of the workspace that win over them, by their paths below the
  /// templates folder; each path once.
  package var templates: [SourceFile]
  /// Reads a file by its path from the workspace's root; a file that cannot be used is a diagnostic.
  ///
  /// Throws where the machine fails.
  package var read: @Sendable (String) throws -> Parsed<[UInt8]>

  /// The tables of one example.
  package struct Example: Sendable {
    /// The name that `data=` uses.
    package var name: String
    /// Its tables.
    package var files: [SourceFile]

    /// Pairs a name with tables.
    package init(name: String, files: [SourceFile]) {
      self.name = name
      self.files = files
    }
  }

  /// Makes the sources of a site.
  package init(
    settings: SourceFile? = nil, pages: [String], otherFiles: [String] = [],
    data: [SourceFile] = [], tables: [Table] = [], examples: [Example] = [],
    templates: [SourceFile],
    read: @escaping @Sendable (String) throws -> Parsed<[UInt8]>
  ) {
    self.settings = settings
    self.pages = pages
    self.otherFiles = otherFiles
    self.data = data
    self.tables = tables
    self.examples = examples
    self.templates = templates
    self.read = read
  }
}
