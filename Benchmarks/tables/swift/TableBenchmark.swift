import Diagnostics
import Glibc
import SalesData
import SalesMethod
import Tables

/// Reads one file once and prints the CPU seconds of that, and what was read: `TableBenchmark
/// cells|records FILE...`.
///
/// `cells` splits the file into cells; `records` also types and checks them. Reading the file's
/// bytes from disk is not counted, as for the peers' warm cache it costs next to nothing.
@main
struct TableBenchmark {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else {
      print("usage: TableBenchmark cells|records FILE...")
      exit(2)
    }
    let files = arguments.dropFirst(2).map { SourceFile(path: $0, bytes: bytes(of: $0)) }
    let start = processorSeconds()
    let result = arguments[1] == "cells" ? countCells(files) : countRecords(files)
    let seconds = processorSeconds() - start
    print("\(seconds) \(greatestMemory()) \(result)")
  }

  private static func countCells(_ files: [SourceFile]) -> String {
    var (rows, cells) = (0, 0)
    for table in files.flatMap({ readTables($0).value }) {
      rows += table.rowCount
      for row in 0..<table.rowCount { cells += table.width(ofRow: row) }
    }
    return "rows=\(rows) cells=\(cells)"
  }

  private static func countRecords(_ files: [SourceFile]) -> String {
    let data = loadRecords(files: files, settings: DataSettings())
    let deals = data.value.records.deals
    let sum = deals.reduce(0) { $0 + $1.amount.hundredths }
    return "deals=\(deals.count) sum=\(sum / 100) diagnostics=\(data.diagnostics.count)"
  }

  private static func bytes(of path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { return [] }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let size = ftell(file)
    rewind(file)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = fread(buffer.baseAddress, 1, size, file)
    }
  }

  private static func usage() -> rusage {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage
  }

  private static func processorSeconds() -> Double {
    let usage = usage()
    return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
      + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
  }

  /// The most memory in use at any time, in megabytes.
  private static func greatestMemory() -> Int { usage().ru_maxrss / 1024 }
}
