import Diagnostics
import Phrases

/// Reads a CSV or TSV file in any of the encodings people's exports come in.
func readCSV(
  _ file: SourceFile, named name: String, encoding: TextEncoding? = nil
) -> Parsed<[Table]> {
  let decoded = decodeText(file, as: encoding)
  var diagnostics = decoded.diagnostics
  guard let text = decoded.value else { return Parsed([], diagnostics) }
  guard text.bytes.count < Int(UInt32.max) else {
    return Parsed(
      [], diagnostics + [.tooLarge(Phrase(zh: "4 GB", en: "4 GB"), at: Place(path: file.path))])
  }
  let announced = Separator.announced(in: text.bytes, from: text.start)
  let separator = announced?.separator ?? Separator.guessed(in: text.bytes, from: text.start)
  let (grid, troubles) = CSVSplitter.split(
    text.bytes, from: announced?.next ?? text.start, line: announced == nil ? 1 : 2,
    separator: separator)
  diagnostics += places(of: troubles, in: text.bytes, path: file.path)
  let origin = TableOrigin(
    path: file.path, format: .csv, encoding: text.encoding,
    separator: String(Unicode.Scalar(separator)))
  let table = Table.make(name, grid, .separated(by: separator), origin: origin)
  return Parsed(table.value.map { [$0] } ?? [], diagnostics + table.diagnostics)
}

/// The diagnostics of what the splitter found.
///
/// Troubles come in the order of the text, so each column is counted on from the one before: a
/// long line of them costs no more than its length.
private func places(
  of troubles: [(trouble: CSVSplitter.Trouble, line: Int, offset: Int)], in text: [UInt8],
  path: String
) -> [Diagnostic] {
  var last = (line: 0, offset: 0, column: 0)
  return troubles.map { trouble, line, offset in
    let column =
      line == last.line
      ? last.column + text[last.offset..<offset].count { $0 & 0xC0 != 0x80 }
      : text.withUnsafeBufferPointer { CSVSplitter.columnInLine(of: offset, in: $0) }
    last = (line, offset, column)
    let place = Place(path: path, line: line, column: column)
    return switch trouble {
    case .openQuote: .openQuote(at: place)
    case .textAfterQuote: .textAfterQuote(at: place)
    }
  }
}
