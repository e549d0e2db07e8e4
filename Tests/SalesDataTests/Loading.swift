import Diagnostics
import SalesMethod
import Tables

@testable import SalesData

/// Loads files given as path and text.
func load(_ files: (String, String)..., settings: DataSettings = DataSettings())
  -> Parsed<LoadedData>
{
  loadRecords(
    files: files.map { SourceFile(path: $0.0, text: $0.1) }, settings: settings)
}

/// What is wrong, as `id place`.
func found(_ parsed: Parsed<LoadedData>) -> [String] {
  parsed.diagnostics.map { "\($0.id) \($0.place)" }
}

/// A day that the test knows to exist.
func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

let twoCustomers = ("customers.csv", "customer_id,name,M,A,N\nC1,甲公司,4,5,3\nC2,乙公司,,是,无\n")

/// A table of one customer as Salesbook writes CSV.
func csvOf(_ id: String) -> [UInt8] { csv([["customer_id"], [id]]) }
