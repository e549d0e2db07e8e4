import Diagnostics
import Phrases

@testable import Tables

extension Factories {
  /// Every diagnostic of `Tables`.
  static let tables: [Diagnostic] = list1

  private static let list1: [Diagnostic] = [
    .noHeader(at: place),
    .notText(at: place),
    .brokenEncoding(.gb18030, at: place),
    .readAs(.gb18030, at: place),
    .readAs((encoding: .gb18030, text: "q22"), instead: (encoding: .big5, text: "q23"), at: place),
    .whichEncoding(
      [(encoding: .gb18030, text: "q22"), (encoding: .big5, text: "q23")],
      SourceFile(path: "q21", bytes: []), at: place),
    .otherFormat(at: place),
    .otherFormat(.page, at: place),
    .tooLarge(word, at: place),
    .openQuote(at: place),
    .textAfterQuote(at: place),
    .unknownFormat(at: place),
    .notAList(at: place),
    .notARow(at: place),
    .notJSON(word, at: place),
    .duplicateJSONKey("q1", at: place),
    .damagedWorkbook(word, at: place),
    .notAWorkbook(Array("q".utf8), at: place),
    .encryptedWorkbook(at: place),
    .oldWorkbook(at: place),
    .pathInWorkbook("q1", at: place),
    .hiddenSheet(at: place),
    .unknownDatabase(at: place),
    .refusedQuery("q1", at: place),
    .writingQuery(at: place),
    .lateQuery(3, at: place),
  ]
}
