import Tables

/// What a file says in another form than its bytes: a part of a packed file, the words of a PDF, a text that is
/// not in UTF-8.
package struct InnerText: Hashable, Sendable {
  /// The name of the part; that of the file where it is not made of parts.
  package let name: String
  /// The text in UTF-8.
  package let bytes: [UInt8]
}

/// What a file's bytes say once they are unpacked and decoded: nothing where they already are a text in UTF-8,
/// or a picture.
///
/// Of a ZIP file (a workbook, a Word document, slides) every part comes as it is, and marked-up ones without
/// their tags too, since a sentence may be divided by them.
///
///     innerTexts(of: "plan.docx", bytes).map(\.name)  // ["[content_types].xml", …, "word/document.xml"]
package func innerTexts(of name: String, _ bytes: [UInt8]) -> [InnerText] {
  if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) {
    return unpackedParts(of: bytes).flatMap { part in
      let whole = InnerText(name: part.name, bytes: part.bytes)
      let isMarkedUp = [".xml", ".rels", ".html", ".xhtml", ".svg"].contains(
        where: part.name.lowercased().hasSuffix)
      guard isMarkedUp else { return [whole] }
      return [whole, InnerText(name: part.name, bytes: PackedText.withoutTags(part.bytes).bytes)]
    }
  }
  if PDFBodies.find("%PDF-", in: bytes.prefix(1024)) != nil {
    return PDFText(of: bytes).texts.map { InnerText(name: name, bytes: $0) }
  }
  return foreignReadings(of: bytes).map { InnerText(name: name, bytes: $0) }
}
