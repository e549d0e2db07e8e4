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

  @Test func `there are cases`() {
    #expect(EndToEndCase.all.count >= 3)
  }
}
