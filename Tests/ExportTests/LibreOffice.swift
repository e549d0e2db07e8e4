import Foundation
import Workspace

/// A spreadsheet program without a window, where the machine has one.
enum LibreOffice {
  private static let path = "/usr/bin/soffice"

  /// Whether it is here; a test that needs it is skipped where it is not, and says so.
  static var isPresent: Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// The cells of every sheet, recalculated, by the names of the sheets.
  ///
  /// The values stored in the file are not trusted: the program is told to compute all formulas.
  static func recalculate(_ workbook: URL) throws -> [String: [[String]]] {
    let folder = workbook.deletingLastPathComponent()
    let profile = folder.appending(path: "profile")
    try alwaysRecalculate(profile)
    let call = ProgramCall(
      path,
      [
        "--headless", "--norestore", "-env:UserInstallation=\(profile.absoluteString)",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1",
        "--outdir", folder.path, workbook.path,
      ],
      environment: ["PATH": "/usr/bin:/bin", "HOME": folder.path, "LANG": "C.UTF-8"],
      limits: ProgramLimits(time: .seconds(180)))
    var result = try call.run()
    // Now and then it aborts as it starts, while the machine is busy; a workbook that it cannot read fails again.
    if !result.isDone { result = try call.run() }
    guard result.isDone else {
      throw MachineFailure("recalculate", workbook.path, because: "\(result.ending)")
    }
    let prefix = workbook.deletingPathExtension().lastPathComponent + "-"
    var sheets: [String: [[String]]] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      guard file.hasPrefix(prefix), file.hasSuffix(".csv") else { continue }
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      sheets[String(file.dropFirst(prefix.count).dropLast(4))] = rows(text)
    }
    return sheets
  }

  private static func alwaysRecalculate(_ profile: URL) throws {
    let user = profile.appending(path: "user")
    try FileManager.default.createDirectory(at: user, withIntermediateDirectories: true)
    let settings = """
      <?xml version="1.0" encoding="UTF-8"?>
      <oor:items xmlns:oor="http://openoffice.org/2001/registry">
      <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" \
      oor:op="fuse"><value>0</value></prop></item>
      </oor:items>
      """
    try settings.write(
      to: user.appending(path: "registrymodifications.xcu"), atomically: true, encoding: .utf8)
  }

  /// Rows of comma-separated cells; a quote inside quotes is doubled.
  private static func rows(_ text: String) -> [[String]] {
    var (rows, row, cell, isQuoted) = ([[String]](), [String](), "", false)
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        row.append(cell)
        cell = ""
      case "\n" where !isQuoted:
        rows.append(row + [cell])
        (row, cell) = ([], "")
      default: cell.append(character)
      }
    }
    return rows
  }
}

/// A folder that is gone when the test is over.
func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: "salesbook-\(UUID())")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}
