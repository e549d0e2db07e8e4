package import Diagnostics
package import Pages
package import SalesData
package import SalesMethod
package import Tables

/// The tables that plans are made from, as bytes.
package struct DeskSources: Sendable {
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

  /// The tables of the data folder.
  package var data: [SourceFile]
  /// The tables that were read from databases, as the settings' `sql` says.
  package var tables: [Table]
  /// What the own tables came to, where they were decoded already.
  package var decoded: Parsed<LoadedData>?
  /// The tables of each example, by its name, sorted.
  package var examples: [Example]
  /// The paths of the plans that were kept as data, sorted.
  package var keptPlans: [String]
  /// The key of the codes that stand for customers; nil where there is none.
  package var codeKey: CodeKey?
  /// What another run worked out of the same tables for all members; nil where nobody did.
  package var shared: SharedFigures?
  /// Hears what is read.
  package var log = WorkLog.none

  /// Puts tables together.
  package init(
    data: [SourceFile] = [], tables: [Table] = [], examples: [Example] = [],
    keptPlans: [String] = []
  ) {
    self.data = data
    self.tables = tables
    self.examples = examples
    self.keptPlans = keptPlans
  }
}

/// Which plans a desk is to make.
package struct DeskRequest: Sendable {
  /// The period of plans where nothing says another.
  package var period: Period
  /// The day the plans are made.
  package var asOf: Day
  /// The member beside whose classes the latest kept plan is set; nil for the only one.
  package var person: String?
  /// Plans as data that were handed over beside the kept ones.
  package var earlier: [SourceFile]

  /// Makes a request.
  package init(period: Period, asOf: Day, person: String? = nil, earlier: [SourceFile] = []) {
    self.period = period
    self.asOf = asOf
    self.person = person
    self.earlier = earlier
  }
}
