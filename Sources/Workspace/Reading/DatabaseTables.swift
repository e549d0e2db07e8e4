import Diagnostics
import Glibc
import SalesData
import Tables

/// Gives the value of an environment variable; nil where it is not set.
package typealias Environment = @Sendable (String) -> String?

/// The environment of this process.
///
///     processEnvironment("HOME")  // "/home/zhang"
@Sendable package func processEnvironment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}

/// Runs the queries of the settings, one after another, each read-only and within its seconds.
///
/// A connection comes from the environment and is never part of a message. The path of a SQLite file
/// is seen from the workspace's folder. A query for what is no table is not run: the settings' own
/// check says so.
///
///     databaseTables([query], in: "my-plan") { $0 == "CRM_URL" ? "sqlite:crm.db" : nil }.value
func databaseTables(
  _ queries: [DataSettings.Query], in workspace: String, environment: Environment
) -> Parsed<[Table]> {
  var found: [Diagnostic] = []
  var tables: [Table] = []
  for query in queries where TableName(rawValue: query.table) != nil {
    guard let url = environment(query.variable), !url.isEmpty else {
      found.append(.unsetVariable(query.variable, at: query.variablePlace))
      continue
    }
    let source = SQLSource(
      table: query.table, url: url, query: query.query, seconds: query.seconds, place: query.place)
    do throws(SQLFailure) {
      let read = try readTable(source, in: workspace)
      found += read.diagnostics
      if let table = read.value { tables.append(table) }
    } catch {
      found.append(.databaseFailed(error, variable: query.variable, at: query.variablePlace))
    }
  }
  return Parsed(tables, found)
}
