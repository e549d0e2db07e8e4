package import Phrases

/// What a preview shows at a moment: the last site that was whole, and what is wrong since.
package struct PreviewState: Sendable {
  /// The files of the site by their paths, without a slash in front.
  package var files: [String: [UInt8]] = [:]
  /// Counts the sites that were shown, so that a page knows whether it is of the present one; 0 before
  /// the first.
  package var version = 0
  /// Those whose pages can be looked at.
  package var readers: [PreviewReader] = []
  /// Where a visit without a page begins: a path below the root, `plans/zhang/`, or nothing.
  package var start = ""
  /// What was found, each as a person reads it; it stands in the page.
  package var problems: [String] = []
  /// Whether the newest build failed, so that the site is an older one.
  package var isBroken = false

  /// A state before anything was built.
  package init() {}
}

/// Somebody whose pages can be looked at: a folder of the site, with a name for it.
package struct PreviewReader: Hashable, Sendable {
  /// The folder, without slashes around it: `plans/zhang`.
  package let folder: String
  /// What it is called.
  package let name: Phrase

  /// Describes a reader.
  package init(folder: String, name: Phrase) {
    self.folder = folder
    self.name = name
  }
}
