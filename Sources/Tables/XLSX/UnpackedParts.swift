import Diagnostics

/// A part of a packed file, unpacked.
package struct UnpackedPart: Sendable {
  /// Its name in the file.
  package let name: String
  /// What it holds.
  package let bytes: [UInt8]
}

/// The parts of a workbook or another ZIP file, by their names; those that cannot be unpacked are left out.
///
///     unpackedParts(of: bytes).map(\.name)  // ["[content_types].xml", "xl/workbook.xml"]
package func unpackedParts(of bytes: [UInt8]) -> [UnpackedPart] {
  guard let archive = try? ZipArchive(SourceFile(path: "", bytes: bytes)) else { return [] }
  return archive.names.compactMap { name in
    guard let entry = archive.entry(name), let contents = try? archive.contents(of: entry) else {
      return nil
    }
    return UnpackedPart(name: name, bytes: contents)
  }
}
