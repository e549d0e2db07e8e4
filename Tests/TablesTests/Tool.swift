import Foundation

/// A program that tests call where the machine has it.
struct Tool {
  let path: String

  /// The program of a name among the usual folders; nil where the machine does not have it.
  init?(_ names: String...) {
    let folders = ["/usr/bin", "/usr/local/bin", "/usr/sbin", "/sbin"]
    let candidates = names.flatMap { name in
      name.hasPrefix("/") ? [name] : folders.map { "\($0)/\(name)" }
    }
    guard let path = candidates.first(where: FileManager.default.isExecutableFile) else {
      return nil
    }
    self.path = path
  }

  /// Runs the program with text on its standard input; gives its output, nil where it failed.
  func run(_ arguments: [String], input: String = "") -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let (stdin, stdout) = (Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    stdin.fileHandleForWriting.write(Data(input.utf8))
    try? stdin.fileHandleForWriting.close()
    let output = stdout.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: output, as: UTF8.self) : nil
  }

  /// The Python of the machine, or the one that `SALESBOOK_PYTHON` names, which may have more modules.
  static let python = Tool(
    ProcessInfo.processInfo.environment["SALESBOOK_PYTHON"] ?? "python3", "python3")

  /// Whether that Python has a module.
  static func pythonHas(_ module: String) -> Bool {
    python?.run(["-c", "import \(module)"]) != nil
  }
}

/// A folder that goes away with the test.
func withTemporaryFolder<Result>(_ body: (String) throws -> Result) rethrows -> Result {
  let path = NSTemporaryDirectory() + "salesbook-tables-" + UUID().uuidString
  try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: path) }
  return try body(path)
}

/// The bytes of a file; none where there is no such file.
func contents(_ path: String) -> [UInt8] {
  FileManager.default.contents(atPath: path).map(Array.init) ?? []
}
