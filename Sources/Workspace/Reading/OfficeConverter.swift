package import Diagnostics
import Foundation
import Phrases
import Tables

/// LibreOffice, which turns workbooks of other kinds into ones that can be read.
package enum OfficeConverter {
  /// The names that it goes by.
  static let names = ["soffice", "libreoffice"]

  /// Its path; nil where it is not installed.
  static var program: String? {
    programPath(of: names, in: processEnvironment("PATH") ?? "/usr/bin:/bin")
  }

  /// How long one workbook may take.
  private static let time = Duration.seconds(60)

  /// A workbook as `.xlsx`; nil where LibreOffice is not there, or makes nothing of it.
  ///
  /// It works in a folder of its own, which is gone afterwards, with a profile of its own, so that it never
  /// waits for a window that somebody has open.
  static func workbook(_ bytes: [UInt8], named name: String) -> [UInt8]? {
    guard let program else { return nil }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "salesbook-office-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let (_, ending) = nameAndExtension(of: name)
    let source = folder.appending(path: "in/workbook." + ending)
    do {
      try FileManager.default.createDirectory(
        at: source.deletingLastPathComponent(), withIntermediateDirectories: true)
      let isPage = FakeWorkbook(named: name, bytes) == .page
      try Data(isPage ? withCellsAsText(bytes) : bytes).write(to: source)
    } catch {
      return nil
    }
    let call = ProgramCall(
      program,
      [
        "--headless", "--norestore", "--nolockcheck",
        "-env:UserInstallation=" + folder.appending(path: "profile").absoluteString,
        "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder.path, source.path,
      ],
      environment: [
        "PATH": processEnvironment("PATH") ?? "/usr/bin:/bin", "HOME": folder.path,
        "LC_ALL": "C.UTF-8",
      ], in: folder.path, limits: ProgramLimits(time: time))
    guard let result = try? call.run(), result.isDone else { return nil }
    return FileManager.default.contents(atPath: folder.appending(path: "workbook.xlsx").path)
      .map { [UInt8]($0) }
  }

  /// A web page whose cells say that they are text, so that `00124` stays what it is and `3E5` no number.
  ///
  /// LibreOffice takes the form of a cell's number from `sdnum`; `@` is that of text.
  static func withCellsAsText(_ page: [UInt8]) -> [UInt8] {
    var made: [UInt8] = []
    made.reserveCapacity(page.count + page.count / 4)
    var rest = page[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      let tag = rest[start...].prefix(4).map { $0 | 0x20 }
      let isCell = tag.count == 4 && tag[1] == 0x74 && (tag[2] == 0x64 || tag[2] == 0x68)
      let behind = rest.index(start, offsetBy: 3, limitedBy: rest.endIndex) ?? rest.endIndex
      // Behind <td there is > or a blank; <thead is another tag.
      let ends = behind < rest.endIndex && [9, 10, 13, 32, 62].contains(rest[behind])
      guard isCell, ends else {
        made += rest[...start]
        rest = rest[(start + 1)...]
        continue
      }
      made += rest[..<behind]
      made += " sdnum=\"1033;1033;@\"".utf8
      rest = rest[behind...]
    }
    return made + rest
  }

  /// A file as it can be read: a workbook of another kind is turned into one that can be, every other file is
  /// as it was; nil with why not.
  package static func readable(_ file: SourceFile) -> Parsed<SourceFile?> {
    DataFile(named: file.path) == .convertible ? table(file) : Parsed(file)
  }

  /// A file of the data folder that is a workbook of another kind, as one that can be read, or why not.
  ///
  ///     OfficeConverter.table(SourceFile(path: "data/crm.ods", bytes: bytes)).value?.path  // the same
  static func table(_ file: SourceFile) -> Parsed<SourceFile?> {
    let fake = FakeWorkbook(named: file.path, file.bytes)
    if isWorkbookPackage(file.bytes) || fake == .text { return Parsed(file) }
    guard let bytes = workbook(file.bytes, named: file.path) else {
      return Parsed(nil, [warningOfUnreadableTable(file.path, file.bytes)].compactMap(\.self))
    }
    return Parsed(
      SourceFile(path: file.path, bytes: bytes), [.converted(at: Place(path: file.path))])
  }
}

extension Diagnostic {
  static func converted(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.converted", severity: .note, at: place,
      Phrase(zh: "已由 LibreOffice 转换后读取", en: "it was read through LibreOffice"))
  }
}
