import Foundation
import Testing

@Suite struct CaseTests {
  @Test(arguments: EndToEndCase.all)
  func `does what the case expects`(example: EndToEndCase) throws {
    let result = try example.run()
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      guard result != example.expected else { return }
      try example.record(result)
      Issue.record(
        "recorded \(example): look at what changed, then run the tests again without RECORD_GOLDENS"
      )
      return
    }
    let expected = example.expected
    #expect(result.exit == expected.exit)
    #expect(result.stdout == expected.stdout)
    #expect(result.stderr == expected.stderr)
    #expect(result.output?.keys.sorted() == expected.output?.keys.sorted())
    for (path, bytes) in expected.output ?? [:] {
      let made = result.output?[path].map { String(decoding: $0, as: UTF8.self) }
      #expect(made == String(decoding: bytes, as: UTF8.self), "\(path)")
    }
  }

  @Test(arguments: EndToEndCase.mistakes)
  func `says what is wrong in Chinese too`(example: EndToEndCase) throws {
    let said = try example.runInChinese()
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      guard said != example.expectedInChinese else { return }
      try example.recordChinese(said)
      Issue.record("recorded \(example) in Chinese: look at what changed")
      return
    }
    #expect(said == example.expectedInChinese)
    for word in ["error:", "warning:", "expected:", "fix:"] { #expect(!said.contains(word)) }
  }

  @Test func `there are cases`() {
    #expect(EndToEndCase.mistakes.count >= 5)
    #expect(EndToEndCase.all.count >= 3)
  }
}
