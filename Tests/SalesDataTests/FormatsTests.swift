import Diagnostics
import SalesMethod
import Testing

@testable import SalesData
@testable import Tables

/// One table written in every format and encoding; each must give the same records.
@Suite struct `The same table gives the same records in every format and encoding` {
  private static let rows = [
    ["customer_id", "name", "M", "A", "close_date", "value_hint"],
    ["C1", "㐀公司，上海", "4", "是", "2026-05-06", "35000"],
    ["C2", "𠮷\"二部\"", "2.5", "", "", "-1234.5"],
  ]

  private static let expected = [
    Customer(
      id: "C1", name: "㐀公司，上海", purchasingPower: .score(thousandths: 4000), decisionPower: .yes,
      closeDate: day("2026-05-06"), valueHint: Money(units: 35_000), row: Row(path: "", line: 2)),
    Customer(
      id: "C2", name: "𠮷\"二部\"", purchasingPower: .score(thousandths: 2500),
      valueHint: Money(hundredths: -123_450), row: Row(path: "", line: 3)),
  ]

  private static func separated(_ separator: String, _ lineEnd: String) -> String {
    rows.map { row in
      row.map {
        "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
          + "\""
      }
      .joined(separator: separator) + lineEnd
    }.joined()
  }

  private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit in
      let (low, high) = (UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  /// The CSV in GB18030, by the published code points of each character that is not ASCII.
  private static func gb18030(_ text: String) -> [UInt8] {
    let codes: [Unicode.Scalar: [UInt8]] = [
      "㐀": [0x81, 0x39, 0xEE, 0x39], "𠮷": [0x95, 0x34, 0xB2, 0x35], "公": [0xB9, 0xAB],
      "司": [0xCB, 0xBE], "，": [0xA3, 0xAC], "上": [0xC9, 0xCF], "海": [0xBA, 0xA3],
      "二": [0xB6, 0xFE], "部": [0xB2, 0xBF], "是": [0xCA, 0xC7],
    ]
    return text.unicodeScalars.flatMap { codes[$0] ?? [UInt8(truncatingIfNeeded: $0.value)] }
  }

  private static func list(open: String, separator: String, close: String) -> String {
    let header = rows[0]
    let items = rows.dropFirst().map { row in
      let pairs = zip(header, row).map { key, value in
        let escaped = value.split(separator: "\"", omittingEmptySubsequences: false)
          .joined(separator: "\\\"")
        return "\"\(key)\": \"\(escaped)\""
      }
      return "{" + pairs.joined(separator: ", ") + "}"
    }
    return open + items.joined(separator: separator) + close
  }

  static let files: [SourceFile] = [
    SourceFile(path: "customers.csv", text: separated(",", "\n")),
    SourceFile(path: "customers.csv", text: "\u{FEFF}" + separated(",", "\r\n")),
    SourceFile(path: "customers.csv", text: "sep=;\r\n" + separated(";", "\r\n")),
    SourceFile(path: "customers.tsv", text: separated("\t", "\r")),
    SourceFile(path: "客户.csv", bytes: utf16(separated("\t", "\r\n"), bigEndian: false)),
    SourceFile(path: "客户.csv", bytes: utf16(separated(",", "\n"), bigEndian: true)),
    SourceFile(path: "客户.csv", bytes: gb18030(separated(",", "\r\n"))),
    SourceFile(path: "customers.json", text: list(open: "[", separator: ",\n", close: "]")),
    SourceFile(path: "customers.yaml", text: list(open: "- ", separator: "\n- ", close: "\n")),
  ]

  @Test(arguments: files.indices) func `file`(index: Int) {
    let data = loadRecords(files: [Self.files[index]], settings: DataSettings())
    #expect(!data.diagnostics.hasErrors)
    let found = data.value.records.customers.map { customer in
      var customer = customer
      customer.row = Row(path: "", line: 0)
      return customer
    }
    let expected = Self.expected.map { customer in
      var customer = customer
      customer.row = Row(path: "", line: 0)
      return customer
    }
    #expect(found == expected)
  }
}
