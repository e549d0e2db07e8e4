import Diagnostics
import Phrases

/// Reads the visible sheets of a workbook as tables, each named by its sheet.
///
/// Formulas give the values that were saved with them. Whatever is wrong with the file as a whole is
/// one diagnostic: it is damaged, has a password, or would unpack to more than can be meant.
func readXLSX(_ file: SourceFile) -> Parsed<[Table]> {
  do throws(WorkbookTrouble) {
    return try read(ZipArchive(file))
  } catch {
    return Parsed([], [error.diagnostic])
  }
}

private func read(_ archive: ZipArchive) throws(WorkbookTrouble) -> Parsed<[Table]> {
  let book = try archive.parse(part: "_rels/.rels", with: Relations(folder: ""))?
    .byType["officeDocument"]
  let bookPath = book ?? "xl/workbook.xml"
  guard let outline = try archive.parse(part: bookPath, with: WorkbookOutline()) else {
    throw archive.damaged(Phrase(zh: "里面没有工作簿", en: "it holds no workbook"))
  }
  let folder = bookPath.split(separator: "/").dropLast().joined(separator: "/")
  let name = bookPath.split(separator: "/").last.map(String.init) ?? ""
  let relations =
    try archive.parse(part: "\(folder)/_rels/\(name).rels", with: Relations(folder: folder))
    ?? Relations(folder: folder)
  let strings = try relations.byType["sharedStrings"].flatMap { path throws(WorkbookTrouble) in
    try archive.parse(part: path, with: SharedStrings())
  }
  let styles = try relations.byType["styles"].flatMap { path throws(WorkbookTrouble) in
    try archive.parse(part: path, with: Styles())
  }
  var result = Parsed<[Table]>([])
  for sheet in outline.sheets {
    let origin = TableOrigin(path: archive.path, sheet: sheet.name, format: .xlsx)
    guard !sheet.isHidden else {
      result.diagnostics.append(.hiddenSheet(at: Place(path: origin.placePath)))
      continue
    }
    let context = SheetContext(
      strings: strings ?? SharedStrings(), formats: styles?.formats ?? [],
      uses1904: outline.uses1904, path: origin.placePath)
    guard let path = relations.targets[sheet.relation],
      let reader = try archive.parse(part: path, with: SheetReader(context))
    else {
      throw archive.damaged(
        Phrase(zh: "缺少工作表“\(sheet.name)”", en: "the sheet “\(sheet.name)” is missing"))
    }
    let table = Table.make(sheet.name, reader.grid, .sheet, origin: origin, merged: reader.merged)
    guard var table = table.value else { continue }
    table.carryDown(reader.tall)
    table.uses1904 = outline.uses1904
    result.value.append(table)
  }
  if result.value.isEmpty { result.diagnostics.append(.noHeader(at: Place(path: archive.path))) }
  return result
}

extension ZipArchive {
  /// Reads a part of a name; nil where there is none.
  fileprivate func parse<Handler: XMLHandler>(part name: String, with handler: Handler)
    throws(WorkbookTrouble) -> Handler?
  {
    guard let entry = entry(name) else { return nil }
    return try parse(entry, with: handler)
  }
}
