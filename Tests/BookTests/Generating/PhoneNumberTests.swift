import Testing

@testable import Book

@Suite struct `Telephone numbers in a cell` {
  @Test(arguments: [
    ("021-0000 0001", ["02100000001"]), ("+86-(0)21-5555 1234 ext. 12", ["+862155551234,12"]),
    ("＋86（0）21 5555 1234", ["+862155551234"]), ("021—66668888转801", ["02166668888,801"]),
    ("66668888分机 12", ["66668888,12"]),
    ("13700137000 / 13600136000", ["13700137000", "13600136000"]),
    ("１３７００１３７０００、13600136000", ["13700137000", "13600136000"]),
    ("010/88886666", ["01088886666"]), ("021-66668888/89", ["02166668888"]), ("110", ["110"]),
    ("(0)21 5555 1234", ["02155551234"]), ("400 800 1234#5", ["4008001234,5"]),
  ])
  func `are dialled one by one`(text: String, dialled: [String]) {
    #expect(PhoneNumber.all(in: text).map(\.dialled) == dialled)
  }

  @Test func `are shown as they were written, without what was copied with them`() {
    let numbers = PhoneNumber.all(in: "tel:13700137000 / 021-66668888/89；转机待定")
    #expect(numbers.map(\.written) == ["13700137000", "021-66668888/89；转机待定"])
  }

  @Test(arguments: ["138****0000", "无", "12", ""]) func `that call nobody are no links`(
    text: String
  ) {
    #expect(PhoneNumber.all(in: text).allSatisfy { $0.dialled == nil && $0.written == text })
  }
}
