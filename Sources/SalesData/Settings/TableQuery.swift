package import Diagnostics

extension DataSettings {
  /// `sql`: a query of a database that stands for a table.
  ///
  /// The connection is not part of it: only the name of the environment variable that holds it.
  package struct Query: Hashable, Sendable {
    /// The table as the settings name it: `deals`.
    package let table: String
    /// The environment variable that holds the connection: `CRM_URL`.
    package let variable: String
    /// One statement that only reads.
    package let query: String
    /// How long connecting and the query may take together, in seconds.
    package let seconds: Int
    /// Where the settings name the table.
    package let place: Place
    /// Where the settings name the variable.
    package let variablePlace: Place

    /// Describes a query.
    package init(
      table: String, variable: String, query: String, seconds: Int = 30, place: Place,
      variablePlace: Place
    ) {
      self.table = table
      self.variable = variable
      self.query = query
      self.seconds = seconds
      self.place = place
      self.variablePlace = variablePlace
    }
  }

  /// `tables`: a file of the data folder, or a sheet of one, and the table it is, where its name is
  /// none.
  package struct NamedFile: Hashable, Sendable {
    /// The file's path below the data folder, for a sheet with its name behind: `crm.xlsx[客户]`.
    package let file: String
    /// The table; nil says that the file is none.
    package let table: String?
    /// Where the settings say so.
    package let place: Place

    /// Pairs a file with a table.
    package init(file: String, table: String?, place: Place) {
      self.file = file
      self.table = table
      self.place = place
    }
  }
}
