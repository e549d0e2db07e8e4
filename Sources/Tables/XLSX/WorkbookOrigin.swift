package import Diagnostics

/// Who wrote a workbook and who saved it last, as its properties say.
///
///     WorkbookOrigin(of: SourceFile(path: "plan.xlsx", bytes: bytes))?.creator  // "Salesbook"
package struct WorkbookOrigin: Hashable, Sendable {
  /// Who made it.
  package let creator: String
  /// Who saved it last.
  package let lastModifiedBy: String
  /// When it was made and when it was saved last, as they are written: `2000-01-01T00:00:00Z`.
  package let created: String
  package let modified: String

  /// Reads a workbook's properties; nil where the file is none, is damaged or does not say.
  package init?(of file: SourceFile) {
    guard let archive = try? ZipArchive(file), let entry = archive.entry("docProps/core.xml"),
      entry.size <= 64 << 10,
      let found = try? archive.parse(entry, with: CoreProperties())
    else { return nil }
    creator = found.creator
    lastModifiedBy = found.lastModifiedBy
    created = found.created
    modified = found.modified
  }
}

/// Reads the four properties.
private struct CoreProperties: XMLHandler {
  var creator = ""
  var lastModifiedBy = ""
  var created = ""
  var modified = ""
  private var text = ""

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) { text = "" }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    text += String(decoding: bytes, as: UTF8.self)
  }

  mutating func end(_ name: XMLName) {
    if name == "creator" { creator = text }
    if name == "lastModifiedBy" { lastModifiedBy = text }
    if name == "created" { created = text }
    if name == "modified" { modified = text }
  }
}
