package import Formula
import Markdown
package import Phrases
import SalesMethod

/// The calculations of one page as one edition prints them, for a workbook.
package struct CalculatedPage: Sendable {
  /// The calculations of one scope: the page's own, an exercise's or an example's.
  package struct Section: Sendable {
    /// The id of the exercise or example; empty for the page.
    package let id: String
    /// Its title, if it has one.
    package let title: String?
    /// What it computes.
    package let evaluation: Evaluation
    /// The names whose formulas and values the edition leaves to the reader.
    package let hidden: Set<String>
    /// The examples that follow a faded one.
    package let examples: [Example]
  }

  /// An example with numbers of its own, of which some steps are left to the reader.
  package struct Example: Sendable {
    /// What it computes.
    package let evaluation: Evaluation
    /// The names that the edition leaves to the reader, and those that follow from them.
    package let hidden: Set<String>
  }

  /// The path of the page below the content folder.
  package let source: String
  /// Its path from the workspace's root, for diagnostics.
  package let path: String
  /// The title of the page.
  package let title: String
  /// The language it is written in.
  package let language: Language
  /// The page's own calculations first.
  package let sections: [Section]
}
