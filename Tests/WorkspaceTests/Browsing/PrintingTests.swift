import Testing

@testable import Workspace

@Suite struct `A printed page` {
  @Test func `says the same date whenever it was printed, and keeps its length`() {
    let pdf =
      "%PDF-1.4\n/CreationDate (D:20261129201307+00'00')\n/ModDate (D:20261129201308+00'00')\n"
    let expected =
      "%PDF-1.4\n/CreationDate (D:20000101000000+00'00')\n/ModDate (D:20000101000000+00'00')\n"
    #expect(undated(Array(pdf.utf8)) == Array(expected.utf8))
  }

  @Test(arguments: ["", "%PDF-1.4", "/ModDate (D:2026"])
  func `without a whole date stays as it is`(text: String) {
    #expect(undated(Array(text.utf8)) == Array(text.utf8))
  }
}
